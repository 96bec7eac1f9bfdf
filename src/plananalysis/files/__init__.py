"""Tables from and to files, in the format that the suffix of the file's name asks for."""

from plananalysis.files.io import FORMATS, read_table, write_table

__all__ = ["FORMATS", "read_table", "write_table"]
