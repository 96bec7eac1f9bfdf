"""The multipliers of all hashes here, and the size of the words they are made in.

A hash multiplies by an odd number whose bits look random, so that letters that follow each other in the code come out far
apart, and keeps the high bits, which depend on all bits of what went in.
"""

WORD_BITS = 64
"""Bits of a hash; the shifts below count from it."""

GOLDEN_32 = 0x9E3779B1
"""A prime near 2**32 divided by the golden ratio (Knuth's multiplicative hashing)."""

GOLDEN_64 = 0x9E3779B97F4A7C15
"""2**64 divided by the golden ratio, made odd; the same for words of 64 bits."""

OTHER_32 = 0x85EBCA6B
"""A second multiplier (that of MurmurHash3's last step), so that two hashes of one value have nothing to do with each other."""

OTHER_64 = 0xD6E8FEB86659FD93
"""The same for words of 64 bits."""
