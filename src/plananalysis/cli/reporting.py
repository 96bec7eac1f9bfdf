"""Commands for the whole: the report, the notebooks, and completion in the shell."""

import shlex
from pathlib import Path
from typing import Any

import click
from click.shell_completion import get_completion_class

import plananalysis as pa
from plananalysis.cli.options import (
    NO_STOPWORDS,
    SHIPPED,
    CorpusPath,
    by_option,
    command,
    lexicon_option,
    names_option,
    output_option,
    register_option,
)
from plananalysis.cli.project_file import settings_of_project
from plananalysis.cli.spoken import lang_option
from plananalysis.cli.streams import say
from plananalysis.cli.terminal import Progress, load, show
from plananalysis.common_options import LISTED_MIN_CHARS
from plananalysis.files.staging import check_folder
from plananalysis.messages.message import Message
from plananalysis.messages.template import CHINESE, ENGLISH


@command(
    """
    plananalysis report corpus/
    plananalysis report plans.zip -o my-report --open
    plananalysis report corpus/ --by year -o by-year
    plananalysis report corpus/ --title 三县计划 --stopwords shipped --stopwords mine.txt
    """
)
@click.option(
    "-o",
    "--output",
    type=CorpusPath(path_type=Path, file_okay=False),
    help="Folder of the report [CORPUS-report].",
)
@by_option
@click.option(
    "--lang",
    type=click.Choice([CHINESE, ENGLISH]),
    default=CHINESE,
    show_default=True,
    help="Language of the page; where it is said, of errors and warnings as well.",
)
@click.option("--title", help="Title of the page [the corpus' name, with documents, units and years].")
@click.option(
    "--stopwords",
    multiple=True,
    default=(SHIPPED,),
    help="Words left out: general, plan, shipped (both), a file of your own, or none; several by repeating it [shipped].",
)
@names_option
@click.option(
    "--min-chars",
    type=click.IntRange(min=1),
    default=LISTED_MIN_CHARS,
    show_default=True,
    help="Characters of a term that is listed.",
)
@lexicon_option
@register_option
@click.option(
    "--themes",
    help="Theme lexicon: party_building, government_work, or your own file [the one that fits better].",
)
@click.option(
    "--formats",
    multiple=True,
    metavar="FORMAT",
    help="Files of the tables: csv, parquet, xlsx; several by repeating it or with commas [all; of more than 1,000 documents no csv].",
)
@click.option("--pdf", is_flag=True, help="Write the figures as PDF as well.")
@click.option("--overwrite", is_flag=True, help="Replace files of yours that are named as those of a report.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes at work [one on each core for more than 300,000 characters, else 1].",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
def report(
    corpus: Path, output: Path | None, *, overwrite: bool, jobs: int | None, open_page: bool, **asked: Any
) -> None:
    """Write the whole analysis: a page, tables and figures.

    What stands in plananalysis.toml, in the folder of the corpus or beside its file, are settings by the names of the
    options (title, by, part, stopwords, names, min_chars, lexicon, register, themes, lang, formats, pdf); the command
    line goes before it.
    """
    from plananalysis.report.write import PARTS, table_formats

    _leave_out_documentation()
    output = output if output is not None else Path(f"{corpus.resolve().stem}-report")
    check_folder(output, PARTS, overwrite=overwrite)
    settings = settings_of_project(corpus, asked)
    names = settings["stopwords"]
    settings["stopwords"] = None if names == (NO_STOPWORDS,) else list(names)
    table_formats(settings["formats"])  # a wrong one is said before anything is read
    loaded = load(corpus)
    with Progress() as progress:
        page = pa.build_report(
            loaded, output, overwrite=overwrite, progress=progress, source=corpus, n_jobs=jobs, **settings
        )
    units = loaded.documents["unit"].nunique()
    counted = "{n:,} {n:document|documents}, {n_units:,} {n_units:unit|units}: open {page}"
    say(Message(counted, n=len(loaded), n_units=units, page=page))
    places = {"tables": output / "tables", "figures": output / "figures"}
    say(
        Message(
            "Tables: {tables}   Figures: {figures}   Next: {command}", command=_next(corpus, output), **places
        )
    )
    if open_page:
        click.launch(str(page))


def _next(corpus: Path, report_folder: Path) -> str:
    """Return a command to try after the report: the contexts of the corpus's own first slogan."""
    files = (report_folder / "tables" / f"slogans.{suffix}" for suffix in ("parquet", "csv"))
    table = next((pa.read_table(file) for file in files if file.exists()), None)
    slogans = [] if table is None else table["slogan"].tolist()
    first = next((slogan for slogan in slogans if slogan.isalnum()), None)  # nothing a shell reads
    words = ["kwic", str(corpus), first] if first else ["inspect", str(corpus)]
    return " ".join(f'"{word}"' if " " in word else word for word in ("plananalysis", *words))


def _leave_out_documentation() -> None:
    """Spare matplotlib the help texts that it composes for its classes when it is imported: half of that time."""
    from matplotlib import artist

    library: Any = artist
    library.kwdoc = lambda _: ""
    library.Artist._update_set_signature_and_docstring = classmethod(lambda _: None)


@click.command(
    epilog="\b\nExamples:\n  plananalysis verify corpus-report\n  plananalysis verify corpus-report corpus/ -o differences.csv\n"
)
@click.argument("directory", type=CorpusPath(path_type=Path, file_okay=False))
@click.argument("corpus", type=CorpusPath(path_type=Path), required=False)
@lang_option
@output_option
def verify(directory: Path, corpus: Path | None, output: Path | None) -> int:
    """Compute a report anew and say what differs.

    The settings are those of its run.json; so is the CORPUS, where none is named. What differs ends in exit code 1.
    """
    _leave_out_documentation()
    loaded = load(corpus) if corpus is not None else None
    with Progress() as progress:
        found = pa.verify_report(directory, loaded, progress=progress)
    other = found[found["status"] != "same"]
    if output is not None:
        show(found, output)
    elif len(other):
        show(other, None)
    same = len(found) - len(other)
    say(Message("{n:,} files, {n_same:,} as they were", n=len(found), n_same=same), err=output is not None)
    return 1 if len(other) else 0


@click.command(epilog="\b\nExamples:\n  plananalysis sample my-sample/\n")
@click.argument("directory", type=CorpusPath(path_type=Path, file_okay=False))
@lang_option
def sample(directory: Path) -> None:
    """Copy the sample corpus to a folder of your own.

    Fourteen invented plans of ten units, in three years, on which every example of the guide runs.
    """
    copied = pa.copy_sample(directory)
    next_one = f"plananalysis report {shlex.quote(str(directory))} --open"
    say(Message("{n} files copied; next: {command}", n=len(copied), command=next_one))


@click.command(epilog="\b\nExamples:\n  plananalysis notebooks my-notebooks/\n")
@click.argument("directory", type=CorpusPath(path_type=Path, file_okay=False))
@lang_option
def notebooks(directory: Path) -> None:
    """Copy the notebooks to a folder of your own.

    There they can be run on your own plans; each says where to name them.
    """
    copied = pa.copy_notebooks(directory)
    next_one = f"jupyter lab {shlex.quote(str(directory))}"
    say(Message("{n} notebooks copied; next: {command}", n=len(copied), command=next_one))


@click.command(
    epilog="\b\nExamples:\n"
    '  eval "$(plananalysis completion bash)"   # in ~/.bashrc; the same with zsh in ~/.zshrc\n'
    "  plananalysis completion fish > ~/.config/fish/completions/plananalysis.fish\n"
    "  plananalysis completion powershell | Out-String | Invoke-Expression   # in $PROFILE\n"
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
def completion(shell: str) -> None:
    """Print the script that completes commands at the tab key.

    It completes options and files as well, in the shell that is named.
    """
    program = click.get_current_context().find_root().command
    complete = get_completion_class(shell)
    if complete is not None:
        click.echo(complete(program, {}, "plananalysis", "_PLANANALYSIS_COMPLETE").source())
