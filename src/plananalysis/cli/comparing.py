"""Commands that set plans side by side: themes, commitments, shared passages, two plans."""

from pathlib import Path
from typing import Any

import click

import plananalysis as pa
from plananalysis.cli.keeping import stored, workspace_option
from plananalysis.cli.options import (
    TablePath,
    command,
    context_option,
    output_option,
    register_option,
    shipped_option,
)
from plananalysis.cli.terminal import around, load, show, stepwise, timed
from plananalysis.errors import InputError


@command(
    """
    plananalysis themes corpus/ --by unit
    plananalysis themes corpus/ --by passage --text body -o themes.csv
    plananalysis themes corpus/ --by paragraph -o paragraphs.xlsx
    plananalysis themes corpus/ --lexicon my_themes.yaml
    """
)
@click.option(
    "--by",
    help="passage, paragraph, or a group: unit, doc_id, year, a metadata column [units; of one unit its years; else documents].",
)
@click.option(
    "--text",
    type=click.Choice(["all", "body"]),
    default="all",
    show_default=True,
    help="Whether headings are evidence for what stands below them.",
)
@click.option(
    "--lexicon", help="party_building, government_work, or your own .csv or .yaml [the one that fits better]."
)
@output_option
def themes(corpus: Path, by: str | None, text: str, lexicon: str | None, output: Path | None) -> None:
    """Say what each passage is about and what each unit stresses."""
    loaded = load(corpus)
    if by == "paragraph":
        table = pa.code_paragraphs(loaded, lexicon=lexicon, text=text)
    else:
        coded = pa.code_themes(loaded, lexicon=lexicon, text=text)
        table = pa.main_themes(coded) if by == "passage" else pa.theme_emphasis(coded, loaded, by=by)
    show(table, output)


@command(
    """
    plananalysis commitments corpus/
    plananalysis commitments corpus/ --by unit -o shares.csv
    """
)
@click.option("--by", help="Give the share of binding text instead, by unit, theme, doc_id or year.")
@context_option
@output_option
def commitments(corpus: Path, by: str | None, context: int | None, output: Path | None) -> None:
    """List the sentences that bind to a number, date or body."""
    loaded = load(corpus)
    found = pa.find_commitments(loaded)
    show(pa.commitment_shares(found, loaded, by=by) if by else around(found, loaded, context), output)


@command(
    """
    plananalysis targets corpus/
    plananalysis targets corpus/ --wide -o targets.xlsx
    plananalysis targets corpus/ --superior 某省 -o gaps.csv
    plananalysis targets corpus/ --indicators own.csv
    """
)
@click.option("--wide", is_flag=True, help="A row per unit and year, a column per indicator.")
@click.option("--gaps", is_flag=True, help="Beside the target of the year before.")
@click.option("--superior", help="The same beside the targets of this unit.")
@click.option("--indicators", type=click.Path(path_type=Path), help="Further indicators: .csv or .xlsx.")
@output_option
def targets(
    corpus: Path, wide: bool, gaps: bool, superior: str | None, indicators: Path | None, output: Path | None
) -> None:
    """List the targets of each plan: indicator, value, bound."""
    found = pa.find_targets(load(corpus), indicators=indicators)
    if wide:
        show(pa.targets_wide(found).reset_index().rename_axis(columns=None), output)
    else:
        show(pa.target_gaps(found, superior=superior) if gaps or superior else found, output)


@command("plananalysis tasks corpus/ -o tasks.xlsx")
@output_option
def tasks(corpus: Path, output: Path | None) -> None:
    """List the rows of tables of tasks: task, body, deadline."""
    show(pa.find_tasks(load(corpus)), output)


@command(
    """
    plananalysis reuse corpus/
    plananalysis reuse corpus/ --kind passage -o shared.csv
    plananalysis reuse corpus/ --query new-plan.txt
    plananalysis reuse corpus/ --between 市财政局 市教育局
    plananalysis reuse corpus/ --families -o families.xlsx
    plananalysis reuse --query new-plan.txt --workspace stored/
    """,
    required=False,
)
@click.option(
    "--min-chars",
    type=click.IntRange(min=4),
    default=10,
    show_default=True,
    help="Fewest letters, digits and Han; punctuation is not counted.",
)
@click.option(
    "--kind",
    type=click.Choice(["passage", "formula", "term"]),
    help="Only what few share, what all write, or figures and names alone.",
)
@click.option(
    "--query", type=click.Path(path_type=Path), help="Only what this document shares with the corpus."
)
@click.option("--between", nargs=2, metavar="UNIT UNIT", help="Only what the plans of these two units share.")
@workspace_option(required=False, help="Ask the corpus that is stored there; with CORPUS, store that first.")
@click.option("--within", is_flag=True, help="Also passages repeated inside one document.")
@click.option("--families", is_flag=True, help="List families of wordings instead of pairs.")
@register_option
@shipped_option
@output_option
def reuse(
    corpus: Path | None,
    *,
    min_chars: int,
    kind: str | None,
    query: Path | None,
    between: tuple[str, str] | None,
    workspace: Path | None,
    within: bool,
    families: bool,
    register: Path | None,
    shipped: bool,
    output: Path | None,
) -> None:
    """List the passages that two documents share.

    Down to the clause, verbatim or reworded, the most distinctive first.
    """
    options: dict[str, Any] = {"min_chars": min_chars, "kind": kind, "register": register, "extend": shipped}
    if workspace is not None:
        if query is None or between or within or families:
            raise InputError(
                "--workspace compares a new plan with the stored ones: give --query FILE, without --between, --within or --families"
            )
        if corpus is not None:
            stored(corpus, workspace)
        show(timed("reuse", pa.query_reuse, load(query), workspace, **options), output)
        return
    if corpus is None:
        raise click.MissingParameter(param_type="argument", param_hint="'CORPUS'")
    loaded = load(corpus)
    new = load(query) if query else None
    found = timed("reuse", pa.find_reuse, loaded, query=new, between=between, within=within, **options)
    show(pa.reuse_families(found, loaded) if families else found, output)


@command(
    """
    plananalysis compare corpus/ 市财政局 市教育局
    plananalysis compare corpus/ 2024-市财政局 2024-市教育局 -o compare.xlsx
    plananalysis compare corpus/ 市财政局 市教育局 --gaps
    plananalysis compare corpus/ 枫屿县人民政府
    """
)
@click.argument("plan_a")
@click.argument("plan_b", required=False)
@click.option("--gaps", is_flag=True, help="Each measure of PLAN_A and what answers it in PLAN_B.")
@click.option("--lexicon", help="Theme lexicon: a shipped one or your own file [the one that fits better].")
@output_option
def compare(
    corpus: Path, plan_a: str, plan_b: str | None, *, gaps: bool, lexicon: str | None, output: Path | None
) -> None:
    """Align two plans and list what stands in one of them only.

    PLAN_A and PLAN_B are doc_ids, units (then the latest plan of each), or years of the only unit.
    With one unit alone: what became of its items from its earlier year to its later one.
    """
    loaded = load(corpus)
    if gaps:
        if plan_b is None:
            raise InputError("--gaps compares two plans; name PLAN_B as well")
        show(pa.find_gaps(loaded, plan_a, plan_b), output)
        return
    if plan_b is None:
        show(pa.compare_years(loaded, plan_a, lexicon=lexicon), output)
        return
    found = stepwise(pa.run_steps, loaded, ["strong_occurrences", "reuse"])
    places, shared = found["strong_occurrences"], found["reuse"]
    show(pa.compare_plans(loaded, plan_a, plan_b, lexicon=lexicon, occurrences=places, reuse=shared), output)


@command(
    """
    plananalysis transmission corpus/ --source 市生态环境局
    plananalysis transmission corpus/ --source 2024-市数据局-三年规划 --counts
    plananalysis transmission corpus/ --source 市数据局 --status numbers_changed -o changed.xlsx --dyads dyads.dta
    """
)
@click.option("--source", required=True, help="The document that may be handed on: a doc_id or a unit.")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(["verbatim", "reworded", "numbers_changed", "dropped", "added"]),
    help="List only clauses of which this became; several by repeating it.",
)
@click.option("--counts", is_flag=True, help="Count for each plan instead how much it took over, and how.")
@click.option(
    "--dyads",
    "pairs",
    type=TablePath(path_type=Path, dir_okay=False),
    help="Write every two documents with levels, years and what they share to this file, for regression.",
)
@output_option
def transmission(
    corpus: Path,
    *,
    source: str,
    statuses: tuple[str, ...],
    counts: bool,
    pairs: Path | None,
    output: Path | None,
) -> None:
    """Tell clause by clause what became of a document in other plans."""
    loaded = load(corpus)
    found = timed("transmission", pa.transmission, loaded, source=source)
    if pairs is not None:
        steps = stepwise(pa.run_steps, loaded, ["tokens", "reuse"])
        alike = pa.similarity(steps["tokens"], loaded, by="doc_id")
        show(pa.dyads(steps["reuse"], alike, loaded), pairs)
    if counts:
        show(pa.transmission_counts(found), output)
    else:
        show(found[found["status"].isin(statuses)] if statuses else found, output)
