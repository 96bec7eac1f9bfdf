"""Two plans side by side: which sections and items answer each other, and what stands in one plan only."""

import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.compare.align import THRESHOLD
from plananalysis.compare.aligned import Aligned, align_plans
from plananalysis.compare.common_wording import NOTHING_IN_COMMON, CommonWordings
from plananalysis.compare.evidence import Evidence, gather, reused_chars, slogans_in
from plananalysis.compare.nodes import Node
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.errors import InputError, near
from plananalysis.groups import default_grouping, groups_of
from plananalysis.lexicon.theme_lexicons import ThemeLexicon

_EXCERPT = 30


def find_plan(corpus: Corpus, name: str) -> str:
    """Return the doc_id that a name means: a doc_id, a unit (its latest plan), or a year where all are of one unit.

    Raises
    ------
    InputError
        If there is none, naming the near ones, or if a unit has several plans without a latest year.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> find_plan(corpus_from_texts({"a": "一、学习"}), "a")
    'a'
    """
    documents = corpus.documents
    if name in set(documents["doc_id"]):
        return name
    of_unit = documents[documents["unit"] == name]
    if of_unit.empty and default_grouping(corpus) == "year":
        of_unit = documents[(groups_of(corpus, "year") == str(name)).to_numpy()]
    if not name or of_unit.empty:
        known = dict.fromkeys([*groups_of(corpus), *documents["unit"].dropna(), *documents["doc_id"]])
        raise InputError(
            "no document or unit {name!r}; {near}", name=name, near=near(name, filter(None, known))
        )
    year = of_unit["year"].astype("Int64").fillna(-1)
    latest = of_unit[year == year.max()]
    if len(latest) > 1:
        raise InputError(
            "{name!r} has several plans; name one of {latest}", name=name, latest=latest["doc_id"]
        )
    return str(latest["doc_id"].iloc[0])


def find_two_plans(corpus: Corpus, a: str, b: str) -> tuple[str, str]:
    """Return the doc_ids that two names mean, or raise :class:`InputError` if they mean the same."""
    doc_a, doc_b = find_plan(corpus, a), find_plan(corpus, b)
    if doc_a == doc_b:
        raise InputError("{a!r} and {b!r} are the same plan; name two", a=a, b=b)
    return doc_a, doc_b


def check_threshold(threshold: float) -> None:
    """Raise :class:`InputError` if a threshold cannot be one."""
    if not 0 < threshold <= 1:
        raise InputError("threshold={threshold!r} is not above 0 and at most 1", threshold=threshold)


def compare_plans(
    corpus: Corpus,
    a: str,
    b: str,
    *,
    lexicon: ThemeLexicon | None = None,
    occurrences: pd.DataFrame | None = None,
    reuse: pd.DataFrame | None = None,
    threshold: float = THRESHOLD,
    part: Part = None,
) -> pd.DataFrame:
    r"""Align the sections and items of two plans and list what stands in one of them only.

    Which words A stresses against B is another question: see :func:`plananalysis.keyness`.

    Parameters
    ----------
    corpus
        Holds both plans.
    a, b
        doc_id, or unit (then its latest plan).
    lexicon
        Theme lexicon for one of the signs, as in :func:`plananalysis.load_theme_lexicon`; without it the shipped
        one that covers the two plans better.
    occurrences
        Table of :func:`plananalysis.slogan_occurrences`; without it the slogan columns are empty.
    reuse
        Table of :func:`plananalysis.find_reuse`; without it ``reused_chars`` is 0.
    threshold
        Least similarity of a pair, above 0 and at most 1.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        Sections (headings with headings or more than 300 characters of prose below them), then items (headings with
        less, and the paragraphs of prose, which have their lead or first words for a heading), in the order of plan A,
        each followed by the gaps of plan B: element (``section`` or ``item``), relation (``pair``; ``split``: one of A
        answered by several of B; ``merged``: several of A by one of B; ``only_a``, ``only_b``: a gap), passage_a,
        line_a, start_a, end_a, part_a, heading_a, passage_b, line_b, start_b, end_b, part_b, heading_b, similarity (0 to 1), same_wording (share of the
        letters of both items that stand in common runs), common_run (the longest one), shared_slogans, slogans_a and
        slogans_b (those the other side lacks), reused_chars. In a gap the other side shows the nearest passage and
        its similarity: evidence, not a counterpart.

    Raises
    ------
    InputError
        If a plan does not exist, both names mean the same plan, or the threshold is none.

    Notes
    -----
    The similarity of two items is the weighted mean of four cosines: TF-IDF of their words (1.0); their three best
    matched clauses by character bigrams and trigrams (1.0); their themes by the lexicon (0.5); the tasks they set
    by a list of some hundred tasks of such plans (2.0). It is lowered where their sections do not answer each
    other. Parts answer parts: what looks back answers only what looks back, what lies ahead only what lies ahead, also
    where the other plan has nothing of the kind; then it stands alone. (Two plans without a kind in common, a review and a
    plan, are compared all the same.) Of what lies ahead, another part (targets, plan, self …) counts .8 where the other
    plan has the same. Prose that a section with several items answers is cut into paragraphs, or sentences, to answer
    them. A section's similarity is that of its text and, for a third, the share of its items aligned with the
    other's. The optimal assignment (Kuhn 1955) pairs one with one; whoever is left over joins its best counterpart
    if it is nearly as near as that one's partner, so that both halves of a split section are kept. A numbered
    sentence without a heading of its own belongs to the item above it.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({
    ...     "a": "一、纠治四风\n整治形式主义，为基层减负。\n二、建强支部\n落实三会一课制度。",
    ...     "b": "一、抓好支部\n三会一课制度全面落实。\n二、青年工作\n关心青年成长成才。"})
    >>> compare_plans(corpus, "a", "b")[["relation", "heading_a", "heading_b"]]
      relation heading_a heading_b
    0   only_a      纠治四风      抓好支部
    1     pair      建强支部      抓好支部
    2   only_b      纠治四风      青年工作
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    if occurrences is not None:
        tables.check(occurrences, "occurrences", ("doc_id", "start", "end", "slogan"))
    if reuse is not None:
        tables.check(reuse, "reuse", ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"))
    check_threshold(threshold)
    doc_a, doc_b = find_two_plans(corpus, a, b)
    sections, items, _, _ = align_plans(corpus, doc_a, doc_b, lexicon, threshold)
    evidence = gather(doc_a, doc_b, occurrences, reuse)
    wordings = CommonWordings(items.a, items.b)
    rows = [_record("section", *row, evidence) for row in relations(sections)]
    rows += [_record("item", *row, evidence, wordings=wordings) for row in relations(items)]
    return tables.from_records(rows, "comparison")


def relations(aligned: Aligned) -> list[tuple[str, Node | None, Node | None, float]]:
    """Return (relation, node of A, node of B, similarity): the pairs and gaps of A in its order, then those of B."""
    nodes_a, nodes_b, similar, pairs = aligned
    partners_a = {i: sorted(j for k, j in pairs if k == i) for i in range(len(nodes_a))}
    partners_b = {j: sorted(i for i, k in pairs if k == j) for j in range(len(nodes_b))}
    rows: list[tuple[str, Node | None, Node | None, float]] = []
    for i, node in enumerate(nodes_a):
        for j in partners_a[i]:
            relation = "split" if len(partners_a[i]) > 1 else "merged" if len(partners_b[j]) > 1 else "pair"
            rows.append((relation, node, nodes_b[j], similar[i, j]))
        if not partners_a[i]:
            nearest = int(similar[i].argmax()) if nodes_b else -1
            rows.append(
                ("only_a", node, *((nodes_b[nearest], similar[i, nearest]) if nodes_b else (None, 0.0)))
            )
    for j, node in enumerate(nodes_b):
        if not partners_b[j]:
            nearest = int(similar[:, j].argmax()) if nodes_a else -1
            side = (nodes_a[nearest], node, similar[nearest, j]) if nodes_a else (None, node, 0.0)
            rows.append(("only_b", *side))
    return rows


def place(node: Node | None) -> tuple[str, int, int, int, str, str]:
    """Return passage_id, line, start, end, part and heading of a node, or how its text begins where it has no heading."""
    if node is None:
        return "", 0, 0, 0, "", ""
    heading = node.heading or node.body[:_EXCERPT]
    return node.passage_id, node.line, node.start, node.end, node.part, heading


def _record(
    element: str,
    relation: str,
    a: Node | None,
    b: Node | None,
    similar: float,
    evidence: Evidence,
    *,
    wordings: CommonWordings | None = None,
) -> tuple:
    """Return a row of the table."""
    paired = a is not None and b is not None and not relation.startswith("only")
    common = wordings.of(a, b) if wordings and paired and a and b else NOTHING_IN_COMMON
    slogans_a = slogans_in(evidence.slogans_a, a) if a else []
    slogans_b = slogans_in(evidence.slogans_b, b) if b else []
    join = tables.LIST_SEPARATOR.join
    return (
        element,
        relation,
        *place(a),
        *place(b),
        float(similar),
        common.share,
        common.run,
        join(s for s in slogans_a if s in slogans_b),
        join(s for s in slogans_a if s not in slogans_b),
        join(s for s in slogans_b if s not in slogans_a),
        reused_chars(evidence.reuse, a, b) if a and b else 0,
    )
