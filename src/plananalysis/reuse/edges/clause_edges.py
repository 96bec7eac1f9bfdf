"""Set the edges of a shared passage in the original text where a reader would set them.

Edges of reworded passages move to the clause edge nearby. What both sides break off in is left off: a few letters of a
neighbouring clause or sentence, a word that calls for more, a broken word, a part of a title. A clause that lacks only its
first or last letters is completed. In the text, numbers stay whole and quotation marks and brackets closed; the number of a heading is left off.
"""

import re

import numpy as np

from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import (
    CLAUSE_BREAK,
    LIST_BREAK,
    NO_BREAK,
    SENTENCE_BREAK,
    Fingerprint,
)

_FRAGMENTS = ((CLAUSE_BREAK, 4), (SENTENCE_BREAK, 7))
_STUB, _ASTRAY, _LACKING = 9, 4, 3
_LONGEST_WORD = 4
_SOMEBODY = r"(?:深入|深化|认真|全面|坚决|学习|宣传|贯彻|落实)*[^\0]{2,3}(?:总书记|主席|总理)"
_OPEN = re.compile(
    rf"(?:[的以和及与把将为在对]|关于|重要|有关|相关|{_SOMEBODY}(?:(?:关于|对|在|视察|考察)[^\0]{{1,8}}?(?:的|重要|的重要))?)+$"
)
_JOINING = np.frombuffer("和及与".encode("utf-16-le"), dtype=np.uint16)
_LAST = 24
_OUTWARD, _INWARD, _FARTHER_IN = 14, 2, 8
_REST, _SMALL_PART = 10, 0.125
_PAIRS = {"“": "”", "《": "》", "（": "）", "(": ")", "‘": "’", "「": "」", "『": "』", "<": ">", "【": "】"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}
_BRACKET = re.compile("[" + re.escape("".join([*_PAIRS, *_CLOSING])) + "]")
_LABEL = re.compile(
    r"(?:\d{1,2}(?:[.．](?!\d)|、)|[一二三四五六七八九十]{1,3}、|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)])\s*"
)
_POINTS, _PERCENT = ".．", "%％"
_RANGE, _LONGEST_RANGE = re.compile(r"(?<![\d.．])\d[\d.．]*[-—–~～至]+$"), 12


def tidy_span(text: str, start: int, end: int, low: int = 0, high: int | None = None) -> tuple[int, int]:
    """Return the span with whole numbers and with the quotation marks and brackets that belong to it.

    Nothing before ``low`` or from ``high`` on is taken in.

    Examples
    --------
    >>> text = "要做到“两个维护”。"
    >>> text[slice(*tidy_span(text, 1, 8))]
    '做到“两个维护”'

    The number of a heading is no part of its wording.

    >>> tidy_span("2.严明纪律", 0, 6)
    (2, 6)
    """
    high = len(text) if high is None else high
    label = _LABEL.match(text, start, end)
    if label and (start == 0 or text[start - 1] in "\n 　"):
        start = label.end()
    while start > low and text[start].isdigit() and _in_number(text, start - 1, low, high):
        start -= 1 + (text[start - 1] in _POINTS)
    while end < high and text[end - 1].isdigit() and _in_number(text, end, low, high):
        end += 1 + (text[end] in _POINTS)
    if end < high and text[end - 1].isdigit() and text[end] in _PERCENT:
        end += 1
    span = _RANGE.search(text, max(low, start - _LONGEST_RANGE), start) if text[start].isdigit() else None
    start = span.start() if span else start
    unclosed: list[str] = []
    unopened: list[str] = []
    for char in _BRACKET.findall(text, start, end):
        if char in _PAIRS:
            unclosed.append(char)
        elif unclosed and unclosed[-1] == _CLOSING[char]:
            unclosed.pop()
        else:
            unopened.append(char)
    while unclosed and end < high and text[end] == _PAIRS[unclosed[-1]]:
        unclosed.pop()
        end += 1
    for char in unopened:
        if start > low and text[start - 1] == _CLOSING[char]:
            start -= 1
    if start > low and end < high and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    return start, end


def _in_number(text: str, at: int, low: int, high: int) -> bool:
    """Say whether a character next to a digit belongs to its number: a digit, or a point between two."""
    if text[at] in _POINTS:
        return low < at < high - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
    return text[at].isdigit()


def snap_to_clauses(breaks: np.ndarray, found: Matches) -> Matches:
    """Move the edges of reworded passages to the nearest clause edge outward, or over a stray letter or two inward.

    Where a reworded clause was found in part, the whole of it belongs to the passage. Of a long clause only the beginning or
    end of which was found, these few letters go.

    Parameters
    ----------
    breaks
        The strongest punctuation before each letter.
    found
        Passages as ranges of letters.
    """
    starts = [_snapped(breaks, side, -1) for side in (found.a0, found.b0)]
    ends = [_snapped(breaks, side, 1) for side in (found.a1, found.b1)]
    return Matches(starts[0], ends[0], starts[1], ends[1])


def _snapped(breaks: np.ndarray, edge: np.ndarray, outward: int) -> np.ndarray:
    """Return each edge moved to the clause edge nearby, or as it is where none is near."""
    inward = -np.arange(1, _FARTHER_IN + 1)
    steps = np.r_[0, inward[:_INWARD], np.arange(1, _OUTWARD + 1), inward[_INWARD:]]
    return edge + outward * _first_break(breaks, edge, outward, CLAUSE_BREAK, steps)


def finish_sentences(breaks: np.ndarray, found: Matches) -> Matches:
    """Move the edges of reworded passages out to the ends of their sentences where only few letters are missing there.

    Up to ten letters are few if they are no more than an eighth of the passage.

    Parameters
    ----------
    breaks
        The strongest punctuation before each letter.
    found
        Passages as ranges of letters.
    """
    steps = np.arange(_REST + 1)
    sides = []
    for start, end in ((found.a0, found.a1), (found.b0, found.b1)):
        few = (end - start) * _SMALL_PART
        for edge, outward in ((start, -1), (end, 1)):
            rest = _first_break(breaks, edge, outward, SENTENCE_BREAK, steps)
            sides.append(edge + outward * np.where(rest <= few, rest, 0))
    return Matches(*sides)


def trim_fragments(breaks: np.ndarray, found: Matches, least: int) -> Matches:
    """Cut the few letters of a neighbouring clause or sentence off the edges, where both sides break there.

    Up to three letters beyond a clause edge go, and up to six beyond the end of a sentence, if ``least`` letters stay.
    """
    a0, a1, b0, b1 = (side.copy() for side in found)
    for strength, size in _FRAGMENTS:
        for outward, edges in ((-1, (a0, b0)), (1, (a1, b1))):
            cuts = [
                _first_break(breaks, edge, -outward, strength, np.arange(size - 1, 0, -1)) for edge in edges
            ]
            new = [edge - outward * cut for edge, cut in zip(edges, cuts, strict=True)]
            both = (cuts[0] > 0) & (cuts[1] > 0) & (np.abs(cuts[0] - cuts[1]) <= 2)
            left = (new[0] - a0, new[1] - b0) if outward > 0 else (a1 - new[0], b1 - new[1])
            both &= np.minimum(*left) >= least
            for edge, moved in zip(edges, new, strict=True):
                edge[both] = moved[both]
    return Matches(a0, a1, b0, b1)


def cut_stubs(breaks: np.ndarray, found: Matches, least: int) -> Matches:
    """Cut off the beginning of a clause or sentence that only begins alike.

    An agreement of a few letters can carry a passage over the end of a clause into the next one, which then breaks off
    on both sides. It goes back to that end; likewise where a sentence has just begun on one side or has just ended. A
    clause that lacks only its last letters is completed instead, and what would count by itself is no stub.

    Parameters
    ----------
    breaks
        The strongest punctuation before each letter.
    found
        Passages as ranges of letters.
    least
        Letters of the shortest passage that counts. What stays may be shorter.
    """
    a0, b0 = found.a0.copy(), found.b0.copy()
    a1, b1 = _completed(breaks, found.a1, found.b1)
    longest = min(_STUB, least - 1)
    steps = np.arange(1, longest + _ASTRAY + 1)
    for strength, outward in ((SENTENCE_BREAK, -1), (SENTENCE_BREAK, 1), (CLAUSE_BREAK, 1)):
        a, b = (a0, b0) if outward < 0 else (a1, b1)
        whole = [breaks[edge] >= CLAUSE_BREAK for edge in (a, b)]
        unfinished = ~(whole[0] & whole[1]) if strength == SENTENCE_BREAK else ~(whole[0] | whole[1])
        cut_a, cut_b = (_first_break(breaks, edge, -outward, strength, steps) for edge in (a, b))
        cut = np.maximum(np.where(cut_a <= longest, cut_a, 0), np.where(cut_b <= longest, cut_b, 0))
        moves = []
        for edge, own in ((a, cut_a), (b, cut_b)):
            clause = _first_break(breaks, edge, -outward, CLAUSE_BREAK, steps)
            own = np.where(own > 0, own, clause)  # one side may end a sentence where the other ends a clause
            moves.append(np.where((own > 0) & (np.abs(own - cut) <= _ASTRAY), own, cut))
        moved = unfinished & (cut > 0) & (np.minimum(a1 - a0, b1 - b0) > cut + _ASTRAY)
        for edge, move in zip((a, b), moves, strict=True):
            edge[moved] -= outward * move[moved]
    return Matches(a0, a1, b0, b1)


def _completed(breaks: np.ndarray, a1: np.ndarray, b1: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the ends moved to the end of the clause where only few of its letters are missing on both sides."""
    on, back = np.arange(1, _LACKING + 1), np.arange(1, 2 * _LACKING + 1)
    lacks = [_first_break(breaks, edge, 1, CLAUSE_BREAK, on) for edge in (a1, b1)]
    has = [_first_break(breaks, edge, -1, CLAUSE_BREAK, back) for edge in (a1, b1)]
    has_least = np.minimum(*(np.where(own > 0, own, back.size) for own in has))
    near = (lacks[0] > 0) & (lacks[1] > 0) & (has_least > np.maximum(*lacks) + 1)
    near &= (breaks[a1] < LIST_BREAK) & (breaks[b1] < LIST_BREAK)
    for edge, lack in zip((a1, b1), lacks, strict=True):
        near &= _first_break(breaks, edge, 1, LIST_BREAK, on) == lack
    return a1 + np.where(near, lacks[0], 0), b1 + np.where(near, lacks[1], 0)


def from_first_letter(codes: np.ndarray, breaks: np.ndarray, found: Matches) -> Matches:
    """Take in up to three letters that are missing at the beginning of a clause, where both sides begin it alike."""
    on = np.arange(1, _LACKING + 1)
    lacks = [_first_break(breaks, edge, -1, CLAUSE_BREAK, on) for edge in (found.a0, found.b0)]
    near = (lacks[0] > 0) & (lacks[1] > 0)
    near &= (breaks[found.a0] < CLAUSE_BREAK) & (breaks[found.b0] < CLAUSE_BREAK)
    a0, b0 = found.a0 - lacks[0], found.b0 - lacks[1]
    near &= (codes[a0] == codes[b0]) & ((found.a1 <= b0) | (found.b1 <= a0))
    return found._replace(a0=np.where(near, a0, found.a0), b0=np.where(near, b0, found.b0))


def without_open_ends(codes: np.ndarray, breaks: np.ndarray, found: Matches) -> Matches:
    """Leave off words that both sides end in and that call for more, where the text goes on after them.

    Such are particles, 重要 and its like, and somebody whose words are to be followed, if the words are not named any more:
    he goes with the verb. And a 和 that both sides begin with within a clause is left off.
    """
    a0, a1, b0, b1 = (side.copy() for side in found)
    going_on = np.flatnonzero((breaks[a1] < CLAUSE_BREAK) & (breaks[b1] < CLAUSE_BREAK))
    cuts = [_open_letters(codes, start[going_on], end[going_on]) for start, end in ((a0, a1), (b0, b1))]
    both = (cuts[0] > 0) & (cuts[1] > 0)
    for end, cut in zip((a1, b1), cuts, strict=True):
        end[going_on[both]] -= cut[both]
    joins = np.isin(codes[a0], _JOINING) & np.isin(codes[b0], _JOINING)
    joins &= (breaks[a0] == NO_BREAK) & (breaks[b0] == NO_BREAK)
    return Matches(a0 + joins, a1, b0 + joins, b1)


def _open_letters(codes: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return how many letters of open words each range ends in."""
    before = end[:, None] - np.arange(_LAST, 0, -1)
    last = np.where(before >= start[:, None], codes[np.maximum(before, 0)], 0).astype(np.uint16)
    letters = last.tobytes().decode("utf-16-le", "surrogatepass")
    found = (_OPEN.search(letters, at, at + _LAST) for at in range(0, len(letters), _LAST))
    return np.asarray([len(match.group()) if match else 0 for match in found], dtype=np.int64)


def to_whole_words(fp: Fingerprint, found: Matches, least: int) -> Matches:
    """Move edges out of words that both sides hold a part of: inward where both break one off and ``least`` letters stay.

    Where only one side does, and lacks a single letter of a word of the dictionary, it is taken in. The last part of a word
    stays at the beginning if it is a word, as it is what the whole means. The words are those of jieba, cut from the few
    letters around; numbers are none, since :func:`tidy_span` sees to them.
    """
    a0, a1, b0, b1 = (side.copy() for side in found)
    for outward, (a, b) in ((1, (a1, b1)), (-1, (a0, b0))):
        broken = np.flatnonzero((fp.breaks[a] == NO_BREAK) & (fp.breaks[b] == NO_BREAK))
        edges, place = np.unique(np.r_[a[broken], b[broken]], return_inverse=True)
        before, after, meant, known = (of[place].reshape(2, -1) for of in _parts_of_words(fp, edges))
        within, beyond = (before, after) if outward > 0 else (after, before)
        cut, part = within.min(axis=0), within.max(axis=0)
        alike = part <= _LONGEST_WORD
        for step in range(_LONGEST_WORD):
            at = step + 1 if outward > 0 else -step
            alike &= (np.where(cut > 0, cut, part) <= step) | (
                fp.codes[a[broken] - at] == fp.codes[b[broken] - at]
            )
        size = np.minimum(a1 - a0, b1 - b0)[broken]
        cuts = alike & (size - cut >= least) & ((outward > 0) | ~meant.any(axis=0))
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
        left, right = fp.texts[doc][max(0, at - 11) : at + 1], fp.texts[doc][at + 1 : at + 9]
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


def out_of_titles(within: np.ndarray, found: Matches) -> Matches:
    """Move edges out of 《titles》 that they cut on both sides: two titles that begin or end alike are two titles.

    Parameters
    ----------
    within
        Letters of titles but the first of each.
    found
        Passages as ranges of letters; one may come out empty.
    """
    a0, a1, b0, b1 = (side.copy() for side in found)
    for a, b, inward in ((a0, b0, 1), (a1, b1, -1)):
        cut = np.flatnonzero(within[a] & within[b])
        for edge in (a, b):
            left = cut
            while left.size:
                edge[left] += inward
                left = left[within[edge[left]]]
    return Matches(a0, np.maximum(a0, a1), b0, np.maximum(b0, b1))


def _first_break(
    breaks: np.ndarray, edge: np.ndarray, direction: int, strength: int, steps: np.ndarray
) -> np.ndarray:
    """Return the first of these steps from each edge that leads to a break of this strength, 0 if none does."""
    at = np.clip(edge[:, None] + direction * steps, 0, breaks.size - 1)
    is_break = breaks[at] >= strength
    return np.where(is_break.any(axis=1), steps[is_break.argmax(axis=1)], 0)
