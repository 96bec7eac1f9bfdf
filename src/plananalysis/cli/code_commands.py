"""Commands that code sentences: directive strength, policy tools, one's own codes; the PMC index."""

from pathlib import Path

import click

import plananalysis as pa
from plananalysis.cli.options import TablePath, by_option, command, output_option
from plananalysis.cli.terminal import load, show

codebook_option = click.option(
    "--codebook",
    default="strength",
    show_default=True,
    help="strength, tools, or the path of a code book of your own (columns code, term …).",
)


@command(
    """
    plananalysis codes corpus/ -o strength.xlsx --shares shares.xlsx
    plananalysis codes corpus/ --codebook tools --part plan --shares tools_by_year.csv --of kind --by year
    """
)
@codebook_option
@click.option(
    "--shares",
    type=TablePath(path_type=Path, dir_okay=False),
    help="Write to this file the cross table: shares, adjusted residuals, chi-square.",
)
@click.option(
    "--of",
    type=click.Choice(("code", "kind")),
    default="code",
    show_default=True,
    help="What the cross table counts.",
)
@by_option
@output_option
def codes(
    corpus: Path, *, codebook: str, shares: Path | None, of: str, by: str | None, output: Path | None
) -> None:
    """Code sentences by directive strength or policy tools.

    Each row has a sentence, its code and the term that says so, with its place.
    """
    plans = load(corpus)
    found = pa.code_sentences(plans, codebook)
    if shares is not None:
        show(pa.code_shares(found, plans, of=of, by=by), shares)
    show(found, output)


@command(
    """
    plananalysis pmc corpus/ --by doc_id --items items.xlsx -o pmc.xlsx
    plananalysis pmc corpus/ --codebook my_variables.xlsx -o pmc.csv
    plananalysis pmc corpus/ --corrected items.xlsx -o pmc.xlsx
    """
)
@click.option(
    "--codebook",
    default="tools",
    show_default=True,
    help="Kinds are main variables, codes sub-variables: tools, strength, or a path.",
)
@click.option(
    "--items",
    type=TablePath(path_type=Path, dir_okay=False),
    help="Write to this file the table of 0 and 1 with the sentence behind every 1.",
)
@click.option(
    "--corrected",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Compute the index of this table of 0 and 1 instead of one made here.",
)
@by_option
@output_option
def pmc(
    corpus: Path,
    *,
    codebook: str,
    items: Path | None,
    corrected: Path | None,
    by: str | None,
    output: Path | None,
) -> None:
    """Give the PMC index of each policy, and the sentence behind it."""
    found = pa.read_table(corrected) if corrected is not None else pa.pmc_items(load(corpus), codebook, by=by)
    if items is not None:
        show(found, items)
    show(pa.pmc_index(found), output)
