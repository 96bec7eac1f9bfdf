"""Mined slogans as a lexicon, so that segmentation keeps each in one piece."""

import pandas as pd

from plananalysis import tables


def slogan_lexicon(slogans: pd.DataFrame, *, min_score: float = 1.0, min_chars: int = 3) -> pd.DataFrame:
    """Return slogans as lexicon phrases for ``segment(corpus, lexicon=...)``.

    Parameters
    ----------
    slogans
        Table of :func:`find_slogans`.
    min_score
        Leave out slogans with less evidence; those in the register are always taken. Of kind ``term`` and ``period``
        only these are taken.
    min_chars
        Leave out shorter ones, which are as often part of something else; those in the register are taken.

    Returns
    -------
    DataFrame
        ``term``, ``kind`` (``slogan``), ``lexicon`` (``slogans``), ``source`` (the evidence: numeric, quoted, recurring).

    Examples
    --------
    >>> row = {"slogan": "三会一课", "kind": "numeric", "score": 5.0, "status": "known"}
    >>> slogan_lexicon(pd.DataFrame([row]))
       term    kind  lexicon   source
    0  三会一课  slogan  slogans  numeric
    """
    tables.check(slogans, "slogans", ("slogan", "kind", "score", "status"))
    if slogans.empty:
        return tables.empty("lexicon")
    strong = (slogans["score"] >= min_score) & (slogans["slogan"].str.len() >= min_chars)
    strong &= ~slogans["kind"].isin(["term", "period"])
    kept = slogans[strong | (slogans["status"] == "known")]
    frame = pd.DataFrame(
        {"term": kept["slogan"], "kind": "slogan", "lexicon": "slogans", "source": kept["kind"]},
    )
    return tables.conform(frame.drop_duplicates("term"), "lexicon")
