"""Join the user's metadata to the documents, and fill what it leaves open from the documents themselves."""

import logging
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import pandas as pd

from plananalysis import tables
from plananalysis.corpus.lines import UNSEEN
from plananalysis.corpus.naming import Guess, guess
from plananalysis.corpus.naming_years import year_of_cell
from plananalysis.errors import InputError
from plananalysis.language.places import LEVELS
from plananalysis.messages.message import Message
from plananalysis.messages.said_often import first_of

_log = logging.getLogger(__name__)
_KNOWN = ("unit", "year", "title")
ORDER = "order"
"""The user's own order of the documents, by which units are listed."""
_MOST_NAMED = 5


def join_metadata(
    documents: pd.DataFrame,
    table: pd.DataFrame,
    *,
    name: str,
    folder: str = "",
    skipped: Iterable[str] = (),
    ordered: bool = True,
) -> tuple[pd.DataFrame, list[str]]:
    """Return the documents with a metadata table joined by ``file`` (or ``doc_id``), and the rows without document.

    Parameters
    ----------
    documents
        Documents so far; values of the table replace theirs, further columns are added.
    table
        Rows of ``metadata.csv|xlsx`` with a column ``file`` (name or path, with or without suffix) or ``doc_id``.
    name
        How messages call the table.
    folder
        Folder of the table below the corpus, with a final ``/``; names are looked up below it.
    skipped
        Files that exist but could not be read; a row for one of them is no mistake.
    ordered
        Take the order of the rows as meant where they are not sorted by file: the documents get it as ``order``.

    Raises
    ------
    InputError
        If there is neither column, or two rows that differ name the same document.
    """
    key = next((column for column in ("file", "doc_id") if column in table.columns), None)
    if key is None:
        raise InputError(
            "{name}: no column `file` or `doc_id` to join by; it has {columns}; name each document's file or "
            "doc_id",
            name=name,
            columns=tables.listed(table.columns),
        )
    table = table.loc[table[key].notna()].rename(columns={"id": "metadata_id"})
    table = table[~table.astype(str).duplicated()]  # as text, for cells of a jsonl may be lists
    below = documents["file"].str.startswith(folder) if folder else pd.Series(True, index=documents.index)
    lookup = _lookup(documents.loc[below], folder)
    unread = {alias for file in skipped for alias in _aliases(file.removeprefix(folder))}
    table = table.reset_index(drop=True)
    targets: dict[int, int] = {}
    missing: list[str] = []
    for row, value in enumerate(table[key]):
        wanted = _normal(str(value))
        found = lookup.get(wanted)
        if found is None:
            if wanted not in unread:
                missing.append(str(value))
        elif found in targets:
            raise InputError(
                "{name}: two different rows for {value}; keep one of them", name=name, value=value
            )
        else:
            targets[found] = row
    if missing:
        _log.warning(
            Message("{name}: no such document: {files}", name=name, files=first_of(missing, _MOST_NAMED))
        )
    if ordered and ORDER not in table.columns and _is_own_order(targets):
        table = table.assign(**{ORDER: range(1, len(table) + 1)})
    return _assigned(
        documents, table.drop(columns=["file", "doc_id"], errors="ignore"), targets, name
    ), missing


def _is_own_order(targets: Mapping[int, int]) -> bool:
    """Tell from the row for each document whether the rows are in another order than the documents."""
    return any(targets[one] > targets[other] for one, other in pairwise(sorted(targets)))


def rows_by_file(table: pd.DataFrame, files: Iterable[str], folder: str = "") -> dict[str, str]:
    """Return what the rows of a metadata table that may be joined to each file say, as text; "" where there are none.

    Examples
    --------
    >>> rows_by_file(pd.DataFrame({"file": ["a"], "unit": ["甲县"]}), ["x/a.txt", "x/b.txt"], "x/")
    {'x/a.txt': "{'file': 'a', 'unit': '甲县'}", 'x/b.txt': ''}
    """
    key = next((column for column in ("file", "doc_id") if column in table.columns), None)
    said: dict[str, list[str]] = {}
    for row in [] if key is None else table.to_dict("records"):
        said.setdefault(_normal(str(row[key])), []).append(str(row))
    below = {file: _aliases(file.removeprefix(folder)) for file in files}
    return {
        file: "\n".join(line for alias in dict.fromkeys(aliases) for line in said.get(alias, ()))
        for file, aliases in below.items()
    }


def _normal(name: str) -> str:
    """Return a file name as it is compared: composed characters, forward slashes."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/")).removeprefix("./")


def _aliases(file: str) -> list[str]:
    """Return the names a row may use for a file, the exact one first."""
    file = _normal(file)
    base = file.rpartition("/")[2]
    return [file, re.sub(r"(?<=[^/])\.\w+$", "", file), base, re.sub(r"(?<=.)\.\w+$", "", base)]


def _lookup(documents: pd.DataFrame, folder: str) -> dict[str, int]:
    """Map names to rows of the documents; a name that fits several documents is left out."""
    lookup: dict[str, int] = {}
    names = [(row, [*_aliases(file.removeprefix(folder)), _normal(doc_id)]) for row, file, doc_id in zip(
        documents.index, documents["file"], documents["doc_id"], strict=True
    )]  # fmt: skip
    for rank in range(5):
        at_rank: dict[str, set[int]] = {}
        for row, aliases in names:
            at_rank.setdefault(aliases[rank], set()).add(row)
        for alias, rows in at_rank.items():
            if len(rows) == 1 and alias not in lookup:
                lookup[alias] = next(iter(rows))
    return lookup


def _assigned(
    documents: pd.DataFrame, table: pd.DataFrame, targets: Mapping[int, int], name: str
) -> pd.DataFrame:
    """Return the documents with the table's columns filled in at the matched rows."""
    documents = documents.copy()
    standard = set(tables.columns("documents")) - set(_KNOWN)
    for column in table.columns:
        target = f"metadata_{column}" if column in standard else column
        values = table[column].reindex(list(targets.values())).set_axis(list(targets), axis="index").dropna()
        if column == "year":
            values = years(values, name)
        elif column in _KNOWN:
            values = values.astype(str).str.replace(UNSEEN, "", regex=True).str.strip()
            values = values.str.replace(r"\s*[\r\n]+\s*", " ", regex=True)
            values = values[values != ""]
        if target not in documents.columns:
            documents[target] = values.infer_objects().reindex(documents.index)
        elif target in _KNOWN:
            documents.loc[values.index, target] = values
        else:
            documents[target] = values.reindex(documents.index).combine_first(documents[target])
    return documents


def years(values: pd.Series, name: str = "metadata") -> pd.Series:
    """Return years as whole numbers from 2025, 2025.0, "２０２５年", "二〇二五年度"; what is no year is left out with a warning."""
    cells = values.astype(str).str.replace(UNSEEN, "", regex=True).str.strip()
    cells = cells[cells != ""]
    found = pd.Series([year_of_cell(cell) for cell in cells], index=cells.index, dtype="Int64")
    wrong = list(dict.fromkeys(cells[found.isna()]))
    if wrong:
        _log.warning(
            Message(
                "{name}: {cells} {n:is no year|are no years}; the document's own is used",
                name=name,
                cells=first_of(wrong, _MOST_NAMED),
                n=len(wrong),
            )
        )
    return found.dropna()


def fill_from_documents(
    documents: pd.DataFrame, texts: Mapping[str, str], excluded: pd.DataFrame, *, top: str = ""
) -> pd.DataFrame:
    """Return the documents with missing unit, year and title told from each text and path.

    Where no unit can be told, the last part of ``doc_id`` stands for it. A general word (机关, 市直机关) that would be
    the unit of several plans of one year is told apart by a piece of ``doc_id`` in brackets. ``unit_source`` and
    ``year_source`` say where each value is from.

    Parameters
    ----------
    documents
        Documents with ``doc_id``, ``file``, ``format`` and, where known, ``unit``, ``year`` and ``title``.
    texts
        The text of every document by doc_id.
    excluded
        Spans that are no part of the documents.
    top
        Name of the folder that is the corpus; it may be that of the unit.
    """
    documents = documents.copy()
    spans: dict[str, list[tuple[int, int]]] = {}
    around = excluded[excluded["reason"] != "signature"]  # it says whose plan it is
    for doc_id, start, end in zip(around["doc_id"], around["start"], around["end"], strict=True):
        spans.setdefault(doc_id, []).append((start, end))
    is_table = documents["format"] == "table"
    paths = documents["file"].where(~is_table, documents["doc_id"])
    guesses = [
        guess(texts[doc_id], spans.get(doc_id, []), path, top=top)
        for doc_id, path in zip(documents["doc_id"], paths, strict=True)
    ]
    documents["title"] = documents["title"].fillna(
        pd.Series([g.title.strip() for g in guesses], index=documents.index)
    )
    told = pd.Series([g.year for g in guesses], index=documents.index, dtype="Int64")
    given = documents[["unit", "year"]].notna()
    documents["year"] = documents["year"].astype("Int64").fillna(told)
    units = pd.Series(_units(documents, guesses), index=documents.index, dtype="str")
    documents["unit"] = documents["unit"].fillna(units)
    year_sources = pd.Series([g.year_source for g in guesses], index=documents.index, dtype="str")
    unit_sources = pd.Series([g.unit_source or "file" for g in guesses], index=documents.index, dtype="str")
    documents["unit_source"] = unit_sources.mask(given["unit"], "metadata")
    documents["year_source"] = year_sources.mask(given["year"], "metadata")
    return documents


def _units(documents: pd.DataFrame, guesses: Sequence[Guess]) -> list[str]:
    """Return a unit per document; ambiguous ones carry a piece of the doc_id."""
    stems = [str(doc_id).rpartition("/")[2] for doc_id in documents["doc_id"]]
    short = _short_places({g.unit for g in guesses if g.sure})
    units = [short.get(g.unit, g.unit) or stem for g, stem in zip(guesses, stems, strict=True)]
    unsure: dict[str, list[int]] = {}
    for i, unit in enumerate(units):
        if not guesses[i].sure:
            unsure.setdefault(unit, []).append(i)
    told = documents["year"].tolist()
    for name, members in unsure.items():
        own = {told[i] for i in members if not pd.isna(told[i])}
        if len(own) < len(members) > 1 and all(guesses[i].unit for i in members):
            ids = [str(documents["doc_id"].iloc[i]) for i in members]
            for i, tag in zip(members, _tags(ids), strict=True):
                units[i] = f"{name}（{tag}）"
    return units


def _short_places(names: set[str]) -> dict[str, str]:
    """Map a place named with what it lies in to its own name, where a corpus has both and they can only be one.

    Examples
    --------
    >>> _short_places({"安平市柳河区", "柳河区", "甲市城关区", "乙市城关区", "城关区"})
    {'安平市柳河区': '柳河区'}
    """
    places = {name for name in names if re.fullmatch(rf".{{2,}}[{LEVELS}]", name)}
    longer: dict[str, list[str]] = {}
    for name in sorted(places):
        for cut in range(1, len(name)):
            if name[cut:] in places:
                longer.setdefault(name[cut:], []).append(name)
    return {others[0]: name for name, others in longer.items() if len(others) == 1}


def _tags(ids: Sequence[str]) -> list[str]:
    """Return the shortest pieces at the front of the ids that tell them apart.

    Examples
    --------
    >>> _tags(["002_11bb5f", "004_bd08b3"])
    ['002', '004']
    """
    for pieces in range(1, 4):
        tags = ["_".join(re.split(r"[_\s-]", one.rpartition("/")[2])[:pieces]) for one in ids]
        if len(set(tags)) == len(tags) and all(tags):
            return tags
    return list(ids)
