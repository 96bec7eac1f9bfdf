"""From numbers back to the text: the passages that carry a theme, and how themes follow each other."""

import numpy as np
import pandas as pd

from plananalysis import tables
from plananalysis.common_options import Part, in_part
from plananalysis.corpus.model import Corpus, check_corpus
from plananalysis.counts import row_label
from plananalysis.errors import InputError, near
from plananalysis.groups import document_groups

_READ = ("doc_id", "unit", "passage_id", "line", "heading", "theme", "weight", "score", "terms")
"""The columns of the themes table that a passage is listed with."""


def theme_passages(
    themes: pd.DataFrame,
    corpus: Corpus,
    theme: str,
    *,
    group: str | int | None = None,
    by: str | None = None,
    part: Part = None,
) -> pd.DataFrame:
    """List the passages that carry a theme, the strongest first, with their text.

    Parameters
    ----------
    themes
        Table of :func:`code_themes`, or of :func:`code_paragraphs` for the paragraphs that carry it.
    corpus
        The corpus it was coded from.
    theme
        Theme to read about; ``未归类`` lists the passages that no theme was found in.
    group
        Only the passages of this unit (or year, or other label of ``by``).
    by
        What ``group`` is a label of: ``unit``, ``doc_id``, ``year`` or any metadata column; by default units, of one unit its years, else documents.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        doc_id, unit, passage_id, line, heading; weight (of the theme in the passage); score (the
        evidence itself); terms (what was found); start, end (the passage in the document's text); text (what stands
        there). Sorted by weight · score: passages that say much on the theme and little on others.

    Raises
    ------
    InputError
        If there is no such theme or group; near ones are named.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> from plananalysis.themes import code_themes
    >>> corpus = corpus_from_texts({"甲": "纠治“四风”。", "乙": "办好党课。"})
    >>> theme_passages(code_themes(corpus), corpus, "作风建设")[["unit", "terms", "text"]].values.tolist()
    [['甲', '四风｜纠治', '纠治“四风”。']]
    """
    tables.check(themes, "themes", _READ)
    check_corpus(corpus)
    corpus, themes = in_part(part, corpus, themes)
    names = list(dict.fromkeys(themes["theme"].astype("str")))
    if isinstance(themes["theme"].dtype, pd.CategoricalDtype):
        names = [str(name) for name in themes["theme"].cat.categories]
    if theme not in names:
        raise InputError("no theme {theme!r}; {near}", theme=theme, near=near(theme, names))
    chosen = themes[(themes["theme"].astype("str") == theme).to_numpy()]
    if group is not None:
        codes, labels = document_groups(corpus, by)
        wanted = labels.get_loc(row_label(labels, group, str(labels.name)))
        chosen = chosen[chosen["doc_id"].isin(corpus.documents["doc_id"][codes == wanted])]
    frame = _placed(chosen, corpus)
    texts = dict(corpus.texts())
    frame["text"] = [
        texts[doc_id][start:end]
        for doc_id, start, end in zip(frame["doc_id"], frame["start"], frame["end"], strict=True)
    ]
    strength = -(frame["weight"] * frame["score"]).round(9).to_numpy()
    return tables.conform(frame.iloc[np.argsort(strength, kind="stable")], "theme_passages")


def theme_flow(themes: pd.DataFrame, corpus: Corpus, *, part: Part = None) -> pd.DataFrame:
    r"""Say where in each document each theme stands: its passages from 0 (beginning) to 1 (end).

    Parameters
    ----------
    themes
        Table of :func:`code_themes`, or of :func:`code_paragraphs` for each paragraph by itself.
    corpus
        The corpus it was coded from.
    part
        Count only these parts of the plans; as in :func:`plananalysis.count_features`.

    Returns
    -------
    DataFrame
        One row per passage and theme in reading order, the strongest theme of a passage first: doc_id, unit, year,
        passage_id, line, heading, theme, weight; begin, finish: the span of the passage as shares of the document's
        characters.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> from plananalysis.themes import code_themes
    >>> corpus = corpus_from_texts({"a": "一、理论学习\n上好党课。\n二、作风建设\n纠治四风。\n"})
    >>> theme_flow(code_themes(corpus), corpus)[["theme", "begin", "finish"]].values.tolist()
    [['思想建设', 0.0, 0.5], ['作风建设', 0.5, 1.0]]
    """
    tables.check(themes, "themes", ("doc_id", "unit", "passage_id", "line", "heading", "theme", "weight"))
    check_corpus(corpus)
    corpus, themes = in_part(part, corpus, themes)
    about = corpus.documents.set_index("doc_id")[["year", "n_chars"]]
    frame = _placed(themes, corpus).join(about.rename(columns={"n_chars": "length"}), on="doc_id")
    if frame["start"].isna().any() or frame["length"].isna().any():
        raise InputError("the themes table was coded from another corpus")
    length = np.maximum(frame["length"].to_numpy(dtype=np.float64), 1)
    frame["begin"], frame["finish"] = frame["start"] / length, frame["end"] / length
    return tables.conform(frame.sort_values(["doc_id", "start"], kind="stable"), "theme_flow")


def _placed(themes: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return coded passages or paragraphs with their places; paragraphs bring their own."""
    if {"start", "end"} <= set(themes.columns):
        return themes.copy()
    return themes.join(corpus.passages.set_index("passage_id")[["start", "end"]], on="passage_id")
