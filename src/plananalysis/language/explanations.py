"""How a text explains its terms."""

from plananalysis.language.rules import Rule

EXPLAINING = (
    Rule("is to say", "是指", "says what a term means, and is no part of it", "渠长制是指", "渠长制"),
)
"""Words of an explanation; no slogan holds them."""
