"""Tables of tasks in every kind of file become rows, commitments, and stay readable text."""

import io

import docx
import openpyxl
import pytest

from plananalysis import corpus_from_texts, find_commitments, find_tasks, load_corpus
from plananalysis.language.task_tables import heading_kinds
from plananalysis.pledges.tasks import task_rows
from printing import print_pdf

TITLE = "安平县2024年重点任务分解表"
HEADS = ["序号", "重点任务", "工作措施", "牵头单位", "责任单位", "完成时限"]
ROWS = [
    ["1", "办好民生实事", "新增学位600个", "教育局", "财政局、住建局", "8月底前"],
    ["", "", "改造危桥14座", "交通局", "各乡镇", "10月底前"],
    ["2", "守牢安全底线", "每月检查一次", "应急局", "各乡镇", "长期坚持"],
]
WANTED = [
    ["办好民生实事", "新增学位600个", "教育局", "财政局｜住建局", "8月底前", "2024-08-31"],
    ["办好民生实事", "改造危桥14座", "交通局", "各乡镇", "10月底前", "2024-10-31"],
    ["守牢安全底线", "每月检查一次", "应急局", "各乡镇", "长期坚持", ""],
]
COLUMNS = ["task", "action", "lead_body", "body", "deadline", "deadline_date"]


def as_docx():
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=4, cols=6)
    for cells, row in zip([HEADS, *ROWS], table.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text
    for column in (0, 1):
        table.cell(2, column).merge(table.cell(3 - 2, column))
    for column, text in ((0, "1"), (1, "办好民生实事")):
        table.cell(1, column).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_xlsx():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ([TITLE], HEADS, *ROWS):
        sheet.append([cell or None for cell in row])
    for cells in ("A1:F1", "A3:A4", "B3:B4"):
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_html():
    rows = [
        "".join(f"<th>{head}</th>" for head in HEADS),
        "<td rowspan=2>1</td><td rowspan=2>办好民生实事</td>" + "".join(f"<td>{c}</td>" for c in ROWS[0][2:]),
        "".join(f"<td>{cell}</td>" for cell in ROWS[1][2:]),
        "".join(f"<td>{cell}</td>" for cell in ROWS[2]),
    ]
    return f"<h1>{TITLE}</h1><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>".encode()


def as_pdf():
    xs = (0.04, 0.1, 0.3, 0.5, 0.64, 0.82, 0.98)
    ys = (0.86, 0.79, 0.72, 0.65, 0.58)
    page = [(0.3, 0.92, TITLE)]
    for i, cells in enumerate([HEADS, *ROWS]):
        page += [(x + 0.01, ys[i] - 0.045, cell) for x, cell in zip(xs, cells, strict=False) if cell]
    uprights = [((x, ys[0]), (x, ys[-1])) for x in xs]
    levels = [((xs[0], y), (xs[-1], y)) for y in (*ys[:2], *ys[3:])] + [((xs[2], ys[2]), (xs[-1], ys[2]))]
    return print_pdf([page], rules=[*uprights, *levels], size=9)


FILES = {"a.docx": as_docx, "a.xlsx": as_xlsx, "a.html": as_html, "a.pdf": as_pdf}


@pytest.mark.parametrize("name", FILES)
def test_rows_of_a_table_of_tasks_are_read_from_every_kind_of_file(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name]())
    corpus = load_corpus(tmp_path)
    tasks = find_tasks(corpus)
    assert tasks[COLUMNS].to_numpy().tolist() == WANTED
    assert corpus.text("a").startswith(f"{TITLE}\n序号\t重点任务\t工作措施")
    for row in tasks.itertuples():
        assert row.action in corpus.text("a")[row.start : row.end]
        assert row.action in corpus.text("a").split("\n")[row.line - 1]


@pytest.mark.parametrize("name", FILES)
def test_rows_are_commitments_with_body_and_deadline(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name]())
    found = find_commitments(load_corpus(tmp_path / name))
    assert found["body"].tolist() == ["教育局｜财政局｜住建局", "交通局｜各乡镇", "应急局｜各乡镇"]
    assert found["deadline_date"].tolist() == ["2024-08-31", "2024-10-31", ""]
    assert found["value"].iloc[:2].tolist() == [600.0, 14.0]
    assert found["frequency"].str.startswith("每月").tolist() == [False, False, True]


def test_offsets_of_body_and_deadline_hold():
    text = "\n".join(["\t".join(row) for row in (HEADS, *ROWS)])
    corpus = corpus_from_texts({"a": text})
    for row in find_commitments(corpus).itertuples():
        assert text[row.body_start :].startswith(row.body.split("｜")[0])
        assert text[row.deadline_start :].startswith(row.deadline)
        assert text[row.start : row.end] == row.text


def test_other_tables_are_none_of_tasks():
    assert heading_kinds(["指标", "单位", "2023年", "2024年目标"]) is None
    assert heading_kinds(["项目", "单位", "数值"]) is None
    assert heading_kinds(["姓名", "职务"]) is None
    assert task_rows("指标\t单位\t数值\n产值\t亿元\t30") == []


def test_a_line_that_heads_a_group_of_tasks_does_not_end_the_table():
    rows = task_rows(
        "任务\t责任单位\n一、民生实事\n建学校\t教育局\n二、安全\n查隐患\t应急局\n以上请落实。\n甲\t乙"
    )
    assert [row.cells["task"] for row in rows] == ["建学校", "查隐患"]


def test_a_workbook_of_other_tables_is_no_plan(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["指标", "单位", "数值"])
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "b.txt").write_text("安平县2024年工作要点\n一、学习。", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    assert corpus.skipped["reason"].tolist() == ["a table among documents; load it by its own path"]
