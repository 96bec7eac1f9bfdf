"""Edges within words."""

import numpy as np

from plananalysis.reuse.edges.rule import EdgeContext, EdgeRule, Moved
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import NO_BREAK, Fingerprint

LONGEST_PART = 4
"""Letters of a word that an edge may break off, at most; longer ones are names, whose parts may be shared."""

LETTERS_BEFORE = 12
"""Characters before an edge that are cut into words: enough that the cut next to the edge does not depend on more."""

LETTERS_AFTER = 8
"""The same after an edge; fewer, since what comes later decides less."""


def make_words_whole(context: EdgeContext, found: Matches) -> Matches:
    """Move edges out of words that both sides hold a part of.

    Inward where both break one off and enough letters stay. Where only one side does, and lacks a single letter of a word
    of the dictionary, this letter is taken in. The last part of a word stays at the beginning if it is a word, as it is
    what the whole means. The words are those of jieba, cut from the few letters around; numbers are none, since rules of
    the stage ``text`` keep them whole.
    """
    fp = context.fp
    a0, a1, b0, b1 = (side.copy() for side in found)
    for outward, (a, b) in ((1, (a1, b1)), (-1, (a0, b0))):
        broken = np.flatnonzero((fp.breaks[a] == NO_BREAK) & (fp.breaks[b] == NO_BREAK))
        edges, place = np.unique(np.r_[a[broken], b[broken]], return_inverse=True)
        before, after, meant, known = (of[place].reshape(2, -1) for of in _parts_of_words(fp, edges))
        within, beyond = (before, after) if outward > 0 else (after, before)
        cut, part = within.min(axis=0), within.max(axis=0)
        alike = part <= LONGEST_PART
        for step in range(LONGEST_PART):
            at = step + 1 if outward > 0 else -step
            alike &= (np.where(cut > 0, cut, part) <= step) | (
                fp.codes[a[broken] - at] == fp.codes[b[broken] - at]
            )
        size = np.minimum(a1 - a0, b1 - b0)[broken]
        cuts = alike & (size - cut >= context.least) & ((outward > 0) | ~meant.any(axis=0))
        grows = alike & (cut == 0) & (part > 1)
        for edge, lacks in zip((a, b), known & (beyond == 1), strict=True):
            edge[broken] += outward * (1 * (grows & lacks) - np.where(cuts, cut, 0))
    return Matches(a0, a1, b0, b1)


def _parts_of_words(fp: Fingerprint, edges: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return how many letters of a word stand before and after each edge within it, 0 and 0 for edges between words.

    And whether the latter are a word of the dictionary, and whether the whole is.
    """
    from plananalysis.segmentation.cut import cut, has_word

    pieces, before = [], []
    for doc, at in zip(
        fp.segment_doc[fp.segment[edges - 1]].tolist(), fp.origin[edges - 1].tolist(), strict=True
    ):
        edge_at = at + 1
        left = fp.texts[doc][max(0, edge_at - LETTERS_BEFORE) : edge_at]
        right = fp.texts[doc][edge_at : edge_at + LETTERS_AFTER]
        pieces.append((left + right).replace("\n", " "))
        before.append(len(left))
    words = cut("\n".join(pieces))
    bounds = np.cumsum([0, *map(len, words)])
    start = np.cumsum([0, *(len(piece) + 1 for piece in pieces[:-1])])[: len(pieces)]
    edge = start + np.asarray(before, dtype=np.int64)
    word = np.searchsorted(bounds, edge, side="right") - 1
    begun = edge - bounds[word]
    meant, known = np.zeros((2, edges.size), dtype=bool)
    for i in np.flatnonzero(begun).tolist():
        whole = words[word[i]]
        meant[i], known[i] = has_word(whole[begun[i] :]), has_word(whole)
        begun[i] *= not whole[0].isdigit()
    return begun, np.where(begun > 0, np.r_[bounds, 0][word + 1] - edge, 0), meant, known


MAKE_WORDS_WHOLE = EdgeRule(
    "make words whole",
    "chosen",
    make_words_whole,
    "Two words that begin alike are two words.",
    (
        Moved("|入秋以后逐段查看渠岸修建图书|馆一座", "入秋以后逐段查看渠岸修建"),
        Moved("|入秋以后逐段查看渠岸修建图书|室两间", "入秋以后逐段查看渠岸修建"),
    ),
    ("|入秋以后逐段查看渠岸修建图书|馆一座", "|入秋以后逐段查看渠岸修建图书|。另议"),
)
