"""What a rule about edges is: a function that moves them, why, and texts that show it and its limit."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import numpy as np

from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import Fingerprint

Stage = Literal["aligned", "reordered", "narrowed", "own copies", "chosen", "text"]
"""When a rule is applied, and to which matches.

``aligned``: matches that an alignment found, before the best of those that overlap are chosen. ``reordered``: windows
that follow each other in whatever order, before their clauses are compared. ``narrowed``: what is left of these, and
copies of one source, once clauses without a counterpart are gone. ``own copies``: all matches, as far as they lie
within one document. ``chosen``: all matches, before they become rows of the table. ``text``: each side of a row by
itself, in the text as it stands.
"""

_NONE = np.empty(0, dtype=bool)


class EdgeContext(NamedTuple):
    """What rules know of the corpus.

    Attributes
    ----------
    fp : Fingerprint
        Letters, punctuation and texts.
    least : int
        Letters of the shortest passage that counts.
    title, within : bool arrays, one per letter
        Letters of 《titles》, and of these all but the first of each; needed by the rules of the stage ``chosen``.
    """

    fp: Fingerprint
    least: int = 1
    title: np.ndarray = _NONE
    within: np.ndarray = _NONE


class Moved(NamedTuple):
    """One side of an example: a text with its edges before the rule, marked by ``|``, and the wording after it."""

    before: str
    after: str


class EdgeRule(NamedTuple):
    """A rule that moves the edges of matches, both sides together.

    Attributes
    ----------
    name : str
        What the rule does; unique.
    stage : Stage
        When it is applied.
    move : function
        Returns matches with other edges, from the context and the matches as they were.
    reason : str
        Why it is a rule.
    example : pair of Moved
        Two texts written for this project whose edges it moves.
    counter_example : pair of str
        Two similar texts whose edges, marked by ``|``, it leaves.
    """

    name: str
    stage: Stage
    move: Callable[[EdgeContext, Matches], Matches]
    reason: str
    example: tuple[Moved, Moved]
    counter_example: tuple[str, str]


class TextRule(NamedTuple):
    """A rule that moves the edges of one side in its text.

    Attributes
    ----------
    name, reason
        As for :class:`EdgeRule`; its stage is ``text``.
    move : function
        Returns start and end, from the text, start and end as they were, and the bounds that they must not cross.
    example : Moved
        A text whose edges it moves.
    counter_example : str
        A similar text whose edges it leaves.
    """

    name: str
    move: Callable[[str, int, int, int, int], tuple[int, int]]
    reason: str
    example: Moved
    counter_example: str

    @property
    def stage(self) -> Stage:
        """Return when the rule is applied: last of all."""
        return "text"
