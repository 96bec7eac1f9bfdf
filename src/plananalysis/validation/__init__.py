"""How far to trust the numbers: samples coded by hand, agreement of coders, and rankings under other choices."""

from plananalysis.validation.agreement_of_coders import agreement, describe_agreement
from plananalysis.validation.coding_workbook import read_coding, write_coding
from plananalysis.validation.drawing import draw_sample
from plananalysis.validation.sensitivity_of_rankings import sensitivity
from plananalysis.validation.sensitivity_sentence import describe_sensitivity

__all__ = [
    "agreement",
    "describe_agreement",
    "describe_sensitivity",
    "draw_sample",
    "read_coding",
    "sensitivity",
    "write_coding",
]
