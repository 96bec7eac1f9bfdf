"""How often words stand in the texts as a reader finds them, also inside longer words: what a finding may say of them."""

import pandas as pd

from plananalysis.corpus.lines import blanked
from plananalysis.groups import groups_of
from plananalysis.report.analysis import Analysis


def text_counts(analysis: Analysis, terms: list[str]) -> pd.DataFrame:
    """Return documents by terms: the places of each string in what is counted of each text."""
    spans: dict[str, list[tuple[int, int]]] = {}
    excluded = analysis.corpus.excluded
    for doc, start, end in zip(*(excluded[name] for name in ("doc_id", "start", "end")), strict=True):
        spans.setdefault(doc, []).append((start, end))
    rows = {
        doc: [whole.count(term) for term in terms]
        for doc, whole in ((doc, blanked(text, spans.get(doc, []))) for doc, text in analysis.corpus.texts())
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=terms)


def with_counts_here_and_elsewhere(analysis: Analysis, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of groups and terms with ``n_here`` and ``n_elsewhere``: places in the group's texts and all others."""
    counts = text_counts(analysis, list(dict.fromkeys(rows["term"].astype("str"))))
    group = groups_of(analysis.corpus, analysis.by).reindex(counts.index)
    by_group = counts.groupby(group.to_numpy()).sum()
    pairs = zip(rows["group"].astype("str"), rows["term"].astype("str"), strict=True)
    cells = by_group.to_dict()
    here = [int(cells[term][name]) for name, term in pairs]
    total = counts.sum().reindex(rows["term"].astype("str")).to_numpy()
    return rows.assign(n_here=here, n_elsewhere=total - here)


def without_overlaps(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows without those whose term is part of, or holds, the term of a row before."""
    kept: list[int] = []
    told: list[str] = []
    for place, term in enumerate(rows["term"].astype("str")):
        if not any(term in other or other in term for other in told):
            kept.append(place)
            told.append(term)
    return rows.iloc[kept]
