"""Commands that show what was read: documents, outline, words, and words in their context."""

from pathlib import Path

import click

import plananalysis as pa
from plananalysis.cli.options import command, lexicon_option, output_option
from plananalysis.cli.terminal import load, show, stepwise


@command(
    """
    plananalysis inspect corpus/
    plananalysis inspect corpus/ --table excluded -o excluded.csv
    """
)
@click.option(
    "--table",
    type=click.Choice(["documents", "passages", "parts", "excluded", "left_out", "skipped"]),
    default="documents",
    show_default=True,
)
@output_option
def inspect(corpus: Path, table: str, output: Path | None) -> None:
    """Show what was read how, what is left out, and why."""
    loaded = load(corpus)
    show(pa.inspect_corpus(loaded, table), output)


@command("plananalysis outline corpus/ -o outline.csv")
@output_option
def outline(corpus: Path, output: Path | None) -> None:
    """List the headings with line, level and label."""
    show(pa.outline(load(corpus)), output)


@command(
    """
    plananalysis segment corpus/ -o tokens.parquet
    plananalysis segment corpus/ --lexicon my_terms.txt -o tokens.csv
    """
)
@lexicon_option
@output_option
def segment(corpus: Path, lexicon: Path | None, output: Path | None) -> None:
    """Cut the plans into words and slogans, with their places."""
    show(stepwise(pa.tokens, load(corpus), lexicon=lexicon), output)


@command(
    """
    plananalysis kwic corpus/ 两个维护
    plananalysis kwic corpus/ "不少于[0-9]+" --regex --sort right
    """
)
@click.argument("pattern")
@click.option("--regex", is_flag=True, help="PATTERN is a regular expression.")
@click.option("--sort", type=click.Choice(["left", "right"]), help="Sort by what stands left or right.")
@click.option(
    "--width", type=click.IntRange(min=1), default=20, show_default=True, help="Characters on each side."
)
@output_option
def kwic(corpus: Path, pattern: str, regex: bool, sort: str | None, width: int, output: Path | None) -> None:
    """Show every place of a word or slogan in its context.

    Quotation marks, commas, width, case and traditional characters make no difference.
    """
    show(pa.concordance(load(corpus), pattern, regex=regex, sort=sort, width=width), output)
