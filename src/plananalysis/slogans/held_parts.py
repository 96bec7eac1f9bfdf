"""Phrases that stand nowhere but in a longer one of the list: 渠网修复 in 开展渠网修复工程; they are found on its row."""

import pandas as pd

SHORTEST = 4
"""Characters of the shortest; what is shorter is a word of the longer one."""
MOST = 3
"""Parts that one row names, the longest first."""
APART = 1
"""Places a part may have without the longer one."""
WHOLE = 0.8
"""How whole a part must be to be named."""


def held_parts(best: pd.DataFrame, scored: pd.DataFrame) -> list[list[int]]:
    """Return for each chosen row which candidates, without a row of their own, are hardly ever outside it.

    Parameters
    ----------
    best
        Table of :func:`drop_pieces`.
    scored
        Table of :func:`lift_phrases`; parts are named by their labels in it.
    """
    listed = set(best["text"])
    several = (scored["clauses"] > 1) & (scored["parallel"] > 0.5) & (scored["aligned"] > 0.5)
    fit = (scored["phrase"] | several) & (scored["whole"] >= WHOLE) & (scored["length"] >= SHORTEST)
    columns = [scored[name].tolist() for name in ("text", "n")]
    number = {
        text: (label, n)
        for label, text, n, good in zip(scored.index, *columns, fit, strict=True)
        if good and text not in listed
    }
    rows: list[list[int]] = []
    taken: set[str] = set()
    for text, n in zip(best["text"], best["n"], strict=True):
        found: dict[str, int] = {}
        for size in range(len(text) - 1, SHORTEST - 1, -1):
            for at in range(len(text) - size + 1):
                part = text[at : at + size]
                held = number.get(part)
                if held is None or part in taken or held[1] > n + APART or len(found) == MOST:
                    continue
                if part.count("、") != text.count("、"):
                    continue  # some members of a list are another list
                found[part] = held[0]
        taken |= found.keys()
        rows.append(list(found.values()))
    return rows
