"""What groups stress, by themes and by terms; the findings of both sections tell of it."""

from plananalysis.report.analysis import Analysis
from plananalysis.report.section import table_of
from plananalysis.report.words import GROUPS, Pair, filled

MOST_NAMED = 5
"""Groups that a finding names."""


def stressed_themes(analysis: Analysis) -> dict[str, str]:
    """Return by group the theme that it stresses most clearly, the clearest first; none of a single group."""
    stressed = table_of(analysis, "emphasis")
    if stressed.empty or len(stressed["group"].unique()) < 2:
        return {}
    ranked = stressed[stressed["difference"] > 0].sort_values("z", ascending=False, kind="stable")
    return dict(ranked.drop_duplicates("group")[["group", "theme"]].astype("str").itertuples(index=False))


def typical_terms(analysis: Analysis) -> dict[str, str]:
    """Return by group the first of its terms that is not part of its name."""
    key, typical = table_of(analysis, "keyness_by"), table_of(analysis, "keywords")
    source = key if len(key) else typical
    terms: dict[str, str] = {}
    for group, term in zip(source.get("group", ()), source.get("term", ()), strict=True):
        # That a unit names itself more than others do is true and tells nothing.
        if group not in terms and not named_in(str(term), str(group)):
            terms[group] = term
    return terms


def named_in(term: str, group: str) -> bool:
    """Return whether a term is part of a unit's name, or begins with a part of it.

    Examples
    --------
    >>> named_in("甘肃省", "甘肃"), named_in("渔业", "甘肃省")
    (True, False)
    """
    return term in group or (len(term) > 2 and term[:2] in group)


def told(analysis: Analysis, sentence: Pair, more: Pair) -> Pair | None:
    """Fill ``{list}`` with what the first groups stress, ``{more}`` with how many others there are, ``{groups}`` with what they are.

    Groups with a theme come first, the clearest before the others; those with a term alone follow in the order of the
    clustering.
    """
    themes, terms = stressed_themes(analysis), typical_terms(analysis)
    groups = list(themes)
    groups += [group for group in analysis.order if group in terms and group not in themes]
    groups += sorted({*themes, *terms}.difference(groups))
    if not groups:
        return None
    parts = [_stress(group, themes.get(group), terms.get(group)) for group in groups[:MOST_NAMED]]
    listed = ("；".join(zh for zh, _ in parts), "; ".join(en for _, en in parts))
    rest = len(groups) - len(parts)
    compared = GROUPS[analysis.by]
    kind = (compared[0][1:], compared[1])
    further = filled(more, n=rest, groups=compared) if rest else ("", "")
    return filled(sentence, list=listed, more=further, groups=kind)


def _stress(group: str, theme: str | None, term: str | None) -> Pair:
    """Return what a group stresses, in Chinese and English."""
    named = f"“{term}”" if term else ""
    parts = [part for part in (theme, named) if part]
    return f"{group}：{'、'.join(parts)}", f"{group}: {', '.join(parts)}"
