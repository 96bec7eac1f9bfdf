"""Texts with marked edges, for the tests of rules about edges."""

import numpy as np
import pandas as pd

from plananalysis.corpus import corpus_from_texts
from plananalysis.reuse import find_reuse
from plananalysis.reuse.edges import EdgeContext
from plananalysis.reuse.marks import mark
from plananalysis.reuse.matches import Matches
from plananalysis.reuse.seeds.fingerprint import Fingerprint, fingerprint


def marked(a: str, b: str) -> tuple[Fingerprint, Matches]:
    """Return two texts as letters, and the range of letters between the bars of each; equal texts are one document."""
    texts = {"a": a.replace("|", ""), "b": b.replace("|", "")}
    if texts["a"] == texts["b"]:
        del texts["b"]
    units = pd.DataFrame({"doc_id": ["a", "b"], "unit": ["东乡", "西乡"]})
    fp = fingerprint(corpus_from_texts(texts, units))
    assert fp.doc_ids == list(texts)
    edges = []
    for text, number in ((a, 0), (b, len(texts) - 1)):
        before, within, _ = text.split("|")
        start = int(fp.starts[number]) + sum(map(str.isalnum, before))
        edges += [start, start + sum(map(str.isalnum, within))]
    return fp, Matches(*(np.asarray([edge]) for edge in edges))


def wording(fp: Fingerprint, found: Matches) -> tuple[str, str]:
    """Return both sides of the passage as they stand, from the first to the last letter."""
    sides = []
    for first, last in ((found.a0[0], found.a1[0]), (found.b0[0], found.b1[0])):
        text = fp.texts[fp.segment_doc[fp.segment[np.asarray([first])]][0]]
        sides.append(text[fp.origin[first] : fp.origin[last - 1] + 1] if last > first else "")
    return sides[0], sides[1]


def context_of(fp: Fingerprint, found: Matches, least: int = 10) -> EdgeContext:
    """Return what rules know of two texts."""
    marks = mark(fp, found, [])
    return EdgeContext(fp, least, marks.title, marks.within)


def moved(move, a: str, b: str, least: int = 10) -> tuple[str, str]:
    """Return both sides as a rule leaves them."""
    fp, found = marked(a, b)
    return wording(fp, move(context_of(fp, found, least), found))


def found_wordings(a: str, b: str, *others: str, **options) -> list[tuple[str, str]]:
    """Return the passages that two documents share, found from beginning to end, and beside other documents."""
    texts = {"a": a, "b": b} | {f"z{number}": text for number, text in enumerate(others)}
    units = pd.DataFrame({"doc_id": list(texts), "unit": list(texts)})
    reuse = find_reuse(corpus_from_texts(texts, units), register=[], extend=False, **options)
    return list(reuse[["text_a", "text_b"]].itertuples(index=False, name=None))
