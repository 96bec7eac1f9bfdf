"""Commands around a workspace, in which a corpus is stored."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

import plananalysis as pa
from plananalysis.cli.options import CorpusPath, check_output, output_option
from plananalysis.cli.spoken import lang_option
from plananalysis.cli.streams import say
from plananalysis.cli.terminal import Progress, show
from plananalysis.messages.message import Message

DONE = {
    "new": "new {n:,}",
    "changed": "changed {n:,}",
    "unchanged": "unchanged {n:,}",
    "removed": "removed {n:,}",
    "skipped": "skipped {n:,}",
}
"""What is said of documents by what became of them."""


def workspace_option(*, required: bool, help: str) -> Callable[..., Any]:
    """Return the option ``--workspace DIR``."""
    return click.option(
        "--workspace", type=CorpusPath(path_type=Path, file_okay=False), required=required, help=help
    )


def stored(corpus: Path, workspace: Path) -> Any:
    """Store a corpus, with a progress bar, say what could not be read, and return what became of each document."""
    with Progress() as progress:
        table = pa.store_corpus(
            corpus, workspace, progress=lambda done, total: progress("storing", done, total)
        )
    for row in table[table["status"] == "skipped"].itertuples():
        say(Message("skipped {file}: {reason}", file=row.file, reason=str(row.reason)), err=True)
    return table


@click.command(
    epilog="\b\nExamples:\n"
    "  plananalysis store corpus/ --workspace stored/\n"
    "  plananalysis store corpus/ --workspace stored/ -o what-was-done.csv\n"
)
@click.argument("corpus", type=CorpusPath(path_type=Path))
@workspace_option(required=True, help="The folder to store in; it is made if there is none.")
@output_option
@lang_option
def store(corpus: Path, workspace: Path, output: Path | None) -> None:
    """Store a corpus in a workspace, for reuse --query.

    Only documents that are new or were changed are read.
    """
    from plananalysis.workspace.contents import summary_of

    if output is not None:
        check_output(output, [corpus])
    table = stored(corpus, workspace)
    if output is not None:
        show(table, output)
    counts = table["status"].value_counts()
    done = [Message(said, n=int(counts[status])) for status, said in DONE.items() if status in counts]
    say(Message("{done}; {summary}", done=done, summary=summary_of(workspace)))


@click.command(
    epilog="\b\nExamples:\n"
    "  plananalysis workspace stored/\n"
    "  plananalysis workspace stored/ -o files.csv\n"
    "  plananalysis workspace stored/ --clear\n"
)
@click.argument("directory", type=CorpusPath(path_type=Path))
@click.option("--clear", is_flag=True, help="Remove all that is stored; other files stay.")
@output_option
@lang_option
def workspace(directory: Path, *, clear: bool, output: Path | None) -> None:
    """Say what is stored in a workspace and whether it is whole.

    How many documents, how large, of which version, and each file.
    """
    from plananalysis.workspace.contents import summary_of

    if clear:
        n = pa.clear_workspace(directory)
        say(Message("{folder}: {n:,} {n:file|files} removed", folder=directory, n=n))
        return
    table = pa.workspace_contents(directory)
    say(summary_of(directory), err=output is None)
    show(table, output)
