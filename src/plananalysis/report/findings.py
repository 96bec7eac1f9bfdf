"""What stands out, as sentences made from the tables, each with the section that holds its evidence."""

from typing import NamedTuple

from plananalysis.report.analysis import Analysis
from plananalysis.report.payload import prominent_slogans
from plananalysis.report.words import say


class Finding(NamedTuple):
    """A sentence in Chinese and English, and the section of the page that shows why."""

    pair: tuple[str, str]
    link: str


def findings(analysis: Analysis) -> list[Finding]:
    """Return what a reader wants to know first.

    Parameters
    ----------
    analysis
        The finished tables.

    Returns
    -------
    list of Finding
        At most five; a table without rows gives none.
    """
    tables = analysis.tables
    found: list[Finding] = []

    def tell(key: str, link: str, **values: object) -> None:
        found.append(Finding((say(key, "zh", **values), say(key, "en", **values)), link))

    alike = tables["similarity"]
    if len(alike) > 1:
        best, least = alike.iloc[int(alike["cosine"].argmax())], alike.iloc[int(alike["cosine"].argmin())]
        x, y = f"{best['cosine']:.2f}", f"{least['cosine']:.2f}"
        tell("find_alike", "similarity", a=best["a"], b=best["b"], x=x, c=least["a"], d=least["b"], y=y)
    slogans = tables["slogans"]
    if len(slogans):
        top = prominent_slogans(slogans).iloc[0]
        tell("find_common", "slogans", slogan=top["slogan"], units=top["n_units"], n=top["n"])
        local = slogans[slogans["n_units"] == 1]
        if len(local) and analysis.by == "unit":
            tell("find_local", "slogans", n=len(local), examples="、".join(local["slogan"].head(5)))
    typical = tables["keywords"]
    if len(typical):
        first = typical[typical["rank"] == 1].head(12)
        parts = [f"{group} {term}" for group, term in zip(first["group"], first["term"], strict=True)]
        more = "……" if typical["group"].nunique() > len(first) else ""
        tell("find_keywords", "keywords", list="、".join(parts) + more)
    excluded = tables["excluded"]
    chars = int((excluded["end"] - excluded["start"]).sum())
    tell("find_excluded", "excluded", n=len(excluded), chars=f"{chars:,}", skipped=len(tables["skipped"]))
    return found
