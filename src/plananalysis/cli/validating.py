"""Commands that say how far to trust a number: samples to code by hand, and what the coders made of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

import plananalysis as pa
from plananalysis.cli.options import CorpusPath, by_option, command, output_option, stopwords_option
from plananalysis.cli.streams import say
from plananalysis.cli.terminal import load, show, stepwise
from plananalysis.errors import InputError
from plananalysis.language.choice_names import CHOICE_NAMES, RANKING_NAMES
from plananalysis.messages.message import Message
from plananalysis.messages.template import CHINESE, ENGLISH

# Names are repeated here, and a test holds them to the library's: every run of the program would load that otherwise.
LEVELS = ("nominal", "ordinal", "interval")
ALLOCATIONS = ("proportional", "equal")


def _sentence_in(help_text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add ``--lang`` to a command that says its result in a sentence."""
    return click.option(
        "--lang",
        type=click.Choice([CHINESE, ENGLISH]),
        default=CHINESE,
        show_default=True,
        help=help_text,
    )


@click.group(
    epilog="\b\nExamples:\n"
    "  plananalysis validate draw corpus/ commitments.csv -n 100 -o coding.xlsx\n"
    "  plananalysis validate read coding_1.xlsx coding_2.xlsx\n"
)
def validate() -> None:
    """Draw places to be coded by hand; read back who agrees with whom.

    Two people code the same sample, each in a workbook of their own, and neither sees what the program said.
    """


def _categories(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str] | None:
    """Return the categories with their definitions."""
    pairs = [each.partition("=") for each in given]
    for name, sign, _definition in pairs:
        if not sign or not name.strip():
            raise InputError("--category: write it as NAME=DEFINITION, not {name!r}", name=name)
    return {name.strip(): definition.strip() for name, _, definition in pairs} or None


@command(
    """
    plananalysis commitments corpus/ -o commitments.csv
    plananalysis validate draw corpus/ commitments.csv -o coding.xlsx --question "Does it bind to a number, date or body?"
    plananalysis validate draw corpus/ paragraphs.xlsx -n 200 --strata theme --allocation equal --predicted theme
      --category "党的建设=…" --category "经济=…" --coder 张 --coder 李 -o themes.xlsx
    """
)
@click.argument("table", type=CorpusPath(path_type=Path, exists=True, dir_okay=False))
@click.option("-n", "n", type=click.IntRange(min=1), default=100, show_default=True, help="Places to draw.")
@click.option(
    "--strata",
    multiple=True,
    help="unit, year or a column of TABLE: draw from each value; several by repeating it.",
)
@click.option(
    "--allocation",
    type=click.Choice(ALLOCATIONS),
    default=ALLOCATIONS[0],
    show_default=True,
    help="From each stratum as its size asks for, or the same number.",
)
@click.option(
    "--predicted", help="Column of TABLE with the category that the program gave; coders do not see it."
)
@click.option(
    "--show", "shown", multiple=True, help="Column of TABLE that the coders see; several by repeating it."
)
@click.option(
    "--category",
    "categories",
    multiple=True,
    callback=_categories,
    metavar="NAME=DEFINITION",
    help="A category; several by repeating it [yes and no: rightly listed or not].",
)
@click.option(
    "--coder",
    "coders",
    multiple=True,
    default=("1", "2"),
    show_default=True,
    help="Name of a coder; two or more.",
)
@click.option("--question", default="", help="What is asked of each place.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed draws other places.")
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=60,
    show_default=True,
    help="Characters shown before and after each place.",
)
@click.option(
    "-o",
    "--output",
    type=CorpusPath(path_type=Path, dir_okay=False),
    required=True,
    help="The workbook, .xlsx; the names of the coders are put behind its own.",
)
def draw(
    corpus: Path,
    table: Path,
    *,
    n: int,
    strata: tuple[str, ...],
    allocation: str,
    predicted: str | None,
    shown: tuple[str, ...],
    categories: dict[str, str] | None,
    coders: tuple[str, ...],
    question: str,
    seed: int,
    context: int,
    output: Path,
) -> None:
    """Draw places of a TABLE into a workbook for each coder.

    TABLE is a file that another command wrote, with doc_id, start and end: slogans' places, citations, commitments, targets.
    """
    drawn = pa.draw_sample(
        pa.read_table(table), load(corpus), n, strata=strata, allocation=allocation, predicted=predicted,
        show=shown, seed=seed, width=context,
    )  # fmt: skip
    files = pa.write_coding(drawn, output, categories=categories, coders=coders, question=question)
    say(Message("{n:,} places written to {files}", n=len(drawn), files=files), err=True)


@click.command(
    epilog="\b\nExamples:\n"
    "  plananalysis validate read coding_1.xlsx coding_2.xlsx\n"
    "  plananalysis validate read themes_张.xlsx themes_李.xlsx --level ordinal --lang en -o agreement.csv\n"
)
@click.argument(
    "files", nargs=-1, required=True, type=CorpusPath(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    default=LEVELS[0],
    show_default=True,
    help="What the categories are: names, ranks, or numbers a step apart.",
)
@click.option("--incomplete", is_flag=True, help="Take places without a category as not coded.")
@_sentence_in("Language of the sentence for your methods.")
@output_option
def read(files: tuple[Path, ...], *, level: str, incomplete: bool, lang: str, output: Path | None) -> None:
    """Say how far the coders agree, and the program is right.

    FILES are the workbooks that the coders filled in. A sentence for the section on methods goes to the terminal.
    """
    found = pa.agreement(pa.read_coding(files, incomplete=incomplete), level=level)
    show(found, output)
    say(pa.describe_agreement(found, lang=lang), err=output is not None)


validate.add_command(draw)
validate.add_command(read)


@command(
    """
    plananalysis sensitivity corpus/
    plananalysis sensitivity corpus/ --ranking themes --choice plan_part --choice tokens -o sensitivity.xlsx
    """
)
@click.option(
    "--ranking",
    "rankings",
    multiple=True,
    type=click.Choice(list(RANKING_NAMES)),
    help="Compare only this ranking; several by repeating it [all].",
)
@click.option(
    "--choice",
    "choices",
    multiple=True,
    type=click.Choice(list(CHOICE_NAMES)),
    help="Make only this other choice; several by repeating it [all].",
)
@_sentence_in("Language of the sentence.")
@by_option
@stopwords_option
@output_option
def sensitivity(
    corpus: Path,
    *,
    rankings: tuple[str, ...],
    choices: tuple[str, ...],
    lang: str,
    by: str | None,
    stopwords: Any,
    output: Path | None,
) -> None:
    """Say how far the rankings would stand under other choices."""
    found = stepwise(
        pa.sensitivity, load(corpus), rankings=rankings or None, choices=choices or None, by=by, stopwords=stopwords
    )  # fmt: skip
    show(found, output)
    say(pa.describe_sensitivity(found, lang=lang), err=output is not None)
