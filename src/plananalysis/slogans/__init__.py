"""Recurring slogans: found, counted, with their wording, frames, members and sources."""

from plananalysis.slogans.find import find_slogans

__all__ = ["find_slogans"]
