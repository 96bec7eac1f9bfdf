"""Files that belong together: the pages that a site cuts one text in, and documents that say the same twice."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from plananalysis.corpus.readers import LeftOut, Span
from plananalysis.corpus.readers.reading import joined_warnings
from plananalysis.messages.message import Message

FURTHER_PAGE = "further page"


class ReadFile(NamedTuple):
    """A file that was read: its row of the documents table, and what its reader said besides."""

    record: dict[str, Any]
    spans: tuple[Span, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    pages: int = 1
    bold: tuple[str, ...] = ()


def join_pages(files: Sequence[ReadFile]) -> tuple[list[ReadFile], list[tuple[str, str]]]:
    r"""Put the pages of one text together where their files lie side by side.

    Sites cut long texts in pages: ``t1.html``, ``t1_1.html``, ``t1_2.html``. The first page says how many there are.

    Parameters
    ----------
    files
        The files that were read, by path.

    Returns
    -------
    list of ReadFile
        The files with every text whole, as far as its pages are there; a warning names the pages that are not.
    list of tuple
        File and reason of the pages that are now part of another document.

    Examples
    --------
    >>> files = [ReadFile({"file": f, "text": t, "n_chars": 2, "warning": ""}, pages=n)
    ...          for f, t, n in (("a.html", "一、", 2), ("a_1.html", "二、", 2))]
    >>> joined, rest = join_pages(files)
    >>> joined[0].record["text"], rest
    ('一、\n二、', [('a_1.html', 'page 2 of a.html, read there')])
    """
    by_name = {file.record["file"]: file for file in files}
    taken: dict[str, str] = {}
    for first in files:
        name = first.record["file"]
        if first.pages == 1 or name in taken:
            continue
        stem, _, suffix = name.rpartition(".")
        names = [f"{stem}_{number}.{suffix}" for number in range(1, first.pages)]
        there = [other for other in names if other in by_name]
        taken |= {
            other: Message("page {number} of {file}, read there", number=names.index(other) + 2, file=name)
            for other in there
        }
        by_name[name] = _whole(first, [by_name[other] for other in there], names, there)
    joined = [by_name[file.record["file"]] for file in files if file.record["file"] not in taken]
    return joined, sorted(taken.items())


def _whole(
    first: ReadFile, others: Sequence[ReadFile], names: Sequence[str], there: Sequence[str]
) -> ReadFile:
    """Return a first page with the texts of the others behind it, and a warning for those that are missing."""
    text: str = first.record["text"]
    head = set(text.split("\n")[:3])
    spans, left_out = list(first.spans), [e for e in first.left_out if e.kind != FURTHER_PAGE]
    for other in others:
        lines = other.record["text"].split("\n")
        while lines and lines[0] in head:  # every page repeats the title
            del lines[0]
        cut = len(other.record["text"]) - len("\n".join(lines))
        shift = len(text) + 1 - cut
        spans += [Span(a + shift, b + shift, why) for a, b, why in other.spans if a >= cut]
        left_out += [e for e in other.left_out if e.kind not in (FURTHER_PAGE, "around the text", "link")]
        text += "\n" + "\n".join(lines)
    missing = [(number, name) for number, name in enumerate(names, start=2) if name not in there]
    warning = ""
    if missing:
        number, name = missing[0]
        base = name.rpartition("/")[2]
        warning = Message(
            "the text goes on: page {number} of {n} ({file}) is not there; save it beside this one",
            number=number,
            n=len(names) + 1,
            file=base,
        )
        left_out.append(LeftOut(FURTHER_PAGE, len(missing), base))
    record = first.record | {
        "text": text,
        "n_chars": len(text),
        "warning": joined_warnings(first.record["warning"], warning),
    }
    bold = [line for file in (first, *others) for line in file.bold]
    return ReadFile(record, tuple(spans), tuple(left_out), first.pages, tuple(bold))


def note_twins(documents: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """Return the documents with a warning on each that has the text, or unit, year and title, of an earlier one."""
    documents = documents.copy()
    seen: dict[Any, str] = {}
    plans: dict[tuple, str] = {}
    columns = [documents[name].tolist() for name in ("file", "doc_id", "unit", "year", "title", "warning")]
    warnings: list[str] = []
    for file, doc_id, unit, year, title, warning in zip(*columns, strict=True):
        text = texts[doc_id]
        twin = seen.setdefault(text, file)
        known = title and not pd.isna(year)
        same = plans.setdefault((unit, year, title), file) if known else file
        if twin != file:
            warning = joined_warnings(
                warning, Message("the same text as {file}; both are counted", file=twin)
            )
        elif same != file:
            warning = joined_warnings(
                warning, Message("the same unit, year and title as {file}; both are counted", file=same)
            )
        warnings.append(warning)
    documents["warning"] = pd.Series(warnings, index=documents.index, dtype=documents["warning"].dtype)
    return documents
