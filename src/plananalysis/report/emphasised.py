"""What groups stress beyond chance, by themes and by terms: the rows that the findings of both sections are made of."""

from collections import Counter

import numpy as np
import pandas as pd

from plananalysis.groups import groups_of
from plananalysis.language.places import PROVINCES, REGIONS, WATERS_AND_MOUNTAINS
from plananalysis.report.analysis import Analysis
from plananalysis.report.section import table_of
from plananalysis.report.text_counts import with_counts_here_and_elsewhere
from plananalysis.statistics.keyness import adjust_p, compare_counts, two_sided
from plananalysis.tables import LIST_SEPARATOR

MOST_NAMED = 5
"""Groups that a finding names."""
LEVEL = 0.05
"""Adjusted p that an emphasis must stay below."""
SURE_TERM = 0.001
"""The same of a key term: words come in bursts, so their p values are too small."""
READ, TIMES = 20, 3
"""Key terms whose places in the texts are counted, and how many times as often the group must write them as all others."""
FEWEST = 5
"""Occurrences of a key term that a finding names."""
_PLACES = frozenset((*PROVINCES, *REGIONS, *WATERS_AND_MOUNTAINS))
FEWEST_PASSAGES, SURE_Z = 3, 1.96
"""Passages that hold a term that explains a theme, and z by which the group has it more often than the others."""


def sure_themes(analysis: Analysis) -> pd.DataFrame:
    """Return by group the theme that it stresses most clearly, the clearest first, with a term of the theme's evidence.

    Only where the interval of the share lies above the mean of all groups, and z, adjusted for the number of groups and
    themes, is no chance.
    """
    emphasis = table_of(analysis, "emphasis")
    if emphasis.empty or emphasis["group"].nunique() < 2:
        return emphasis.head(0).assign(p_adjusted=0.0, term="", n_term=0)
    known = emphasis[np.isfinite(emphasis["z"].astype(float))]
    known = known.assign(p_adjusted=adjust_p(two_sided(known["z"].to_numpy(dtype=float))))
    sure = known[
        (known["share_low"] > known["mean_share"]) & (known["z"] > 0) & (known["p_adjusted"] < LEVEL)
    ]
    best = sure.sort_values("z", ascending=False, kind="stable").drop_duplicates("group")
    terms = [_telling_term(analysis, str(row.group), str(row.theme)) for row in best.itertuples()]
    return best.assign(term=[term for term, _ in terms], n_term=[n for _, n in terms])


def _telling_term(analysis: Analysis, group: str, theme: str) -> tuple[str, int]:
    """Return the term of a theme's evidence that a group has more often than the others, and in how many passages.

    No name of a place: that 长江 stands in the plans along it is true and tells nothing.
    """
    coded = table_of(analysis, "themes")
    if not {"theme", "terms", "doc_id"}.issubset(coded.columns):
        return "", 0
    coded = coded[coded["theme"].astype("str") == theme]
    groups = coded["doc_id"].astype("str").map(groups_of(analysis.corpus, analysis.by))
    return _most_telling(coded["terms"], (groups == group).to_numpy(dtype=bool), group)


def _most_telling(lists: pd.Series, of_group: np.ndarray, group: str) -> tuple[str, int]:
    """Return the term that the cells of a group list more often than all others do, and in how many of its cells."""
    here, elsewhere = (_term_counts(lists[rows]) for rows in (of_group, ~of_group))
    terms = [
        term
        for term in sorted(here.keys() | elsewhere.keys())
        if term and term not in _PLACES and not named_in(term, group)
    ]
    n_here, n_elsewhere = (np.array([counts[term] for term in terms]) for counts in (here, elsewhere))
    if not n_here.any() or not n_elsewhere.any():
        return "", 0
    found = pd.DataFrame({"n": n_here, "z": compare_counts(n_here, n_elsewhere)["z"].to_numpy()}, index=terms)
    found = found[(found["n"] >= FEWEST_PASSAGES) & (found["z"] > SURE_Z)]
    found = found.sort_values(["z", "n"], ascending=False, kind="stable")
    return (str(found.index[0]), int(found["n"].iloc[0])) if len(found) else ("", 0)


def _term_counts(lists: pd.Series) -> Counter[str]:
    """Return how often each term stands in cells that list terms."""
    listed = lists.dropna().astype("str")
    return Counter(term for cell in listed for term in cell.split(LIST_SEPARATOR))


def sure_terms(analysis: Analysis) -> pd.DataFrame:
    """Return by group the term that it uses more than all others, the surest first; none that is part of its name."""
    key = table_of(analysis, "keyness_by")
    if key.empty or key["group"].nunique() < 2:
        return key.head(0)
    sure = key[(key["p_adjusted"] < SURE_TERM) & (key["score"] > 0) & (key["n_target"] >= FEWEST)]
    if len(sure):
        # That a unit names itself more than others do is true and tells nothing.
        own = [named_in(str(t), str(g)) for t, g in zip(sure["term"], sure["group"], strict=True)]
        sure = sure[~np.array(own, dtype=bool)]
    best = sure.sort_values("score", ascending=False, kind="stable").drop_duplicates("group")
    if best.empty:
        return best
    # As a word it may be rare elsewhere and yet stand there inside longer ones: a reader counts what he reads.
    found = with_counts_here_and_elsewhere(analysis, best.head(READ))
    n_chars = analysis.corpus.documents.groupby(groups_of(analysis.corpus, analysis.by).to_numpy())[
        "n_chars"
    ].sum()
    here = found["n_here"] / found["group"].astype("str").map(n_chars).to_numpy()
    elsewhere = found["n_elsewhere"] / (n_chars.sum() - found["group"].astype("str").map(n_chars).to_numpy())
    return found[(here >= TIMES * elsewhere).to_numpy()]


def told_in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that a sentence names, the clearest; years in their order.

    Examples
    --------
    >>> told_in_order(pd.DataFrame({"group": ["2012", "2004"]}))["group"].tolist()
    ['2004', '2012']
    >>> told_in_order(pd.DataFrame({"group": ["乙局", "甲局"]}))["group"].tolist()
    ['乙局', '甲局']
    """
    named = rows.head(MOST_NAMED)
    years = named["group"].astype("str").str.fullmatch(r"\d{4}").all()
    return (
        named.sort_values("group", key=lambda group: group.astype("str"), kind="stable") if years else named
    )


def named_in(term: str, group: str) -> bool:
    """Return whether a term is part of a unit's name, or begins with a part of it.

    Examples
    --------
    >>> named_in("甘肃省", "甘肃"), named_in("渔业", "甘肃省")
    (True, False)
    """
    return term in group or (len(term) > 2 and term[:2] in group)
