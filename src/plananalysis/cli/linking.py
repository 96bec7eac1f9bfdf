"""Commands that give networks: terms that stand together, and groups with what they use or cite."""

from pathlib import Path
from typing import Any

import click

import plananalysis as pa
from plananalysis.cli.options import CorpusPath, TablePath, by_option, command, register_option
from plananalysis.cli.streams import say
from plananalysis.cli.terminal import load, show
from plananalysis.files.network_files import NETWORKS
from plananalysis.messages.message import Message

# Names are repeated here, and a test holds them to the library's: every run of the program would load that otherwise.
ALL, CONTEXTS, LINKED = "all", ("sentence", "passage"), ("slogans", "citations")


class _EdgesPath(TablePath):
    """A file for a table of edges: one of tables, or of networks."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        if Path(str(value)).suffix.lower() in NETWORKS:
            return CorpusPath.convert(self, value, param, ctx)
        return super().convert(value, param, ctx)


edges_output = click.option(
    "-o",
    "--output",
    type=_EdgesPath(path_type=Path, dir_okay=False),
    help="Write the edges to this file: .graphml .gexf (Gephi), .net (Pajek, Ucinet), or a table: .csv .xlsx .dta …",
)


@command(
    """
    plananalysis cooccurrence corpus/ -o slogans.gexf --communities communities.xlsx
    plananalysis cooccurrence corpus/ 党建 乡村振兴 高质量发展 --within passage --by year -o edges.csv
    """
)
@click.argument("terms", nargs=-1)
@click.option(
    "--within",
    type=click.Choice(CONTEXTS),
    default=CONTEXTS[0],
    show_default=True,
    help="What the terms share.",
)
@click.option(
    "--by",
    default=ALL,
    show_default=True,
    help="unit, year, doc_id or a metadata column: a network for each.",
)
@click.option(
    "--min-n",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="Times together that an edge needs.",
)
@click.option(
    "--communities",
    "company",
    type=TablePath(path_type=Path, dir_okay=False),
    help="Write to this file which terms keep company; in a network each node gets its community.",
)
@register_option
@edges_output
def cooccurrence(
    corpus: Path,
    terms: tuple[str, ...],
    *,
    within: str,
    by: str,
    min_n: int,
    company: Path | None,
    register: Path | None,
    output: Path | None,
) -> None:
    """Give the slogans that stand together as a network.

    TERMS are words of your own in place of the slogans.
    """
    found = pa.cooccurrence(load(corpus), terms or None, within=within, by=by, min_n=min_n, register=register)
    groups = pa.communities(found) if company is not None else None
    if groups is not None:
        show(groups, company)
    if groups is not None and output is not None and output.suffix.lower() in NETWORKS:
        pa.write_network(found, output, nodes=groups)
        say(Message("{n:,} edges written to {path}", n=len(found), path=output), err=True)
    else:
        show(found, output)


@command(
    """
    plananalysis affiliations corpus/ -o slogans.gexf
    plananalysis affiliations corpus/ --of citations --by year -o cited.graphml
    """
)
@click.option(
    "--of",
    type=click.Choice(LINKED),
    default="slogans",
    show_default=True,
    help="What the groups are linked with.",
)
@by_option
@register_option
@edges_output
def affiliations(
    corpus: Path, *, of: str, by: str | None, register: Path | None, output: Path | None
) -> None:
    """Link units with their slogans, or the documents cited."""
    show(pa.affiliations(load(corpus), of, by=by, register=register), output)
