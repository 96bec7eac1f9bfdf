"""A unit's plan against its plan of another year: what entered, what left, what moved, and what is worded anew."""

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.compare.align import THRESHOLD
from plananalysis.compare.aligned import Aligned, align_plans
from plananalysis.compare.answers import answers
from plananalysis.compare.common_wording import NOTHING_IN_COMMON, Common
from plananalysis.compare.heading_verbs import leading_verb
from plananalysis.compare.nodes import Node
from plananalysis.compare.plans import check_threshold, place, relations
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, near
from plananalysis.lexicon.theme_lexicons import ThemeLexicon
from plananalysis.messages.message import Message


def compare_years(
    corpus: Corpus,
    unit: str,
    year_a: int | None = None,
    year_b: int | None = None,
    *,
    lexicon: ThemeLexicon | None = None,
    threshold: float = THRESHOLD,
    part: Part = None,
) -> pd.DataFrame:
    r"""Tell what became of a unit's items from one year to the next.

    Parameters
    ----------
    corpus
        Holds a plan of the unit for either year.
    unit
        The unit.
    year_a, year_b
        The earlier and the later year; by default the last two.
    lexicon, threshold
        As in :func:`plananalysis.compare_plans`.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per pair of items or single item, in the order of the earlier plan, then what entered: change
        (``kept``; ``reworded``: the wording was taken over and changed; ``moved``: taken over into a section that does
        not answer the one it stood in; ``related``: the same subject in other words; ``entered``; ``left``), relation
        (as in :func:`plananalysis.compare_plans`), passage_a, line_a, start_a, end_a, part_a, section_a, heading_a, verb_a, passage_b,
        line_b, start_b, end_b, part_b, section_b, heading_b, verb_b, verb_changed (both headings lead with a verb, and not the same
        one: 推进 → 深化), similarity (0 to 1; how near the two are in substance), same_wording (share of the letters
        of both that stand in common runs, 0 to 1), evidence (that the wording is one; from 1 on it is), common_run
        (the longest run), numbers_changed (between equal letters, 30→31, joined by ｜), text_a, text_b. For what
        entered or left, the other side is empty.

    Raises
    ------
    InputError
        If the unit does not exist (near names are listed), has no plan of a year or several, or has one year only.

    Notes
    -----
    Common runs have four letters or more, in any order; a number counts as one letter, whatever it is, so that an item of
    which but the figures changed is kept. An item is kept if 80 % of the letters of both stand in common runs (of an item that
    several answer: of the shorter side). The letters in common weigh as much as their words are rare, in the genre (1 -
    ln n / ln N over the reports of the shipped table) and among the items of the two plans; figures and names of
    programmes weigh nothing. Their sum, times the share of the shorter item that is common, is the evidence, in parts of
    0.6. Related items are 1.65 times as near as the threshold asks.

    Examples
    --------
    >>> import pandas as pd
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts(
    ...     {"旧": "一、推进支部建设\n落实三会一课制度。\n二、纠治四风\n整治形式主义。",
    ...      "新": "一、深化支部建设\n全面落实三会一课制度。\n二、青年工作\n关心青年成长成才。"},
    ...     metadata=pd.DataFrame({"doc_id": ["旧", "新"], "unit": "某局", "year": [2023, 2024]}))
    >>> compare_years(corpus, "某局")[["change", "verb_a", "verb_b", "verb_changed"]]
        change verb_a verb_b verb_changed
    0     kept     推进     深化          True
    1     left     纠治               False
    2  entered                     False
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    check_threshold(threshold)
    doc_a, doc_b = _plans_of(corpus, unit, year_a, year_b)
    sections, items, a, b = align_plans(corpus, doc_a, doc_b, lexicon, threshold)
    found = answers(items, threshold)
    number = [{(n.start, n.end): i for i, n in enumerate(nodes)} for nodes in (items.a, items.b)]
    rows = []
    for relation, node_a, node_b, similar in relations(items._replace(pairs=set(found))):
        if relation in ("only_a", "only_b"):
            kept_a, kept_b = (node_a, None) if relation == "only_a" else (None, node_b)
            change = "left" if relation == "only_a" else "entered"
            rows.append(_record(change, relation, kept_a, kept_b, 0.0, NOTHING_IN_COMMON))
        elif node_a and node_b:
            common = found[number[0][node_a.start, node_a.end], number[1][node_b.start, node_b.end]]
            together = _together(_around(a.sections, node_a), _around(b.sections, node_b), sections)
            change = _change(common, whole=relation == "pair", together=together)
            rows.append(_record(change, relation, node_a, node_b, similar, common))
    return tables.from_records(rows, "year_comparison")


def _change(found: Common, *, whole: bool, together: bool) -> str:
    """Say what became of an item that another answers."""
    if not found.is_one_wording():
        return "related"
    if not together:
        return "moved"
    return "kept" if found.is_kept(whole=whole) else "reworded"


def _around(sections: list[Node], node: Node) -> list[int]:
    """Return the numbers of the sections that hold an item, the innermost first."""
    inside = [i for i, section in enumerate(sections) if section.start <= node.start < section.end]
    return sorted(inside, key=lambda i: -sections[i].start)


def _record(
    change: str,
    relation: str,
    a: Node | None,
    b: Node | None,
    similar: float,
    found: Common,
) -> tuple:
    """Return a row of the table."""
    verbs = tuple(leading_verb(node.heading) if node else "" for node in (a, b))
    sides = []
    for node, verb in zip((a, b), verbs, strict=True):
        *where, heading = place(node)
        sides += [*where, node.section if node else "", heading, verb]
    changed = all(verbs) and verbs[0] != verbs[1]
    texts = [f"{node.heading}\n{node.body}".strip() if node else "" for node in (a, b)]
    numbers = tables.LIST_SEPARATOR.join(found.numbers)
    return (
        *(change, relation, *sides, changed, float(similar)),
        *(found.share, found.evidence, found.run, numbers, *texts),
    )


def _together(a: list[int], b: list[int], sections: Aligned) -> bool:
    """Tell whether the section that one item stands in answers the other's, or one that holds it.

    What stands outside every section is nowhere else.
    """
    if not a or not b:
        return True
    return any((i, j) in sections.pairs and (i == a[0] or j == b[0]) for i in a for j in b)


def _plans_of(corpus: Corpus, unit: str, year_a: int | None, year_b: int | None) -> tuple[str, str]:
    """Return the documents of a unit for two years."""
    documents = corpus.documents[corpus.documents["unit"] == unit]
    if not unit or documents.empty:
        known = dict.fromkeys(filter(None, corpus.documents["unit"].dropna()))
        raise InputError("no unit {unit!r}; {near}", unit=unit, near=near(unit, known))
    years = sorted(int(year) for year in documents["year"].dropna().unique())
    if year_a is None and year_b is None and len(years) >= 2:
        year_a, year_b = years[-2:]
    elif year_a is None:
        year_a = next((year for year in reversed(years) if year_b is not None and year < year_b), None)
    elif year_b is None:
        year_b = next((year for year in years if year > year_a), None)
    if year_a is None or year_b is None or year_a == year_b:
        raise InputError(
            "{unit!r} needs plans of two years; its years: {years}",
            unit=unit,
            years=years or Message("none known"),
        )
    return _plan_of(documents, unit, year_a, years), _plan_of(documents, unit, year_b, years)


def _plan_of(documents: pd.DataFrame, unit: str, year: int, years: list[int]) -> str:
    """Return the one document of a year."""
    found = documents.loc[documents["year"].astype("Int64") == year, "doc_id"].tolist()
    if not found:
        raise InputError(
            "{unit!r} has no plan of {year}; its years: {years}", unit=unit, year=year, years=years
        )
    if len(found) > 1:
        raise InputError(
            "{unit!r} has several plans of {year} ({found}); compare two with compare_plans",
            unit=unit,
            year=year,
            found=found,
        )
    return str(found[0])
