"""Every place of every slogan, quoted or not."""

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, corpus_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.folding import fold_text
from plananalysis.lexicon.taken import Words, as_register
from plananalysis.slogans.contexts import frame_after, frame_before
from plananalysis.slogans.explained import with_explained
from plananalysis.slogans.longer_numbers import part_of_longer
from plananalysis.slogans.orders import same_list
from plananalysis.slogans.quoted import quoted_spans
from plananalysis.slogans.senses import add_senses
from plananalysis.slogans.stream import Stream, fold_corpus


def slogan_occurrences(
    corpus: Corpus, slogans: pd.DataFrame, *, register: Words = None, part: Part = None
) -> pd.DataFrame:
    """List every place of some slogans: where it stands, how it is worded there, and which verb leads it.

    Quotation marks, width, case and white space do not matter, and ， is as good as 、; a list is found in the other orders of
    its clauses that its ``variants`` name. A slogan inside a longer
    one is counted in both, but not where the number before or behind it makes it a part of another one: 一号工程 in
    三个一号工程, 三通 in 三通一码. Excluded spans hold none. A place never crosses a line end.

    Parameters
    ----------
    corpus
        The loaded corpus.
    slogans
        Table of :func:`find_slogans`, or any table with the column ``slogan``; its ``members`` are the sense of terms that
        the register lacks.
    register
        What terms stand for: a table with ``term``, ``members`` and any ``first_year``, ``scope`` and ``source``, or the path
        of a file for :func:`plananalysis.load_register`; by default the shipped one.
    part
        Read only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per place, by slogan as in the table given, then document and place: ``slogan``, ``doc_id``,
        ``start`` and ``end`` (characters in the document's text), ``text`` (the wording there), ``quoted`` (whether
        it stands in quotation marks of its own), ``nested`` (whether it lies inside a longer slogan of the table),
        ``frame`` (the verb before it with its adverb: 增强, 牢固树立), ``frame_after`` (the noun after it), ``sense`` (the
        members it stands for here: of several senses the one whose members are said near, never one younger than the
        document; of several explanations in the corpus that of the document, else of its unit; empty where it is open) and ``candidates`` (the senses that are possible where it is open, joined by ；).

    Examples
    --------
    >>> from plananalysis.corpus import corpus_from_texts
    >>> corpus = corpus_from_texts({"甲": "增强“四个意识”，落实四个意识。"})
    >>> slogan_occurrences(corpus, pd.DataFrame({"slogan": ["四个意识"]}))[["start", "end", "quoted", "frame"]]
       start  end  quoted frame
    0      3    7    True    增强
    1     11   15   False    落实
    """
    check_corpus(corpus)
    corpus = corpus_part(part, corpus)
    tables.check(slogans, "slogans", ("slogan",))
    return places_of(slogans, fold_corpus(corpus), corpus, register)


def places_of(slogans: pd.DataFrame, stream: Stream, corpus: Corpus, register: Words = None) -> pd.DataFrame:
    """Return the table of :func:`slogan_occurrences` for a corpus that is folded already."""
    names = _patterns(slogans)
    patterns = [pattern for pattern in names if pattern]
    if not patterns or not len(corpus):
        return tables.empty("occurrences")
    which, start, end = _whole(stream, patterns, *_matches(stream, patterns))
    if not len(which):
        return tables.empty("occurrences")
    raw_begin, raw_stop = stream.raw[start], stream.raw[end - 1] + 1
    # Until all is known, the places stay in the order of the text, in which looking things up is quickest.
    frame = pd.DataFrame(
        {
            "slogan": pd.Series([names[pattern] for pattern in patterns], dtype="str").take(which).array,
            "doc_id": corpus.documents["doc_id"].take(stream.doc[start]).array,
            "start": stream.origin[start],
            "end": stream.origin[end - 1] + 1,
            "text": [stream.joined[a:b] for a, b in zip(raw_begin.tolist(), raw_stop.tolist(), strict=True)],
            "quoted": quoted_spans(stream).holds(start, end - start),
            "nested": _nested(start, end),
            "frame": list(map(frame_before, _before(stream, start))),
            "frame_after": list(map(frame_after, _after(stream, end))),
        }
    )
    frame = add_senses(frame, np.stack([start, end]), stream, corpus, as_register(register))
    if "members" in slogans:
        frame = _with_members(frame, slogans, corpus)
    number, _ = pd.factorize(np.array([names[pattern] for pattern in patterns], dtype=object))
    return tables.conform(frame.take(np.lexsort((start, number[which]))), "occurrences")


def _patterns(slogans: pd.DataFrame) -> dict[str, str]:
    """Return the slogan of each folded string that is looked for: the slogans, and other orders of lists among their variants."""
    names = {fold_text(name): name for name in slogans["slogan"]}
    if "variants" not in slogans:
        return names
    several = slogans[slogans["slogan"].str.contains("[、，]") | slogans["variants"].str.contains("[、，]")]
    orders: dict[str, str] = {}
    for name, variants in zip(several["slogan"], several["variants"], strict=True):
        folded = fold_text(name)
        for variant in map(fold_text, str(variants).split(tables.LIST_SEPARATOR)):
            if variant != folded and variant not in names and same_list(folded, variant):
                orders.setdefault(variant, name)
    return names | orders


def _whole(
    stream: Stream, patterns: list[str], which: np.ndarray, start: np.ndarray, end: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the matches without those that are a part of a longer number."""
    kept = np.ones(len(which), dtype=bool)
    order = np.argsort(which, kind="stable")
    bounds = np.flatnonzero(np.diff(which[order], prepend=-1))
    for of_one in np.split(order, bounds[1:]) if len(order) else []:
        kept[of_one] = ~part_of_longer(stream, patterns[which[of_one[0]]], start[of_one])
    return which[kept], start[kept], end[kept]


def _with_members(frame: pd.DataFrame, slogans: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Fill in what the corpus itself explains, for terms of which the register has no sense."""
    listed = slogans.drop_duplicates("slogan").set_index("slogan")["members"].fillna("")
    own = listed[~listed.str.contains("；")]
    free = (frame["sense"] == "") & (frame["candidates"] == "")
    number, names = pd.factorize(frame["slogan"])
    said = own.reindex(names).fillna("").array.take(number)
    filled = frame.assign(sense=frame["sense"].where(~free, said))
    return with_explained(filled, (free & (said != "")).to_numpy(dtype=bool), corpus)


_REACH = 10


def _before(stream: Stream, places: np.ndarray) -> list[str]:
    """Return what stands before each place in its clause."""
    edges = np.concatenate([[-1], np.flatnonzero(stream.edge)])
    begins = np.maximum(edges[np.searchsorted(edges, places) - 1] + 1, places - _REACH)
    return [stream.text[a:b] for a, b in zip(begins.tolist(), places.tolist(), strict=True)]


def _after(stream: Stream, places: np.ndarray) -> list[str]:
    """Return what stands after each place in its clause."""
    edges = np.append(np.flatnonzero(stream.edge), len(stream.codes))
    ends = np.minimum(edges[np.searchsorted(edges, places)], places + _REACH)
    return [stream.text[a:b] for a, b in zip(places.tolist(), ends.tolist(), strict=True)]


def _matches(stream: Stream, patterns: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return number of the pattern, start and end of every match, overlapping ones too."""
    from ahocorasick_rs import AhoCorasick

    automaton = AhoCorasick(patterns)
    parts = []
    cuts = np.concatenate([[0], np.flatnonzero(np.diff(stream.doc)) + 1, [len(stream.doc)]])
    for begin, end in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        found = automaton.find_matches_as_indexes(stream.text[begin:end], overlapping=True)
        if found:
            parts.append(np.asarray(found, dtype=np.int64) + np.asarray([0, begin, begin]))
    if not parts:
        nothing = np.zeros(0, dtype=np.int64)
        return nothing, nothing, nothing
    rows = np.concatenate(parts)
    return rows[:, 0], rows[:, 1], rows[:, 2]


def _nested(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Tell which spans lie inside a longer one."""
    order = np.lexsort((-end, start))
    reach = np.maximum.accumulate(end[order])
    inside = np.zeros(len(start), dtype=bool)
    inside[order[1:]] = reach[:-1] >= end[order[1:]]
    return inside
