"""The ``showgraph`` command: a group whose commands are imported when they run.

Everything that ends a run is turned into a message and an exit status here, and only here.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Final

import click

from showgraph import __version__
from showgraph.cli.options import manners
from showgraph.cli.session import Session, pass_session, prepare_streams, visible
from showgraph.cli.status import DONE, INTERRUPTED, UNAVAILABLE, status_of
from showgraph.errors import ShowGraphError

#: Each command, in the order of the help, with the line that the help shows; the command
#: ``x`` is the object ``command`` of the module ``showgraph.cli.x``.
COMMANDS: Final = {
    "ask": "Ask a ready-made question, by its name or in its words.",
    "query": "Run a SPARQL query.",
    "prefixes": "List the prefixes that queries need not declare.",
    "describe": "Show all that the graph knows of one thing.",
    "explain": "Show the words of the documents behind a fact.",
    "path": "Show how two things are connected.",
    "disagreements": "List what the documents do not agree on.",
    "stats": "Count what the graph holds.",
    "build": "Read documents into a graph.",
    "extract": "Print what documents say, one JSON object for each claim.",
    "rules": "List, test, measure and compare the rules that read documents.",
    "validate": "Check the graph against its shapes.",
    "export": "Write the graph as RDF.",
    "completion": "Print the script by which a shell completes names.",
    "help": "Explain an error, a finding of validate, or a rule.",
    "demo": "Build the bundled graph, check it and ask it something.",
}

_WELCOME: Final = """\
showgraph {version} reads articles about series and answers questions from them,
each answer with the words it rests on. Three things to type:

  showgraph ask                        all questions that it can answer
  showgraph ask "{sentence}"
  showgraph explain creator-and-star --row 1

Without a graph of your own they use the bundled one. Then: showgraph --help
"""
#: As :data:`showgraph.cli.shells.VARIABLE`, which few runs import.
COMPLETE: Final = "_SHOWGRAPH_COMPLETE"
SENTENCE: Final = "who created the show and also starred in it"


if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group that imports a command when it is run, and none to list them all."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return commands and options; no command is imported for it."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - completion alone

        found = [CompletionItem(name, help=text) for name, text in COMMANDS.items()
                 if name.startswith(incomplete)]  # fmt: skip
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"showgraph.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"showgraph.cli.{cmd_name}.command is no click command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named; where there is none, say which are spelt alike."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415 - for errors alone

            near = " or ".join(get_close_matches(args[0], COMMANDS))
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near}?", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="showgraph")
@manners
@pass_session
@click.pass_context
def showgraph(context: click.Context, session: Session) -> None:
    """Read articles about series into a checked graph and ask it questions."""
    if context.invoked_subcommand is None:
        session.write(_WELCOME.format(version=__version__, sentence=SENTENCE))


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status.

    Args:
        arguments: The words after ``showgraph``.
    """
    prepare_streams()
    session = Session()
    sys.excepthook = _report_defect
    try:
        status = _invoke(arguments, session)
        session.finish()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return DONE
    except click.ClickException as error:
        _report_usage(error)
        return error.exit_code
    except ShowGraphError as error:
        _report(session, str(error), error.code)
        return status_of(error)
    except (OSError, MemoryError, RecursionError) as error:
        _report(session, _reason(error), "SG-S01")
        _silence_stdout()
        return UNAVAILABLE
    return status


def _complete(session: Session, instruction: str) -> int:
    """Answer a shell that asks how the line goes on."""
    from showgraph.cli.shells import complete  # noqa: PLC0415 - completion alone

    session.write(complete(showgraph, instruction))
    return DONE


def _invoke(arguments: Sequence[str], session: Session) -> int:
    """Run the command; ``click.Command.main`` would take closed pipes into its own hands."""
    if instruction := session.environ.get(COMPLETE):
        return _complete(session, instruction)
    try:
        with showgraph.make_context("showgraph", list(arguments), obj=session) as context:
            status = showgraph.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        return INTERRUPTED
    return status if isinstance(status, int) else DONE


def _report(session: Session, message: str, code: str) -> None:
    if session.debug:
        import traceback  # noqa: PLC0415 - for errors alone

        traceback.print_exc()
    session.fail(message, code)
    prefixes = "        prefixes: showgraph prefixes" if "is not declared" in message else ""
    session.note(f"learn more: showgraph help {code}{prefixes}")


def _reason(error: OSError | MemoryError | RecursionError) -> str:
    """Return what the system said, and of which file, without its number."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"{type(error).__name__}: {error}"


def _report_usage(error: click.ClickException) -> None:
    """Show the error as click does, with what was typed made visible."""
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(f"{context.get_usage()}\nTry '{context.command_path} --help'.\n", err=True)
    click.echo(f"error[SG-U01]: {visible(_complaint(error))}", err=True)


def _complaint(error: click.ClickException) -> str:
    """Return in one line what is wrong with what was typed, and what would do."""
    group = error.ctx.command if isinstance(error, click.UsageError) and error.ctx else None
    if isinstance(group, click.Group) and isinstance(error, click.exceptions.NoArgsIsHelpError):
        return f"a command is missing; there are {', '.join(group.list_commands(error.ctx))}."
    message = " ".join(line.strip() for line in error.format_message().splitlines())
    if (
        isinstance(group, click.Group)
        and isinstance(error, click.NoSuchOption)
        and not error.possibilities
    ):
        return f"{message} Options of a command stand behind it."
    return message


def _report_defect(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Tell of an error that nobody foresaw in one sentence; python's exit status 1 stands."""
    if "--debug" in sys.argv:
        sys.__excepthook__(kind, error, trace)
    else:
        message = visible(f"error[SG-X01]: this is a defect of showgraph: {kind.__name__}: {error}")
        print(f"{message}\nRun it again with --debug to see where.", file=sys.stderr)  # noqa: T201


def _silence_stdout() -> None:
    """Send what is still to be flushed nowhere, so that the end of the process is quiet."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
