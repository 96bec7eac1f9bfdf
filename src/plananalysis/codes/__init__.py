"""Sentences coded by a code book: directive strength, policy tools, or one's own codes; the PMC index."""

from plananalysis.codes.coded_sentences import code_sentences
from plananalysis.codes.cross_table import code_shares
from plananalysis.codes.pmc import pmc_index, pmc_items

__all__ = ["code_sentences", "code_shares", "pmc_index", "pmc_items"]
