"""The corpus: its documents in numbers, each with what is known of it, and the files that were not read."""

from collections.abc import Mapping
from typing import Any

import plananalysis
from plananalysis.messages.zh_reading import KINDS
from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page
from plananalysis.report.group_names import of_one_unit
from plananalysis.report.section import Listed, Part, Section, has, heading, hint, numbers, table
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
    "left_out_hint": (
        "批注、页眉、目录、图片、链接等：原文件里有，正文里没有，不参与任何计数。",
        "Comments, running heads, contents, pictures, links: the file has them, the text does not, and no count does.",
    ),
    "skipped": ("未读入的文件", "Files that were not read"),
}
NAMED_BY: dict[str, Pair] = {
    "documents.metadata": ("元数据", "metadata"),
    "documents.title": ("标题", "title"),
    "documents.text": ("正文", "text"),
    "documents.signature": ("落款或文头", "signature"),
    "documents.number": ("发文字号", "document number"),
    "documents.page": ("网页信息栏", "web page"),
    "documents.path": ("文件夹", "folder"),
    "documents.file": ("文件名", "file name"),
    "documents.subject": ("标题所述事项", "subject of the title"),
}
"""Where unit and year of a document are from."""
NOT_READ: dict[str, Pair] = {f"left_out.{kind}": (chinese, kind) for kind, chinese in KINDS.items()}
"""What the kinds of the table ``left_out`` are called."""
_METHODS: Pair = (
    "语料：{whose} {documents} 份文档，共 {chars} 字符；广告、水印、网页栏目等 {excluded} 处文字不参与任何"
    "计数。分析使用 plananalysis {version}。",
    "Corpus: {documents} documents of {whose}, {chars} characters in all; {excluded} spans (adverts, watermarks, "
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
        **({} if of_one_unit(analysis) else {"n_units": f"{_n_units(analysis):,}"}),
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
        found += [
            heading("left_out", WORDS["left_out"]),
            hint(WORDS["left_out_hint"]),
            table("left_out", "left_out"),
        ]
    if has(analysis, "skipped"):
        found += [heading("skipped", WORDS["skipped"]), table("skipped", "skipped")]
    return found


def _n_units(analysis: Analysis) -> int:
    """Return how many units are named."""
    return int(analysis.corpus.documents["unit"].replace("", None).nunique())


def _methods(analysis: Analysis) -> Pair:
    """Say what was analysed, and with what."""
    documents = analysis.corpus.documents
    n_units = f"{_n_units(analysis):,}"
    whose = (f"{n_units} 个单位的", f"{n_units} units")
    if of_one_unit(analysis):
        name = str(documents["unit"].iloc[0] or "")
        whose = (f"{name}的" if name else "", name or "one unit")
    return filled(
        _METHODS,
        documents=f"{len(documents):,}",
        whose=whose,
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
        Listed("skipped", WORDS["skipped"]),
        Listed("left_out", WORDS["left_out"]),
    ),
    words=WORDS,
    heads={
        "format": ("格式", "format"),
        "encoding": ("编码", "encoding"),
        "warning": ("提醒", "note"),
        "unit_source": ("单位依据", "unit from"),
        "year_source": ("年份依据", "year from"),
        "sample": ("示例", "example"),
    },
    looks=dict.fromkeys(("warning", "reason", "kind", "unit_source", "year_source"), "code"),
    codes=NAMED_BY | NOT_READ,
    methods=_methods,
)
