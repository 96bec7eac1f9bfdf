"""A sheet of a workbook whose rows are written as they will stand in the file.

XlsxWriter checks, stores and writes cell by cell, which takes longer than all of the analysis of a small corpus. Here
a whole column becomes XML at once; everything around the rows stays XlsxWriter's.
"""

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from plananalysis.files.sheet_rows import rows_as_xml


class TableSheet(Worksheet):
    """A worksheet with a head written as usual and a table below it."""

    _body: tuple[pd.DataFrame, int] | None = None

    def set_table(self, frame: pd.DataFrame, float_look: int) -> None:
        """Give the rows below the head, and the number of the look that floats have."""
        self._body = frame, float_look
        if len(frame):
            self.dim_rowmax = len(frame)  # the range that readers are told of

    def _write_rows(self) -> None:
        """Write the head, then the table."""
        super()._write_rows()
        if self._body is not None:
            self.fh.writelines(rows_as_xml(*self._body))
