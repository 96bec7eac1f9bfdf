"""The reader of .pdf: columns, tables, notes, what stands askew, pages that cannot be read."""

import pytest

from plananalysis import load_corpus
from plananalysis.corpus.readers import UnreadableError, read_document, recognition
from printing import print_pdf

LEFT = ["坚持依法审计突出重点", "做好全年各项工作推动整改", "到位。"]
RIGHT = ["建强队伍提升能力锤炼", "压实责任逐项督办公开结果", "见效。"]


def read(*args, **kwargs):
    return read_document("a.pdf", print_pdf(*args, **kwargs))


def grid(xs, ys):
    return [((x, ys[0]), (x, ys[-1])) for x in xs] + [((xs[0], y), (xs[-1], y)) for y in ys]


def test_columns_are_read_one_after_the_other_however_the_file_orders_them():
    page = [(0.35, 0.92, "安平市审计局要点")]
    for i in range(9):
        y = 0.85 - i * 0.05
        page += [
            (0.05 if i % 3 else 0.0963, y, LEFT[i % 3]),
            (0.55 if i % 3 else 0.5963, y, RIGHT[i % 3]),
        ]
    lines = read([page], size=10).text.split("\n")
    assert lines == ["安平市审计局要点", *["".join(LEFT)] * 3, *["".join(RIGHT)] * 3]


def test_a_ruled_table_is_read_row_by_row_with_whole_cells():
    page = [
        (0.1, 0.9, "重点任务分解表"),
        (0.12, 0.82, "任务"),
        (0.52, 0.82, "牵头单位"),
        (0.77, 0.82, "时限"),
        (0.12, 0.76, "新增学位六百个并"),
        (0.12, 0.73, "配齐教师"),
        (0.52, 0.745, "教育局"),
        (0.77, 0.745, "六月底"),
        (0.12, 0.66, "改造危桥十四座"),
        (0.52, 0.66, "交通局"),
        (0.77, 0.66, "十月底"),
        (0.1, 0.5, "表后的说明。"),
    ]
    rules = grid((0.1, 0.5, 0.75, 0.95), (0.86, 0.79, 0.7, 0.63))
    assert read([page], rules=rules).text.split("\n") == [
        "重点任务分解表",
        "任务\t牵头单位\t时限",
        "新增学位六百个并配齐教师\t教育局\t六月底",
        "改造危桥十四座\t交通局\t十月底",
        "表后的说明。",
    ]


def test_a_cell_that_spans_rows_stands_in_the_first_of_them():
    page = [
        (0.12, 0.82, "任务"), (0.52, 0.82, "措施"),
        (0.12, 0.75, "教育"), (0.52, 0.75, "建学校"), (0.52, 0.66, "招教师"),
    ]  # fmt: skip
    rules = [*grid((0.1, 0.5, 0.9), (0.86, 0.79, 0.63)), ((0.5, 0.7), (0.9, 0.7))]
    assert read([page], rules=rules).text.split("\n") == ["任务\t措施", "教育\t建学校", "\t招教师"]


def test_a_table_without_rules_has_its_cells_parted_by_tabs():
    rows = [("建学校", "教育局", "六月"), ("修桥梁", "交通局", "十月"), ("植树木", "林业局", "三月")]
    page = [
        (x, 0.8 - 0.05 * i, cell)
        for i, row in enumerate(rows)
        for x, cell in zip((0.1, 0.4, 0.7), row, strict=True)
    ]
    assert read([page]).text.split("\n") == ["\t".join(row) for row in rows]


def test_what_stands_askew_is_set_apart_and_the_sentence_is_whole(tmp_path):
    full = "坚持依法审计突出重点领域做好全年各项工作推动整改"
    page = [(0.1, 0.8, full), (0.2, 0.4, "内部资料", 40, 40), (0.1, 0.75, "见到实效。")]
    (tmp_path / "a.pdf").write_bytes(print_pdf([page, page]))
    corpus = load_corpus(tmp_path)
    assert corpus.text("a").split("\n") == [full + "见到实效。"] * 2 + ["内部资料"]
    assert corpus.excluded[["start", "reason"]].to_numpy().tolist() == [[59, "watermark"]]


def test_small_print_at_the_foot_is_a_note_and_small_print_elsewhere_is_not():
    page = [
        (0.1, 0.9, "安平市审计局要点"),
        (0.1, 0.86, "①这是正文里的小字。", 8),
        (0.1, 0.8, "一、突出重点①抓审计。"),
        (0.1, 0.7, "二、建强队伍抓作风。"),
        (0.1, 0.1, "①重点：指预算和投资两项", 8),
        (0.1, 0.08, "审计。", 8),
    ]
    found = read([page])
    assert found.text.split("\n")[-1] == "①重点：指预算和投资两项审计。"
    assert [span.reason for span in found.spans] == ["note"]
    assert found.text[found.spans[0].start :] == "\n①重点：指预算和投资两项审计。"
    assert found.text.split("\n")[1] == "①这是正文里的小字。"


def test_page_numbers_are_furniture_and_row_numbers_are_not():
    pages = [
        [(0.1, 0.5, f"第{n}段的内容在这里。"), (0.1, 0.06, "3"), (0.4, 0.06, "乙")] if n == 2
        else [(0.1, 0.5, f"第{n}段的内容在这里。"), (0.5, 0.04, f"- {n} -")]
        for n in (1, 2, 3)
    ]  # fmt: skip
    found = read(pages)
    furniture = [found.text[span.start : span.end].strip() for span in found.spans]
    assert "\n".join(furniture).split("\n") == ["- 1 -", "- 3 -"]


def test_pages_without_text_are_named(monkeypatch):
    import io

    import pypdfium2
    from PIL import Image

    scan = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(scan, "PDF")
    monkeypatch.setattr(recognition, "is_available", lambda: False)
    both = pypdfium2.PdfDocument(print_pdf([[(0.1, 0.5, "坚持依法审计，突出重点领域。")]]))
    both.import_pages(pypdfium2.PdfDocument(scan.getvalue()))
    both.import_pages(pypdfium2.PdfDocument(scan.getvalue()))
    out = io.BytesIO()
    both.save(out)
    found = read_document("a.pdf", out.getvalue())
    assert found.text == "坚持依法审计，突出重点领域。"
    assert found.warning == (
        "pages 2–3 without text layer (scans) and not read; pip install 'plananalysis[ocr]' reads them"
    )
    assert [(entry.kind, entry.n) for entry in found.left_out] == [("page without text", 2)]
    with pytest.raises(UnreadableError, match="no text layer"):
        read_document("a.pdf", scan.getvalue())


def test_a_page_on_its_side_is_read_upright():
    import io

    import pypdfium2

    full = "坚持依法审计突出重点领域做好全年各项工作推动整改"
    lines = [full, full, "见到实效。"]
    upright = print_pdf([[(0.1, 0.8 - 0.05 * i, line) for i, line in enumerate(lines)]])
    document = pypdfium2.PdfDocument(upright)
    document[0].set_rotation(90)
    out = io.BytesIO()
    document.save(out)
    assert read_document("a.pdf", out.getvalue()).text == "".join(lines)
    turned = print_pdf([[(0.2 + 0.05 * i, 0.1, line, 12, 90) for i, line in enumerate(lines)]])
    assert read_document("a.pdf", turned).text == "".join(lines)
