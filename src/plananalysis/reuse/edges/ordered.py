"""All rules about edges, in the order in which they are applied, and the one place that applies them."""

from functools import lru_cache

from plananalysis.reuse.edges.broken_words import MAKE_WORDS_WHOLE
from plananalysis.reuse.edges.counterparts import KEEP_COUNTERPARTS
from plananalysis.reuse.edges.cut_titles import LEAVE_TITLES
from plananalysis.reuse.edges.first_letters import TAKE_FIRST_LETTERS
from plananalysis.reuse.edges.fragments import COMPLETE_CLAUSES, CUT_STUBS, TRIM_FRAGMENTS
from plananalysis.reuse.edges.own_copies import PART_OWN_COPIES
from plananalysis.reuse.edges.reworded import FINISH_SENTENCES, SNAP_TO_CLAUSES
from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Stage, TextRule
from plananalysis.reuse.edges.spans import (
    CLOSE_BRACKETS,
    KEEP_NUMBERS_WHOLE,
    SKIP_HEADING_NUMBER,
    TAKE_ENCLOSING_PAIR,
    TAKE_PERCENT_SIGN,
    TAKE_RANGE,
)
from plananalysis.reuse.edges.unfinished import CUT_JOINING_WORDS, CUT_OPEN_ENDS
from plananalysis.reuse.matches import Matches

EDGE_RULES: tuple[EdgeRule | TextRule, ...] = (
    # Matches that an alignment found; what is left of a short one decides whether it is a passage at all.
    TRIM_FRAGMENTS,
    COMPLETE_CLAUSES,
    CUT_STUBS,
    # Reordered matches: their clauses are compared in between.
    SNAP_TO_CLAUSES,
    FINISH_SENTENCES,
    # All matches that are kept.
    PART_OWN_COPIES,
    CUT_OPEN_ENDS,
    CUT_JOINING_WORDS,
    KEEP_COUNTERPARTS,
    MAKE_WORDS_WHOLE,
    # The two rules before may have left an open word at the edge.
    CUT_OPEN_ENDS._replace(name="cut open ends left behind"),
    CUT_JOINING_WORDS._replace(name="cut joining words left behind"),
    TAKE_FIRST_LETTERS,
    LEAVE_TITLES,
    # Each side in its text.
    SKIP_HEADING_NUMBER,
    KEEP_NUMBERS_WHOLE,
    TAKE_PERCENT_SIGN,
    TAKE_RANGE,
    CLOSE_BRACKETS,
    TAKE_ENCLOSING_PAIR,
)
"""The rules in order. A stage is a stretch of the list; :data:`~plananalysis.reuse.edges.rule.Stage` says what it is."""


@lru_cache(maxsize=2)
def _of_texts(rules: tuple[EdgeRule | TextRule, ...]) -> tuple[TextRule, ...]:
    """Return the rules for texts among some, in order."""
    return tuple(rule for rule in rules if isinstance(rule, TextRule))


def set_edges(context: EdgeContext, found: Matches, stage: Stage) -> Matches:
    """Return matches with the edges that the rules of a stage give them, one rule after the other.

    Parameters
    ----------
    context
        What the rules know of the corpus.
    found
        Matches as ranges of letters. A rule may leave some shorter, or empty; it never drops one.
    stage
        Any but ``text``.
    """
    for rule in EDGE_RULES:
        if isinstance(rule, EdgeRule) and rule.stage == stage:
            found = rule.move(context, found)
    return found


def set_span(text: str, start: int, end: int, low: int = 0, high: int | None = None) -> tuple[int, int]:
    """Return the span that the rules of the stage ``text`` give one side, one after the other.

    Parameters
    ----------
    text
        The text of a document.
    start, end
        The side from its first to its last letter.
    low, high
        Nothing before ``low`` or from ``high`` on is taken in.

    Examples
    --------
    >>> text = "要做到“两个维护”。"
    >>> text[slice(*set_span(text, 1, 8))]
    '做到“两个维护”'

    The number of a heading is no part of its wording.

    >>> set_span("2.严明纪律", 0, 6)
    (2, 6)
    """
    high = len(text) if high is None else high
    for rule in _of_texts(EDGE_RULES):
        start, end = rule.move(text, start, end, low, high)
    return start, end
