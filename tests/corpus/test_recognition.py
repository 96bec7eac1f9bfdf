"""Scans: pages are rendered here and read back; what is recognised lies in the same order as on a printed page."""

import io
import re

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein

from plananalysis import load_corpus
from plananalysis.corpus.readers import UnreadableError, read_document, recognisers, recognition
from printing import chinese_font

if not recognition.is_available():
    pytest.skip("the extra ocr is not installed", allow_module_level=True)

DPI = 200
FULL = [
    "坚持依法审计突出重点领域，做好全年各项工作",
    "推动审计整改见到实效，新增公办园学位600个",
    "改造农村危桥14座，完成投资12.5亿元以上。",
]
PARAGRAPH = "".join(FULL)


@pytest.fixture(autouse=True)
def _kept_apart(tmp_path, monkeypatch):
    monkeypatch.setenv("PLANANALYSIS_CACHE", str(tmp_path / "kept"))


def render(lines, *, dpi=DPI, angle=0.0, noise=0.0, draw=None, size=14):
    """Render (x, y, text) in inches on a page of 8.27 by 5 inches."""
    picture = Image.new("RGB", (int(8.27 * dpi), int(5 * dpi)), "white")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(chinese_font()), int(size / 72 * dpi))
    if draw:
        draw(pen, dpi)  # below the text: a stamp does not hide what is printed
    for x, y, text, *colour in lines:
        pen.text((x * dpi, y * dpi), text, font=font, fill=colour[0] if colour else "black")
    if angle:
        picture = picture.rotate(angle, fillcolor="white", resample=Image.Resampling.BICUBIC)
    if noise:
        pixels = np.asarray(picture).astype(float)
        pixels += np.random.default_rng(0).normal(0, noise, pixels.shape)
        picture = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).filter(
            ImageFilter.GaussianBlur(0.7)
        )
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def paragraphs(n=2):
    return [
        (1.0 + 0.39 * (i % 3 == 0), 0.6 + 0.36 * i, FULL[i % 3][: 19 if i % 3 == 0 else None])
        for i in range(3 * n)
    ]


@pytest.mark.parametrize(
    ("look", "accuracy"),
    [
        ({}, 0.995),
        ({"angle": 0.7}, 0.99),
        ({"noise": 25.0}, 0.985),
        ({"dpi": 150}, 0.97),
    ],
)
@pytest.mark.slow
def test_characters_of_a_page_are_read(look, accuracy):
    truth = "".join(text for _, _, text in paragraphs())
    found = read_document("a.png", render(paragraphs(), **look))
    text = found.text.replace("\n", "")
    assert 1 - Levenshtein.distance(text, truth) / len(truth) >= accuracy
    assert found.format == "png (scan)"
    assert re.fullmatch(
        r"the text recognised from pictures, mean confidence (0\.9\d\d|1\.000)", found.warning
    )


@pytest.mark.slow
def test_printed_lines_of_a_scan_are_joined_to_paragraphs():
    lines = read_document("a.png", render(paragraphs())).text.split("\n")
    assert len(lines) == 2
    assert all(line.endswith("以上。") for line in lines)


@pytest.mark.slow
def test_the_columns_and_the_ruled_table_of_a_scan_are_read_in_order():
    def grid(pen, dpi):
        for x in (1.0, 4.0, 6.0):
            pen.line([(x * dpi, 1.0 * dpi), (x * dpi, 2.2 * dpi)], fill="black", width=3)
        for y in (1.0, 1.6, 2.2):
            pen.line([(1.0 * dpi, y * dpi), (6.0 * dpi, y * dpi)], fill="black", width=3)

    cells = [(1.2, 1.2, "重点任务"), (4.2, 1.2, "牵头单位"), (1.2, 1.8, "改造农村危桥"), (4.2, 1.8, "交通局")]
    for angle in (0.0, 0.7):
        found = read_document("a.png", render([(1.0, 0.4, "分解表"), *cells], draw=grid, angle=angle))
        assert found.text.split("\n") == ["分解表", "重点任务\t牵头单位", "改造农村危桥\t交通局"]

    left, right = "坚持依法审计突出重点领域", "建强审计队伍提升专业能力"
    page = [(x, 0.6 + 0.36 * i, text) for i in range(6) for x, text in ((0.8, left), (4.6, right))]
    text = read_document("a.png", render(page)).text.replace("\n", "")
    assert text == left * 6 + right * 6


@pytest.mark.slow
def test_a_seal_is_taken_out_and_a_red_heading_is_read():
    def seal(pen, dpi):
        pen.ellipse([3.2 * dpi, 1.2 * dpi, 4.9 * dpi, 2.9 * dpi], outline=(220, 30, 30), width=12)
        pen.regular_polygon((4.05 * dpi, 2.05 * dpi, 0.3 * dpi), 5, fill=(220, 30, 30))

    lines = [
        (2.0, 0.5, "安平市审计局文件", (220, 30, 30)),
        (1.0, 1.2, FULL[0]),
        (2.6, 1.9, "安平市审计局办公室"),
        (2.6, 2.3, "2024年3月1日"),
    ]
    found = read_document("a.png", render(lines, draw=seal))
    assert found.text.split("\n")[0] == "安平市审计局文件"
    assert "安平市审计局办公室" in found.text
    assert "2024年3月1日" in found.text
    assert ("seal", 1) in [(entry.kind, entry.n) for entry in found.left_out]


def as_pdf(*pictures):
    pages = [Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI)
    return out.getvalue()


@pytest.mark.slow
def test_a_scanned_pdf_becomes_a_document_like_any_other(tmp_path):
    plan = [
        (2.0, 0.5, "安平市审计局2024年工作要点"),
        (1.0, 1.0, "一、突出重点抓审计"),
        (1.0, 1.4, "二、建强队伍抓作风"),
    ]
    (tmp_path / "scan.pdf").write_bytes(as_pdf(render(plan), render(plan[1:])))
    corpus = load_corpus(tmp_path)
    (row,) = corpus.documents.itertuples()
    assert (row.format, row.unit, row.year) == ("pdf (scan)", "安平市审计局", 2024)
    assert row.warning.startswith("pages 1–2 recognised from pictures, mean confidence")
    for passage in corpus.passages.itertuples():
        assert corpus.text("scan")[passage.start : passage.end].startswith(passage.label)


@pytest.mark.slow
def test_what_was_recognised_is_kept_by_content(monkeypatch):
    picture = render([(1.0, 0.6, "坚持依法审计突出重点")])
    first = read_document("a.png", picture)

    monkeypatch.setattr(recognisers, "_PROGRAM", "raise SystemExit")
    recognisers.close()
    assert read_document("b.png", picture) == first
    monkeypatch.setenv("PLANANALYSIS_CACHE", "")
    with pytest.raises(UnreadableError, match="cannot be recognised: the recogniser ended on it"):
        read_document("c.png", picture)


# A recogniser that answers at once with the number of pixel columns, or meets what the width of the picture stands for.
STAND_IN = """
import os, runpy, sys, time
sys.path[:] = PATH
serve = runpy.run_path(FILE)["serve"]
def found(pixels, text_score):
    width = pixels.shape[1]
    if width == 301: os._exit(9)
    if width == 302: time.sleep(60)
    if width == 303: raise ValueError("no")
    print("a word of a library")
    class Found:
        txts, scores, boxes = [f"第{width}号图"], [0.99], [[(0, 0), (50, 0), (50, 12), (0, 12)]]
    return Found
serve.__globals__["engine"] = lambda threads: found
serve()
"""


@pytest.fixture
def stand_in(monkeypatch):
    monkeypatch.setattr(recognisers, "_PROGRAM", STAND_IN)
    monkeypatch.setattr(recognisers, "SECONDS", 8.0)
    monkeypatch.setattr(recognisers, "_most_at_once", lambda: 2)
    recognisers.close()
    yield
    recognisers.close()


def tif_of(widths):
    pages = [Image.new("RGB", (width, 40), "white") for width in widths]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    return out.getvalue()


@pytest.mark.usefixtures("stand_in")
def test_pages_are_recognised_side_by_side_and_come_in_their_order():
    found = read_document("a.tif", tif_of(range(310, 330)))
    assert re.findall(r"\d+", found.text) == [str(width) for width in range(310, 330)]


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(
    ("width", "reason"),
    [
        (301, "the recogniser ended on it"),
        pytest.param(302, "the recogniser took more than 8 s", marks=pytest.mark.slow),
        (303, r"the recogniser failed \(ValueError\('no'\)\)"),
    ],
)
def test_a_recogniser_that_dies_hangs_or_fails_is_the_reason_of_one_page_and_of_one_file(
    width, reason, tmp_path
):
    (tmp_path / "甲县2024年工作要点.tif").write_bytes(tif_of([310, width, 311]))
    (tmp_path / "乙县.png").write_bytes(tif_of([width]))
    (tmp_path / "丙县.tif").write_bytes(tif_of([312]))
    done = []
    corpus = load_corpus(tmp_path, page_progress=lambda *step: done.append(step))
    assert corpus.documents["doc_id"].tolist() == ["丙县", "甲县2024年工作要点"]
    assert re.search(rf"; page 2 not recognised \({reason}\)", corpus.documents["warning"].iloc[1])
    ((file, why),) = corpus.skipped.to_numpy().tolist()
    assert file == "乙县.png"
    assert re.fullmatch(f"a scan that cannot be recognised: {reason}", why)
    assert done == [(1, 1), (1, 1), (1, 3), (2, 3), (3, 3)]


@pytest.mark.slow
@pytest.mark.usefixtures("stand_in")
def test_a_file_on_which_the_recogniser_fails_again_and_again_is_given_up():
    with pytest.raises(UnreadableError, match="a scan that cannot be recognised: the recogniser ended on it"):
        read_document("a.tif", tif_of([310, 301, 301, 301, 311]))


@pytest.mark.slow
def test_pictures_without_text_and_without_the_extra_are_refused_with_a_reason(monkeypatch):
    with pytest.raises(UnreadableError, match="without readable text"):
        read_document("a.png", render([]))
    monkeypatch.setattr(recognition, "is_available", lambda: False)
    with pytest.raises(UnreadableError, match=r"pip install 'plananalysis\[ocr\]'"):
        read_document("a.png", render([]))
