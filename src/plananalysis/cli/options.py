"""What the commands have in common: their corpus, their options, and examples in their help."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

import plananalysis as pa
from plananalysis.lexicon.stopwords import SHIPPED

NO_STOPWORDS = "none"


class CorpusPath(click.Path):
    """A path that is not empty: an unset variable of the shell is not the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        if str(value) == "":
            self.fail("is empty; give a folder, a zip or a table", param, ctx)
        return super().convert(value, param, ctx)


def command(examples: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command that reads CORPUS, with examples at the end of its help."""

    def register(function: Callable[..., Any]) -> click.Command:
        lines = "".join(f"  {line.strip()}\n" for line in examples.strip().splitlines())
        decorated = click.argument("corpus", type=CorpusPath(path_type=Path))(function)
        return click.command(epilog=f"\b\nExamples:\n{lines}")(decorated)

    return register


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``-o FILE``: where the table goes."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write the table to this file: .csv (opens in Excel), .tsv, .xlsx, .dta, .jsonl, .parquet or .feather.",
    )(function)


context_option = click.option(
    "--context",
    type=click.IntRange(min=0),
    help="Show so many characters before and after each place, with its unit, year and heading.",
)
by_option = click.option(
    "--by", default="unit", show_default=True, help="unit, doc_id, year or a metadata column."
)
lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path),
    help="Your own terms, kept in one piece besides the slogans: a plain list, jieba format, or a table.",
)
register_option = click.option(
    "--register",
    type=click.Path(path_type=Path),
    help="Your own slogan register; it joins the shipped one.",
)
shipped_option = click.option(
    "--shipped/--no-shipped",
    default=True,
    help="Whether the shipped register takes part beside your own terms [yes].",
)
kinds_option = click.option(
    "--slogans-only", is_flag=True, help="Count slogans alone instead of words and slogans."
)


def _stopwords(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> Any:
    """Return the stopwords asked for as the functions take them."""
    if names == (NO_STOPWORDS,):
        return None
    return pa.load_stopwords(*names)


stopwords_option = click.option(
    "--stopwords",
    multiple=True,
    default=(SHIPPED,),
    callback=_stopwords,
    help="Words left out: general, plan, shipped (both), a file of your own, or none; give several by repeating it "
    "[shipped].",
)
