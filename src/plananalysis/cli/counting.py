"""Commands that count: slogans, cited documents, keywords, keyness and similarity."""

from pathlib import Path
from typing import Any

import click
import pandas as pd

import plananalysis as pa
from plananalysis.cli.options import (
    by_option,
    command,
    context_option,
    kinds_option,
    lexicon_option,
    names_option,
    output_option,
    register_option,
    shipped_option,
    stopwords_option,
)
from plananalysis.cli.streams import say
from plananalysis.cli.terminal import around, load, show, stepwise, timed
from plananalysis.messages.message import Message
from plananalysis.segmentation.kinds import NAMES


@command(
    """
    plananalysis slogans corpus/
    plananalysis slogans corpus/ --by unit -o slogans-by-unit.xlsx
    plananalysis slogans corpus/ --occurrences -o places.csv
    """
)
@click.option("--by", help="Count per group instead: unit, doc_id, year or a metadata column.")
@click.option("--occurrences", is_flag=True, help="List every place and the verb before it instead.")
@click.option("--frames", is_flag=True, help="List the verbs that each unit puts before each slogan instead.")
@register_option
@shipped_option
@context_option
@output_option
def slogans(
    corpus: Path,
    *,
    by: str | None,
    occurrences: bool,
    frames: bool,
    register: Path | None,
    shipped: bool,
    context: int | None,
    output: Path | None,
) -> None:
    """Find the slogans, best first, each counted everywhere.

    Evidence are quotation marks, numeric shape, parallel form and recurrence.
    """
    if context is not None and not occurrences:
        raise click.UsageError(
            Message("--context goes with --occurrences: slogans and counts have no place of their own")
        )
    loaded = load(corpus)
    found = timed("slogans", pa.find_slogans, loaded, register=register, extend=shipped)
    if not (by or occurrences or frames):
        show(found, output)
        return
    places = pa.slogan_occurrences(loaded, found)
    if occurrences:
        show(around(places, loaded, context), output)
    elif frames:
        show(pa.slogan_frames(places, loaded, by=by), output)
    else:
        show(pa.slogan_counts(places, loaded, by=by), output)


@command(
    """
    plananalysis frequencies corpus/ 高质量发展 乡村振兴 --by year
    plananalysis frequencies corpus/ 党建 --part plan -o words.xlsx
    """
)
@click.argument("terms", nargs=-1, required=True)
@by_option
@output_option
def frequencies(corpus: Path, terms: tuple[str, ...], by: str | None, output: Path | None) -> None:
    """Count words of your own in the text, by unit or year."""
    show(pa.frequencies(load(corpus), terms, by=by), output)


@command("plananalysis citations corpus/ --by unit")
@click.option(
    "--by", help="Count per group: unit, doc_id, year or a metadata column; without it every place."
)
@context_option
@output_option
def citations(corpus: Path, by: str | None, context: int | None, output: Path | None) -> None:
    """List the 《documents》 cited, abbreviations resolved."""
    loaded = load(corpus)
    cited = pa.find_citations(loaded)
    show(pa.citation_counts(cited, loaded, by=by) if by else around(cited, loaded, context), output)


@command("plananalysis glossary corpus/ -o glossary.csv")
@output_option
def glossary(corpus: Path, output: Path | None) -> None:
    """List the terms that the plans explain themselves.

    Each comes with what it counts (its members) and the explanation as printed.
    """
    show(pa.find_glossary(load(corpus)), output)


@command(
    """
    plananalysis keywords corpus/
    plananalysis keywords corpus/ --by year --top 30 -o keywords.csv
    """
)
@by_option
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, help="Keywords per group.")
@kinds_option
@names_option
@stopwords_option
@lexicon_option
@output_option
def keywords(
    corpus: Path,
    *,
    by: str | None,
    top: int,
    slogans_only: bool,
    names: bool,
    stopwords: Any,
    lexicon: Path | None,
    output: Path | None,
) -> None:
    """List what is typical of each unit, by TF-IDF and specificity.

    Terms of several words stand beside words; what all reports of the kind say ranks low.
    """
    loaded = load(corpus)
    tokens = stepwise(pa.tokens, loaded, lexicon=lexicon)
    kinds = _kinds(slogans_only)
    found = pa.keywords(tokens, loaded, by=by, top=top, kinds=kinds, names=names, stopwords=stopwords)
    if not (names or slogans_only):
        _say_left_out(tokens)
    show(found, output)


def _kinds(slogans_only: bool) -> tuple[str, ...]:
    return ("slogan",) if slogans_only else ("word", "term", "slogan")


def _say_left_out(tokens: pd.DataFrame) -> None:
    """Say how many names took no part."""
    rows = tokens[tokens["kind"].isin(NAMES)]
    if len(rows):
        kinds = rows["token"].nunique()
        left_out = Message(
            "left out: {n:,} names of places, units and persons ({n_tokens:,} tokens); --names counts them, "
            "plananalysis names lists them",
            n=kinds,
            n_tokens=len(rows),
        )
        say(left_out, err=True)


@command(
    """
    plananalysis names corpus/ --kind place
    plananalysis names corpus/ --by year -o names.csv
    """
)
@by_option
@click.option("--kind", type=click.Choice(NAMES), help="Names of this kind alone.")
@output_option
def names(corpus: Path, *, by: str, kind: str | None, output: Path | None) -> None:
    """List the places, units and persons named.

    Keywords leave them out. Places of the gazetteer come with their full name, level and province.
    """
    loaded = load(corpus)
    show(pa.name_counts(stepwise(pa.tokens, loaded), loaded, by=by, kind=kind), output)


@command(
    """
    plananalysis keyness corpus/ --target 市财政局
    plananalysis keyness corpus/ --target 2024 --reference 2023 --by year
    """
)
@click.option("--target", required=True, help="The unit (or year, ...) whose stress is asked for.")
@click.option("--reference", help="What it is compared with [all others].")
@by_option
@kinds_option
@names_option
@stopwords_option
@lexicon_option
@output_option
def keyness(
    corpus: Path,
    *,
    target: str,
    reference: str | None,
    by: str | None,
    slogans_only: bool,
    names: bool,
    stopwords: Any,
    lexicon: Path | None,
    output: Path | None,
) -> None:
    """Compare what one unit stresses with another or all others."""
    loaded = load(corpus)
    tokens = stepwise(pa.tokens, loaded, lexicon=lexicon)
    found = pa.keyness(
        tokens,
        loaded,
        target,
        reference,
        by=by,
        kinds=_kinds(slogans_only),
        names=names,
        stopwords=stopwords,
    )
    if not (names or slogans_only):
        _say_left_out(tokens)
    show(found, output)


@command(
    """
    plananalysis similarity corpus/
    plananalysis similarity corpus/ --by section -o sections.csv
    """
)
@click.option(
    "--by",
    help="unit, doc_id, year, section or a metadata column [units; of one unit its years; else documents].",
)
@stopwords_option
@lexicon_option
@output_option
def similarity(
    corpus: Path, by: str | None, stopwords: Any, lexicon: Path | None, output: Path | None
) -> None:
    """Compare every two units, documents or sections.

    The most alike come first.
    """
    loaded = load(corpus)
    tokens = stepwise(pa.tokens, loaded, lexicon=lexicon)
    show(pa.similarity(tokens, loaded, by=by, stopwords=stopwords), output)
