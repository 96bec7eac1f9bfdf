"""The field's statistics, one to a file: each takes tokens or counts and returns a table."""
