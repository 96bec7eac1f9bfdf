"""Read plan documents into a :class:`Corpus`: text, metadata, outline, and what was left out."""

from plananalysis.corpus.model import Corpus

__all__ = ["Corpus"]
