"""Passages to tokens: lexicon phrases and placeholders first, then exactly jieba's words between them."""

from plananalysis.segmentation.cut import cut
from plananalysis.segmentation.tokens import segment

__all__ = ["cut", "segment"]
