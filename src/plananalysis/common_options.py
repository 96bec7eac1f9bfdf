"""The options that several functions take: what each means and its default stand here, once for all of them.

A function that takes one of these takes it with this default, or is named in :data:`DEPARTURES` with the reason.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from plananalysis.corpus.choosing import OTHER_PART, check_parts
from plananalysis.corpus.model import Corpus
from plananalysis.errors import InputError, warn
from plananalysis.language.parts import PARTS
from plananalysis.resources import SHIPPED

Part = str | Iterable[str] | None
"""One part of the plans, several of them, or all."""

COUNTED_KINDS = ("word", "term", "slogan")
"""Kinds of token that are counted unless others are asked for."""
LISTED_MIN_N = 2
"""What occurs once is no habit of anybody's; a list that holds it is mostly such."""
LISTED_MIN_CHARS = 2
"""Single letters are not listed: most are cut off a name or a phrase that jieba does not know."""


class Option(NamedTuple):
    """An option: its default, and what it means in English and Chinese."""

    default: Any
    en: str
    zh: str


OPTIONS: dict[str, Option] = {
    "by": Option(
        None,
        "What is grouped: unit, doc_id, year or any column of the metadata; where words are counted also section or "
        "passage. Documents where it is empty are one group. By default units; of one unit its years; else documents.",
        "分组依据：unit（单位）、doc_id（文档）、year（年份）或任一元数据列；词语计数还可用 section（部分）、passage（段落）；"
        "空值归为一组；默认按单位，只有一个单位时按年份，否则按文档",
    ),
    "part": Option(
        None,
        "The part of the plans that is counted, or several: greeting, lookback, situation, targets, plan, self, "
        "closing, annex, other. By default all. The result is that of corpus.subset(part=...).",
        "只统计规划的某一部分或几部分：greeting 称呼、lookback 回顾、situation 形势与要求、targets 主要目标、plan 工作安排、"
        "self 自身建设与保障、closing 结语、annex 附件、other 其他；默认全部；结果等于 corpus.subset(part=…)",
    ),
    "kinds": Option(
        COUNTED_KINDS,
        "Kinds of token that are counted: word, term (of several words, where they were found), slogan, place, unit, "
        "person, number, latin, placeholder, punctuation, or one that a lexicon brought.",
        "参与计数的词类：word 词、term 多词术语（已识别时）、slogan 提法、place 地名、unit 单位名、person 人名、number 数字、latin 外文、placeholder 占位符、punctuation 标点，或词典自带的类别",
    ),
    "names": Option(
        False,
        "Count places, units and persons as well; name_counts says what is left out.",
        "是否计入地名、单位名与人名；未计入的见 name_counts",
    ),
    "genre": Option(
        SHIPPED,
        'How evenly a genre uses words, so that what all plans say ranks low: "shipped" (genre_frequencies), a table '
        "like it, or None.",
        "体裁词频：人人都用的词排在后面；shipped（genre_frequencies）、同样的表或 None",
    ),
    "stopwords": Option(
        SHIPPED,
        'Terms left out of counts and totals: "shipped" (the lists general and plan), "general", "plan", the path of '
        "a list, a table of load_stopwords, or words. None leaves out none.",
        "不计入频次与总数的停用词：shipped（通用与规划两表）、general、plan、词表路径、load_stopwords 的表或若干词；None 为不设停用词",
    ),
    "min_n": Option(
        LISTED_MIN_N,
        "Occurrences that a row needs to be listed. Totals are not affected.",
        "列出一行所需的最低频次；不影响总数",
    ),
    "min_docs": Option(
        1,
        "Documents that a term needs.",
        "一个词语至少出现的文档数",
    ),
    "min_chars": Option(
        LISTED_MIN_CHARS,
        "Characters that a term needs to be listed. Totals are not affected.",
        "列出一个词语所需的最少字数；不影响总数",
    ),
    "lexicon": Option(
        None,
        "Terms of your own: a table, the path of a file, or terms.",
        "自备词典：表、文件路径或若干词语",
    ),
    "text": Option(
        "all",
        'What tells of a theme: "all", bodies and headings, those above included, or "body", bodies alone.',
        "主题的依据：all 正文与各级标题，body 仅正文",
    ),
    "codebook": Option(
        "strength",
        "Code book: strength, tools, the path of one of your own, or a table.",
        "编码表：strength 指令强度、tools 政策工具，或自备文件、表",
    ),
    "register": Option(
        None,
        "Known slogans of your own: a table, the path of a file, or terms.",
        "自备提法登记表：表、文件路径或若干提法",
    ),
    "extend": Option(
        True,
        "Let what is shipped take part besides your own.",
        "自带的词表是否与自备的合用",
    ),
    "superior": Option(
        None,
        "A unit of the corpus, such as the level above, beside which the others are set.",
        "语料中作为比较对象的上级单位",
    ),
    "indicators": Option(
        None,
        "Further indicators, before the shipped ones: a table, or the path of one.",
        "自备指标表，排在自带指标之前：表或文件路径",
    ),
    "lang": Option("zh", "Language of what is drawn or written: zh or en.", "图表与页面的语言：zh 或 en"),
    "progress": Option(
        None, "Called with what is done, how many steps are done, and how many there are.", "进度回调"
    ),
}
"""The options by name, as the guide lists them."""

DEPARTURES: dict[tuple[str, str], str] = {
    ("plot_slogan_heatmap", "by"): "a column of the table that is drawn",
    ("plot_theme_flow", "by"): "a column of the table that is drawn",
    ("reuse_shares", "by"): "a share of borrowed text is that of a document, or of its sections",
    (
        "term_changes",
        "min_n",
    ): "of fewer occurrences no change is sure, and each term tried weakens the others",
    ("find_terms", "min_n"): "two words that meet twice may meet by chance",
    ("cooccurrence", "by"): "one network of the whole corpus, unless several are asked for",
    ("term_trend", "names"): "terms are asked for by name, and places are terms that one may follow",
    ("collocations", "names"): "a place may be the node, and what stands beside it is asked for",
    ("count_features", "min_n"): "a matrix holds every term unless it is told not to",
    ("count_features", "min_chars"): "a matrix holds every term; here shorter ones leave the totals as well",
    ("find_topics", "min_docs"): "a term of one document alone makes no topic",
    ("topic_shares", "min_docs"): "a term of one document alone makes no topic",
    ("slogan_lexicon", "min_chars"): "two letters are rather a word than a phrase to keep whole",
    ("find_reuse", "min_chars"): "letters of a shared passage",
    ("query_reuse", "min_chars"): "letters of a shared passage",
    ("plant_reuse", "min_chars"): "letters of a planted passage",
    ("pmc_items", "codebook"): "the index asks what a policy covers, not how strongly it directs",
    ("load_theme_lexicon", "lexicon"): "names the lexicon that is loaded",
}
"""Where a function takes an option with another default, and why."""

_PLACES = (("doc_id", "start"), ("doc_a", "start_a"), ("doc_b", "start_b"))
"""Columns that say where a row stands; a pair stands in two places."""


def corpus_part(part: Part, corpus: Corpus) -> Corpus:
    r"""Return the corpus of some parts of its plans; the corpus itself if none is asked for.

    Parameters
    ----------
    part
        As in :data:`OPTIONS`.
    corpus
        The whole corpus.

    Raises
    ------
    InputError
        If a plan has no such part; the message names the near ones.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "县政府工作报告\n一、去年工作回顾\n修渠。\n二、今年工作安排\n管渠。"})
    >>> corpus_part("plan", corpus).passages["heading"].tolist()
    ['今年工作安排']
    >>> corpus_part("plans", corpus)
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: a plan has no part 'plans'; near it: plan, ...
    """
    if part is None:
        return corpus
    asked = check_parts(part)
    chosen = corpus.subset(part=asked)
    if chosen.passages.empty and len(corpus.passages):
        found = corpus.passages["part"].unique().tolist()
        warn("part: no document has the part {asked:or}; there are {found}", asked=asked, found=found)
    return chosen


def asked_parts(corpus: Corpus) -> list[str]:
    """Return the parts to which a corpus was restricted; none if it is whole.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "县政府工作报告", "b": "一、今年工作安排"})
    >>> asked_parts(corpus), asked_parts(corpus.subset(part="plan"))
    ([], ['plan'])
    """
    if not (corpus.excluded["reason"] == OTHER_PART).any():
        return []
    there = set(corpus.passages["part"])
    return [name for name in PARTS if name in there]


def in_part(part: Part, corpus: Corpus, table: pd.DataFrame) -> tuple[Corpus, pd.DataFrame]:
    r"""Return the corpus of some parts of its plans, and the rows of a table that stand in them.

    Parameters
    ----------
    part
        As in :data:`OPTIONS`.
    corpus
        The whole corpus.
    table
        A table of it whose rows have a passage or a place; of pairs both places have to be in the parts.

    Raises
    ------
    InputError
        If a plan has no such part, or the table says of no row where it stands.

    Examples
    --------
    >>> from plananalysis import corpus_from_texts
    >>> corpus = corpus_from_texts({"a": "县政府工作报告\n一、去年工作回顾\n修渠。\n二、今年工作安排\n管渠。"})
    >>> places = pd.DataFrame({"doc_id": ["a", "a"], "start": [17, 32]})
    >>> in_part("plan", corpus, places)[1]["start"].tolist()
    [32]
    """
    chosen = corpus_part(part, corpus)
    if chosen is corpus:
        return corpus, table
    return chosen, table[_standing_in(table, chosen)].reset_index(drop=True)


def _standing_in(table: pd.DataFrame, corpus: Corpus) -> np.ndarray:
    """Return which rows of a table stand in passages of the corpus."""
    passages = corpus.passages
    if "passage_id" in table.columns:
        return table["passage_id"].isin(passages["passage_id"]).to_numpy()
    placed = [place for place in _PLACES if set(place) <= set(table.columns)]
    if not placed:
        raise InputError(
            "part: the table says of no row where it stands (passage_id, or doc_id and start); make the table of "
            "corpus.subset(part=...)"
        )
    ids = pd.Index(corpus.documents["doc_id"])
    of, first, behind = (passages[name].to_numpy() for name in ("doc_id", "start", "end"))
    width = int(max(behind.max(initial=0), *(table[start].max() for _, start in placed if len(table)), 0)) + 1
    keys = ids.get_indexer(of) * width + first
    order = np.argsort(keys, kind="stable")
    keys, ends = keys[order], (ids.get_indexer(of) * width + behind)[order]
    inside = np.ones(len(table), dtype=bool)
    for doc, start in placed:
        at = ids.get_indexer(table[doc]) * width + table[start].to_numpy(dtype=np.int64)
        passage = np.searchsorted(keys, at, side="right") - 1
        inside &= (passage >= 0) & (at < np.append(ends, 0)[passage])
    return inside
