"""What fuzzing does with a text: it finds outline, dates and quantities, and holds every place to its wording."""

from collections.abc import Callable
from datetime import date

from plananalysis import corpus_from_texts, outline
from plananalysis.pledges.deadlines import find_deadlines
from plananalysis.pledges.quantities import find_quantities

WORDS = (
    "一、", "（一）", "第一章", "1.", "二〇二五年", "2025年", "6月底前", "年底前", "到2027年", "每季度", "上半年",
    "不少于", "不低于", "以上", "左右", "超过", "10亿元", "2.14万户", "5%—5.5%", "百分之五", "3个百分点", "一倍", "翻一番",
    "三分之一", "○", "廿", "两", "半", "附件：", "目录", "《", "》", "“", "”", "（", "）", "\n", "\u3000", "…", "①", "Ⅱ",
)  # fmt: skip
"""What the rules of outline, dates and quantities look for."""
SENTENCES = (
    "6月底前完成立项，年底前开工，到2027年建成。", "培训不少于15期，搬迁2.14万户，产值增长5%—5.5%。",
    "一、总体要求\n（一）预算审计\n1.压减支出百分之五。\n二、重点任务\n", "每季度开展一次检查，力争三季度末翻一番。",
)  # fmt: skip


def _outline(data: bytes) -> None:
    """Find the outline of a text: passages and excluded spans tile it."""
    text = data.decode("utf-8", "ignore")
    if not text.strip():
        return
    corpus = corpus_from_texts({"a": text})
    outline(corpus)
    tables = (corpus.passages, corpus.excluded)
    spans = sorted(span for table in tables for span in zip(table["start"], table["end"], strict=True))
    stored = corpus.text("a")
    at = 0
    for start, end in spans:
        assert start >= at, (start, at)
        assert not stored[at:start].strip(), stored[at:start]
        at = end
    assert not stored[at:].strip(), stored[at:]


def _dates(data: bytes) -> None:
    """Find deadlines: each place holds its wording, and its day is a day."""
    text = data.decode("utf-8", "ignore")
    for found in find_deadlines(text, 2025):
        assert text[found.start : found.end] == found.text
        if found.date:
            date.fromisoformat(found.date)


def _quantities(data: bytes) -> None:
    """Find quantities: each place holds its wording, and none overlaps another."""
    text = data.decode("utf-8", "ignore")
    at = 0
    for found in find_quantities(text):
        assert at <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        at = found.end


TEXTS: dict[str, Callable[[bytes], None]] = {"outline": _outline, "dates": _dates, "quantities": _quantities}
