"""Commands for tables over years: slogan signals, promise and account, and the panel of units and years."""

from pathlib import Path

import click

import plananalysis as pa
from plananalysis.cli.options import TablePath, command, output_option, register_option, shipped_option
from plananalysis.cli.terminal import load, show, timed
from plananalysis.panels import MEASURES
from plananalysis.pipeline.steps import followed


@command(
    """
    plananalysis signals corpus/
    plananalysis signals corpus/ --all -o signals.xlsx
    plananalysis signals corpus/ --superior 国务院
    """
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Follow weak and unmarked phrases, too, not only those registered or surely numeric or quoted.",
)
@click.option("--superior", help="A unit behind whose first use of a slogan each unit's is told.")
@register_option
@shipped_option
@output_option
def signals(
    corpus: Path,
    *,
    every: bool,
    superior: str | None,
    register: Path | None,
    shipped: bool,
    output: Path | None,
) -> None:
    """Follow slogans through the years: entered, left, silent."""
    loaded = load(corpus)
    found = timed("slogans", pa.find_slogans, loaded, register=register, extend=shipped)
    places = pa.slogan_occurrences(loaded, found if every else followed(found))
    show(pa.slogan_signals(places, loaded, superior=superior, register=register, extend=shipped), output)


@command(
    """
    plananalysis fulfilment corpus/
    plananalysis fulfilment corpus/ --account value --account done -o fulfilment.xlsx
    """
)
@click.option(
    "--account",
    "accounts",
    multiple=True,
    type=click.Choice(["value", "done", "mentioned", "not_mentioned"]),
    help="List only promises with this account; several by repeating it.",
)
@click.option("--indicators", type=click.Path(path_type=Path), help="Further indicators: .csv or .xlsx.")
@output_option
def fulfilment(
    corpus: Path, *, accounts: tuple[str, ...], indicators: Path | None, output: Path | None
) -> None:
    """Set last year's promises beside this year's account."""
    found = timed("fulfilment", pa.find_fulfilment, load(corpus), indicators=indicators)
    show(found[found["account"].isin(accounts)] if accounts else found, output)


@command(
    """
    plananalysis panel corpus/ -o panel.dta
    plananalysis panel corpus/ --term 高质量发展 --term 乡村振兴 --by-part -o panel.csv --codebook codebook.xlsx
    plananalysis panel corpus/ --measure targets --balance fill -o targets.dta
    """
)
@click.option(
    "--measure",
    "measures",
    multiple=True,
    type=click.Choice(list(MEASURES)),
    help="Take only this measure; several by repeating it [all but reuse and similarity, which take longest].",
)
@click.option(
    "--term", "terms", multiple=True, help="A word of your own, by its rate; several by repeating it."
)
@click.option("--superior", help="A unit with whose plan of the same year each is compared (similarity).")
@click.option("--by-part", is_flag=True, help="Give themes in the look-back and in the plan as well.")
@click.option(
    "--balance",
    type=click.Choice(["as_is", "fill", "drop"]),
    default="as_is",
    show_default=True,
    help="fill: all units by all years; drop: only units with a plan of each year.",
)
@click.option(
    "--codebook",
    type=TablePath(path_type=Path, dir_okay=False),
    help="Write what each column means to this file.",
)
@output_option
def panel(
    corpus: Path,
    *,
    measures: tuple[str, ...],
    terms: tuple[str, ...],
    superior: str | None,
    by_part: bool,
    balance: str,
    codebook: Path | None,
    output: Path | None,
) -> None:
    """Give units by years with measures as columns, for regression.

    Without -o it shows what the columns are, and their lowest and highest values.
    """
    loaded = load(corpus)
    found = pa.panel(
        loaded, measures=measures or None, terms=terms, superior=superior, by_part=by_part, balance=balance
    )
    meanings = pa.panel_codebook(found)
    if codebook is not None:
        show(meanings, codebook)
    show(meanings if output is None else found, output)
