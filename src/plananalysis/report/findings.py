"""What stands out, as sentences made from the tables, each with the section that holds its evidence."""

from typing import NamedTuple

import pandas as pd

from plananalysis.groups import groups_of
from plananalysis.report.analysis import MOST_PAIRED, Analysis
from plananalysis.report.labels import VALUES
from plananalysis.report.payload import prominent_slogans
from plananalysis.report.words import WORDS, say

QUOTED, MOST_NAMED, EXAMPLES = 36, 5, 4
CLOSE = 0.7
"""A quoted passage is at least so similar on both sides, if any is: a long one loosely alike does not read as shared."""


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
    made = (alike(analysis), shared(analysis), emphasis(analysis), slogans(analysis), excluded(analysis))
    return [finding for finding in made if finding is not None]


def _finding(key: str, link: str, **values: object) -> Finding:
    """Fill the words; a value that is a pair says its own in each language."""
    sides = [{k: v[i] if isinstance(v, tuple) else v for k, v in values.items()} for i in (0, 1)]
    return Finding((say(key, "zh", **sides[0]), say(key, "en", **sides[1])), link)


def _rows(analysis: Analysis, name: str) -> pd.DataFrame:
    """Return a table, or one without rows where it was not made."""
    return analysis.tables.get(name, pd.DataFrame())


def alike(analysis: Analysis) -> Finding | None:
    """Say which two are most alike, and which two least."""
    pairs = _rows(analysis, "similarity")
    if len(pairs) < 2:
        return None
    best, least = pairs.iloc[int(pairs["cosine"].argmax())], pairs.iloc[int(pairs["cosine"].argmin())]
    x, y = f"{best['cosine']:.2f}", f"{least['cosine']:.2f}"
    if len(analysis.order) > MOST_PAIRED:  # the table holds the nearest pairs only
        return _finding("find_nearest", "similarity", a=best["a"], b=best["b"], x=x)
    return _finding(
        "find_alike", "similarity", a=best["a"], b=best["b"], x=x, c=least["a"], d=least["b"], y=y
    )


def shared(analysis: Analysis) -> Finding | None:
    """Quote the most distinctive passage that two units share."""
    reuse = _rows(analysis, "reuse")
    if reuse.empty:
        return None
    group = groups_of(analysis.corpus, analysis.by)
    between = reuse[reuse["doc_a"].map(group).to_numpy() != reuse["doc_b"].map(group).to_numpy()]
    passages = between[between["kind"] == "passage"]
    if passages.empty:
        return None
    close = passages[passages["similarity"] >= CLOSE]
    top = (passages if close.empty else close).iloc[0]
    return _finding(
        "find_reuse",
        "reuse",
        a=group[top["doc_a"]],
        b=group[top["doc_b"]],
        text=_quoted(top["text_a"]),
        n=top["n_chars"],
        x=f"{top['similarity']:.2f}",
        total=f"{len(reuse):,}",
        passages=f"{int((reuse['kind'] == 'passage').sum()):,}",
    )


def _quoted(text: str) -> str:
    """Return the beginning of a wording as it stands inside quotation marks: the marks in it are single ones.

    Examples
    --------
    >>> _quoted("严格执行“三会一课”制度")
    '严格执行‘三会一课’制度'
    """
    text = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    if len(text) <= QUOTED:
        return text
    text = text[:QUOTED]
    opened = text.rfind("‘")
    return (text[:opened] + text[opened + 1 :] if opened > text.rfind("’") else text) + "……"


def emphasis(analysis: Analysis) -> Finding | None:
    """Say which theme and which term those groups stress that stand out most."""
    stressed, key = _rows(analysis, "emphasis"), _rows(analysis, "keyness_by")
    typical = _rows(analysis, "keywords")
    source = key if len(key) else typical
    terms: dict[str, str] = {}
    for group, term in zip(source.get("group", ()), source.get("term", ()), strict=True):
        # That a unit names itself more than others do is true and tells nothing.
        if group not in terms and not _named_in(str(term), str(group)):
            terms[group] = term
    themes: dict[str, str] = {}
    if not stressed.empty and len(stressed["group"].unique()) > 1:
        ranked = stressed[stressed["difference"] > 0].sort_values("z", ascending=False, kind="stable")
        themes = dict(
            ranked.drop_duplicates("group")[["group", "theme"]].astype("str").itertuples(index=False)
        )
    # The clearest emphasis first; groups without a theme follow in the order of the clustering.
    groups = list(themes)
    groups += [group for group in analysis.order if group in terms and group not in themes]
    groups += sorted({*themes, *terms}.difference(groups))
    if not groups:
        return None
    parts = [_both_of(group, themes.get(group), terms.get(group)) for group in groups[:MOST_NAMED]]
    listed = ("；".join(zh for zh, _ in parts), "; ".join(en for _, en in parts))
    sentence, link = ("find_emphasis", "themes") if themes else ("find_keywords", "keywords")
    rest = len(groups) - len(parts)
    more = (
        (say(f"{sentence}_more", "zh", n=rest), say(f"{sentence}_more", "en", n=rest)) if rest else ("", "")
    )
    return _finding(sentence, link, list=listed, more=more)


def _named_in(term: str, group: str) -> bool:
    """Return whether a term is part of a unit's name, or begins with a part of it."""
    return term in group or (len(term) > 2 and term[:2] in group)


def _both_of(group: str, theme: str | None, term: str | None) -> tuple[str, str]:
    """Return what a group stresses, in Chinese and English."""
    named = f"“{term}”" if term else ""
    parts = [part for part in (theme, named) if part]
    return f"{group}：{'、'.join(parts)}", f"{group}: {', '.join(parts)}"


def slogans(analysis: Analysis) -> Finding | None:
    """Say which slogan is the most widespread, and which are unusual."""
    table = _rows(analysis, "slogans")
    if table.empty:
        return None
    top = prominent_slogans(table).iloc[0]
    unknown = table[(table["kind"] == "numeric") & (table["status"] == "unknown")]
    local = table[table["n_units"] == 1]
    # A local slogan that is quoted, numeric or repeated tells more than one wording that happens to be unique.
    named = local[(local["kind"] != "recurring") & (local["n"] > 1)]
    return _finding(
        "find_slogans",
        "slogans",
        slogan=top["slogan"],
        units=top["n_units"],
        n=top["n"],
        unknown=len(unknown),
        unknown_list=_examples(unknown),
        local=len(local),
        local_list=_examples(named),
    )


def _examples(table: pd.DataFrame) -> tuple[str, str]:
    """Return the first few slogans of a table in brackets, or nothing."""
    first = table["slogan"].head(EXAMPLES).tolist()
    return (f"（如{'、'.join(first)}）", f" (such as {', '.join(first)})") if first else ("", "")


def excluded(analysis: Analysis) -> Finding:
    """Say how much was left out, and why."""
    table = analysis.tables["excluded"]
    chars = int((table["end"] - table["start"]).sum())
    counts = table["reason"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    names = [VALUES.get(str(reason), (str(reason),) * 2) for reason in counts.index]
    listed = [[f"{name[i]} {n}" for name, n in zip(names, counts, strict=True)] for i in (0, 1)]
    reasons = ("（" + "、".join(listed[0]) + "）", f" ({', '.join(listed[1])})") if names else ("", "")
    unread = len(analysis.tables["skipped"])
    zh, en = WORDS["skipped_some" if unread else "skipped_none"]
    return _finding(
        "find_excluded" if len(table) else "find_nothing_excluded",
        "excluded",
        n=len(table),
        chars=f"{chars:,}",
        reasons=reasons,
        skipped=(zh.format(n=unread), en.format(n=unread)),
    )
