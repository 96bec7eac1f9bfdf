"""Selection: candidates that are parts of better ones are dropped."""

import numpy as np
import pandas as pd

from plananalysis.slogans.shared_phrases import BUILT, stands_apart

_SAME_PLACES = 0.75
"""Share of the places of a part from which on the longer candidate explains it."""
_LONGER_WINS = 0.85
"""Share of the score of a part that the longer one must have to replace it."""
_GROWN = 0.3
"""The same, of that share, where the longer one has more clauses and is no less parallel."""
_AS_PARALLEL = 0.8
"""How parallel it must be against the part; once, a neighbour of the same length may stand there by chance."""
_FEW_CHARACTERS = 4
"""So many characters more than a better part add nothing."""


def drop_pieces(table: pd.DataFrame, *, limit: int) -> pd.DataFrame:
    """Return the best candidates, without those that hardly occur outside a better or longer one.

    Parameters
    ----------
    table
        Scored candidates.
    limit
        Most rows wanted.

    A part is dropped if a candidate that holds it has at least three quarters of its places, unless the part is
    quoted on its own, or known. A longer one is dropped if it only adds a few characters to a better part. Of
    phrases that many share the longer one stands for both, unless the part has places of its own.
    """
    ordered = table.sort_values(["score", "n", "text"], ascending=[False, False, True], kind="stable")
    ordered = ordered[ordered["score"] > 0].head(2 * limit)
    texts = ordered["text"].tolist()
    counts = ordered["n"].to_numpy()
    scores = ordered["score"].to_numpy()
    clauses, parallel = ordered["clauses"].to_numpy(), ordered["parallel"].to_numpy()
    own = (ordered["n_quoted"].to_numpy() > 0) | ordered["known"].to_numpy()
    quoted = (ordered["n_quoted"] > 0).to_numpy()
    bare = ordered["bare"].to_numpy()
    own |= bare != ""
    shared = ordered["shared"].to_numpy()
    number = {text: i for i, text in enumerate(texts)}
    keep = np.ones(len(texts), dtype=bool)
    for i, text in enumerate(texts):
        size = len(text)
        for length in range(2, size):
            for at in range(size - length + 1):
                j = number.get(text[at : at + length])
                if j is None or j == i or not keep[j] or not keep[i]:
                    continue
                same = counts[i] >= _SAME_PLACES * counts[j]
                same &= not (shared[j] and stands_apart(counts[j], counts[i]))
                alike = _AS_PARALLEL if counts[i] > 1 else 1.0
                grown = clauses[i] > clauses[j] and parallel[i] >= alike * parallel[j] > 0
                listed = clauses[i] > clauses[j] and parallel[i] >= max(BUILT, alike * parallel[j])
                needed = _LONGER_WINS * (_GROWN if grown else 1) * (not (shared[i] and shared[j]))
                named = bare[i] != "" and bare[i] == bare[j]
                if (
                    same
                    and (named or not own[j])
                    and (listed or named or scores[i] >= needed * scores[j] or quoted[i])
                ):
                    keep[j] = False
                elif (
                    not own[i]
                    and scores[i] < scores[j]
                    and (same or (size - length <= _FEW_CHARACTERS and not shared[i]))
                ):
                    keep[i] = False
    return ordered[keep].head(limit)
