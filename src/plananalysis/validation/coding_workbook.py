"""Workbooks in which people code a sample: one for each coder, locked but for the categories; and back to a table."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError, near
from plananalysis.files.cell_text import plain
from plananalysis.files.replacing import replacing
from plananalysis.messages.said_often import reason_of

DEFINITIONS, CODING, DRAWN = "说明 definitions", "编码 coding", "sample"
"""Sheets: what the categories mean; the places, one a row; and, out of sight, the sample as it was drawn."""
JUDGEMENT: Mapping[str, str] = {
    "yes": "这一处确属所列之类 the place is rightly listed",
    "no": "这一处不属所列之类 the place is wrongly listed",
}
"""Categories of a sample whose places are only judged right or wrong; the first means right."""
SEEN = ("sample_id", "unit", "year", "heading", "left", "text", "right")
_HEADS = {
    "sample_id": "编号 id",
    "unit": "单位 unit",
    "year": "年份 year",
    "heading": "标题 heading",
    "left": "左文 left",
    "text": "此处 text",
    "right": "右文 right",
}
CATEGORY = "类别 category"
_WIDTHS = {"left": 45, "text": 24, "right": 45, "heading": 20, "unit": 14}
_CREATED = datetime(2000, 1, 1)  # the same bytes on every run
_HELP = (
    "请在“编码 coding”表的最后一列为每一处选一个类别；其余各列已锁定。两位编码者各自独立完成，互不商量。",
    "On the sheet “编码 coding” choose a category for each place in the last column; all others are locked. Work alone: "
    "the two coders do not confer.",
)
_FIRST_DEFINITION = 6
"""Row of the first category on the sheet of definitions, from 0."""


def write_coding(
    sample: pd.DataFrame,
    path: str | Path,
    *,
    categories: Mapping[str, str] | None = None,
    coders: Sequence[str] = ("1", "2"),
    question: str = "",
) -> list[Path]:
    """Write a sample as workbooks to be coded by hand, one for each coder.

    The first sheet has the question and the definitions, the second the places in their context. All cells are
    locked but the last column, which takes nothing but the categories. What the program said of a place is kept on a
    sheet that Excel does not show.

    Parameters
    ----------
    sample
        Table of :func:`draw_sample`.
    path
        The workbook, ``.xlsx``; the names of the coders are put behind its own: ``coding_1.xlsx``.
    categories
        The categories, each with its definition, in their order where they have one; by default ``yes`` and ``no``: whether
        the place is rightly in the table.
    coders
        Names of the coders, two or more.
    question
        What is asked of each place, for the first sheet.

    Returns
    -------
    list of Path
        The workbooks, in the order of the coders.

    Raises
    ------
    InputError
        If there are fewer than two categories or coders, the program gave a category that is not among them, the suffix is not
        ``.xlsx``, or a file is there already or cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from plananalysis import corpus_from_texts, draw_sample, find_citations
    >>> corpus = corpus_from_texts({"甲": "学习《党章》，落实《信访条例》。"})
    >>> sample = draw_sample(find_citations(corpus), corpus)
    >>> [file.name for file in write_coding(sample, Path(tempfile.mkdtemp()) / "c.xlsx", coders=["甲", "乙"])]
    ['c_甲.xlsx', 'c_乙.xlsx']
    """
    tables.check(sample, "sample")
    defined = dict(JUDGEMENT if categories is None else categories)
    names = list(dict.fromkeys(map(str, coders)))
    _check_asked(sample, defined, names)
    path = Path(path)
    if path.suffix.lower() != ".xlsx":
        raise InputError("{path}: coders work in a workbook; name a file that ends in .xlsx", path=path)
    written = []
    for name in names:
        file = path.with_name(f"{path.stem}_{name}{path.suffix}")
        if file.exists():
            raise InputError(
                "{file}: is there already, and may be filled in; move it or name another file", file=file
            )
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(file) as new:
                _write_book(sample, new, defined, name, question)
        except OSError as error:
            raise InputError(
                "{file}: cannot be written ({reason}); close it elsewhere or choose another place",
                file=file,
                reason=reason_of(error),
            ) from error
        written.append(file)
    return written


def _check_asked(sample: pd.DataFrame, defined: Mapping[str, str], coders: list[str]) -> None:
    """Refuse what nobody could code by."""
    if len(defined) < 2 or not all(str(name).strip() for name in defined):
        raise InputError(
            "categories: two or more are wanted, each with a name; give name and definition of each"
        )
    if len(coders) < 2 or any(set(name) & set('/\\:*?"<>|') or not name.strip() for name in coders):
        raise InputError("coders: two or more are wanted, with names that a file can have")
    said = [name for name in sample["predicted"].unique() if name and name not in defined]
    if said:
        raise InputError(
            "categories: the program gave {said!r}, which is none of them; {near}",
            said=said[0],
            near=near(str(said[0]), defined),
        )


def _write_book(
    sample: pd.DataFrame, path: Path, defined: Mapping[str, str], coder: str, question: str
) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    _write_definitions(book, defined, coder, question)
    _write_places(book, sample, len(defined))
    facts = {"coder": coder, "categories": list(defined)}
    sheet = book.add_worksheet(DRAWN)
    sheet.very_hidden()
    sheet.write_string(0, 0, json.dumps(facts, ensure_ascii=False))
    kept = [
        name for name in tables.columns("sample") if name not in ("heading", "left", "right", "unit", "year")
    ]
    for column, name in enumerate(kept):
        sheet.write_row(1, column, [name])
        sheet.write_column(2, column, [_kept(value) for value in sample[name].tolist()])
    sheet.protect()
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error


def _kept(value: Any) -> Any:
    """Return a value as a cell can hold it."""
    return plain(value) if isinstance(value, str) else value


def _write_definitions(book: Any, defined: Mapping[str, str], coder: str, question: str) -> None:
    """Write what is asked, by whom it is answered, and what the categories mean."""
    sheet = book.add_worksheet(DEFINITIONS)
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90, wrap)
    rows = [
        ("编码者 coder", coder),
        ("问题 question", question),
        ("说明", _HELP[0]),
        ("instructions", _HELP[1]),
    ]
    for row, (head, text) in enumerate(rows):
        sheet.write_string(row, 0, head, bold)
        sheet.write_string(row, 1, text, wrap)
    for column, head in enumerate((CATEGORY, "定义 definition")):
        sheet.write_string(_FIRST_DEFINITION - 1, column, head, bold)
    for row, (name, text) in enumerate(defined.items(), start=_FIRST_DEFINITION):
        sheet.write_string(row, 0, str(name))
        sheet.write_string(row, 1, str(text), wrap)
    sheet.protect()


def _write_places(book: Any, sample: pd.DataFrame, n_categories: int) -> None:
    """Write the places, one a row, with an open cell for the category behind each."""
    sheet = book.add_worksheet(CODING)
    head = book.add_format({"bold": True, "bg_color": "#EEF2F6"})
    wrap, right = (
        book.add_format({"text_wrap": True, "valign": "top", **more}) for more in ({}, {"align": "right"})
    )
    strong = book.add_format({"text_wrap": True, "valign": "top", "bold": True})
    free = book.add_format({"locked": False, "bg_color": "#FFF8E1", "valign": "top"})
    shown = [*SEEN, *(name for name in sample.columns if name not in tables.columns("sample"))]
    looks = {"left": right, "text": strong}
    for column, name in enumerate(shown):
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
        sheet.write_string(0, column, _HEADS.get(name, str(name)), head)
        for row, value in enumerate(sample[name].tolist(), start=1):
            if pd.isna(value):
                continue
            if isinstance(value, int | float):
                sheet.write_number(row, column, value, wrap)
            else:
                sheet.write_string(row, column, _kept(str(value)), looks.get(name, wrap))
    last = len(shown)
    sheet.set_column(last, last, 16)
    sheet.write_string(0, last, CATEGORY, head)
    for row in range(1, len(sample) + 1):
        sheet.write_blank(row, last, None, free)
    end = _FIRST_DEFINITION + n_categories
    if len(sample):
        sheet.data_validation(
            1, last, len(sample), last,
            {
                "validate": "list",
                "source": f"='{DEFINITIONS}'!$A${_FIRST_DEFINITION + 1}:$A${end}",
                "error_title": "类别 category",
                "error_message": f"请从列表中选择 choose from the list on “{DEFINITIONS}”",
            },
        )  # fmt: skip
    sheet.freeze_panes(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})


def read_coding(paths: str | Path | Sequence[str | Path], *, incomplete: bool = False) -> pd.DataFrame:
    """Read the workbooks that the coders have filled in.

    Parameters
    ----------
    paths
        The workbooks of :func:`write_coding`, one of each coder.
    incomplete
        Take places without a category as not coded; else they are an error that names the row.

    Returns
    -------
    DataFrame
        One row per place and coder: sample_id; coder; category (a categorical in the order of the definitions; missing where
        there is none); predicted (of the program); stratum and stands_for, as in :func:`draw_sample`; doc_id, start, end, text.

    Raises
    ------
    InputError
        If a file is no such workbook, the workbooks are of different samples, a place is missing, is there twice or was altered, or
        a category is missing or unknown. The message names file and row.

    Examples
    --------
    >>> read_coding("coding_1.xlsx")
    Traceback (most recent call last):
        ...
    plananalysis.errors.InputError: coding_1.xlsx: no such file
    """
    files = [Path(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    if not files:
        raise InputError("read_coding: no workbook is given; name those that the coders filled in")
    found: list[pd.DataFrame] = []
    order: list[str] = []
    for file in files:
        table, categories = _read_book(file, incomplete)
        if found and not _same_sample(found[0], table):
            raise InputError(
                "{file}: is of another sample than {other}; take the workbooks of one sample",
                file=file,
                other=files[0],
            )
        if order and categories != order:
            raise InputError(
                "{file}: has other categories than {other}; take the workbooks of one sample",
                file=file,
                other=files[0],
            )
        known = {str(each["coder"].iloc[0]) for each in found if len(each)}
        if len(table) and table["coder"].iloc[0] in known:
            raise InputError(
                "{file}: is of the coder {coder!r}, as another file is; give each once",
                file=file,
                coder=table["coder"].iloc[0],
            )
        found.append(table)
        order = categories
    joined = pd.concat(found, ignore_index=True)
    return tables.conform(
        joined.assign(category=pd.Categorical(joined["category"], categories=order)), "codings"
    )


def _same_sample(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    kept = ["sample_id", "doc_id", "start", "end", "text", "predicted", "stratum"]
    return bool(one[kept].equals(other[kept]))


def _read_book(file: Path, incomplete: bool) -> tuple[pd.DataFrame, list[str]]:
    """Return the sample with what one coder made of it, and the categories."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except FileNotFoundError:
        raise InputError("{file}: no such file", file=file) from None
    except Exception as error:  # readers of damaged files raise nearly anything
        raise InputError(
            "{file}: cannot be read as a workbook ({kind})", file=file, kind=type(error).__name__
        ) from error
    try:
        if not {DRAWN, CODING} <= set(book.sheetnames):
            raise InputError(
                "{file}: is no workbook of write_coding, or lacks its sheets; give the file that the coder got",
                file=file,
            )
        drawn = [list(row) for row in book[DRAWN].iter_rows(values_only=True)]
        rows = [list(row) for row in book[CODING].iter_rows(values_only=True)]
    finally:
        book.close()
    facts = json.loads(drawn[0][0])
    sample = pd.DataFrame(drawn[2:], columns=drawn[1])
    categories = [str(name) for name in facts["categories"]]
    chosen = _chosen(file, rows, sample, categories, incomplete)
    text = {
        name: sample[name].fillna("").astype("str") for name in ("stratum", "predicted", "doc_id", "text")
    }
    return sample.assign(
        **text, coder=str(facts["coder"]), category=pd.Series(chosen, index=sample.index, dtype="object")
    ), categories


def _chosen(
    file: Path, rows: list[list[Any]], sample: pd.DataFrame, categories: list[str], incomplete: bool
) -> list[str | None]:
    """Return the category of each place of the sample, in its order; refuse what was altered, with the row."""
    head = ["" if cell is None else str(cell) for cell in rows[0]] if rows else []
    for name in (_HEADS["sample_id"], _HEADS["text"], CATEGORY):
        if name not in head:
            raise InputError(
                "{file}: the sheet {coding} has lost the column {name!r}; give the file that the coder got",
                file=file,
                coding=CODING,
                name=name,
            )
    at = {name: head.index(name) for name in (_HEADS["sample_id"], _HEADS["text"], CATEGORY)}
    known = {
        int(number): _shown(text) for number, text in zip(sample["sample_id"], sample["text"], strict=True)
    }
    found: dict[int, str | None] = {}
    for number, row in enumerate(rows[1:], start=2):
        place, text, cell = (row[at[name]] if at[name] < len(row) else None for name in at)
        if place is None and text is None and cell is None:
            continue
        if not isinstance(place, int | float) or int(place) not in known or int(place) in found:
            raise InputError(
                "{file}: row {number}: the sample has no such place, or has it once only: {place!r}",
                file=file,
                number=number,
                place=place,
            )
        if _shown(text) != known[int(place)]:
            raise InputError(
                "{file}: row {number}: the place {place} is not as it was drawn; undo the change",
                file=file,
                number=number,
                place=int(place),
            )
        found[int(place)] = _category(
            file, f"row {number} (place {int(place)})", cell, categories, incomplete
        )
    lost = [number for number in known if number not in found]
    if lost:
        raise InputError(
            "{file}: the place {place} is missing ({n:,} in all); put its row back",
            file=file,
            place=lost[0],
            n=len(lost),
        )
    return [found[number] for number in known]


def _shown(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _category(file: Path, where: str, cell: Any, categories: list[str], incomplete: bool) -> str | None:
    """Return the category that a cell names."""
    written = "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell).strip()
    if written in categories:
        return written
    if written:
        raise InputError(
            "{file}: {where}: {written!r} is no category; {near}",
            file=file,
            where=where,
            written=written,
            near=near(written, categories),
        )
    if incomplete:
        return None
    raise InputError(
        "{file}: {where} has no category; choose one, or take such places as not coded (incomplete=True, "
        "--incomplete)",
        file=file,
        where=where,
    )
