"""The register of slogans: what each stands for, since when, and who says so."""

import re
from functools import lru_cache
from pathlib import Path

import pandas as pd

from plananalysis import tables
from plananalysis.errors import InputError
from plananalysis.folding import fold_text
from plananalysis.lexicon.own import read_rows
from plananalysis.messages.message import Message

_SHIPPED = Path(__file__).parent / "data" / "slogans.csv"
_KINDS = ("numeric", "phrase")
_SCOPES = ("central", "local")
_NUMERIC = re.compile(r"[0-9一二两三四五六七八九十百千]")


def slogan_register() -> pd.DataFrame:
    """Return the shipped register: well-known slogans with their members and a public source for each.

    Returns
    -------
    DataFrame
        ``term``; ``members`` (what a numeric slogan counts) and ``synonyms`` (other wordings), joined by ｜;
        ``kind`` (``numeric`` or ``phrase``); ``first_year`` (of its first public use, missing where not certain);
        ``scope`` (``central`` or ``local``); ``source`` (a public document or speech, with its year). A numeric
        slogan that has had two sets of members (四个全面 before and after 2020) has a row for each.

    Examples
    --------
    >>> register = slogan_register()
    >>> register.loc[register["term"] == "三会一课", "members"].item()
    '支部党员大会｜支部委员会｜党小组会｜党课'
    """
    return _shipped().copy()


def load_register(path: str | Path, *, extend: bool = True) -> pd.DataFrame:
    r"""Read a register of the user's own, by default put before the shipped one.

    Parameters
    ----------
    path
        A ``.csv`` or ``.xlsx`` table with the column ``term`` and any of ``members``, ``synonyms``, ``kind``,
        ``first_year``, ``scope`` and ``source``. Members and synonyms are joined by ｜ (or by ``|``). ``kind`` is
        seen from the term where it is empty, ``scope`` is then ``local``.
    extend
        Append the shipped register, less the terms that the user's table has.

    Returns
    -------
    DataFrame
        As :func:`slogan_register` gives.

    Raises
    ------
    InputError
        If a column is unknown or missing, a term is empty or given twice (unless each row has a
        ``first_year`` of its own), or a value is impossible; the message names row and column.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "ours.csv"
    >>> _ = file.write_text("term,members\n三张清单,问题清单|任务清单|责任清单\n", encoding="utf-8")
    >>> load_register(file, extend=False)[["term", "members", "kind", "scope"]]
       term         members     kind  scope
    0  三张清单  问题清单｜任务清单｜责任清单  numeric  local
    """
    own = _read(Path(path))
    return with_shipped(own) if extend else own


def with_shipped(own: pd.DataFrame) -> pd.DataFrame:
    """Return a register with the shipped one behind it, less the terms that it holds."""
    shipped = _shipped()
    folded = {fold_text(term) for term in own["term"]}
    rest = shipped[~shipped["term"].map(lambda term: fold_text(term) in folded)]
    return tables.conform(pd.concat([own, rest], ignore_index=True), "register")


def register_lexicon(register: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the terms of a register and their synonyms as a lexicon of kind ``slogan``.

    A synonym that only adds words to the term (四风问题 to 四风) is left out: the term is found inside it.

    Parameters
    ----------
    register : DataFrame, optional
        As :func:`slogan_register` gives; by default the shipped one.

    Returns
    -------
    DataFrame
        ``term``, ``kind`` (``slogan``), ``lexicon`` (``register``) and ``source``; each wording once.

    Examples
    --------
    >>> lexicon = register_lexicon()
    >>> lexicon["term"].is_unique
    True
    """
    register = tables.conform(_shipped() if register is None else register, "register")
    rows = []
    for term, synonyms, source in zip(
        register["term"], register["synonyms"], register["source"], strict=True
    ):
        others = [wording for wording in _entries(synonyms) if fold_text(term) not in fold_text(wording)]
        rows += [(wording, "slogan", "register", source) for wording in [term, *others]]
    return tables.from_records(list({row[0]: row for row in reversed(rows)}.values())[::-1], "lexicon")


@lru_cache(maxsize=1)
def _shipped() -> pd.DataFrame:
    return _read(_SHIPPED)


def check_register(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table of slogans as a register, its gaps filled; the same rules as for a file, further columns go.

    Raises
    ------
    InputError
        As :func:`load_register`; the message names row and column.
    """
    known = [column for column in tables.columns("register") if column in frame.columns]
    if "term" not in known:
        raise InputError(
            "register: the table lacks the column term; it has {columns}",
            columns=tables.listed(frame.columns),
        )
    cells = frame[known].astype(object).where(frame[known].notna(), "")
    rows = [{str(name): str(cell).strip() for name, cell in row.items()} for row in cells.to_dict("records")]
    return _checked(list(enumerate(rows, start=1)), "register")


def _read(path: Path) -> pd.DataFrame:
    """Read and check a register file."""
    rows = read_rows(path)
    known = tables.columns("register")
    if rows:
        if "term" not in rows[0][1]:
            raise InputError(
                "{path}: row 1 lacks the column term (found: {columns})", path=path, columns=rows[0][1]
            )
        unknown = [column for column in rows[0][1] if column not in known]
        if unknown:
            raise InputError(
                "{path}: row 1 has the unknown column {unknown}; known: {known}",
                path=path,
                unknown=unknown[0],
                known=known,
            )
    return _checked(rows, str(path), source=path.name)


def _checked(rows: list[tuple[int, dict[str, str]]], name: str, *, source: str = "") -> pd.DataFrame:
    """Return numbered rows as a register; an error names row and column."""
    seen: dict[str, tuple[int, set]] = {}
    records = []
    for number, row in rows:
        record = _record(row, Message("{name}: row {number}, column", name=name, number=number), source)
        first, years = seen.setdefault(fold_text(record["term"]), (number, set()))
        year = record["first_year"]
        if first != number and (year is None or years & {None, year}):
            raise InputError(
                "{name}: row {number}, column term: {term} is already in row {first}; delete one, or give both "
                "their first_year if the members changed",
                name=name,
                number=number,
                term=record["term"],
                first=first,
            )
        years.add(year)
        records.append(record)
    return tables.from_records(records, "register")


def _record(row: dict[str, str], place: str, source: str) -> dict:
    """Return one row of the register, its gaps filled and its values checked."""
    term = row.get("term", "").strip("“”‘’\"' ")
    if not fold_text(term):
        raise InputError("{place} term: empty; write the slogan or delete the row", place=place)
    kind = row.get("kind") or ("numeric" if _NUMERIC.search(term) else "phrase")
    scope = row.get("scope") or "local"
    year = row.get("first_year", "")
    if kind not in _KINDS:
        raise InputError("{place} kind: {kind!r} is not one of {kinds}", place=place, kind=kind, kinds=_KINDS)
    if scope not in _SCOPES:
        raise InputError(
            "{place} scope: {scope!r} is not one of {scopes}", place=place, scope=scope, scopes=_SCOPES
        )
    if year and not re.fullmatch(r"(?:1[89]|20)\d\d(?:\.0)?", year):
        raise InputError("{place} first_year: {year!r} is no year", place=place, year=year)
    return {
        "term": term,
        "members": tables.LIST_SEPARATOR.join(_entries(row.get("members", ""))),
        "synonyms": tables.LIST_SEPARATOR.join(_entries(row.get("synonyms", ""))),
        "kind": kind,
        "first_year": int(float(year)) if year else None,
        "scope": scope,
        "source": row.get("source") or source,
    }


def _entries(cell: str) -> list[str]:
    """Split a cell that lists several entries."""
    return [entry.strip() for entry in re.split(r"[｜|]", cell) if entry.strip()]
