"""What a source sets bold or in a heading's style is evidence for headings without numbers."""

import io

import docx
import pytest

from plananalysis import load_corpus, outline

OPENING = "过去一年，全县上下同心协力，渠网建设提速，渔业稳步增长，各乡居民收入继续增加。"
LONG = "加快产业升级，让渠网成为全县发展的根本支撑和永久保障。"


def word(*paragraphs):
    """Return a Word file of paragraphs (text, whether bold, style)."""
    document = docx.Document()
    for text, bold, style in paragraphs:
        run = document.add_paragraph(style=style).add_run(text)
        run.bold = bold or None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def headings(folder):
    return outline(load_corpus(folder))["heading"].tolist()


def test_bold_paragraphs_and_heading_styles_of_word(tmp_path):
    data = word(
        ("甲县2025年工作要点", True, None),
        ("——2025年1月8日在甲县会议上", True, None),
        (OPENING, False, None),
        ("奋力做好今年工作", True, None),
        ("修渠三条。", False, None),
        (LONG, True, None),
        ("加固堤岸，新建码头两座，方便群众出行，全年完成投资三千万元。", False, None),
        ("管护", False, "Heading 2"),
        ("五处都要管到位。", False, None),
    )
    (tmp_path / "a.docx").write_bytes(data)
    assert headings(tmp_path) == ["奋力做好今年工作", LONG.rstrip("。"), "管护"]


@pytest.mark.parametrize(
    "heading",
    [
        "<p><strong>{}</strong></p>",
        "<p><b>{}</b></p>",
        "<h3>{}</h3>",
        "<p><span style='font-weight:700'>{}</span></p>",
    ],
)
def test_bold_lines_and_heading_elements_of_a_page(heading, tmp_path):
    page = (
        f"<html><body><div><h1>甲县2025年工作要点</h1><p>{OPENING}</p>{heading.format('做好今年工作')}"
        "<p>修渠<b>三条</b>。</p><p><b>各位代表！</b></p><p>管好五处渠首闸，全年巡查一百次，让群众放心。</p></div></body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert headings(tmp_path) == ["做好今年工作"]


def test_a_text_that_is_bold_throughout_has_no_further_headings(tmp_path):
    lines = [("甲县2025年工作要点", True, None), *((OPENING, True, None),) * 2, ("修渠三条。", True, None)]
    (tmp_path / "a.docx").write_bytes(word(*lines, ("新建码头。", True, None)))
    assert headings(tmp_path) == []
