"""The whole analysis as one page, its tables, its figures and a record of the run."""

from plananalysis.report.verify import verify_report
from plananalysis.report.write import build_report

__all__ = ["build_report", "verify_report"]
