"""A unit's plan against its plan of another year: what entered, what left, what moved, and what is worded anew."""

import difflib

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.compare.align import THRESHOLD
from plananalysis.compare.aligned import Aligned, align_plans
from plananalysis.compare.heading_verbs import leading_verb
from plananalysis.compare.nodes import Node, Plan
from plananalysis.compare.plans import check_threshold, place, relations
from plananalysis.compare.signs import innermost
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, near
from plananalysis.folding import fold_text
from plananalysis.lexicon.theme_lexicons import ThemeLexicon

KEPT = 0.8
"""Share of the wording that must be equal for an item to count as kept, not reworded."""


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
        (``kept``; ``reworded``: the same task in other words; ``moved``: into a section that does not answer the
        one it stood in; ``entered``; ``left``), relation (as in :func:`plananalysis.compare_plans`), passage_a,
        line_a, section_a, heading_a, verb_a, passage_b, line_b, section_b, heading_b, verb_b, verb_changed (both
        headings lead with a verb, and not the same one: 推进 → 深化), similarity (0 to 1; how near the two are in
        substance), same_wording (share of the letters of both that stand in common runs, 0 to 1), text_a, text_b.
        For what entered or left, the other side is empty.

    Raises
    ------
    InputError
        If the unit does not exist (near names are listed), has no plan of a year or several, or has one year only.

    Notes
    -----
    same_wording is difflib's ratio 2M / T over letters and digits: M in matching blocks (Ratcliff and Metzener
    1988), T in both texts.

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
    in_section = _SectionOf(a), _SectionOf(b)
    rows = [_record(*row, sections, in_section) for row in relations(items)]
    return tables.from_records(rows, "year_comparison")


class _SectionOf:
    """Which section of a plan an item stands in."""

    def __init__(self, plan: Plan) -> None:
        self.sections = plan.sections
        self.number = {
            (item.passage_id, item.start): place
            for item, place in zip(plan.items, innermost(plan), strict=True)
        }

    def of(self, node: Node) -> int:
        return self.number[node.passage_id, node.start]

    def heading(self, node: Node | None) -> str:
        return node.section if node else ""


def _record(
    relation: str,
    a: Node | None,
    b: Node | None,
    similar: float,
    sections: Aligned,
    in_section: tuple["_SectionOf", "_SectionOf"],
) -> tuple:
    """Return a row of the table."""
    if relation == "only_a":
        b = None
    elif relation == "only_b":
        a = None
    wording = _same_wording(a, b) if a and b else 0.0
    if a is None:
        change = "entered"
    elif b is None:
        change = "left"
    elif sections.similar.size and not _together(in_section[0].of(a), in_section[1].of(b), sections):
        change = "moved"
    else:
        change = "kept" if wording >= KEPT else "reworded"
    verbs = tuple(leading_verb(node.heading) if node else "" for node in (a, b))
    sides = []
    for node, verb, of in zip((a, b), verbs, in_section, strict=True):
        passage_id, line, heading = place(node)
        sides += [passage_id, line, of.heading(node), heading, verb]
    changed = all(verbs) and verbs[0] != verbs[1]
    texts = [f"{node.heading}\n{node.body}".strip() if node else "" for node in (a, b)]
    paired = a is not None and b is not None
    return change, relation, *sides, changed, float(similar) if paired else 0.0, wording, *texts


def _together(i: int, j: int, sections: Aligned) -> bool:
    """Tell whether two sections answer each other; outside every section is one place."""
    return i == j if -1 in (i, j) else (i, j) in sections.pairs


def _same_wording(a: Node, b: Node) -> float:
    """Return the share of the letters of two nodes that stand in matching blocks."""
    left, right = ("".join(filter(str.isalnum, fold_text(n.heading + n.body))) for n in (a, b))
    return difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()


def _plans_of(corpus: Corpus, unit: str, year_a: int | None, year_b: int | None) -> tuple[str, str]:
    """Return the documents of a unit for two years."""
    documents = corpus.documents[corpus.documents["unit"] == unit]
    if not unit or documents.empty:
        known = dict.fromkeys(filter(None, corpus.documents["unit"].dropna()))
        raise InputError(f"no unit {unit!r}; {near(unit, known)}")
    years = sorted(int(year) for year in documents["year"].dropna().unique())
    if year_a is None and year_b is None and len(years) >= 2:
        year_a, year_b = years[-2:]
    elif year_a is None:
        year_a = next((year for year in reversed(years) if year_b is not None and year < year_b), None)
    elif year_b is None:
        year_b = next((year for year in years if year > year_a), None)
    if year_a is None or year_b is None or year_a == year_b:
        listed = ", ".join(map(str, years)) or "none known"
        raise InputError(f"{unit!r} needs plans of two years; its years: {listed}")
    return _plan_of(documents, unit, year_a, years), _plan_of(documents, unit, year_b, years)


def _plan_of(documents: pd.DataFrame, unit: str, year: int, years: list[int]) -> str:
    """Return the one document of a year."""
    found = documents.loc[documents["year"].astype("Int64") == year, "doc_id"].tolist()
    if not found:
        raise InputError(f"{unit!r} has no plan of {year}; its years: {', '.join(map(str, years))}")
    if len(found) > 1:
        raise InputError(
            f"{unit!r} has several plans of {year} ({', '.join(found)}); compare two with compare_plans"
        )
    return str(found[0])
