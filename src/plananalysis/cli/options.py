"""What the commands have in common: their corpus and the parts of it that are read, their options, and examples in their help."""

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click

import plananalysis as pa
from plananalysis.cli.spoken import lang_option
from plananalysis.cli.streams import as_typed
from plananalysis.cli.terminal import LIMITED, PART
from plananalysis.errors import InputError
from plananalysis.language.parts import PARTS
from plananalysis.messages.message import Message

READ = "plananalysis.read"
"""Under this name a command keeps the files that it has read when it begins."""
SHIPPED, NO_STOPWORDS = "shipped", "none"
"""Lists of stopwords: ours, and none at all."""


class CorpusPath(click.Path):
    """A path that is not empty: an unset variable of the shell is not the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        if str(value) == "":
            self.fail(Message("is empty; name a file or folder"), param, ctx)
        return super().convert(value, param, ctx)


class TablePath(CorpusPath):
    """A file in whose format a table can be written, which is said before the work is done."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        from plananalysis.files.io import FORMATS

        path = super().convert(value, param, ctx)
        if Path(path).suffix.lower() not in FORMATS:
            wanted = Message("{path}: the suffix tells the format; use {formats}", path=path, formats=FORMATS)
            self.fail(wanted, param, ctx)
        return path


def command(examples: str, *, required: bool = True) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command that reads CORPUS, with examples at the end of its help."""

    def register(function: Callable[..., Any]) -> click.Command:
        @wraps(function)
        def checked(**given: Any) -> Any:
            output = given.get("output")
            if output is not None:
                read = click.get_current_context().meta.get(READ, ())
                check_output(output, [*read, *(value for name, value in given.items() if name != "output")])
            return function(**{name: as_typed(value) for name, value in given.items()})

        lines = "".join(f"  {line.strip()}\n" for line in examples.strip().splitlines())
        with_options: Callable[..., Any] = part_option(limit_option(checked))
        if not any(
            isinstance(option, click.Option) and option.name == "lang" for option in _options(checked)
        ):
            with_options = lang_option(with_options)
        decorated = click.argument("corpus", type=CorpusPath(path_type=Path), required=required)(with_options)
        return click.command(epilog=f"\b\nExamples:\n{lines}")(decorated)

    return register


def _options(function: Callable[..., Any]) -> list[click.Parameter]:
    """Return the options that a function has been given so far."""
    return list(getattr(function, "__click_params__", ()))


def _parts(context: click.Context, _: click.Parameter, names: tuple[str, ...]) -> None:
    """Keep which parts of the plans are asked for, for :func:`plananalysis.cli.terminal.load`."""
    from plananalysis.corpus.choosing import check_parts

    context.meta[PART] = check_parts(names) if names else None


part_option = click.option(
    "--part",
    multiple=True,
    metavar="PART",
    expose_value=False,
    callback=_parts,
    help=f"Read only this part of the plans: {', '.join(PARTS)}; several by repeating it [all].",
)


def _limits(context: click.Context, _: click.Parameter, words: tuple[str, ...]) -> None:
    """Keep the limits that are asked for, for :func:`plananalysis.cli.terminal.load`."""
    if words:
        from plananalysis.corpus.readers.limits import of_text

        context.meta[LIMITED] = of_text(" ".join(words), "--limit")


limit_option = click.option(
    "--limit",
    multiple=True,
    metavar="NAME=NUMBER",
    expose_value=False,
    callback=_limits,
    help="How much of one file is read at most, such as pages=20000, seconds=300 or mb=1000; several by repeating it "
    "[no honest plan meets the defaults].",
)


def check_output(output: Path, given: Iterable[Any]) -> None:
    """Refuse to write onto what the command reads: the corpus or its metadata, a lexicon, a register, a query."""
    for value in given:
        if not isinstance(value, str | Path) or not str(value) or not Path(value).exists():
            continue
        read = Path(value)
        if output.exists() and output.samefile(read):
            raise InputError("{output}: is read by this command; name another place with -o", output=output)
        inside = read.is_dir() and read.resolve() in output.resolve().parents
        if inside and output.name.lower() in ("metadata.csv", "metadata.xlsx"):
            raise InputError(
                "{output}: is where the corpus has its metadata; name another file with -o", output=output
            )
        if inside and output.is_file() and _is_plan(output):
            raise InputError("{output}: is a plan of the corpus; name another file with -o", output=output)


def _is_plan(file: Path) -> bool:
    """Tell whether a workbook is read as a plan when it lies in a corpus, as one of tasks is."""
    from plananalysis.corpus.readers import WORKBOOK_SUFFIXES, UnreadableError, read_plan_workbook

    if file.suffix.lower() not in WORKBOOK_SUFFIXES:
        return False
    try:
        read_plan_workbook(file.read_bytes())
    except (UnreadableError, OSError):
        return False
    return True


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``-o FILE``: where the table goes."""
    return click.option(
        "-o",
        "--output",
        type=TablePath(path_type=Path, dir_okay=False),
        help="Write the table to this file: .csv (opens in Excel), .tsv, .xlsx, .dta, .jsonl, .parquet or .feather.",
    )(function)


context_option = click.option(
    "--context",
    type=click.IntRange(min=0),
    help="Show so many characters before and after each place, with its unit, year and heading.",
)
by_option = click.option(
    "--by", help="unit, doc_id, year or a metadata column [units; of one unit its years; else documents]."
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


names_option = click.option(
    "--names",
    is_flag=True,
    help="Count places, units and persons as well; else it is said how many are left out.",
)


def _stopwords(context: click.Context, _: click.Parameter, names: tuple[str, ...]) -> Any:
    """Return the stopwords asked for as the functions take them."""
    context.meta[READ] = [*context.meta.get(READ, ()), *names]
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
