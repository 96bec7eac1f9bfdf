"""Read plan documents into a :class:`Corpus`: text, metadata, outline, and what was left out."""

from plananalysis.corpus.load import corpus_from_texts, load_corpus
from plananalysis.corpus.model import Corpus, Document
from plananalysis.corpus.outline import outline, parts

__all__ = ["Corpus", "Document", "corpus_from_texts", "load_corpus", "outline", "parts"]
