"""Where an answer goes and in which format: a terminal, a pipe, or the file of ``--output``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Final

import click

from showgraph.cli.options import FORMAT_HELP, Command, PathName, format_option
from showgraph.cli.session import Session

#: The formats that an ending of a file's name may stand for, the one that it means first.
_ENDINGS: Final = {
    "csv": ("csv",),
    "htm": ("html",),
    "html": ("html",),
    "json": ("json", "srj", "jsonld"),
    "jsonl": ("jsonl",),
    "jsonld": ("jsonld",),
    "markdown": ("md",),
    "md": ("md",),
    "ndjson": ("jsonl",),
    "nt": ("nt",),
    "rdf": ("xml",),
    "rq": ("rq",),
    "srj": ("srj",),
    "srx": ("srx",),
    "tsv": ("tsv",),
    "ttl": ("ttl",),
    "txt": ("table", "text", "concise", "github"),
    "xml": ("xml", "srx", "junit"),
}


@dataclass(frozen=True, slots=True)
class Output:
    """A file for an answer, and the formats that the command knows."""

    path: Path
    formats: tuple[str, ...]

    def format(self, chosen: str | None) -> str:
        """Return the format to write, by the file's ending where none is chosen.

        Raises:
            click.UsageError: If the ending means none, or another than the one that is chosen.
        """
        ending = self.path.suffix.removeprefix(".").lower()
        fitting = self._fitting(ending)
        if chosen is None:
            if not fitting:
                raise click.UsageError(f"{self._ending_of(ending)}; {self._remedy()}")
            return fitting[0]
        if fitting and chosen not in fitting:
            raise click.UsageError(
                f"--format {chosen} and --output {self.path} contradict each other: "
                f".{ending} is for {' or '.join(fitting)}"
            )
        return chosen

    def _fitting(self, ending: str) -> Sequence[str]:
        return [name for name in _ENDINGS.get(ending, ()) if name in self.formats]

    def _ending_of(self, ending: str) -> str:
        if not ending:
            return f"the name {self.path} has no ending that tells the format"
        return f"the ending .{ending} of {self.path} is no format of this command"

    def _remedy(self) -> str:
        known = [f".{ending}" for ending in _ENDINGS if self._fitting(ending)]
        return f"choose one of {', '.join(known)}, or name the format with --format"


def printing_options(*formats: str, text: str = FORMAT_HELP) -> Callable[[Command], Command]:
    """Add ``--format`` with these choices and ``--output``, which the session keeps.

    ``text`` is the help of ``--format``.
    """

    def decorate(function: Command) -> Command:
        @wraps(function)
        def command(*args: object, output: Path | None, **options: Any) -> object:  # noqa: ANN401 - what click gives
            if output is not None and str(output) != "-":
                session = click.get_current_context().ensure_object(Session)
                session.output = Output(output, formats)
            return function(*args, **options)

        decorated = click.option(
            "--output",
            "-o",
            type=PathName(),
            metavar="FILE",
            help="Write to a file, whose ending tells the format.",
        )(command)
        return format_option(*formats, text=text)(decorated)

    return decorate


def format_for(session: Session, chosen: str | None, *, pipe: str = "csv") -> str:
    """Return the chosen format, that of the file, or the one for where the output goes.

    Raises:
        click.UsageError: If the file's name tells none, or another.
    """
    if session.output is not None:
        return session.output.format(chosen)
    return chosen or ("table" if session.on_terminal else pipe)
