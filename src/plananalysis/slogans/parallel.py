"""Parallel form: clauses of one length and one build, 讲政治、守纪律、负责任."""

import numpy as np

from plananalysis.slogans.stream import Stream

_SHORTEST, _LONGEST = 2, 10
_MOST_CLAUSES = 8


def parallelism(clauses: list[str]) -> float:
    """Return how parallel some clauses are, from 0 (not at all) to 1.

    Half is for equal length, the rest for characters that return at the same place of every clause.

    Examples
    --------
    >>> parallelism(["不敢腐", "不能腐", "不想腐"]) > parallelism(["监督检查", "学习培训"])
    True
    >>> parallelism(["讲政治"]), parallelism(["讲政治", "服从大局听指挥"])
    (0.0, 0.0)
    """
    if len(clauses) < 2 or not all(clauses):
        return 0.0
    sizes = {len(clause) for clause in clauses}
    if len(sizes) > 1:
        return _anaphora(clauses)
    size = sizes.pop()
    if not _SHORTEST <= size <= _LONGEST:
        return 0.0
    if len(set(clauses)) < len(clauses):
        return 0.0
    returning = sum(len({clause[i] for clause in clauses}) == 1 for i in range(size))
    return 0.5 + 0.5 * min(1.0, 2 * returning / size)


def _anaphora(clauses: list[str]) -> float:
    """Return how parallel clauses of different length are that begin or end with the same character."""
    sizes = [len(clause) for clause in clauses]
    if min(sizes) < 3 or max(sizes) > 14 or max(sizes) > 2 * min(sizes):
        return 0.0
    begin = len({clause[0] for clause in clauses}) == 1
    end = len({clause[-1] for clause in clauses}) == 1
    return 0.4 + 0.2 * begin + 0.2 * end if begin or end else 0.0


def inner_parallelism(text: str) -> float:
    """Return how parallel a string without commas is in itself: 走深走心走实, 全面进步全面过硬.

    Examples
    --------
    >>> inner_parallelism("全面进步全面过硬") > 0.5, inner_parallelism("高质量发展")
    (True, 0.0)
    """
    best = 0.0
    for parts in (2, 3, 4):
        size, rest = divmod(len(text), parts)
        if size < 2 or rest not in ((0, 1) if parts > 2 else (0,)):
            continue
        cuts = [i * size for i in range(parts)]
        pieces = [text[i : i + size] for i in cuts[:-1]] + [text[cuts[-1] :]]
        if len(set(pieces)) < parts:
            continue
        same = [i for i in range(size) if len({piece[i] for piece in pieces}) == 1]
        if same and (same[0] == 0 or same[-1] == size - 1):
            best = max(best, 0.5 + len(same) / size / 2)
    return best


def returning_spans(stream: Stream, starts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return place and length of strings in which one character leads two or three words: 走深走心走实.

    Three beats may stand anywhere between words; two only where a clause begins or ends.
    """
    codes, edge = stream.codes, stream.edge
    size = len(codes)
    found: list[np.ndarray] = []
    if size > 6:
        # 标准化规范化: two words of three characters with one ending.
        at = np.flatnonzero(
            (codes[2:-3] == codes[5:]) & starts[: size - 5] & starts[3 : size - 2] & starts[6:]
        )
        at = at[codes[at + 1] != codes[at + 4]]
        found.append(np.column_stack([at, np.full(len(at), 6)]))
    for beat in (2, 3, 4):
        if size <= beat:
            continue
        same = codes[: size - beat] == codes[beat:]
        if beat == 4:
            same[:-1] &= same[1:]
        at = np.flatnonzero(same & ~edge[: size - beat])
        for beats, last in ((2, beat), (3, beat), (3, beat + 1)):
            end = at + beat * (beats - 1) + last
            ok = (end <= size) & starts[at] & starts[np.minimum(end, size)]
            ok &= ~stream.opens[at + beat] & (codes[at] != codes[np.minimum(at + 1, size - 1)])
            if beats == 3:
                ok &= codes[np.minimum(at + 2 * beat, size - 1)] == codes[at]
            else:
                free = np.concatenate([[True], edge])[at] | np.append(edge, True)[np.minimum(end, size)]
                ok &= free
            found.append(np.column_stack([at[ok], end[ok] - at[ok]]))
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    spans = np.concatenate(found)
    inside = np.concatenate([[0], np.cumsum(edge)])
    spans = spans[inside[spans.sum(axis=1)] == inside[spans[:, 0]]]
    return spans[:, 0], spans[:, 1]


def parallel_spans(
    stream: Stream, starts: np.ndarray, *, loose: bool = True
) -> tuple[np.ndarray, np.ndarray]:
    """Return place and length of every run of two or more clauses of one length.

    The first clause may be the end of a longer one, and the last the beginning of one, cut where a word begins:
    引导群众听党话、跟党走 holds 听党话、跟党走. With `loose`, two clauses of three characters may be cut anywhere.
    """
    edges = np.flatnonzero(stream.edge)
    begins = np.concatenate([[0], edges + 1])
    ends = np.append(edges, len(stream.codes))
    sizes = ends - begins
    # linked[i]: a single comma, and nothing else, lies between clause i and clause i + 1.
    linked = np.zeros(len(sizes), dtype=bool)
    linked[:-1] = stream.comma[edges] if len(edges) else False
    found: list[np.ndarray] = []
    for size in range(_SHORTEST, _LONGEST + 1):
        found.append(_runs_of_size(size, begins, ends, sizes, linked, starts, loose=loose))
    spans = np.concatenate(found)
    width = np.int64(spans[:, 1].max(initial=0)) + 1
    keys = np.unique(spans[:, 0] * width + spans[:, 1])
    begins_found, ends_found = np.divmod(keys, width)
    return begins_found, ends_found - begins_found


def _runs_of_size(
    size: int,
    begins: np.ndarray,
    ends: np.ndarray,
    sizes: np.ndarray,
    linked: np.ndarray,
    starts: np.ndarray,
    *,
    loose: bool,
) -> np.ndarray:
    """Return begin and end of the runs of clauses of one size, with and without a neighbour's end or beginning."""
    last = len(sizes) - 1
    fits = sizes == size
    tail = (sizes > size) & starts[np.maximum(ends - size, 0)]
    head = (sizes > size) & starts[np.minimum(begins + size, len(starts) - 1)]
    before = np.concatenate([[False], linked[:-1]])
    first = np.flatnonzero(fits & ~(np.concatenate([[False], fits[:-1]]) & before))
    final = np.flatnonzero(fits & ~(np.append(fits[1:], False) & linked))
    count = final - first + 1
    left = before[first] & tail[np.maximum(first - 1, 0)]
    right = linked[final] & head[np.minimum(final + 1, last)]
    begin, end = begins[first], ends[final]
    longer_begin = ends[np.maximum(first - 1, 0)] - size
    longer_end = begins[np.minimum(final + 1, last)] + size
    pair = np.flatnonzero(tail & linked & np.append(head[1:], False))
    if size == 3 and loose:
        # 以讲 in 以讲认真、敢较真 passes for a word; whether the pair recurs decides.
        pair = np.flatnonzero((sizes > size) & linked & np.append(sizes[1:] > size, False))
    # Two characters are a word, and words in a row are a list; it takes three of them, and whole ones.
    rows = [(count >= (2 if size > 2 else 3), begin, end)]
    if size > 2:
        rows += [
            (left, longer_begin, end),
            (right, begin, longer_end),
            (left & right, longer_begin, longer_end),
        ]
    spans = [
        np.column_stack([a[keep & (count <= _MOST_CLAUSES)], b[keep & (count <= _MOST_CLAUSES)]])
        for keep, a, b in rows
    ]
    if size in (3, 4):
        spans.append(np.column_stack([ends[pair] - size, begins[np.minimum(pair + 1, last)] + size]))
    return np.concatenate(spans)
