"""Tables and folders of results, from and to files; each file is whole or not there."""
