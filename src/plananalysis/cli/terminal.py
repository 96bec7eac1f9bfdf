"""Between the commands and the terminal: reading with a progress bar, and tables on the screen or in a file."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

import plananalysis as pa
from plananalysis.cli.spoken import language
from plananalysis.cli.streams import harmless, say
from plananalysis.messages.catalogue import in_chinese
from plananalysis.messages.message import Message
from plananalysis.messages.said_often import first_of
from plananalysis.messages.template import CHINESE

PART = "plananalysis.part"
"""Under this name a command keeps which parts of the plans are asked for."""
LIMITED = "plananalysis.limits"
"""Under this name a command keeps the limits of one file that are asked for."""
ROWS_ON_TERMINAL = 20
CELL_ON_TERMINAL = 24


def load(path: Path) -> "pa.Corpus":
    """Load the corpus, the parts of it that are asked for, with a progress bar, and say what was skipped."""
    with Progress() as progress:
        corpus = pa.load_corpus(
            path,
            progress=lambda done, total: progress("reading", done, total),
            page_progress=lambda done, total: progress("recognising", done, total),
            limits=click.get_current_context().meta.get(LIMITED),
        )
    for row in corpus.skipped.itertuples():
        say(Message("skipped {file}: {reason}", file=row.file, reason=_of_a_table(str(row.reason))), err=True)
    for row in corpus.documents[corpus.documents["warning"] != ""].itertuples():
        say(
            Message("warning {file}: {warning}", file=row.file, warning=_of_a_table(str(row.warning))),
            err=True,
        )
    for said in (_left_out(corpus), _unnamed(corpus)):
        if said is not None:
            say(said, err=True)
    from plananalysis.common_options import corpus_part

    return corpus_part(click.get_current_context().meta.get(PART), corpus)


def _of_a_table(text: str) -> str:
    """Return what stands in a table of the corpus in the language that is spoken."""
    return in_chinese(text) if language() == CHINESE else text


_MOST_NAMED = 5
_UNREMARKABLE = ("link", "around the text")
"""Kinds that every web page leaves out; they are listed and not said."""


def _left_out(corpus: "pa.Corpus") -> Message | None:
    """Say in one line what the readers did not bring into the texts; None if there is nothing to say."""
    table = corpus.left_out[~corpus.left_out["kind"].isin(_UNREMARKABLE)]
    counts = table.groupby("kind", sort=False)["n"].sum()
    if counts.empty:
        return None
    return Message(
        "not in the texts: {what} ({n:,} documents; inspect --table left_out)",
        what=[Message("{kind} {n:,}", kind=Message(str(kind)), n=n) for kind, n in counts.items()],
        n=table["doc_id"].nunique(),
    )


def _unnamed(corpus: "pa.Corpus") -> Message | None:
    """Say in one line which units go by file name or by subject for want of a name; None if there is none."""
    nameless = corpus.documents["unit_source"].isin(["file", "subject"])
    units = corpus.documents.loc[nameless, "unit"].drop_duplicates()
    if units.empty:
        return None
    return Message(
        "named after the file or the subject, for want of a unit: {units}; metadata.csv can name them",
        units=first_of(units, _MOST_NAMED),
    )


class Progress:
    """A progress bar with the time left on a terminal, nothing elsewhere; called with (what, done, total)."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` steps are finished, and that the next one is ``what``."""
        if sys.stderr is None or not sys.stderr.isatty():
            return
        if self._bar is None or self._bar.length != total or self._bar.pos > done:
            self._close()
            self._bar = click.progressbar(length=total, label=f"{what:<12}", file=sys.stderr, show_eta=True)
            self._bar.__enter__()
        self._bar.label = f"{what:<12}"
        self._bar.update(done - self._bar.pos)
        self._bar.render_progress()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def __exit__(self, *_: object) -> None:
        self._close()


def timed(what: str, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """Call a function that takes long in a large corpus, and say meanwhile what is being done."""
    with Progress() as progress:
        progress(what, 0, 1)
        result = function(*arguments, **options)
        progress(what, 1, 1)
    return result


def stepwise(function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """Call a function that says its steps itself, and show them."""
    with Progress() as progress:
        return function(*arguments, **options, progress=progress)


def around(frame: Any, corpus: "pa.Corpus", width: int | None) -> Any:
    """Add the context of its places to a table, if it is asked for."""
    return frame if width is None else pa.with_context(frame, corpus, width=width)


def show(frame: "Any", output: Path | None) -> None:
    """Write a table to its file, or its first rows to the terminal."""
    if output is not None:
        pa.write_table(frame, output)
        say(Message("{n:,} rows written to {path}", n=len(frame), path=output), err=True)
        return
    import pandas as pd

    with pd.option_context("display.unicode.east_asian_width", True, "display.max_colwidth", None):
        rows = frame.head(ROWS_ON_TERMINAL).map(_cell)
        say(
            rows.to_string(index=False)
            if len(rows)
            else Message("no rows ({columns})", columns=frame.columns)
        )
    if len(frame) > ROWS_ON_TERMINAL:
        say(Message("… {n:,} rows; -o FILE writes them all", n=len(frame)), err=True)


def _cell(value: Any) -> Any:
    """Return a cell as the terminal shows it: nothing for what is missing, long text cut by the width of its letters."""
    from unicodedata import east_asian_width

    import pandas as pd

    if pd.isna(value):
        return ""
    if not isinstance(value, str):
        return value
    text = harmless(" ".join(value.split()))
    width = 0
    for place, char in enumerate(text):
        width += 2 if east_asian_width(char) in "WF" else 1
        if width > CELL_ON_TERMINAL:
            return text[: place - 1] + "…"
    return text
