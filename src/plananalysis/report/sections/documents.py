"""The corpus: its documents in numbers, each with what is known of it, and the files that were not read."""

from collections.abc import Mapping
from typing import Any

import plananalysis
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page
from plananalysis.report.section import Listed, Part, Section, has, heading, numbers, table
from plananalysis.report.words import Pair, filled

TITLE: Pair = ("语料", "Corpus")
WORDS: dict[str, Pair] = {
    "corpus": ("语料", "Corpus"),
    "n_documents": ("份文档", "documents"),
    "n_units": ("个单位", "units"),
    "n_years": ("年份", "years"),
    "n_characters": ("字符", "characters"),
    "n_excluded": ("处不计入统计", "spans left out"),
    "n_skipped": ("个文件未读入", "files not read"),
    "left_out": ("未读入正文的内容", "What was not brought into the texts"),
    "skipped": ("未读入的文件", "Files that were not read"),
}
_METHODS: Pair = (
    "语料：{units} 个单位的 {documents} 份文档，共 {chars} 字符；广告、水印、网页栏目等 {excluded} 处文字不参与任何"
    "计数。分析使用 plananalysis {version}。",
    "Corpus: {documents} documents of {units} units, {chars} characters in all; {excluded} spans (adverts, watermarks, "
    "page furniture and the like) take part in no count. Analysed with plananalysis {version}.",
)


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the numbers, the documents, and the files that were not read."""
    analysis = page.analysis
    documents = analysis.corpus.documents
    years = documents["year"].dropna()
    span = (
        "—" if years.empty else str(years.min()) if years.nunique() == 1 else f"{years.min()}–{years.max()}"
    )
    counted = {
        "n_documents": f"{len(documents):,}",
        "n_units": f"{_n_units(analysis):,}",
        "n_years": span,
        "n_characters": f"{documents['n_chars'].sum():,}",
        "n_excluded": f"{len(analysis.corpus.excluded):,}",
        "n_skipped": f"{len(analysis.corpus.skipped):,}",
    }
    found = [
        numbers(tuple((WORDS[key], number) for key, number in counted.items())),
        table("documents", "documents"),
    ]
    if has(analysis, "left_out"):
        found += [heading("left_out", WORDS["left_out"]), table("left_out", "left_out")]
    if has(analysis, "skipped"):
        found += [heading("skipped", WORDS["skipped"]), table("skipped", "skipped")]
    return found


def _n_units(analysis: Analysis) -> int:
    """Return how many units are named."""
    return int(analysis.corpus.documents["unit"].replace("", None).nunique())


def _methods(analysis: Analysis) -> Pair:
    """Say what was analysed, and with what."""
    documents = analysis.corpus.documents
    return filled(
        _METHODS,
        documents=f"{len(documents):,}",
        units=f"{_n_units(analysis):,}",
        chars=f"{documents['n_chars'].sum():,}",
        excluded=f"{len(analysis.corpus.excluded):,}",
        version=plananalysis.__version__,
    )


SECTION = Section(
    name="documents",
    title=TITLE,
    parts=_parts,
    tables=(
        Listed("documents", ("文档", "Documents"), hidden=("sha256", "file")),
        Listed("left_out", WORDS["left_out"]),
        Listed("skipped", WORDS["skipped"]),
    ),
    words=WORDS,
    heads={
        "format": ("格式", "format"),
        "encoding": ("编码", "encoding"),
        "warning": ("提醒", "note"),
        "sample": ("示例", "sample"),
    },
    codes={
        "comment": ("批注", "comment"),
        "deleted text": ("已删除文字", "deleted text"),
        "hidden text": ("隐藏文字", "hidden text"),
        "running head": ("页眉页脚", "running head"),
        "table of contents": ("目录", "table of contents"),
        "picture": ("图片", "picture"),
        "attachment": ("附件", "attachment"),
        "embedded chunk": ("嵌入内容", "embedded chunk"),
        "link": ("链接", "link"),
        "around the text": ("正文之外", "around the text"),
        "frame": ("框架", "frame"),
        "further page": ("其他页", "further page"),
        "further sheet": ("其他工作表", "further sheet"),
        "uncertain line": ("存疑文字行", "uncertain line"),
    },
    methods=_methods,
)
