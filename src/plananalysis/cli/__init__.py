"""The command line: every command parses its options, makes one library call and writes a table."""

from plananalysis.cli.program import cli, main

__all__ = ["cli", "main"]
