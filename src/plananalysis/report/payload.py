"""The tables as the page needs them: compact, capped, and with a list of what was left out."""

import json
from collections.abc import Mapping
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from plananalysis.corpus.lengths import counted_chars
from plananalysis.corpus.sentence_spans import SENTENCE_ENDS
from plananalysis.folding import DROPPED, fold_array
from plananalysis.groups import groups_of, several
from plananalysis.messages.catalogue import in_chinese
from plananalysis.plots.palette import unit_colours
from plananalysis.report.analysis import Analysis
from plananalysis.report.column_heads import HEADS, own_head
from plananalysis.report.context import MOST_TEXT, Page, Places, records, rows_of
from plananalysis.report.group_names import names_of, of_one_unit
from plananalysis.report.packing import packed
from plananalysis.report.section import MOST_ROWS, Listed, Section, has
from plananalysis.report.sections import SECTIONS
from plananalysis.report.words import FRAME, Pair, named
from plananalysis.tables import TABLES

LONGEST_CELL = 300
"""Characters of a cell; a longer one is cut."""
SURROGATES, BASIC_PLANE = (0xD800, 0xE000), 0x10000
"""Code points that stand for no character, and the end of those that one unit of UTF-16 holds."""
_OF_UNITS = ("unit", "n_units", "unit_source")
"""Columns that say nothing where all documents are of one unit."""
_OF_YEARS = ("first_year", "last_year")
"""Columns that say nothing where all are of one year."""
HEADING_SLACK = 12
"""Characters that may stand between label and heading, and in the heading where the outline has it on one line."""


def begin_page(analysis: Analysis) -> Page:
    """Return what the sections of a page are made from."""
    n_chars = int(analysis.corpus.documents["n_chars"].sum())
    with_text = n_chars <= MOST_TEXT
    page = Page(analysis, Places(analysis.corpus, with_text), with_text, _labels())
    if not with_text:
        page.leave_out(FRAME["left_texts"], n=f"{n_chars:,}", cap=f"{MOST_TEXT:,}")
    return page


def page_data(analysis: Analysis) -> tuple[dict[str, Any], list[Pair]]:
    """Return the data of the page, and what it leaves out in Chinese and English.

    Parameters
    ----------
    analysis
        The finished tables.

    Returns
    -------
    tuple of dict and list
        The dict holds only what JSON can say.
    """
    page = begin_page(analysis)
    return fill_page(page), page.left_out


def fill_page(page: Page) -> dict[str, Any]:
    """Return the data of the page: words, documents, tables, and what each section draws."""
    analysis = page.analysis
    shown = [section for section in SECTIONS if section.shown(analysis)]
    colours = unit_colours(analysis.order)
    data: dict[str, Any] = {
        "words": _named(_merged([FRAME, _labels(), *(section.words for section in SECTIONS)]), analysis),
        "codes": _codes(analysis),
        "docs": _documents(page),
        "by": analysis.by,
        "excluded": _excluded(page),
        "passages": _passages(page),
        "sentence_ends": SENTENCE_ENDS,
        "headings": _headings(page),
        "folding": _folding(),
        "groups": records(["group", "colour"], ([group, colours[group]] for group in analysis.order)),
        "tables": {
            listed.name: _listed(section, listed, page)
            for section in shown
            for listed in section.tables
            if listed.on_page and has(analysis, listed.name)
        },
    }
    data["sections"] = {section.name: section.data(page) for section in shown}
    return data


def _names(page: Page) -> dict[str, Pair]:
    """Return what the groups are called."""
    return names_of(page.analysis)


def _labels() -> dict[str, Pair]:
    """Return what tables are called."""
    return {listed.name: listed.label for section in SECTIONS for listed in section.tables if listed.label}


def _merged(parts: list[Mapping[str, Pair]]) -> dict[str, Pair]:
    return dict(chain.from_iterable(part.items() for part in parts))


def _codes(analysis: Analysis) -> dict[str, Pair]:
    """Return the words for codes, and what was said of files, in Chinese and as it was said."""
    codes = _merged([section.codes for section in SECTIONS])
    for section in SECTIONS:
        codes |= section.more_codes(analysis) if section.more_codes else {}
    said = {*analysis.tables["skipped"]["reason"], *analysis.tables["documents"]["warning"]} - {""}
    return codes | {
        message: (in_chinese(message), message) for message in sorted(map(str, said)) if message not in codes
    }


def _named(words: Mapping[str, Pair], analysis: Analysis) -> dict[str, Pair]:
    """Return words by name in which the groups are called what the report compares."""
    names = names_of(analysis)
    return {key: named(pair, names) for key, pair in words.items()}


def as_json(data: dict[str, Any]) -> str:
    r"""Return JSON that is inert inside a script element: no ``<``, ``>`` or ``&`` stands in it as such.

    Examples
    --------
    >>> as_json({"a": "</script>"})
    '{"a":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(packed(data), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    # A lone surrogate cannot be written as UTF-8.
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _documents(page: Page) -> dict[str, Any]:
    """Return per document its name, group, length, characters that are counted (white space aside) and text."""
    corpus = page.analysis.corpus
    group, counted = groups_of(corpus, page.analysis.by), counted_chars(corpus).to_dict()
    return records(
        ["id", "unit", "group", "year", "length", "counted", "title", "text"],
        (
            [
                doc,
                unit or "",
                group[doc],
                year,
                len(text),
                counted[doc],
                title or "",
                text if page.with_text else None,
            ]
            for doc, unit, year, title, text in rows_of(
                corpus.documents, "doc_id", "unit", "year", "title", "text"
            )
        ),
    )


def _excluded(page: Page) -> dict[str, Any]:
    """Return the spans that take part in no count and why, in the order of the text, where the page holds the texts."""
    spans = page.analysis.corpus.excluded if page.with_text else page.analysis.corpus.excluded.head(0)
    rows = rows_of(spans.sort_values(["doc_id", "start"], kind="stable"), "doc_id", "start", "end", "reason")
    return records(
        ["doc", "start", "end", "reason"], ([page.place.document(doc), *span] for doc, *span in rows)
    )


def _passages(page: Page) -> dict[str, Any]:
    """Return where the passages begin, where the page holds the texts: no place of the search lies in two of them."""
    passages = page.analysis.corpus.passages
    rows = rows_of(passages if page.with_text else passages.head(0), "doc_id", "start")
    return records(["doc", "start"], ([page.place.document(doc), start] for doc, start in rows))


def _headings(page: Page) -> dict[str, Any]:
    """Return the headings with line, level, place and wording, where the page holds the texts."""
    rows = []
    texts = dict(page.analysis.corpus.texts()) if page.with_text else {}
    for doc, line, level, label, heading, start, end in rows_of(
        page.analysis.tables["outline"], "doc_id", "line", "level", "label", "heading", "start", "end"
    ):
        if doc not in texts:
            continue
        # The outline's span runs to the next heading; only the heading itself is to stand out.
        last = min(end, start + len(label) + len(heading) + HEADING_SLACK)
        at = texts[doc].find(heading, start, last)
        till = at + len(heading) if at >= 0 else last
        number = page.place.document(doc)
        rows.append([number, line, max(1, level), start, till, f"{label} {heading}".strip()])
    return records(["doc", "line", "level", "start", "end", "text"], rows)


def _folding() -> dict[str, str]:
    """Return what :func:`plananalysis.folding.fold` does to single characters: ``from`` becomes ``to``, or is dropped.

    Beyond the basic plane every character folds to itself.
    """
    code = np.r_[0 : SURROGATES[0], SURROGATES[1] : BASIC_PLANE]
    folded = fold_array()[code]
    dropped, changed = folded == DROPPED, folded != code
    return {
        "from": "".join(map(chr, code[changed & ~dropped])),
        "to": "".join(map(chr, folded[changed & ~dropped])),
        "dropped": "".join(map(chr, code[dropped])),
    }


def _listed(section: Section, listed: Listed, page: Page) -> dict[str, Any]:
    """Return a table for the page: described columns, capped rows, rounded floats."""
    name = listed.name
    frame = listed.rows(page) if listed.rows else page.analysis.tables[name]
    total = len(page.analysis.tables[name])
    blank = [
        column for column in frame.columns if _is_blank(frame[column].head()) and _is_blank(frame[column])
    ]
    left = {*listed.hidden, *listed.unseen, *blank, *(_OF_UNITS if of_one_unit(page.analysis) else ())}
    left |= set() if several(page.analysis.corpus.documents["year"]) else {*_OF_YEARS}
    names = [str(column) for column in frame.columns if column not in left]
    most = min(MOST_ROWS, listed.most)
    if total > most:
        page.leave_out(FRAME["left_rows"], table=name, n=f"{total:,}", shown=f"{most:,}")
    called = page.once(_names)
    columns = [_described(section, name, column, frame[column]) for column in names]
    columns = [{**column, "head": named(column["head"], called)} for column in columns]
    columns += [{"name": column, "hidden": True} for column in listed.unseen]
    rows = rows_of(frame.head(most), *names, *listed.unseen)
    found = records(columns, ([_short(value) for value in row] for row in rows))
    found |= {"total": total, "quick": _quick(listed, frame)}
    return found


def _is_blank(values: pd.Series) -> bool:
    """Return whether no cell of a column holds anything."""
    return bool((values.isna() | (values == "")).all())


def _quick(listed: Listed, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the codes that buttons filter by, those that occur."""
    found = []
    for entry in listed.quick:
        column, code = entry.removeprefix("*").split(".", 1)
        if not (frame[column] == code).any():
            continue
        found.append({"column": column, "code": code, "first": entry.startswith("*")})
    return found


def _described(section: Section, table: str, column: str, values: pd.Series) -> dict[str, Any]:
    """Return what a column is called and means, and whether it holds numbers or came with the corpus."""
    described = {one.name: one for one in (*TABLES.get(table, ()), *section.columns)}
    known = described.get(column)
    number = pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)
    head = _head(section, table, column) if known else own_head(column)
    zh, en = (known.zh, known.en) if known else head
    # A column that the corpus brought may be named like one of ours; what stands in it is not ours.
    look = section.looks.get(column, "plain") if known else "plain"
    found = {"name": column, "zh": zh, "en": en, "head": head, "number": bool(number), "look": look}
    return found if known else {**found, "own": True}


def _head(section: Section, table: str, column: str) -> Pair:
    """Return the head of a column of ours: of this table, of this section, or what all call it."""
    heads = section.heads
    return heads.get(f"{table}.{column}") or heads.get(column) or HEADS.get(column) or (column, column)


def _short(value: Any) -> Any:
    """Round floats and cut very long cells."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, str) and len(value) > LONGEST_CELL:
        return value[: LONGEST_CELL - 1] + "…"
    return value if value is None or isinstance(value, str | int | bool) else str(value)
