"""The command line: every command parses its options, makes one library call and writes a table."""

import csv
import gc
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import get_completion_class

import plananalysis as pa
from plananalysis.errors import InputError

ROWS_ON_TERMINAL = 20
CELL_ON_TERMINAL = 24
STOPWORDS = "shipped"
SURE = 1.0
"""Least score of the slogans that a comparison lists."""
FORMER_NAMES = {"titles": "citations"}
"""Commands by the name that they had before: it works, but no help lists it."""


class Commands(click.Group):
    """Commands in the order in which a reader needs them, not in that of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the commands are written."""
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or by one that it had before."""
        return super().get_command(ctx, FORMER_NAMES.get(cmd_name, cmd_name))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(pa.__version__, message="plananalysis %(version)s")
def cli() -> None:
    """Compare Chinese plan documents: slogans, emphasis, similarity and text reuse.

    CORPUS is a folder (searched below; metadata.csv or metadata.xlsx in it joins by its column `file`), a .zip
    of one, or a table (.csv .jsonl .parquet .xlsx) with a column `text` and one named `doc_id` or `id`.

    \b
    Start with:
      plananalysis report corpus/ --open
    """  # noqa: D301 - click wants a real backspace


class CorpusPath(click.Path):
    """A path that is not empty: an unset variable of the shell is not the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        if str(value) == "":
            self.fail("is empty; give a folder, a zip or a table", param, ctx)
        return super().convert(value, param, ctx)


def command(examples: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Register a command that reads CORPUS, with examples at the end of its help."""

    def register(function: Callable[..., Any]) -> click.Command:
        lines = "".join(f"  {line.strip()}\n" for line in examples.strip().splitlines())
        decorated = click.argument("corpus", type=CorpusPath(path_type=Path))(function)
        return cli.command(epilog=f"\b\nExamples:\n{lines}")(decorated)

    return register


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``-o FILE``: where the table goes."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write the table to this file: .csv (opens in Excel), .jsonl, .parquet or .xlsx.",
    )(function)


def load(path: Path) -> "pa.Corpus":
    """Load the corpus with a progress bar, and say what was skipped."""
    with Progress() as progress:
        corpus = pa.load_corpus(path, progress=lambda done, total: progress("reading", done, total))
    for row in corpus.skipped.itertuples():
        click.echo(f"skipped {row.file}: {row.reason}", err=True)
    for row in corpus.documents[corpus.documents["warning"] != ""].itertuples():
        click.echo(f"warning {row.file}: {row.warning}", err=True)
    return corpus


class Progress:
    """A progress bar with the time left on a terminal, nothing elsewhere; called with (what, done, total)."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> "Progress":
        return self

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` steps are finished, and that the next one is ``what``."""
        if not sys.stderr.isatty():
            return
        if self._bar is None or self._bar.length != total or self._bar.pos > done:
            self._close()
            self._bar = click.progressbar(length=total, label=f"{what:<12}", file=sys.stderr, show_eta=True)
            self._bar.__enter__()
        self._bar.label = f"{what:<12}"
        self._bar.update(done - self._bar.pos)
        self._bar.render_progress()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def __exit__(self, *_: object) -> None:
        self._close()


def show(frame: "Any", output: Path | None) -> None:
    """Write a table to its file, or its first rows to the terminal."""
    if output is not None:
        from plananalysis.io import write_table

        write_table(frame, output)
        click.echo(f"{len(frame):,} rows written to {output}", err=True)
        return
    import pandas as pd

    with pd.option_context("display.unicode.east_asian_width", True, "display.max_colwidth", None):
        rows = frame.head(ROWS_ON_TERMINAL).map(_cell)
        click.echo(rows.to_string(index=False) if len(rows) else f"no rows ({', '.join(frame.columns)})")
    if len(frame) > ROWS_ON_TERMINAL:
        click.echo(f"… {len(frame):,} rows; -o FILE writes them all", err=True)


def _cell(value: Any) -> Any:
    """Return a cell as the terminal shows it: nothing for what is missing, long text cut by the width of its letters."""
    from unicodedata import east_asian_width

    import pandas as pd

    if pd.isna(value):
        return ""
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    width = 0
    for place, char in enumerate(text):
        width += 2 if east_asian_width(char) in "WF" else 1
        if width > CELL_ON_TERMINAL:
            return text[: place - 1] + "…"
    return text


@command(
    """
    plananalysis report corpus/
    plananalysis report plans.zip -o my-report --open
    """
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the report [CORPUS-report].",
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the page."
)
@click.option("--pdf", is_flag=True, help="Write the figures as PDF as well.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
def report(corpus: Path, output: Path | None, lang: str, pdf: bool, open_page: bool) -> None:
    """Write the whole analysis: a page, its tables and its figures."""
    _leave_out_documentation()
    loaded = load(corpus)
    output = output or Path(f"{corpus.resolve().stem}-report")
    with Progress() as progress:
        page = pa.build_report(loaded, output, lang=lang, pdf=pdf, progress=progress)
    units = loaded.documents["unit"].nunique()
    click.echo(
        f"{len(loaded)} document{'s' * (len(loaded) != 1)}, {units} unit{'s' * (units != 1)}: open {page}"
    )
    click.echo(f"Tables: {output / 'tables'}   Figures: {output / 'figures'}   Next: {_next(corpus, output)}")
    if open_page:
        click.launch(str(page))


def _next(corpus: Path, report_folder: Path) -> str:
    """Return a command to try after the report: the contexts of the corpus's own first slogan."""
    with (report_folder / "tables" / "slogans.csv").open(encoding="utf-8-sig", newline="") as lines:
        slogans = (row["slogan"] for row in csv.DictReader(lines))
        first = next((slogan for slogan in slogans if slogan.isalnum()), None)  # nothing a shell reads
    words = ["kwic", str(corpus), first] if first else ["inspect", str(corpus)]
    return " ".join(f'"{word}"' if " " in word else word for word in ("plananalysis", *words))


def timed(what: str, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """Call a function that takes long in a large corpus, and say meanwhile what is being done."""
    with Progress() as progress:
        progress(what, 0, 1)
        result = function(*arguments, **options)
        progress(what, 1, 1)
    return result


@command(
    """
    plananalysis inspect corpus/
    plananalysis inspect corpus/ --table excluded -o excluded.csv
    """
)
@click.option(
    "--table",
    type=click.Choice(["documents", "passages", "excluded", "skipped"]),
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


lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path),
    help="Your own terms, kept in one piece besides the slogans: a plain list, jieba format, or a table.",
)
kinds_option = click.option(
    "--slogans-only", is_flag=True, help="Count slogans alone instead of words and slogans."
)


def tokens_of(corpus: "pa.Corpus", lexicon: Path | None) -> Any:
    """Segment with the corpus's own slogans, the register and the user's terms, as the report does."""
    own = [pa.load_lexicon(lexicon)] if lexicon else []
    mined = pa.slogan_lexicon(timed("slogans", pa.find_slogans, corpus))
    lexicons = pa.combine_lexicons(*own, mined, pa.register_lexicon())
    return timed("words", pa.segment, corpus, lexicon=lexicons)


@command(
    """
    plananalysis segment corpus/ -o tokens.parquet
    plananalysis segment corpus/ --lexicon my_terms.txt -o tokens.csv
    """
)
@lexicon_option
@output_option
def segment(corpus: Path, lexicon: Path | None, output: Path | None) -> None:
    """Cut the documents into words and slogans, with their places."""
    show(tokens_of(load(corpus), lexicon), output)


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
@click.option(
    "--register",
    type=click.Path(path_type=Path),
    help="Your own slogan register, put before the shipped one.",
)
@output_option
def slogans(
    corpus: Path, by: str | None, occurrences: bool, frames: bool, register: Path | None, output: Path | None
) -> None:
    """Find the slogans, best first: quoted, numeric and recurring, each counted everywhere."""
    loaded = load(corpus)
    known = pa.load_register(register) if register else None
    found = timed("slogans", pa.find_slogans, loaded, register=known)
    if not (by or occurrences or frames):
        show(found, output)
        return
    places = pa.slogan_occurrences(loaded, found)
    if occurrences:
        show(places, output)
    elif frames:
        show(pa.slogan_frames(places, loaded, by=by or "unit"), output)
    else:
        show(pa.slogan_counts(places, loaded, by=by), output)


@command("plananalysis citations corpus/ --by unit")
@click.option(
    "--by", help="Count per group: unit, doc_id, year or a metadata column; without it every place."
)
@output_option
def citations(corpus: Path, by: str | None, output: Path | None) -> None:
    """List the 《documents》 that the plans cite, abbreviations resolved."""
    loaded = load(corpus)
    cited = pa.find_citations(loaded)
    show(pa.citation_counts(cited, loaded, by=by) if by else cited, output)


@command("plananalysis glossary corpus/ -o glossary.csv")
@output_option
def glossary(corpus: Path, output: Path | None) -> None:
    """List the terms that the plans explain themselves, with their members."""
    show(pa.find_glossary(load(corpus)), output)


@command(
    """
    plananalysis keywords corpus/
    plananalysis keywords corpus/ --by year --top 30 -o keywords.csv
    """
)
@click.option("--by", default="unit", show_default=True, help="unit, doc_id, year or a metadata column.")
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, help="Keywords per group.")
@kinds_option
@lexicon_option
@output_option
def keywords(
    corpus: Path, by: str, top: int, slogans_only: bool, lexicon: Path | None, output: Path | None
) -> None:
    """List what is typical of each unit, by TF-IDF."""
    loaded = load(corpus)
    found = pa.keywords(
        tokens_of(loaded, lexicon), loaded, by=by, top=top, kinds=_kinds(slogans_only), stopwords=STOPWORDS
    )
    show(found, output)


def _kinds(slogans_only: bool) -> tuple[str, ...]:
    return ("slogan",) if slogans_only else ("word", "slogan")


@command(
    """
    plananalysis keyness corpus/ --target 市财政局
    plananalysis keyness corpus/ --target 2024 --reference 2023 --by year
    """
)
@click.option("--target", required=True, help="The unit (or year, ...) whose stress is asked for.")
@click.option("--reference", help="What it is compared with [all others].")
@click.option("--by", default="unit", show_default=True, help="unit, doc_id, year or a metadata column.")
@kinds_option
@lexicon_option
@output_option
def keyness(
    corpus: Path,
    target: str,
    reference: str | None,
    by: str,
    slogans_only: bool,
    lexicon: Path | None,
    output: Path | None,
) -> None:
    """Compare what one unit stresses with another or all others."""
    loaded = load(corpus)
    tokens = tokens_of(loaded, lexicon)
    found = pa.keyness(
        tokens, loaded, target, reference, by=by, kinds=_kinds(slogans_only), stopwords=STOPWORDS, min_chars=2
    )
    show(found, output)


@command(
    """
    plananalysis similarity corpus/
    plananalysis similarity corpus/ --by section -o sections.csv
    """
)
@click.option(
    "--by", default="unit", show_default=True, help="unit, doc_id, year, section or a metadata column."
)
@lexicon_option
@output_option
def similarity(corpus: Path, by: str, lexicon: Path | None, output: Path | None) -> None:
    """Compare every two units, documents or sections, the most alike first."""
    loaded = load(corpus)
    show(pa.similarity(tokens_of(loaded, lexicon), loaded, by=by, stopwords=STOPWORDS), output)


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
    """Show every place of a word or slogan in its context; quotation marks and commas do not matter."""
    show(pa.concordance(load(corpus), pattern, regex=regex, sort=sort, width=width), output)


@command(
    """
    plananalysis themes corpus/ --by unit
    plananalysis themes corpus/ --by passage --text body -o themes.csv
    plananalysis themes corpus/ --lexicon my_themes.yaml
    """
)
@click.option(
    "--by",
    default="unit",
    show_default=True,
    help="passage, or a group: unit, doc_id, year, a metadata column.",
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
def themes(corpus: Path, by: str, text: str, lexicon: str | None, output: Path | None) -> None:
    """Say what each passage speaks of, and what each unit stresses."""
    loaded = load(corpus)
    coded = pa.code_themes(loaded, lexicon=lexicon, text=text)
    show(pa.main_themes(coded) if by == "passage" else pa.theme_emphasis(coded, loaded, by=by), output)


@command(
    """
    plananalysis commitments corpus/
    plananalysis commitments corpus/ --by unit -o shares.csv
    """
)
@click.option("--by", help="Give the share of binding text instead, by unit, theme, doc_id or year.")
@output_option
def commitments(corpus: Path, by: str | None, output: Path | None) -> None:
    """List the sentences that bind to a number, a date or a responsible body."""
    loaded = load(corpus)
    found = pa.find_commitments(loaded)
    show(pa.commitment_shares(found, loaded, by=by) if by else found, output)


@command(
    """
    plananalysis reuse corpus/
    plananalysis reuse corpus/ --kind passage -o shared.csv
    plananalysis reuse corpus/ --query new-plan.txt
    plananalysis reuse corpus/ --families -o families.xlsx
    """
)
@click.option(
    "--min-chars",
    type=click.IntRange(min=4),
    default=10,
    show_default=True,
    help="Fewest letters, digits and Han; punctuation is not counted.",
)
@click.option(
    "--kind", type=click.Choice(["passage", "formula"]), help="Only what few share, or what all write."
)
@click.option(
    "--query", type=click.Path(path_type=Path), help="Only what this document shares with the corpus."
)
@click.option("--within", is_flag=True, help="Also passages repeated inside one document.")
@click.option("--families", is_flag=True, help="List families of wordings instead of pairs.")
@output_option
def reuse(
    corpus: Path,
    min_chars: int,
    kind: str | None,
    query: Path | None,
    within: bool,
    families: bool,
    output: Path | None,
) -> None:
    """List the passages that two documents share, down to the clause, most distinctive first."""
    loaded = load(corpus)
    new = load(query) if query else None
    found = timed("reuse", pa.find_reuse, loaded, min_chars=min_chars, kind=kind, query=new, within=within)
    show(pa.reuse_families(found, loaded) if families else found, output)


@command(
    """
    plananalysis compare corpus/ 市财政局 市教育局
    plananalysis compare corpus/ 2024-市财政局 2024-市教育局 -o compare.xlsx
    plananalysis compare corpus/ 枫屿县人民政府
    """
)
@click.argument("plan_a")
@click.argument("plan_b", required=False)
@click.option("--lexicon", help="Theme lexicon: a shipped one or your own file [the one that fits better].")
@output_option
def compare(corpus: Path, plan_a: str, plan_b: str | None, lexicon: str | None, output: Path | None) -> None:
    """Align two plans (doc_id, or unit: its latest) and list what stands in one of them only.

    With one unit alone: what became of its items from its earlier year to its later one.
    """
    loaded = load(corpus)
    if plan_b is None:
        show(pa.compare_years(loaded, plan_a, lexicon=lexicon), output)
        return
    slogans = timed("slogans", pa.find_slogans, loaded)
    places = pa.slogan_occurrences(loaded, slogans[slogans["score"] >= SURE])
    shared = timed("reuse", pa.find_reuse, loaded)
    show(pa.compare_plans(loaded, plan_a, plan_b, lexicon=lexicon, occurrences=places, reuse=shared), output)


@cli.command(epilog="\b\nExamples:\n  plananalysis notebooks my-notebooks/\n")
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
def notebooks(directory: Path) -> None:
    """Copy the notebooks to a folder of yours, to run them on your own plans."""
    copied = pa.copy_notebooks(directory)
    click.echo(f"{len(copied)} notebooks copied; next: jupyter lab {shlex.quote(str(directory))}")


@cli.command(
    epilog="\b\nExamples:\n"
    '  eval "$(plananalysis completion bash)"   # in ~/.bashrc; the same with zsh in ~/.zshrc\n'
    "  plananalysis completion fish > ~/.config/fish/completions/plananalysis.fish\n"
    "  plananalysis completion powershell | Out-String | Invoke-Expression   # in $PROFILE\n"
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
def completion(shell: str) -> None:
    """Print what lets your shell complete commands, options and files at the tab key."""
    complete = get_completion_class(shell)
    if complete is not None:
        click.echo(complete(cli, {}, "plananalysis", "_PLANANALYSIS_COMPLETE").source())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; bad input ends with exit code 2 and one line, never a traceback."""
    # A run makes millions of small objects and hardly a cycle among them: looking for cycles finds nothing and
    # takes a tenth of the time.
    gc.set_threshold(200_000, 50, 1_000)
    try:
        status = cli.main(args=arguments, prog_name="plananalysis", standalone_mode=False)
    except click.exceptions.Abort:
        _fail("stopped", 130)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "plananalysis"
        _fail(f"{' '.join(error.format_message().split())} (see: {path} --help)", 2)
    except (InputError, OSError) as error:
        _fail(" ".join(str(error).split()), 2)
    gc.freeze()  # or Python would look for cycles among all objects several times more before it ends
    sys.exit(status if isinstance(status, int) else 0)


def _leave_out_documentation() -> None:
    """Spare matplotlib the help texts that it composes for its classes when it is imported: half of that time."""
    from matplotlib import artist

    library: Any = artist
    library.kwdoc = lambda _: ""
    library.Artist._update_set_signature_and_docstring = classmethod(lambda _: None)


def _fail(message: str, status: int) -> None:
    click.echo(f"plananalysis: {message}", err=True)
    sys.exit(status)
