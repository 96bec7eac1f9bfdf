"""Transmission: what became of the clauses of a document in the plans of others, and the pairs of documents for regression."""

from plananalysis.transmitted.document_pairs import dyads
from plananalysis.transmitted.transmission_table import transmission, transmission_counts

__all__ = ["dyads", "transmission", "transmission_counts"]
