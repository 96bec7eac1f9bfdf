"""The program: its commands in the order in which a reader needs them, its help, and how it ends."""

import gc
import logging
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

import plananalysis as pa
from plananalysis import interrupts
from plananalysis.cli.code_commands import codes, pmc
from plananalysis.cli.comparing import (
    commitments,
    compare,
    reuse,
    targets,
    tasks,
    themes,
    transmission,
)
from plananalysis.cli.counting import (
    citations,
    frequencies,
    glossary,
    keyness,
    keywords,
    names,
    similarity,
    slogans,
)
from plananalysis.cli.inspecting import inspect, kwic, outline, segment
from plananalysis.cli.keeping import store, workspace
from plananalysis.cli.linking import affiliations, cooccurrence
from plananalysis.cli.over_years import fulfilment, panel, signals
from plananalysis.cli.reporting import completion, notebooks, report, sample, verify
from plananalysis.cli.spoken import asked_for, choose, lang_option, language, said
from plananalysis.cli.streams import be_lenient, flush, give_up, say
from plananalysis.cli.validating import sensitivity, validate
from plananalysis.errors import InputError, PlanWarning
from plananalysis.files.refused import NO_ROOM
from plananalysis.memory import few_searches_for_cycles
from plananalysis.messages.catalogue import usage_in_chinese
from plananalysis.messages.message import Message
from plananalysis.messages.said_often import reason_of
from plananalysis.messages.template import CHINESE

COMMANDS = (
    report,
    inspect,
    outline,
    segment,
    slogans,
    citations,
    glossary,
    frequencies,
    keywords,
    keyness,
    names,
    similarity,
    kwic,
    themes,
    commitments,
    targets,
    fulfilment,
    tasks,
    reuse,
    compare,
    transmission,
    store,
    workspace,
    signals,
    panel,
    cooccurrence,
    affiliations,
    codes,
    pmc,
    sensitivity,
    validate,
    verify,
    sample,
    notebooks,
    completion,
)
"""All commands, in the order in which the help lists them."""
_show_warning = warnings.showwarning
FORMER_NAMES = {"titles": "citations"}
"""Commands by the name that they had before: it works, but no help lists it."""
_LONGEST_LINE = 200
"""Letters of the line about a command: more than any has, for lines are folded and never cut."""


class Commands(click.Group):
    """Commands in the order in which a reader needs them, not in that of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the commands are listed."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with the whole of its first line however narrow the terminal is."""
        listed = [
            (name, self.commands[name].get_short_help_str(_LONGEST_LINE)) for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(listed)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or by one that it had before."""
        return super().get_command(ctx, FORMER_NAMES.get(cmd_name, cmd_name))


@click.group(
    cls=Commands,
    commands=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@lang_option
@click.version_option(pa.__version__, message="plananalysis %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Compare Chinese plan documents: slogans, emphasis, similarity and text reuse.

    CORPUS is a folder (searched below; metadata.csv or metadata.xlsx in it joins by its column `file`), a .zip
    of one, or a table (.csv .jsonl .parquet .xlsx) with a column `text` and one named `doc_id` or `id`.

    \b
    Start with:
      plananalysis report corpus/ --open
    """  # noqa: D301 - click wants a real backspace
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; bad input ends with exit code 2 and one line, never a traceback."""
    few_searches_for_cycles()
    warnings.showwarning = _say_warning
    _say_log()
    be_lenient()
    choose(asked_for(sys.argv[1:] if arguments is None else arguments))
    try:
        status = cli.main(args=arguments, prog_name="plananalysis", standalone_mode=False)
        flush()
    except (click.exceptions.Abort, KeyboardInterrupt, interrupts.Stopped):
        _fail(Message("stopped"), interrupts.STATUS)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "plananalysis"
        _fail(Message("{message} (see: {command} --help)", message=_of_usage(error), command=path), 2)
    except InputError as error:
        _fail(error.message, 2)
    except OSError as error:
        _fail(_of_the_system(error), 2)
    except MemoryError:
        _fail(Message("the memory is used up; take fewer documents at a time"), 2)
    interrupts.no_longer()
    gc.freeze()  # or Python would look for cycles among all objects several times more before it ends
    sys.exit(status if isinstance(status, int) else 0)


def _say_warning(message: Warning | str, category: type[Warning], *where: Any, **how: Any) -> None:
    """Say in a line what the corpus does not allow; warnings of other kinds are for programmers and stay as they are."""
    if issubclass(category, PlanWarning):
        say(f"plananalysis: {_one_line(said(message))}", err=True)
    else:
        _show_warning(message, category, *where, **how)


class _Said(logging.Handler):
    """What our modules log, as a line like every other."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it."""
        message = record.msg if isinstance(record.msg, Message) else record.getMessage()
        say(f"plananalysis: {_one_line(said(message))}", err=True)


def _say_log() -> None:
    """Say what our modules log; what matplotlib makes of a home that it cannot write to is nobody's business here."""
    ours = logging.getLogger("plananalysis")
    if not ours.handlers:
        ours.addHandler(_Said())
        ours.propagate = False
    logging.getLogger("matplotlib").setLevel(logging.ERROR)


def _one_line(message: str) -> str:
    return " ".join(message.split())


def _of_usage(error: click.UsageError) -> str:
    """Return what is wrong with the arguments in the language that is spoken."""
    text = error.format_message()
    return usage_in_chinese(text) if language() == CHINESE else text


def _of_the_system(error: OSError) -> Message:
    """Return what the system refuses, and why."""
    reason = reason_of(error)
    if error.filename is None:
        return Message("the output cannot be written ({reason})", reason=reason) if error.errno else reason
    if error.errno in NO_ROOM:
        return Message(
            "{file}: {reason}; make room, or choose another place", file=error.filename, reason=reason
        )
    return Message("{file}: {reason}", file=error.filename, reason=reason)


def _fail(message: Message, status: int) -> NoReturn:
    interrupts.no_longer()
    give_up()
    with suppress(OSError):
        say(f"plananalysis: {_one_line(said(message))}", err=True)
    sys.exit(status)
