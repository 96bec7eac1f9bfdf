"""Which of the scored candidates stand in the table: no pieces of better ones."""

import numpy as np
import pandas as pd

_SAME_PLACES = 0.75
_LONGER_WINS = 0.85


def drop_pieces(table: pd.DataFrame, *, limit: int) -> pd.DataFrame:
    """Return the best candidates, without those that hardly occur outside a better or longer one.

    Parameters
    ----------
    table
        Scored candidates.
    limit
        Most rows wanted.

    A piece goes if a candidate that holds it has at least three quarters of its places, unless the piece is
    quoted on its own, or known. A longer one goes if it only adds a few characters to a better piece.
    """
    ordered = table.sort_values(["score", "n", "text"], ascending=[False, False, True], kind="stable")
    ordered = ordered[ordered["score"] > 0].head(2 * limit)
    texts = ordered["text"].tolist()
    counts = ordered["n"].to_numpy()
    scores = ordered["score"].to_numpy()
    clauses, parallel = ordered["clauses"].to_numpy(), ordered["parallel"].to_numpy()
    own = (ordered["n_quoted"].to_numpy() > 0) | ordered["known"].to_numpy()
    quoted = (ordered["n_quoted"] > 0).to_numpy()
    own |= (ordered["bare"] != "").to_numpy()
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
                # Once, a neighbour of the same length may stand there by chance.
                alike = 0.8 if counts[i] > 1 else 1.0
                grown = clauses[i] > clauses[j] and parallel[i] >= alike * parallel[j] > 0
                needed = _LONGER_WINS * (0.3 if grown else 1)
                if same and not own[j] and (scores[i] >= needed * scores[j] or quoted[i]):
                    keep[j] = False
                elif not own[i] and scores[i] < scores[j] and (same or size - length <= 4):
                    keep[i] = False
    return ordered[keep].head(limit)
