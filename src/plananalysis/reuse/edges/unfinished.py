"""Edges behind words that call for more, and before words that join."""

import re

import numpy as np

from plananalysis.language.open_ends import JOINING, OPEN_ENDS
from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import CLAUSE_BREAK, NO_BREAK

LONGEST_OPEN_END = 24
"""Letters at the end of a match that are searched for open words: verbs, a name with its title and an occasion fit in."""

_OPEN_END = re.compile(f"(?:{'|'.join(rule.pattern for rule in OPEN_ENDS)})+$")
_JOINING = np.frombuffer(JOINING.encode("utf-16-le"), dtype=np.uint16)


def cut_open_ends(context: EdgeContext, found: Matches) -> Matches:
    """Leave off words that call for more where both sides end in such and their clauses go on."""
    codes, breaks = context.fp.codes, context.fp.breaks
    a1, b1 = found.a1.copy(), found.b1.copy()
    going_on = np.flatnonzero((breaks[a1] < CLAUSE_BREAK) & (breaks[b1] < CLAUSE_BREAK))
    cuts = [
        _open_letters(codes, start[going_on], end[going_on])
        for start, end in ((found.a0, a1), (found.b0, b1))
    ]
    both = (cuts[0] > 0) & (cuts[1] > 0)
    for end, cut in zip((a1, b1), cuts, strict=True):
        end[going_on[both]] -= cut[both]
    return found._replace(a1=a1, b1=b1)


def _open_letters(codes: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return how many letters of open words each range ends in."""
    before = end[:, None] - np.arange(LONGEST_OPEN_END, 0, -1)
    last = np.where(before >= start[:, None], codes[np.maximum(before, 0)], 0).astype(np.uint16)
    letters = last.tobytes().decode("utf-16-le", "surrogatepass")
    ends = range(LONGEST_OPEN_END, len(letters) + 1, LONGEST_OPEN_END)
    found = (_OPEN_END.search(letters, at - LONGEST_OPEN_END, at) for at in ends)
    return np.asarray([len(match.group()) if match else 0 for match in found], dtype=np.int64)


CUT_OPEN_ENDS = EdgeRule(
    "cut open ends",
    "chosen",
    cut_open_ends,
    "A wording does not end in a particle, an attribute or a person whose words come next.",
    (
        Moved("|入秋以后逐段查看渠岸以及|章程", "入秋以后逐段查看渠岸"),
        Moved("|入秋以后逐段查看渠岸的|匠人", "入秋以后逐段查看渠岸"),
    ),
    ("|入秋以后逐段查看渠岸的|，章程", "|入秋以后逐段查看渠岸的|匠人"),
)


def cut_joining_words(context: EdgeContext, found: Matches) -> Matches:
    """Leave off a conjunction that both sides begin with in the middle of a clause."""
    codes, breaks = context.fp.codes, context.fp.breaks
    joins = np.isin(codes[found.a0], _JOINING) & np.isin(codes[found.b0], _JOINING)
    joins &= (breaks[found.a0] == NO_BREAK) & (breaks[found.b0] == NO_BREAK)
    return found._replace(a0=found.a0 + joins, b0=found.b0 + joins)


CUT_JOINING_WORDS = EdgeRule(
    "cut joining words",
    "chosen",
    cut_joining_words,
    "A conjunction at the beginning joins the wording to what is not shared.",
    (
        Moved("旧闸|和入秋以后逐段查看渠岸|。", "入秋以后逐段查看渠岸"),
        Moved("新桥|与入秋以后逐段查看渠岸|。", "入秋以后逐段查看渠岸"),
    ),
    ("旧闸|和入秋以后逐段查看渠岸|。", "新桥|又入秋以后逐段查看渠岸|。"),
)
