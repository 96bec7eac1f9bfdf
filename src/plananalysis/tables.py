"""The columns of every table, in one place.

A table is a :class:`pandas.DataFrame` whose columns are listed here with their type and meaning. The same
descriptions serve the checks on entry, the empty tables, the notes in the report and the exported workbooks.
Offsets are code points into ``documents.text``, half-open: ``text[start:end]``.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionDtype

from plananalysis.errors import InputError
from plananalysis.messages.message import Message

LIST_SEPARATOR = "｜"
"""Joins the entries of a cell that lists several (members, variants)."""

UNCODED = "未归类"
"""Theme of a passage in which no term of the lexicon occurs."""

_MOST_NAMED = 8
"""Columns of a table that a message names: they fit a line."""

_TELLING = 3
"""A table is told by its columns if it has more than these; two or three are in many tables."""


class Column(NamedTuple):
    """One column: its name, its pandas dtype and what it says, in English and Chinese."""

    name: str
    dtype: str
    en: str
    zh: str


def _columns(*rows: tuple[str, str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_DOC = (
    "doc_id",
    "str",
    "document: path below the corpus without suffix",
    "文档：语料库内的路径（不含扩展名）",
)
_START = ("start", "int64", "first character of the span in the document's text", "起点：在原文中的字符位置")
_END = ("end", "int64", "first character after the span", "终点：其后第一个字符的位置")

_KEYNESS = _columns(
    ("term", "str", "the term", "词语"),
    ("n_target", "int64", "occurrences in the target", "目标频次"),
    ("n_reference", "int64", "occurrences in the reference", "参照频次"),
    ("n_docs_target", "int64", "documents of the target that hold it", "目标文档数"),
    ("n_docs_reference", "int64", "documents of the reference that hold it", "参照文档数"),
    (
        "log_ratio",
        "float64",
        "binary logarithm of the ratio of rates; 1 is twice as often",
        "频率比（以2为底的对数）",
    ),
    ("percent_diff", "float64", "by how many per cent the target's rate is higher", "频率差（%）"),
    (
        "g2",
        "float64",
        "log-likelihood ratio, negative where the target uses it less",
        "对数似然比 G²（带符号）",
    ),
    ("chi2", "float64", "chi-squared, negative where the target uses it less", "卡方值（带符号）"),
    ("p", "float64", "probability of such a G² by chance, if tokens were independent", "P 值（由 G² 得出）"),
    ("p_adjusted", "float64", "p after Benjamini and Hochberg, over the terms listed", "校正后的 P 值"),
    ("log_odds", "float64", "log-odds ratio with an informative Dirichlet prior", "对数优势比（含先验）"),
    ("z", "float64", "log_odds divided by its standard error", "z 值"),
    (
        "specificity",
        "float64",
        "0 to 1: how unevenly the genre uses it, its part of speech, its most telling word, and how far it lies above general Chinese",
        "区分度（体裁内分布不均程度、词性、短语中最有区分力的词、高出一般汉语的程度）",
    ),
    ("score", "float64", "assured part of log_odds times share of documents; sorts the table", "综合得分"),
    (
        "caution",
        "str",
        "why p is weak here: few documents, one document, small expected count",
        "P 值慎用的原因",
    ),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": _columns(
        _DOC,
        ("unit", "str", "the unit whose plan it is", "单位"),
        ("year", "Int64", "year of the plan", "年份"),
        ("title", "str", "the document's title", "标题"),
        (
            "unit_source",
            "str",
            "where the unit is from: metadata, title, text (meeting, speaker), signature (or letterhead), page (fields "
            "around the text), path (folders), file (name of the file or row), subject (no unit is named: what the title is about)",
            "单位依据：metadata 元数据、title 标题、text 会议或报告人、signature 落款或发文机关、page 网页信息栏、path 文件夹、file 文件名或行号、subject 未写明单位，取标题所述事项",
        ),
        (
            "year_source",
            "str",
            "where the year is from: as for the unit, or number (the document's, with its year); text is the date below "
            "the title or the first sentence",
            "年份依据：同上；number 为发文字号；text 为标题下日期或首句",
        ),
        ("file", "str", "file it was read from, relative to the corpus", "来源文件"),
        ("format", "str", "txt, md, docx, pdf, html or table", "格式"),
        ("encoding", "str", "encoding it was decoded with", "编码"),
        ("n_chars", "int64", "characters in the text", "字符数"),
        ("sha256", "str", "hash of the file's bytes", "文件哈希"),
        ("warning", "str", "what a reader should know about this text", "提醒"),
        ("text", "str", "the decoded text, unaltered", "原文"),
    ),
    "passages": _columns(
        ("passage_id", "str", "doc_id#number in reading order", "段落编号"),
        _DOC,
        ("line", "int64", "1-based line of the text where it starts", "行号"),
        ("level", "int64", "depth in that document; 0 is the text before the first heading", "层级"),
        ("label", "str", "the numbering as printed", "序号"),
        ("heading", "str", "the heading", "标题"),
        ("path", "str", "labels from the top, joined by /", "标题路径"),
        ("section", "str", "passage_id of the level-1 passage it belongs to", "所属一级部分"),
        (
            "part",
            "str",
            "part of the plan: greeting, lookback, situation, targets, plan, self, closing, annex, other",
            "文中部分",
        ),
        (
            "opened_by",
            "str",
            "what it begins with: start, heading, address, part, lead, paragraph, excluded",
            "起始依据",
        ),
        ("lead", "str", "lead of the paragraph that opens it, where a long body was cut", "段首语"),
        _START,
        _END,
    ),
    "parts": _columns(
        _DOC,
        ("unit", "str", "the unit whose plan it is", "单位"),
        ("year", "Int64", "year of the plan", "年份"),
        ("part", "str", "part of the plan", "文中部分"),
        ("line", "int64", "1-based line of the text where it starts", "行号"),
        _START,
        _END,
        ("n_chars", "int64", "characters, excluded spans not counted", "字符数"),
        ("share", "float64", "part of all such characters of the document", "占全文比例"),
    ),
    "excluded": _columns(
        _DOC, _START, _END, ("reason", "str", "why the span takes no part in any count", "排除原因")
    ),
    "outline": _columns(
        _DOC,
        ("line", "int64", "1-based line of the text", "行号"),
        ("level", "int64", "depth in that document", "层级"),
        ("label", "str", "the numbering as printed", "序号"),
        ("heading", "str", "the heading", "标题"),
        ("path", "str", "labels from the top, joined by /", "标题路径"),
        ("passage_id", "str", "doc_id#number in reading order", "段落编号"),
        _START,
        _END,
    ),
    "skipped": _columns(
        ("file", "str", "file that could not be read", "未能读取的文件"),
        ("reason", "str", "why", "原因"),
    ),
    "verification": _columns(
        ("file", "str", "file of the report, as a path below its folder", "报告中的文件"),
        (
            "status",
            "str",
            "same, differs, missing (listed in run.json and not there) or new (made now and not listed)",
            "状态：same 相同，differs 不同，missing 缺失，new 新增",
        ),
        ("difference", "str", "what differs: rows and columns, or entries of the record", "差异所在"),
    ),
    "left_out": _columns(
        _DOC,
        (
            "kind",
            "str",
            "what the reader did not bring into the text: comment, deleted text, hidden text, running head, table of "
            "contents, picture, attachment, embedded chunk, link, around the text, frame, further page, further sheet, "
            "uncertain line",
            "未读入正文的内容类别",
        ),
        ("n", "int64", "how many there are", "数量"),
        ("sample", "str", "the first of them, shortened", "示例"),
    ),
    "tokens": _columns(
        (_DOC[0], "category", *_DOC[2:]),
        ("passage_id", "category", "passage that holds the token", "所在段落"),
        ("start", "int32", *_START[2:]),
        ("end", "int32", *_END[2:]),
        ("token", "category", "the word as counted", "词"),
        (
            "kind",
            "category",
            "word, place, unit, person, term, slogan, number, latin, placeholder or punctuation",
            "类别",
        ),
    ),
    "terms": _columns(
        ("term", "str", "the term of several words", "术语"),
        ("words", "str", "its words, joined by ｜", "所含词语"),
        ("n", "int64", "occurrences", "次数"),
        ("n_docs", "int64", "documents that hold it", "文档数"),
        (
            "npmi",
            "float64",
            "normalised mutual information of its words: 1 if they stand together only",
            "标准化互信息",
        ),
        ("g2", "float64", "log-likelihood ratio against words that meet by chance", "对数似然比 G²"),
    ),
    "genre": _columns(
        ("term", "str", "word or term", "词语"),
        ("n", "int64", "occurrences in the reports measured", "次数"),
        ("n_docs", "int64", "reports that hold it", "文档数"),
        (
            "gries_dp_norm",
            "float64",
            "how unevenly the reports use it: 0 if all alike, near 1 if one alone",
            "标准化 DP 值",
        ),
    ),
    "lexicon": _columns(
        ("term", "str", "the phrase that is kept as one token", "词语"),
        ("kind", "str", "kind of its tokens", "类别"),
        ("lexicon", "str", "name of the lexicon", "词典"),
        ("source", "str", "where the term comes from", "出处"),
    ),
    "gazetteer": _columns(
        ("name", "str", "full name of the place", "地名全称"),
        ("short", "str", "its name without the rank", "简称"),
        ("level", "str", "country, province, city or county", "级别"),
        ("within", "str", "short name of the province that it lies in", "所属省份"),
        ("first_year", "Int64", "first year in which the name was in use, from 1980", "启用年份（1980年起）"),
        ("last_year", "Int64", "last year in which the name was in use", "最后使用年份"),
        (
            "stands",
            "str",
            "where the short form is a place: always, own (in plans of its province) or beside (another place)",
            "简称何时算地名",
        ),
        ("source", "str", "where the name comes from", "出处"),
    ),
    "register": _columns(
        ("term", "str", "the slogan", "提法"),
        ("members", "str", "what it stands for, joined by ｜", "所指各项"),
        ("synonyms", "str", "other wordings, joined by ｜", "其他写法"),
        ("kind", "str", "numeric or phrase", "类型"),
        ("first_year", "Int64", "year of its first public use, where certain", "首次提出年份"),
        ("scope", "str", "central or local", "层级"),
        ("source", "str", "public document or speech, and its year", "出处"),
    ),
    "division_codes": _columns(
        ("name", "str", "the division in full", "行政区划"),
        ("level", "str", "province, city or county", "级别"),
        ("city", "str", "the city that it belongs to", "所属地级行政区"),
        ("province", "str", "the province that it belongs to", "所属省级行政区"),
        ("code", "int64", "code of six digits (GB/T 2260)", "行政区划代码"),
        ("first_year", "Int64", "first year with this code, from 1980 on", "最早年份"),
        ("last_year", "Int64", "last year with this code", "最近年份"),
    ),
    "panel": _columns(
        ("unit", "str", "the unit", "单位"),
        ("code", "Int64", "code of the division that the unit is or governs (GB/T 2260)", "行政区划代码"),
        ("year", "Int64", "year of the plan", "年份"),
        ("n_docs", "Int64", "documents of the unit and year", "文档数"),
        ("n_chars", "Int64", "characters that are counted, white space aside", "总字符数"),
    ),
    "panel_codebook": _columns(
        ("column", "str", "column of the panel", "列"),
        ("meaning", "str", "what it means", "英文含义"),
        ("meaning_zh", "str", "the same in Chinese", "中文含义"),
        ("n", "int64", "rows that have a value", "有值的行数"),
        ("lowest", "float64", "lowest value", "最小值"),
        ("highest", "float64", "highest value", "最大值"),
    ),
    "stopwords": _columns(
        ("word", "str", "the word to leave out of counts", "停用词"),
        ("lexicon", "str", "name of the list", "词表"),
        ("source", "str", "where the word comes from", "出处"),
    ),
    "slogans": _columns(
        ("slogan", "str", "the slogan in its commonest wording, without quotation marks", "提法"),
        (
            "kind",
            "str",
            "numeric, quoted, recurring, term (shared, unmarked) or period (a five-year plan)",
            "类型",
        ),
        ("n", "int64", "occurrences, quoted or not", "次数"),
        ("n_docs", "int64", "documents that use it", "文档数"),
        ("n_units", "int64", "units that use it", "单位数"),
        ("first_year", "Int64", "earliest year of a document that uses it", "最早年份"),
        ("last_year", "Int64", "latest year of a document that uses it", "最近年份"),
        ("quoted_share", "float64", "share of the occurrences inside quotation marks", "加引号的比例"),
        ("score", "float64", "evidence that it is a slogan; sorts the table", "得分"),
        (
            "status",
            "str",
            "known (in the register), unknown, or who uses it: local (one unit only); of one unit only YEAR, since YEAR, "
            "until YEAR, YEAR to YEAR",
            "登记情况与使用范围",
        ),
        ("members", "str", "what a numeric slogan stands for, joined by ｜", "所指各项"),
        (
            "variants",
            "str",
            "other wordings and orders counted with it, and shorter ones that stand nowhere else, joined by ｜",
            "其他写法",
        ),
        ("wording_of", "str", "the slogan of which it is another wording, or itself", "主要写法"),
    ),
    "occurrences": _columns(
        ("slogan", "str", "the slogan", "提法"),
        _DOC,
        _START,
        _END,
        ("text", "str", "the wording at this place", "此处写法"),
        ("quoted", "bool", "whether it stands in quotation marks", "是否加引号"),
        ("nested", "bool", "whether it is part of a longer slogan", "是否在更长提法之内"),
        ("frame", "str", "the verb or head before it", "前面的动词"),
        ("frame_after", "str", "the head after it", "后接成分"),
        (
            "sense",
            "str",
            "the members it stands for here, joined by ｜; empty where that is open",
            "此处所指",
        ),
        ("candidates", "str", "the senses that are possible where it is open, joined by ；", "可能所指"),
    ),
    "reuse": _columns(
        ("doc_a", "str", "one document", "文档甲"),
        ("start_a", "int64", "start in doc_a", "甲起点"),
        ("end_a", "int64", "end in doc_a", "甲终点"),
        ("text_a", "str", "the wording in doc_a", "甲文字"),
        ("doc_b", "str", "the other document", "文档乙"),
        ("start_b", "int64", "start in doc_b", "乙起点"),
        ("end_b", "int64", "end in doc_b", "乙终点"),
        ("text_b", "str", "the wording in doc_b", "乙文字"),
        ("n_letters", "int64", "letters, digits and Han in the longer side", "字数"),
        ("similarity", "float64", "share of the wording that is equal, 0 to 1", "相似度"),
        ("distinctiveness", "float64", "surprisal of the shared wording in bits", "独特性"),
        (
            "kind",
            "str",
            "passage (what these units share), formula (what everybody writes) or term (figures and names alone)",
            "类别",
        ),
        ("family", "int64", "number of the family of wordings it belongs to", "文本族"),
    ),
    "stored": _columns(
        _DOC,
        ("file", "str", "the file that it is from, or the doc_id of a text in memory", "文件"),
        ("status", "str", "new, changed, unchanged, removed, or skipped where it could not be read", "状态"),
        (
            "n_letters",
            "int64",
            "letters, digits and Han that take part, with one for each end of a stretch",
            "字数",
        ),
        ("reason", "str", "why it was skipped", "原因"),
    ),
    "workspace": _columns(
        ("file", "str", "the file in the folder of the workspace", "文件"),
        (
            "kind",
            "str",
            "catalogue (what each document is), texts, grams (where each stands), record or left over",
            "类别",
        ),
        ("n_rows", "int64", "rows of the file: documents, texts or places of grams", "行数"),
        ("n_bytes", "int64", "bytes of the file", "字节数"),
        ("status", "str", "whole, damaged, missing, or not needed any more", "状态"),
    ),
    "families": _columns(
        ("family", "int64", "number of the family", "文本族"),
        ("n_docs", "int64", "documents in it", "文档数"),
        ("n_units", "int64", "units in it", "单位数"),
        ("earliest", "str", "doc_id of the earliest member by year", "最早文档"),
        ("text", "str", "representative wording", "代表文字"),
    ),
    "family_members": _columns(
        ("family", "int64", "number of the family", "文本族"),
        _DOC,
        ("unit", "str", "the document's unit, or the document where it has none", "单位"),
        ("year", "Int64", "the document's year", "年份"),
        _START,
        _END,
        ("text", "str", "the wording at this place", "此处写法"),
        ("representative", "bool", "whether it stands for the family", "是否代表文字"),
        ("inserted", "str", "what it has more than the representative, joined by ｜", "比代表文字多出的"),
        ("deleted", "str", "what it lacks, joined by ｜", "比代表文字少的"),
        ("replaced", "str", "what it says instead, as old→new, joined by ｜", "改换的（旧→新）"),
    ),
    "reuse_shares": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("n_letters", "int64", "letters, digits and Han that count", "字数"),
        ("formula", "float64", "share that is formula", "套语占比"),
        ("passage", "float64", "share that is passage shared with others", "共有文字占比"),
        ("own", "float64", "share that is its own", "自有文字占比"),
        ("from_unit", "str", "the other unit that shares most of the passages", "共有最多的单位"),
        ("from_letters", "int64", "letters shared with it", "与其共有字数"),
    ),
    "borrowing": _columns(
        ("unit", "str", "the unit", "单位"),
        (
            "from_unit",
            "str",
            "a unit that has the same wording in the same or an earlier year",
            "同年或更早写有者",
        ),
        ("n_letters", "int64", "letters in shared passages", "共有字数"),
    ),
    "rows": _columns(
        ("row", "str", "label of the row", "行名"),
        ("doc_id", "str", "its document, if there is only one", "文档"),
        ("unit", "str", "its unit, if there is only one", "单位"),
        ("year", "Int64", "its year, if there is only one", "年份"),
        ("heading", "str", "heading of the section or passage; title of the document", "标题"),
        ("n_docs", "int64", "documents in it", "文档数"),
    ),
    "keywords": _columns(
        ("group", "str", "unit, document or year", "分组"),
        ("term", "str", "the term", "词语"),
        ("n", "int64", "occurrences in the group", "次数"),
        ("n_docs", "int64", "documents of the group that hold it", "文档数"),
        ("tfidf", "float64", "TF-IDF weight, rows scaled to length 1", "TF-IDF 值"),
        (
            "specificity",
            "float64",
            "0 to 1: how unevenly the genre uses it, its part of speech, its most telling word, and how far it lies above general Chinese",
            "区分度（体裁内分布不均程度、词性、短语中最有区分力的词、高出一般汉语的程度）",
        ),
        ("score", "float64", "(1 − 1/n)² · tfidf · specificity, by which terms are ranked", "得分"),
        ("rank", "int64", "rank in the group", "名次"),
    ),
    "keyness": _KEYNESS,
    "keyness_by": (*_columns(("group", "str", "unit, document or year", "分组")), *_KEYNESS),
    "name_counts": _columns(
        ("group", "str", "unit, document or year", "分组"),
        ("name", "str", "the name as it stands in the text", "名称"),
        ("kind", "str", "place, unit or person", "类别"),
        ("n", "int64", "occurrences in the group", "次数"),
        ("n_docs", "int64", "documents of the group that hold it", "文档数"),
        ("full_name", "str", "full name of the place, where the gazetteer has it", "地名全称"),
        ("level", "str", "country, province, city or county", "级别"),
        ("within", "str", "province that the place lies in; several are joined by ｜", "所属省份"),
    ),
    "dispersion": _columns(
        ("term", "str", "the term", "词语"),
        ("n", "int64", "occurrences in all parts", "总次数"),
        ("range", "int64", "parts that hold it", "分布范围（部分数）"),
        ("rate", "float64", "occurrences per 10,000 tokens", "每万词次数"),
        ("juilland_d", "float64", "Juilland's D: 1 if spread evenly, near 0 if in one part", "Juilland D 值"),
        ("gries_dp", "float64", "Gries' DP: 0 if spread evenly, near 1 if in one small part", "Gries DP 值"),
        ("gries_dp_norm", "float64", "DP scaled so that 1 can be reached", "标准化 DP 值"),
    ),
    "collocations": _columns(
        ("first", "str", "first word; the node, where one was asked for", "前词（或节点词）"),
        ("second", "str", "second word; the collocate of the node", "后词（或搭配词）"),
        ("n", "int64", "how often they occur together", "共现次数"),
        ("n_first", "int64", "occurrences of the first word", "前词次数"),
        ("n_second", "int64", "occurrences of the second word", "后词次数"),
        ("n_docs", "int64", "documents in which they occur together", "文档数"),
        ("n_units", "int64", "units in which they occur together", "单位数"),
        (
            "g2",
            "float64",
            "log-likelihood ratio, negative where they avoid each other",
            "对数似然比 G²（带符号）",
        ),
        ("log_dice", "float64", "logDice, at most 14; does not depend on the corpus size", "logDice 值"),
        ("pmi", "float64", "pointwise mutual information in bits; favours rare words", "点互信息"),
        ("lambda", "float64", "log-odds ratio of the pair, counts smoothed by 0.5", "λ 值（对数优势比）"),
        ("z", "float64", "lambda divided by its standard error; sorts the table", "z 值"),
    ),
    "concordance": _columns(
        _DOC,
        ("unit", "str", "the unit", "单位"),
        ("year", "Int64", "the year", "年份"),
        ("passage_id", "str", "passage that holds it", "所在段落"),
        _START,
        _END,
        ("left", "str", "the text before it", "左文"),
        ("node", "str", "the place found, as it stands in the text", "检索词"),
        ("right", "str", "the text after it", "右文"),
    ),
    "frequencies": _columns(
        ("group", "str", "unit, year or other group", "分组"),
        ("term", "str", "the word or phrase asked for", "词语"),
        ("n", "int64", "occurrences in the text", "次数"),
        ("n_docs", "int64", "documents of the group that hold it", "文档数"),
        (
            "n_chars",
            "int64",
            "characters of the group's plans that are counted, white space aside",
            "总字符数",
        ),
        ("rate_chars", "float64", "occurrences per 10,000 characters", "每万字次数"),
    ),
    "trend": _columns(
        ("group", "str", "unit or other group", "分组"),
        ("year", "int64", "the year", "年份"),
        ("term", "str", "the term", "词语"),
        ("n", "int64", "occurrences in that year", "次数"),
        ("n_docs", "int64", "documents of that year that hold it", "文档数"),
        ("n_tokens", "int64", "counted tokens of that year", "总词数"),
        ("rate", "float64", "occurrences per 10,000 counted tokens", "每万词次数"),
        ("n_chars", "int64", "characters of all tokens of that year", "总字符数"),
        ("rate_chars", "float64", "occurrences per 10,000 characters", "每万字次数"),
    ),
    "changes": _columns(
        ("term", "str", "the term", "词语"),
        ("change", "str", "rose, fell, entered or left; empty if that is not sure", "变化"),
        ("first_year", "Int64", "earliest year in which it occurs", "最早年份"),
        ("last_year", "Int64", "latest year in which it occurs", "最近年份"),
        ("n", "int64", "occurrences", "次数"),
        ("n_docs", "int64", "documents that hold it", "文档数"),
        ("n_groups", "int64", "units (or other groups) that use it", "单位数"),
        (
            "rate_first",
            "float64",
            "occurrences per 10,000 characters in each unit's first year",
            "首年每万字次数",
        ),
        (
            "rate_last",
            "float64",
            "occurrences per 10,000 characters in each unit's last year",
            "末年每万字次数",
        ),
        ("z", "float64", "z of the trend, each unit compared with itself", "z 值"),
        ("p", "float64", "chance of so strong a trend without any", "P 值"),
        ("p_adjusted", "float64", "p adjusted for the number of terms", "校正 P 值"),
        ("score", "float64", "absolute z times how little the genre uses it anyway; sorts the table", "得分"),
    ),
    "similarity": _columns(
        ("a", "str", "one unit, document or section", "甲"),
        ("b", "str", "the other", "乙"),
        ("cosine", "float64", "cosine of the TF-IDF vectors", "余弦相似度"),
        ("cosine_low", "float64", "lower end of its 95 % interval", "余弦 95% 下限"),
        ("cosine_high", "float64", "upper end of its 95 % interval", "余弦 95% 上限"),
        ("jaccard", "float64", "shared share of the terms used", "雅卡尔系数"),
    ),
    "nearest": _columns(
        ("row", "str", "one unit, document or section", "对象"),
        ("neighbour", "str", "one that is like it", "相近对象"),
        ("rank", "int64", "1 for the nearest", "名次"),
        ("similarity", "float64", "similarity by the measure asked for, 0 to 1", "相似度"),
    ),
    "merges": _columns(
        ("branch_a", "int64", "position in the order, or number of leaves + row of an earlier merge", "左支"),
        ("branch_b", "int64", "the same for the other side", "右支"),
        ("height", "float64", "1 minus the similarity at which they merge", "合并高度"),
        ("size", "int64", "leaves in it", "包含对象数"),
    ),
    "theme_evidence": _columns(
        _DOC,
        ("passage_id", "str", "the passage", "段落编号"),
        ("line", "int64", "line on which the passage starts", "行号"),
        _START,
        _END,
        ("term", "str", "term of the theme lexicon", "主题词"),
        ("theme", "str", "theme it speaks for", "主题"),
        ("term_weight", "float64", "how strongly the term speaks for the theme", "权重"),
        (
            "place",
            "str",
            "body, lead, heading or parent (a heading above)",
            "位置：正文、段首句、标题或上级标题",
        ),
    ),
    "paragraph_themes": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("passage_id", "str", "the passage it belongs to", "所属段落编号"),
        ("part", "str", "part of the plan it stands in", "所在部分"),
        ("line", "int64", "line of the paragraph", "行号"),
        ("heading", "str", "heading of the passage", "标题"),
        ("theme", "category", "theme of the paragraph, in the order of the lexicon", "主题"),
        ("weight", "float64", "share of the paragraph's evidence, 0 to 1", "占该自然段证据的比例"),
        ("score", "float64", "evidence for the theme", "证据强度"),
        ("terms", "str", "terms found, the strongest first, joined by ｜", "依据的词语"),
        _START,
        _END,
    ),
    "themes": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("passage_id", "str", "the passage", "段落编号"),
        ("part", "str", "part of the plan it stands in", "所在部分"),
        ("line", "int64", "line on which the passage starts", "行号"),
        ("heading", "str", "heading of the passage", "标题"),
        ("theme", "category", "theme of the passage, in the order of the lexicon", "主题"),
        (
            "weight",
            "float64",
            "mean of its paragraphs' weights, each by its length",
            "该段各自然段权重的加权平均",
        ),
        ("score", "float64", "evidence for the theme", "证据强度"),
        ("terms", "str", "terms found, joined by ｜", "依据的词语"),
        ("n_chars", "int64", "characters of the passage", "段落字符数"),
    ),
    "main_themes": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("passage_id", "str", "the passage", "段落编号"),
        ("part", "str", "part of the plan it stands in", "所在部分"),
        ("line", "int64", "line on which the passage starts", "行号"),
        ("heading", "str", "heading of the passage", "标题"),
        ("theme", "category", "its strongest theme", "首要主题"),
        ("weight", "float64", "share of the passage's evidence, 0 to 1", "占该段证据的比例"),
        ("n_themes", "int64", "themes with a weight of at least 0.2", "权重不低于 0.2 的主题数"),
        ("all_themes", "str", "all its themes with their weights, joined by ｜", "全部主题及权重"),
    ),
    "emphasis": _columns(
        ("group", "str", "unit, document or year", "分组"),
        ("theme", "category", "the theme, in the order of the lexicon", "主题"),
        ("n_passages", "int64", "passages of which it is the main theme", "以此为首要主题的段落数"),
        (
            "n_chars",
            "float64",
            "characters, a passage's divided among its themes by weight",
            "字符数（按权重分摊）",
        ),
        ("share", "float64", "share of the group's coded characters", "占已归类文字的比例"),
        ("share_low", "float64", "lower end of the 95 % interval over resampled passages", "95%区间下限"),
        ("share_high", "float64", "upper end of the 95 % interval", "95%区间上限"),
        ("mean_share", "float64", "mean share of all groups", "各组平均比例"),
        ("difference", "float64", "share minus mean_share", "与平均之差"),
        (
            "log_odds",
            "float64",
            "log-odds ratio against all other groups, by passages",
            "对数优势比（与其余各组相比）",
        ),
        ("z", "float64", "log_odds divided by its standard error", "z 值"),
        ("uncoded_share", "float64", "share of the group's characters without any theme", "未归类文字的比例"),
    ),
    "theme_passages": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("passage_id", "str", "the passage", "段落编号"),
        ("line", "int64", "line on which the passage starts", "行号"),
        ("heading", "str", "heading of the passage", "标题"),
        ("weight", "float64", "share of the passage's evidence, 0 to 1", "占该段证据的比例"),
        ("score", "float64", "evidence for the theme", "证据强度"),
        ("terms", "str", "terms found, the strongest first, joined by ｜", "依据的词语"),
        _START,
        _END,
        ("text", "str", "the passage as it stands in the document", "原文"),
    ),
    "theme_flow": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("year", "Int64", "the document's year", "年份"),
        ("passage_id", "str", "the passage", "段落编号"),
        ("line", "int64", "line on which the passage starts", "行号"),
        ("heading", "str", "heading of the passage", "标题"),
        ("theme", "category", "theme of the passage, in the order of the lexicon", "主题"),
        ("weight", "float64", "share of the passage's evidence, 0 to 1", "占该段证据的比例"),
        ("begin", "float64", "where the passage begins, as a share of the document", "起点（占全文比例）"),
        ("finish", "float64", "where it ends", "终点（占全文比例）"),
    ),
    "topics": _columns(
        ("topic", "int64", "number of the topic, the largest first", "话题编号"),
        ("label", "str", "its three strongest terms", "话题标签"),
        ("terms", "str", "its terms, the strongest first, joined by ｜", "代表词语"),
        ("share", "float64", "share of all topic weight", "比例"),
        ("stability", "float64", "cosine with its counterpart in other runs, 0 to 1", "稳定度"),
    ),
    "topic_shares": _columns(
        ("group", "str", "unit, document or year", "分组"),
        ("topic", "int64", "number of the topic", "话题编号"),
        ("label", "str", "its three strongest terms", "话题标签"),
        ("share", "float64", "share of the group's topic weight", "比例"),
    ),
    "slogan_counts": _columns(
        ("slogan", "str", "the slogan", "提法"),
        ("group", "str", "unit, document or year", "分组"),
        ("n", "int64", "occurrences in the group", "次数"),
        ("n_docs", "int64", "documents of the group that use it", "文档数"),
    ),
    "signals": _columns(
        ("slogan", "str", "the slogan", "提法"),
        ("unit", "str", "the unit", "单位"),
        ("year", "Int64", "year of the plan", "年份"),
        ("n", "int64", "occurrences in the unit's plan of that year", "次数"),
        ("n_chars", "int64", "characters of that plan that are counted, white space aside", "总字符数"),
        ("rate_chars", "float64", "occurrences per 10,000 characters", "每万字次数"),
        ("rank", "Int64", "rank of the rate among the slogans of that plan, 1 the highest", "名次"),
        (
            "change",
            "str",
            "entered, returned, kept or left, beside the unit's plan before; empty in its first plan",
            "变化",
        ),
        ("first_year", "Int64", "year of the first plan of the unit that uses it", "最早年份"),
        ("last_year", "Int64", "year of the last plan of the unit that uses it", "最近年份"),
        ("peak", "bool", "whether the unit's rate is highest here, of several plans", "是否峰值"),
        ("wording", "str", "the commonest wording of it or its variants in that plan", "主要写法"),
        ("new_wording", "bool", "whether the unit's last plan that used it had another one", "写法是否变化"),
        ("frame", "str", "the commonest verb or head before it in that plan", "主要前接动词"),
        ("new_frame", "bool", "whether the unit's last plan that used it had another one", "动词是否变化"),
        ("sense", "str", "the members it stands for most in that plan, joined by ｜", "所指各项"),
        ("new_sense", "bool", "whether the unit's last plan that used it had others", "所指是否变化"),
        ("users_share", "float64", "share of the units with a plan of the year that use it", "使用单位占比"),
        (
            "temperature",
            "str",
            "degree of that share: blazing, scorching, hot, warm, tepid, cold",
            "热度（沸 烫 热 暖 温 冷）",
        ),
        ("silent", "bool", "whether most other units use it that year and this one does not", "是否缺席"),
        (
            "register_year",
            "Int64",
            "year of its first public use, where the register knows it",
            "首次提出年份",
        ),
        (
            "lag_register",
            "Int64",
            "years from its first public use to the unit's first; empty if the unit's first plan has it already",
            "滞后于首次提出（年）",
        ),
        (
            "lag_first",
            "Int64",
            "years from the first unit that uses it to this one; empty if the unit's first plan has it already",
            "滞后于首家单位（年）",
        ),
        (
            "lag_superior",
            "Int64",
            "years from the superior's first use to this unit's, below 0 if the unit was first; empty if either's first plan has it",
            "滞后于上级（年）",
        ),
    ),
    "frames": _columns(
        ("slogan", "str", "the slogan", "提法"),
        ("group", "str", "unit, document or year", "分组"),
        ("frame", "str", "the verb before it", "前面的动词"),
        ("n", "int64", "occurrences with that verb in the group", "次数"),
    ),
    "citations": _columns(
        ("title", "str", "the cited document, in full", "所引文件"),
        _DOC,
        _START,
        _END,
        ("text", "str", "the title as printed", "此处写法"),
        ("abbreviated", "bool", "whether it is cited by a short title", "是否简称"),
    ),
    "citation_counts": _columns(
        ("title", "str", "the cited document", "所引文件"),
        ("group", "str", "unit, document or year", "分组"),
        ("n", "int64", "citations in the group", "次数"),
        ("n_docs", "int64", "documents of the group that cite it", "文档数"),
    ),
    "glossary": _columns(
        ("term", "str", "the term explained", "词语"),
        ("members", "str", "what it counts, joined by ｜", "所指各项"),
        ("explanation", "str", "the explanation as printed", "解释"),
        ("found_in", "str", "annex (glossary) or text (explained where it is used)", "出处类别"),
        _DOC,
        _START,
        _END,
    ),
    "keyword_places": _columns(
        ("group", "str", "unit, document or year", "分组"),
        ("term", "str", "the term", "词语"),
        _DOC,
        _START,
        _END,
    ),
    "comparison": _columns(
        ("element", "str", "section (with headings or much prose below it) or item (without)", "部分或条目"),
        ("relation", "str", "pair, split, merged, only_a or only_b", "对应关系"),
        ("passage_a", "str", "passage of plan A", "甲段落"),
        ("line_a", "int64", "its line", "甲行号"),
        ("start_a", "int64", "its first character", "甲起点"),
        ("end_a", "int64", "first character after it", "甲终点"),
        ("part_a", "str", "part of the plan that it is of", "甲文中部分"),
        ("heading_a", "str", "its heading", "甲标题"),
        ("passage_b", "str", "passage of plan B", "乙段落"),
        ("line_b", "int64", "its line", "乙行号"),
        ("start_b", "int64", "its first character", "乙起点"),
        ("end_b", "int64", "first character after it", "乙终点"),
        ("part_b", "str", "part of the plan that it is of", "乙文中部分"),
        ("heading_b", "str", "its heading", "乙标题"),
        ("similarity", "float64", "weighted mean of four signs, 0 to 1", "相似度"),
        (
            "same_wording",
            "float64",
            "share of the letters of two items that stand in common runs",
            "相同文字占比",
        ),
        (
            "common_run",
            "str",
            "the longest run of equal letters of two items, without figures",
            "最长相同文字",
        ),
        ("shared_slogans", "str", "slogans of both, joined by ｜", "共有提法"),
        ("slogans_a", "str", "slogans of A alone", "甲独有提法"),
        ("slogans_b", "str", "slogans of B alone", "乙独有提法"),
        ("reused_chars", "int64", "characters of A shared with B word for word or nearly", "共有文字字数"),
    ),
    "transmission": _columns(
        ("doc_a", "str", "the source: the document that may be handed on", "来源文档"),
        ("doc_b", "str", "the plan that may have taken it over", "承接文档"),
        ("unit", "str", "unit of the plan", "承接单位"),
        ("year", "Int64", "year of the plan", "承接年份"),
        ("clause", "Int64", "number of the source's clause from 1; empty for what was added", "分句序号"),
        (
            "status",
            "str",
            "what became of it: verbatim, reworded, numbers_changed, dropped, or added by the plan",
            "去向：verbatim 照录、reworded 改写、numbers_changed 改数、dropped 未承接、added 新增",
        ),
        (
            "kept_order",
            "boolean",
            "whether it stands in the longest run that both have in one order",
            "是否同序",
        ),
        ("similarity", "float64", "of the two clauses by themselves, 0 to 1", "相似度"),
        ("numbers", "str", "numbers that have another value, 30→31, joined by ｜", "改动的数字"),
        ("passage_a", "str", "its passage", "来源段落"),
        ("part_a", "str", "part of the plan", "来源部分"),
        ("line_a", "Int64", "its line", "来源行号"),
        ("start_a", "Int64", "first character of the clause", "来源起点"),
        ("end_a", "Int64", "first character after it", "来源终点"),
        ("text_a", "str", "the clause of the source", "来源分句"),
        ("passage_b", "str", "its passage", "承接段落"),
        ("part_b", "str", "part of the plan", "承接部分"),
        ("line_b", "Int64", "its line", "承接行号"),
        ("start_b", "Int64", "first character of the clause", "承接起点"),
        ("end_b", "Int64", "first character after it", "承接终点"),
        ("text_b", "str", "the clause of the plan", "承接分句"),
    ),
    "transmission_counts": _columns(
        ("doc_a", "str", "the source", "来源文档"),
        ("doc_b", "str", "the plan", "承接文档"),
        ("unit", "str", "unit of the plan", "承接单位"),
        ("year", "Int64", "year of the plan", "承接年份"),
        ("n_clauses", "int64", "clauses of the source", "来源分句数"),
        ("verbatim", "int64", "of these, taken over word for word", "照录"),
        ("reworded", "int64", "of these, taken over in other words", "改写"),
        ("numbers_changed", "int64", "of these, taken over with other numbers", "改数"),
        ("dropped", "int64", "of these, not taken over", "未承接"),
        ("added", "int64", "clauses of the plan that answer none of the source", "新增"),
        ("taken_over", "float64", "share of the source's clauses that were not dropped", "承接率"),
        ("order_kept", "float64", "share of those that stand in the longest run in one order", "同序率"),
    ),
    "dyads": _columns(
        (
            "doc_a",
            "str",
            "the earlier document, of one year that of the higher level",
            "文档甲（在先或上级）",
        ),
        ("unit_a", "str", "its unit", "单位甲"),
        ("level_a", "str", "its level: national, province, city, county, township", "甲的层级"),
        ("year_a", "Int64", "its year", "甲的年份"),
        ("doc_b", "str", "the other document", "文档乙"),
        ("unit_b", "str", "its unit", "单位乙"),
        ("level_b", "str", "its level", "乙的层级"),
        ("year_b", "Int64", "its year", "乙的年份"),
        ("years_apart", "Int64", "year_b less year_a", "相隔年数"),
        (
            "direction",
            "str",
            "down: a is of a higher level; up: of a lower one; across: of the same, and earlier; none: of the same level and year",
            "方向：down 自上而下、up 自下而上、across 同级先后、none 同级同年",
        ),
        ("letters_a", "int64", "letters of a that count", "甲的字数"),
        ("letters_b", "int64", "letters of b that count", "乙的字数"),
        ("shared_letters", "int64", "letters of b in passages shared with a, formula aside", "共有字数"),
        ("shared", "float64", "shared_letters as a share of letters_b", "共有比例"),
        ("cosine", "float64", "cosine of the TF-IDF vectors", "余弦相似度"),
        ("jaccard", "float64", "share of the terms of both that both use", "杰卡德系数"),
    ),
    "gaps": _columns(
        ("doc_a", "str", "plan A", "计划甲"),
        ("part_a", "str", "part of the plan", "甲文中部分"),
        ("line_a", "int64", "its line", "甲行号"),
        ("start_a", "int64", "first character of the measure", "甲起点"),
        ("end_a", "int64", "first character after it", "甲终点"),
        ("text_a", "str", "the measure: a sentence of A", "甲措施"),
        (
            "is_heading",
            "bool",
            "whether it is a heading: what stands below it may be answered all the same",
            "是否为标题",
        ),
        (
            "answered",
            "str",
            "whether B answers it: yes, partly or no (a gap)",
            "乙是否有对应：yes 有、partly 部分、no 无（缺口）",
        ),
        ("doc_b", "str", "plan B", "计划乙"),
        ("part_b", "str", "part of the plan", "乙文中部分"),
        ("line_b", "int64", "line of the nearest sentence", "乙行号"),
        ("start_b", "int64", "its first character", "乙起点"),
        ("end_b", "int64", "first character after it", "乙终点"),
        ("text_b", "str", "the nearest sentence of B, also where it is no answer", "乙最相近的句子"),
        ("missing", "str", "words of A that it lacks, the rarest first, joined by ｜", "乙句所缺的词"),
        (
            "coverage",
            "float64",
            "share of the words' weight that it holds, 0 to 1",
            "词语覆盖率（按罕见度加权）",
        ),
        (
            "evidence",
            "float64",
            "what the best answered clause shares, as a share of what an answer needs",
            "对应证据（达到 1 视为有对应）",
        ),
        (
            "probability",
            "float64",
            "that it is a gap, by labelled measures of as much evidence",
            "属于缺口的概率",
        ),
    ),
    "year_comparison": _columns(
        ("change", "str", "kept, reworded, moved, related, entered or left", "变化"),
        ("relation", "str", "pair, split, merged, only_a or only_b", "对应关系"),
        ("passage_a", "str", "passage of the earlier plan", "前一年段落"),
        ("line_a", "int64", "its line", "前一年行号"),
        ("start_a", "int64", "its first character", "前一年起点"),
        ("end_a", "int64", "first character after it", "前一年终点"),
        ("part_a", "str", "part of the plan that it is of", "前一年所属部分（回顾、目标等）"),
        ("section_a", "str", "heading of the section it stands in", "前一年所在部分"),
        ("heading_a", "str", "its heading", "前一年标题"),
        ("verb_a", "str", "verb that the heading leads with", "前一年动词"),
        ("passage_b", "str", "passage of the later plan", "后一年段落"),
        ("line_b", "int64", "its line", "后一年行号"),
        ("start_b", "int64", "its first character", "后一年起点"),
        ("end_b", "int64", "first character after it", "后一年终点"),
        ("part_b", "str", "part of the plan that it is of", "后一年所属部分（回顾、目标等）"),
        ("section_b", "str", "heading of the section it stands in", "后一年所在部分"),
        ("heading_b", "str", "its heading", "后一年标题"),
        ("verb_b", "str", "verb that the heading leads with", "后一年动词"),
        ("verb_changed", "bool", "whether both lead with a verb, and not the same", "动词是否改变"),
        ("similarity", "float64", "weighted mean of four signs, 0 to 1", "相似度"),
        ("same_wording", "float64", "share of the letters that stand in common runs", "相同文字占比"),
        (
            "evidence",
            "float64",
            "that the wording is one; from 1 on it is",
            "同一文字的证据（达到 1 视为同一文字）",
        ),
        ("common_run", "str", "the longest run of equal letters, without figures", "最长相同文字"),
        ("numbers_changed", "str", "numbers that changed between equal letters, joined by ｜", "改动的数字"),
        ("text_a", "str", "the item in the earlier plan", "前一年文字"),
        ("text_b", "str", "the item in the later plan", "后一年文字"),
    ),
    "commitments": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("passage_id", "str", "passage that holds the sentence", "所在段落"),
        ("line", "int64", "line on which the sentence starts", "行号"),
        _START,
        _END,
        ("text", "str", "the sentence", "句子"),
        ("indicator", "str", "what is measured, in the text's words", "指标（原文用语）"),
        ("verb", "str", "verb that ties it to the quantity", "动词"),
        ("quantity", "str", "the quantity as written", "数量"),
        ("value", "float64", "its value", "数值"),
        ("value_high", "float64", "upper end of a range", "区间上限"),
        ("from_value", "float64", "value that it starts from", "起点值"),
        ("stretch", "float64", "value that is striven for beyond it", "力争值"),
        ("measure", "str", "its unit or measure word", "计量单位"),
        (
            "bound",
            "str",
            "at_least, at_most, about, range or exact",
            "限定：不少于、不超过、约、区间或等于",
        ),
        (
            "force",
            "str",
            "word for how firmly it is meant (ensure, strive, work hard, expect), else empty",
            "力度：确保、力争、努力、预期",
        ),
        ("deadline", "str", "deadline as written", "时限"),
        ("deadline_year", "Int64", "its year, if it can be dated", "时限年份"),
        ("deadline_date", "str", "its last day (ISO)", "时限日期"),
        ("frequency", "str", "frequency as written", "频次"),
        ("body", "str", "responsible bodies, joined by ｜", "责任主体"),
        ("indicator_start", "Int64", "offset of the indicator in the document's text", "指标起点"),
        ("indicator_end", "Int64", "its end", "指标终点"),
        ("quantity_start", "Int64", "offset of the quantity", "数量起点"),
        ("quantity_end", "Int64", "its end", "数量终点"),
        ("from_start", "Int64", "offset of the value that it starts from", "起点值起点"),
        ("from_end", "Int64", "its end", "起点值终点"),
        ("stretch_start", "Int64", "offset of the value that is striven for", "力争值起点"),
        ("stretch_end", "Int64", "its end", "力争值终点"),
        ("deadline_start", "Int64", "offset of the deadline", "时限起点"),
        ("deadline_end", "Int64", "its end", "时限终点"),
        ("frequency_start", "Int64", "offset of the frequency", "频次起点"),
        ("frequency_end", "Int64", "its end", "频次终点"),
        ("body_start", "Int64", "offset of the first body", "责任主体起点"),
        ("body_end", "Int64", "its end", "责任主体终点"),
    ),
    "indicators": _columns(
        ("indicator", "str", "name of an indicator", "指标"),
        ("names", "str", "other wordings of it, joined by ｜", "其他说法"),
        ("group", "str", "what it is about", "类别"),
        ("source", "str", "who defines it", "来源"),
    ),
    "targets": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("year", "Int64", "the document's year", "年份"),
        ("indicator", "str", "known name of the indicator", "指标"),
        ("wording", "str", "what the plan calls it", "原文用语"),
        ("stated", "str", "number, relation or absent", "表述：数值、关系或未提"),
        ("value", "float64", "the value", "数值"),
        ("value_high", "float64", "upper end of a range", "区间上限"),
        ("from_value", "float64", "value that it starts from", "起点值"),
        ("stretch", "float64", "value that is striven for beyond it", "力争值"),
        ("measure", "str", "unit or measure word", "计量单位"),
        ("bound", "str", "at_least, at_most, about, range or exact", "限定：不少于、不超过、约、区间或等于"),
        ("form", "str", "change (growth) or level", "形式：变动或水平"),
        (
            "force",
            "str",
            "word for how firmly it is meant (ensure, strive, work hard, expect), else empty",
            "力度：确保、力争、努力、预期",
        ),
        ("quantity", "str", "the quantity as written", "数量"),
        ("relation", "str", "what is said instead of a number", "关系表述"),
        ("target_year", "Int64", "the year that it is for", "目标年份"),
        (
            "headline",
            "bool",
            "whether it stands in the paragraph of expected targets",
            "是否在主要预期目标段",
        ),
        ("passage_id", "str", "passage that holds the sentence", "所在段落"),
        ("line", "Int64", "line on which the sentence starts", "行号"),
        ("start", "Int64", "offset of the sentence in the document's text", "起点"),
        ("end", "Int64", "its end", "终点"),
        ("text", "str", "the sentence", "句子"),
        ("wording_start", "Int64", "offset of the wording", "用语起点"),
        ("wording_end", "Int64", "its end", "用语终点"),
        ("quantity_start", "Int64", "offset of the quantity or relation", "数量起点"),
        ("quantity_end", "Int64", "its end", "数量终点"),
    ),
    "fulfilment": _columns(
        ("unit", "str", "unit", "单位"),
        ("year_a", "Int64", "the year of the plan that promises", "承诺年份"),
        ("year_b", "Int64", "the year of the plan that looks back on it", "回顾年份"),
        ("doc_a", "str", "plan that promises", "承诺所在文档"),
        ("part_a", "str", "part of the plan", "承诺所在部分"),
        ("line_a", "int64", "its line", "承诺行号"),
        ("start_a", "int64", "first character of the sentence", "承诺起点"),
        ("end_a", "int64", "first character after it", "承诺终点"),
        ("text_a", "str", "the sentence that promises", "承诺的句子"),
        ("indicator", "str", "what an amount measures: its known name, else the plan's words", "指标"),
        ("quantity", "str", "the amount as written, or what is said instead of one", "承诺的数量"),
        ("value", "float64", "the value that is promised", "承诺值"),
        ("value_high", "float64", "upper end of a range", "承诺区间上限"),
        ("measure", "str", "unit or measure word", "计量单位"),
        ("bound", "str", "at_least, at_most, about, range or exact", "限定：不少于、不超过、约、区间或等于"),
        (
            "account",
            "str",
            "value: the look-back reports a value of the same; done: a sentence says that it is done; mentioned: a sentence is of the "
            "same matter; not_mentioned (which is not: not done)",
            "交代：value 报告了数值、done 称已完成、mentioned 有提及、not_mentioned 未提及（不等于未完成）",
        ),
        ("doc_b", "str", "plan that looks back", "回顾所在文档"),
        ("line_b", "Int64", "its line", "回顾行号"),
        ("start_b", "Int64", "first character of the sentence", "回顾起点"),
        ("end_b", "Int64", "first character after it", "回顾终点"),
        ("text_b", "str", "the sentence that gives account", "回顾的句子"),
        ("reported", "str", "the reported value as written", "报告的数量"),
        (
            "reported_value",
            "float64",
            "the reported value in the unit of the promised one; below 0 if what was to grow fell",
            "报告值（按承诺的单位；应增而降为负）",
        ),
        (
            "position",
            "str",
            "where the reported value lies to the promised one, by arithmetic alone: above, equal, below, or within a range",
            "报告值与承诺值的算术关系：above 高于、equal 等于、below 低于、within 区间内",
        ),
        ("said", "str", "words that say it is done", "称已完成的用语"),
        (
            "matched_by",
            "str",
            "what the account was found by: indicator, quantity or wording",
            "匹配依据：indicator 指标、quantity 数量、wording 措辞",
        ),
        (
            "evidence",
            "float64",
            "of a wording what the sentence shares with it, in parts of what an answer needs; of a quantity the share of its words; of an "
            "indicator 1; 0 if there is no account",
            "证据强度：措辞为相同部分与所需之比，数量为用语相同的比例，指标为 1，无交代为 0",
        ),
    ),
    "target_gaps": _columns(
        ("unit", "str", "unit", "单位"),
        ("year", "Int64", "year", "年份"),
        ("indicator", "str", "known name of the indicator", "指标"),
        ("form", "str", "change (growth) or level", "形式：变动或水平"),
        ("measure", "str", "unit or measure word", "计量单位"),
        ("value", "float64", "the target; the middle of a range", "目标值"),
        ("last_value", "float64", "the unit's target of the year before", "上年目标值"),
        ("change", "float64", "value less last_value", "与上年之差"),
        ("superior", "str", "the superior unit", "上级单位"),
        ("superior_value", "float64", "its target of the same year", "上级目标值"),
        ("amplification", "float64", "value less superior_value", "加码幅度"),
    ),
    "tasks": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("passage_id", "str", "passage that holds the row", "所在段落"),
        ("line", "int64", "line of the row", "行号"),
        _START,
        _END,
        ("task", "str", "what has to be done", "任务"),
        ("action", "str", "what is done for it", "措施"),
        ("lead_body", "str", "who leads, joined by ｜", "牵头单位"),
        ("body", "str", "who is responsible or takes part, joined by ｜", "责任单位"),
        ("deadline", "str", "by when, as written", "时限"),
        ("deadline_date", "str", "its last day (ISO)", "时限日期"),
    ),
    "commitment_shares": _columns(
        ("group", "str", "unit, theme, document or year", "分组"),
        ("n_sentences", "float64", "sentences; by theme each counts by its passage's weight", "句数"),
        ("n_binding", "float64", "binding sentences among them", "有约束力的句数"),
        ("share", "float64", "share of the sentences that bind", "占句数的比例"),
        ("n_chars", "float64", "characters of the sentences", "字符数"),
        ("n_chars_binding", "float64", "characters of the binding sentences", "有约束力的字符数"),
        ("share_chars", "float64", "share of the characters in binding sentences", "占字符数的比例"),
    ),
    "code_book": _columns(
        ("kind", "str", "what the code belongs to; the code itself where nothing is said", "类型"),
        (
            "code",
            "str",
            "the code; - for a term that keeps shorter ones inside it from counting",
            "编码；- 为不计的词",
        ),
        ("term", "str", "word or phrase; … stands for up to 12 characters", "词语；… 代表至多12字"),
        ("weight", "float64", "weight of the term; a sentence has the code from 1 on", "权重；一句满1即编码"),
        (
            "not_after",
            "str",
            "directly behind which words it does not count, joined by ｜",
            "前接这些词时不计",
        ),
        (
            "not_before",
            "str",
            "directly before which words it does not count, joined by ｜",
            "后接这些词时不计",
        ),
        ("source", "str", "where class and term come from", "来源"),
        ("example", "str", "a text in which the term counts", "例"),
        ("counter_example", "str", "a text in which it does not", "反例"),
    ),
    "coded_sentences": _columns(
        _DOC,
        ("unit", "str", "the document's unit", "单位"),
        ("passage_id", "str", "passage that holds the sentence", "所在段落"),
        ("line", "int64", "line of the sentence", "行号"),
        _START,
        _END,
        ("text", "str", "the sentence", "句子"),
        ("kind", "str", "what the code belongs to", "类型"),
        ("code", "str", "the code", "编码"),
        ("weight", "float64", "weights of its different terms in the sentence, added up", "权重合计"),
        ("term", "str", "the heaviest of them, of several the first", "依据词"),
        ("term_start", "int64", "where it begins in the document's text", "依据词起点"),
        ("term_end", "int64", "first character after it", "依据词终点"),
        ("terms", "str", "all of them, joined by ｜", "全部依据词"),
        ("n_terms", "int64", "how many", "依据词数"),
    ),
    "code_shares": _columns(
        ("group", "str", "unit, year, part or other group", "分组"),
        ("kind", "str", "what the code belongs to", "类型"),
        ("code", "str", "the code; empty where kinds are counted", "编码；按类型统计时为空"),
        ("n", "int64", "sentences of the group with the code", "句数"),
        ("n_docs", "int64", "documents that hold such", "文档数"),
        ("n_sentences", "int64", "all sentences of the group", "总句数"),
        ("share", "float64", "share of all sentences", "占全部句子的比例"),
        ("share_coded", "float64", "share of all codings of the group", "占该组全部编码的比例"),
        ("expected", "float64", "codings expected if group and code were independent", "期望频数"),
        (
            "residual",
            "float64",
            "adjusted standardised residual; beyond ±1.96 it stands out",
            "调整后标准化残差",
        ),
        ("chi2", "float64", "chi-square of the whole table", "卡方值（全表）"),
        ("df", "int64", "its degrees of freedom", "自由度"),
        ("p", "float64", "its probability if sentences were independent", "P 值"),
        ("cramers_v", "float64", "Cramér's V of the whole table, 0 to 1", "Cramér's V"),
        (
            "min_expected",
            "float64",
            "smallest expected count; below 5 the test does not hold",
            "最小期望频数",
        ),
    ),
    "pmc_items": _columns(
        ("group", "str", "the policy: document, unit or other group", "政策（文档、单位等）"),
        ("variable", "str", "main variable", "一级变量"),
        ("item", "str", "sub-variable", "二级变量"),
        ("value", "int64", "1 if the policy covers it, else 0", "取值（1 或 0）"),
        ("n", "int64", "sentences that say so", "依据句数"),
        ("term", "str", "the term in the sentence given", "依据词"),
        _DOC,
        ("passage_id", "str", "passage that holds the sentence", "所在段落"),
        (
            "start",
            "Int64",
            "first character of the sentence in the document's text",
            "起点：在原文中的字符位置",
        ),
        ("end", "Int64", "first character after it", "终点：其后第一个字符的位置"),
        ("text", "str", "the sentence behind the 1", "依据句"),
    ),
    "pmc": _columns(
        ("group", "str", "the policy: document, unit or other group", "政策（文档、单位等）"),
        ("variable", "str", "main variable", "一级变量"),
        ("n_items", "int64", "its sub-variables", "二级变量数"),
        ("n_ones", "int64", "those of value 1", "取 1 的个数"),
        ("score", "float64", "mean of its sub-variables", "一级变量得分"),
        ("pmc", "float64", "PMC index of the policy: sum of the scores", "PMC 指数"),
        ("n_variables", "int64", "main variables", "一级变量数"),
        ("pmc_10", "float64", "PMC index on the scale of ten main variables", "折合十个一级变量的 PMC 指数"),
        ("grade", "str", "grade: 完美 perfect, 优秀 good, 可接受 acceptable, 不良 low", "等级"),
        ("rank", "int64", "rank of the policy", "名次"),
    ),
    "cooccurrence": _columns(
        ("group", "str", "unit, year or other group; all for the whole corpus", "分组；all 为全部"),
        ("term_a", "str", "one term", "词甲"),
        ("term_b", "str", "the other term", "词乙"),
        ("n", "int64", "sentences or passages that hold both", "同现的句（段）数"),
        ("n_docs", "int64", "documents that hold such", "文档数"),
        ("n_units", "int64", "units that have such", "单位数"),
        ("first_year", "Int64", "earliest year of these documents", "最早年份"),
        ("last_year", "Int64", "latest year of these documents", "最近年份"),
        ("n_a", "int64", "sentences or passages that hold the one", "含词甲的句（段）数"),
        ("n_b", "int64", "sentences or passages that hold the other", "含词乙的句（段）数"),
        ("n_contexts", "int64", "sentences or passages of the group", "句（段）总数"),
        (
            "npmi",
            "float64",
            "normalised pointwise mutual information, -1 to 1; 0 as chance has it",
            "标准化点互信息",
        ),
        (
            "g2",
            "float64",
            "log-likelihood ratio, negative where they avoid each other",
            "对数似然比 G²（带符号）",
        ),
        ("lambda", "float64", "log-odds ratio of the pair, counts smoothed by 0.5", "λ 值（对数优势比）"),
        ("lambda_low", "float64", "lower end of its 95 % interval", "λ 的 95% 区间下限"),
        ("lambda_high", "float64", "upper end of its 95 % interval", "λ 的 95% 区间上限"),
    ),
    "affiliations": _columns(
        ("group", "str", "unit, year or other group", "分组"),
        ("term", "str", "the slogan, or the title of the document", "提法，或文件标题"),
        ("kind", "str", "slogan or title", "种类：slogan 提法、title 文件"),
        ("n", "int64", "places", "次数"),
        ("n_docs", "int64", "documents of the group that hold it", "文档数"),
        ("first_year", "Int64", "earliest year of these documents", "最早年份"),
        ("last_year", "Int64", "latest year of these documents", "最近年份"),
    ),
    "communities": _columns(
        ("group", "str", "unit, year or other group; all for the whole corpus", "分组；all 为全部"),
        ("term", "str", "the term", "词语"),
        ("community", "int64", "community that it belongs to, 1 the largest", "所属社群，1 为最大"),
        ("degree", "int64", "edges of the term", "连边数"),
        ("strength", "float64", "weight of its edges", "连边权重之和"),
        (
            "stability",
            "float64",
            "mean Jaccard index of its community in repeated runs, 0 to 1; .75 and more is stable",
            "稳定性：重复求解时所属社群的平均 Jaccard 系数，0.75 以上为稳定",
        ),
        ("modularity", "float64", "modularity of the whole partition", "模块度"),
        (
            "rand",
            "float64",
            "mean adjusted Rand index of repeated runs with this partition",
            "重复求解与本划分的平均调整兰德指数",
        ),
    ),
    "sensitivity": _columns(
        (
            "ranking",
            "str",
            "slogan_use (groups by slogans per 10,000 characters), slogans, themes (groups by share), keywords, neighbours",
            "排序：slogan_use 各组提法使用率、slogans 提法、themes 各组主题占比、keywords 关键词、neighbours 相近者",
        ),
        (
            "scope",
            "str",
            "the theme, or the group, whose ranking it is; empty for the whole corpus",
            "所属主题或分组；空为全部",
        ),
        (
            "choice",
            "str",
            "characters, tokens, occurrences, plan_part, without_formula, no_stopwords, with_names, without_group, without_document",
            "另作的选择：characters 按字、tokens 按词、occurrences 按次、plan_part 仅工作安排、without_formula 去套语、"
            "no_stopwords 不设停用词、with_names 计入专名、without_group 去掉一组、without_document 去掉一个文档",
        ),
        ("left_out", "str", "of leaving one out: the one that moves the ranking most", "影响最大的被去掉者"),
        ("n_items", "int64", "things that are ranked in both", "参与比较的个数"),
        ("tau", "float64", "Kendall's tau-b of the two rankings", "Kendall τ-b"),
        ("largest_change", "int64", "largest change of rank", "最大名次变动"),
        ("item", "str", "whom the largest change concerns", "名次变动最大者"),
        ("rank_base", "int64", "its rank by the report's own choices, 1 the highest", "原名次"),
        ("rank_other", "int64", "its rank by the other choice", "另一名次"),
    ),
    "sample": _columns(
        ("sample_id", "int64", "number of the place in the sample", "样本编号"),
        ("stratum", "str", "stratum that it was drawn from; empty if there is but one", "所属层"),
        (
            "stands_for",
            "float64",
            "places of the table that it stands for: those of its stratum by those drawn from it",
            "所代表的处数：该层总数除以抽取数",
        ),
        (
            "predicted",
            "str",
            "category that the program gave it; empty if none was asked for",
            "程序给出的类别",
        ),
        _DOC,
        _START,
        _END,
        ("unit", "str", "the unit", "单位"),
        ("year", "Int64", "the year", "年份"),
        ("heading", "str", "heading of the passage", "标题"),
        ("left", "str", "the text before it", "左文"),
        ("text", "str", "the place as it stands in the text", "此处原文"),
        ("right", "str", "the text after it", "右文"),
    ),
    "codings": _columns(
        ("sample_id", "int64", "number of the place in the sample", "样本编号"),
        ("coder", "str", "who coded it", "编码者"),
        (
            "category",
            "category",
            "category that the coder chose, in the order of the definitions",
            "编码者所选类别",
        ),
        (
            "predicted",
            "str",
            "category that the program gave it; empty if none was asked for",
            "程序给出的类别",
        ),
        ("stratum", "str", "stratum that it was drawn from; empty if there is but one", "所属层"),
        (
            "stands_for",
            "float64",
            "places of the table that it stands for: those of its stratum by those drawn from it",
            "所代表的处数：该层总数除以抽取数",
        ),
        _DOC,
        _START,
        _END,
        ("text", "str", "the place as it stands in the text", "此处原文"),
    ),
    "agreement": _columns(
        (
            "measure",
            "str",
            "raw_agreement, kappa (Cohen), weighted_kappa, alpha (Krippendorff), precision, recall",
            "指标：raw_agreement 一致率、kappa（Cohen）、weighted_kappa 加权、alpha（Krippendorff）、precision 精确率、recall 召回率",
        ),
        (
            "coders",
            "str",
            "whose categories it is of; agreed: those that all coders gave alike",
            "编码者；agreed 为一致者",
        ),
        ("category", "str", "of precision and recall the category", "类别（精确率与召回率）"),
        ("n", "int64", "places that it is of", "处数"),
        ("value", "float64", "the value", "数值"),
        ("low", "float64", "lower end of the 95 % interval", "95% 区间下限"),
        ("high", "float64", "upper end of the 95 % interval", "95% 区间上限"),
    ),
}

TABLES["year_comparisons"] = (
    *_columns(
        ("unit", "str", "the unit", "单位"),
        ("year_a", "int64", "the earlier year", "前一年"),
        ("year_b", "int64", "the later year", "后一年"),
    ),
    *TABLES["year_comparison"],
)

TABLES["comparisons"] = (
    *_columns(
        ("plan_a", "str", "one plan (doc_id)", "计划甲"), ("plan_b", "str", "the other plan", "计划乙")
    ),
    *TABLES["comparison"],
)


_TEXT_IS_OBJECT = int(pd.__version__.partition(".")[0]) < 3
"""Whether pandas holds text as objects, as it did before its third version; made text, None is then a word."""

GIVEN_BY: dict[str, str] = {
    "tokens": "segment(corpus)",
    "outline": "outline(corpus)",
    "parts": "parts(corpus)",
    "excluded": "corpus.excluded",
    "left_out": "corpus.left_out",
    "skipped": "corpus.skipped",
    "documents": "corpus.documents",
    "passages": "corpus.passages",
    "terms": "find_terms(tokens)",
    "genre": "genre_frequencies()",
    "lexicon": "load_lexicon(path)",
    "gazetteer": "gazetteer()",
    "register": "slogan_register()",
    "stopwords": "load_stopwords()",
    "slogans": "find_slogans(corpus)",
    "occurrences": "slogan_occurrences(corpus, slogans)",
    "slogan_counts": "slogan_counts(occurrences, corpus)",
    "frames": "slogan_frames(occurrences, corpus)",
    "citations": "find_citations(corpus)",
    "citation_counts": "citation_counts(citations, corpus)",
    "glossary": "find_glossary(corpus)",
    "reuse": "find_reuse(corpus)",
    "families": "reuse_families(reuse, corpus)",
    "family_members": "family_members(reuse, corpus)",
    "reuse_shares": "reuse_shares(reuse, corpus)",
    "borrowing": "borrowing_matrix(reuse, corpus)",
    "keywords": "keywords(tokens, corpus)",
    "keyness": "keyness(tokens, corpus, target)",
    "keyness_by": "keyness_by(tokens, corpus)",
    "name_counts": "name_counts(tokens, corpus)",
    "dispersion": "dispersion(dfm)",
    "collocations": "collocations(tokens, corpus)",
    "concordance": "concordance(corpus, pattern)",
    "frequencies": "frequencies(corpus, terms)",
    "panel": "panel(corpus)",
    "panel_codebook": "panel_codebook(panel)",
    "division_codes": "division_codes()",
    "signals": "slogan_signals(occurrences, corpus)",
    "trend": "term_trend(tokens, corpus, terms)",
    "changes": "term_changes(tokens, corpus)",
    "similarity": "similarity(tokens, corpus)",
    "nearest": "nearest(dfm)",
    "merges": "cluster_order(matrix).tree",
    "theme_evidence": "theme_evidence(corpus)",
    "paragraph_themes": "code_paragraphs(corpus)",
    "themes": "code_themes(corpus)",
    "main_themes": "main_themes(themes)",
    "emphasis": "theme_emphasis(themes, corpus)",
    "theme_passages": "theme_passages(themes, corpus, theme)",
    "theme_flow": "theme_flow(themes, corpus)",
    "topics": "find_topics(tokens, corpus)",
    "topic_shares": "topic_shares(tokens, corpus)",
    "comparison": "compare_plans(corpus, a, b)",
    "gaps": "find_gaps(corpus, a, b)",
    "transmission": "transmission(corpus, source=source)",
    "transmission_counts": "transmission_counts(transmission)",
    "dyads": "dyads(reuse, similarity, corpus)",
    "year_comparison": "compare_years(corpus, unit)",
    "commitments": "find_commitments(corpus)",
    "commitment_shares": "commitment_shares(commitments, corpus)",
    "indicators": "load_indicators()",
    "targets": "find_targets(corpus)",
    "target_gaps": "target_gaps(targets)",
    "cooccurrence": "cooccurrence(corpus)",
    "affiliations": "affiliations(corpus)",
    "communities": "communities(cooccurrence)",
    "sensitivity": "sensitivity(corpus)",
    "sample": "draw_sample(table, corpus)",
    "codings": "read_coding(paths)",
    "agreement": "agreement(codings)",
    "fulfilment": "find_fulfilment(corpus)",
    "code_book": "load_code_book()",
    "coded_sentences": "code_sentences(corpus)",
    "code_shares": "code_shares(coded_sentences, corpus)",
    "pmc_items": "pmc_items(corpus)",
    "pmc": "pmc_index(pmc_items)",
}
"""What gives a table: the call to make, in the message of :func:`check`."""


def columns(name: str) -> list[str]:
    """Return the column names of a table, in order.

    Examples
    --------
    >>> columns("skipped")
    ['file', 'reason']
    """
    return [column.name for column in TABLES[name]]


def conform(frame: pd.DataFrame, name: str, *, extra: bool = False) -> pd.DataFrame:
    """Return a table with exactly the listed columns, in order and with their types.

    Parameters
    ----------
    frame
        Rows to check; it is not changed.
    name
        Key of :data:`TABLES`.
    extra
        Keep further columns, after the listed ones (documents carry the user's metadata).

    Raises
    ------
    InputError
        If a column is missing; the message names it.

    Examples
    --------
    >>> conform(pd.DataFrame({"reason": ["empty"], "file": ["a.txt"]}), "skipped")
        file reason
    0  a.txt  empty
    """
    check(frame, name)
    types = _types(name)
    rest = [column for column in frame.columns if column not in types] if extra else []
    names = [*types, *rest]
    typed = (frame if list(frame.columns) == names else frame.loc[:, names]).reset_index(drop=True)
    had = dict(zip(typed.columns, typed.dtypes, strict=True))
    for column, dtype in types.items():  # most have their type already, and to ask for all costs milliseconds
        if had[column] != dtype:
            typed[column] = typed[column].astype(dtype)
    if _TEXT_IS_OBJECT:
        for column in (column.name for column in TABLES[name] if column.dtype == "str"):
            typed[column] = typed[column].where(frame[column].notna().to_numpy(), None)
    return typed


@cache
def _types(name: str) -> dict[str, np.dtype | ExtensionDtype]:
    """Return the types of a table's columns, by name."""
    return {column.name: pd.api.types.pandas_dtype(column.dtype) for column in TABLES[name]}


def check(frame: object, name: str, needs: Iterable[str] | None = None) -> None:
    """Refuse what is not the table wanted: every public function calls this first for each table it is given.

    It looks at the names of the columns only, so that it costs nothing.

    Parameters
    ----------
    frame
        What was handed over.
    name
        Key of :data:`TABLES`, or another word for a table that may be any.
    needs
        The columns that are used; by default all of the table's.

    Raises
    ------
    InputError
        In one line: what is wanted, what came, and the call that makes it.

    Examples
    --------
    >>> check(None, "tokens")
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: tokens: a table is wanted, None was given; segment(corpus) gives it
    >>> check(pd.DataFrame({"text": []}), "citations", ["title", "doc_id"])
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: citations: the table lacks the columns title, doc_id; it has text; ...
    """
    wanted = columns(name) if needs is None else list(dict.fromkeys(needs))
    remedy = Message("; {call} gives it", call=GIVEN_BY[name]) if name in GIVEN_BY else ""
    if not isinstance(frame, pd.DataFrame):
        order = (
            Message("; are two arguments in each other's place?") if type(frame).__name__ == "Corpus" else ""
        )
        raise InputError(
            "{name}: a table is wanted, {given} was given{order}{remedy}",
            name=name,
            given=given(frame),
            order=order,
            remedy=remedy,
        )
    missing = [column for column in wanted if column not in frame.columns]
    if missing:
        like = looks_like(frame)
        seems = Message(" and looks like the table {table}", table=like) if like else ""
        raise InputError(
            "{name}: the table lacks the {n_missing:column|columns} {missing}; it has {listed}{seems}{remedy}",
            name=name,
            n_missing=len(missing),
            missing=missing,
            listed=listed(frame.columns),
            seems=seems,
            remedy=remedy,
        )


def check_square(matrix: object, name: str, maker: str) -> None:
    """Refuse what is not a square table with the same labels in its rows and columns, as ``maker`` gives it.

    Examples
    --------
    >>> check_square(pd.DataFrame([[1.0]], index=["甲"], columns=["乙"]), "matrix", "similarity_matrix(dfm)")
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: matrix: a square table is wanted, with the same labels as rows and columns, ...
    """
    wanted = Message("a square table is wanted, with the same labels as rows and columns")
    if not isinstance(matrix, pd.DataFrame):
        raise InputError(
            "{name}: {wanted}, {given} was given; {maker} gives it",
            name=name,
            wanted=wanted,
            given=given(matrix),
            maker=maker,
        )
    if list(matrix.index) != list(matrix.columns):
        raise InputError(
            "{name}: {wanted}, a table with {n_matrix} rows and the columns {listed} was given; {maker} "
            "gives it",
            name=name,
            wanted=wanted,
            n_matrix=len(matrix),
            listed=listed(matrix.columns),
            maker=maker,
        )


def given(value: object) -> Message:
    """Say in two or three words what was handed over.

    Examples
    --------
    >>> given(None), given("a.csv"), given([1, 2]), given(pd.DataFrame())
    ('None', "the text 'a.csv'", 'a list', 'a table')
    """
    if value is None:
        return Message("None")
    if isinstance(value, str):
        return Message("the text {text!r}", text=value[:40])
    if isinstance(value, pd.DataFrame):
        return Message("a table")
    kind = type(value).__name__
    return Message("an {kind}" if kind[0].lower() in "aeiou" else "a {kind}", kind=kind)


def looks_like(frame: pd.DataFrame) -> str:
    """Return the name of the table whose columns a table has, of several the one with most; empty if of none."""
    names = set(frame.columns)
    held = [name for name in TABLES if len(TABLES[name]) > _TELLING and names.issuperset(columns(name))]
    return max(held, key=lambda name: len(TABLES[name]), default="")


def listed(names: Iterable[object]) -> Message:
    """Return the first names of a table's columns, to be written in a message.

    Examples
    --------
    >>> listed(["a", "b"]), listed([])
    ('a, b', 'none')
    """
    words = [str(name) for name in names]
    if not words:
        return Message("none")
    return Message("{names}", names=[*words[:_MOST_NAMED], *(["..."] if len(words) > _MOST_NAMED else [])])


def empty(name: str) -> pd.DataFrame:
    """Return the table without rows.

    Examples
    --------
    >>> len(empty("excluded")), list(empty("excluded"))
    (0, ['doc_id', 'start', 'end', 'reason'])
    """
    return _without_rows(name).copy()


@cache
def _without_rows(name: str) -> pd.DataFrame:
    """Return a table without rows that is made once; nobody but :func:`empty` sees it."""
    return pd.DataFrame({c.name: pd.Series([], dtype=c.dtype) for c in TABLES[name]})


def from_records(records: list[tuple] | list[dict], name: str) -> pd.DataFrame:
    """Return a table made of rows given as tuples in column order, or as dicts.

    Examples
    --------
    >>> from_records([("a.txt", "no text")], "skipped")
        file   reason
    0  a.txt  no text
    """
    if not records:
        return empty(name)
    if isinstance(records[0], dict):
        return conform(pd.DataFrame.from_records(records), name)
    return conform(pd.DataFrame.from_records(records, columns=columns(name)), name)
