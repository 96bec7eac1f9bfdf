"""What takes part in no count, and why."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from plananalysis.report.analysis import Analysis
from plananalysis.report.context import Page
from plananalysis.report.section import Finding, Listed, Part, Section, has, hint, table, text
from plananalysis.report.words import FRAME, Pair, filled
from plananalysis.tables import Column

WORDS: dict[str, Pair] = {
    "excluded": ("不计入统计的文字", "What was left out"),
    "excluded_hint": (
        "广告、免责声明、水印、网页栏目等：原文保留，但不参与任何计数。点击查看所在位置。",
        "Adverts, disclaimers, watermarks, page furniture: kept in the text, but in no count. Click to see where they stand.",
    ),
}
CODES: dict[str, Pair] = {
    "disclaimer": ("免责声明", "disclaimer"),
    "advert": ("广告", "advert"),
    "watermark": ("水印", "watermark"),
    "furniture": ("网页栏目、页码", "page furniture"),
    "signature": ("落款", "signature"),
    "glossary": ("名词解释", "glossary"),
    "note": ("注释", "note"),
    "mojibake": ("乱码", "garbled text"),
    "table": ("表格", "table"),
    "other part": ("未选的部分", "part not asked for"),
}
_SOME: Pair = (
    "{n} 处文字（{chars} 字符）未计入统计{reasons}；{skipped}。",
    "{n} spans ({chars} characters) were left out of all counts{reasons}; {skipped}.",
)
_NOTHING: Pair = ("没有需要排除的文字；{skipped}。", "Nothing had to be left out of the counts; {skipped}.")
_UNREAD: Pair = ("{n} 个文件未能读入", "{n} files could not be read")
_ALL_READ: Pair = ("全部文件均已读入", "every file was read")


def _parts(page: Page, data: Mapping[str, Any]) -> list[Part]:
    """Return the table, or a word that there is nothing."""
    there = has(page.analysis, "excluded")
    return [hint(WORDS["excluded_hint"]), table("excluded", "excluded") if there else text(FRAME["none"])]


def _finding(analysis: Analysis) -> Finding | None:
    """Say how much was left out, and why."""
    return finding_of(analysis.tables["excluded"], analysis.tables["skipped"])


def finding_of(found: pd.DataFrame, unread_files: pd.DataFrame) -> Finding | None:
    """Return the sentence on what takes part in no count; none where all is read and counted."""
    if found.empty and unread_files.empty:
        return None
    chars = int((found["end"] - found["start"]).sum())
    counts = found["reason"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    names = [CODES.get(str(reason), (str(reason),) * 2) for reason in counts.index]
    listed = [[f"{name[i]} {n}" for name, n in zip(names, counts, strict=True)] for i in (0, 1)]
    reasons = ("（" + "、".join(listed[0]) + "）", f" ({', '.join(listed[1])})") if names else ("", "")
    unread = len(unread_files)
    pair = filled(
        _SOME if len(found) else _NOTHING,
        n=len(found),
        chars=f"{chars:,}",
        reasons=reasons,
        skipped=filled(_UNREAD if unread else _ALL_READ, n=unread),
    )
    return Finding(pair, "excluded", "excluded", found)


SECTION = Section(
    name="excluded",
    title=WORDS["excluded"],
    parts=_parts,
    tables=(Listed("excluded", WORDS["excluded"], quick=tuple(f"reason.{reason}" for reason in CODES)),),
    words=WORDS,
    heads={
        "reason": ("原因", "reason"),
        "start": ("起点", "from"),
        "end": ("终点", "to"),
        "excluded.text": ("不计入的文字", "text left out"),
    },
    looks={"reason": "code"},
    codes=CODES,
    columns=(Column("text", "str", "the wording at this place", "此处文字"),),
    finding=_finding,
    finding_rank=7,
)
