"""One run of the command line: its environment, its streams and how to write to them.

Rows go to standard output and everything else to standard error, so that a pipe gets the
answer and nothing but the answer. Only here is the environment read.
"""

import io
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import click

if TYPE_CHECKING:
    from showgraph.cli.output import Output

#: Characters that could hide or rearrange what a terminal shows: controls but tab and newline,
#: line separators, and the bidirectional controls of Unicode Standard Annex 9, section 2.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
_LAST_LATIN_1: Final = 0xFF


def visible(text: str) -> str:
    r"""Return ``text`` with hidden characters written out: ``\x1b``, ``\u202e``."""
    return _HIDDEN.sub(_write_out, text)


#: The headings of a table, above the line that sets them off.
_HEADINGS: Final = re.compile(r"^.*\n(?=-+(?:  -+)*\n)", re.MULTILINE)


def _embolden(text: str) -> str:
    """Return a text with the headings of its tables in bold."""
    return _HEADINGS.sub(lambda match: click.style(match[0][:-1], bold=True) + "\n", text)


def _write_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= _LAST_LATIN_1 else f"\\u{code:04x}"


@dataclass(slots=True)
class Session:
    """What the commands share; all but ``environ`` is set by their options.

    ``color`` is auto, always or never. ``output`` is the file for the answer, None for standard
    output.
    """

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    debug: bool = False
    quiet: bool = False
    color: str = "auto"
    output: "Output | None" = None
    _kept: list[str] = field(default_factory=list)

    @property
    def on_terminal(self) -> bool:
        """Whether the answer goes to a terminal."""
        return self.output is None and sys.stdout.isatty()

    @property
    def width(self) -> int | None:
        """The columns that a table may take; None where there is nothing to fit.

        ``COLUMNS`` counts in a pipe too, and in a file nothing does.
        """
        named = self.environ.get("COLUMNS", "")
        if self.output is None and named.isdecimal() and int(named):
            return int(named)
        return _columns() if self.on_terminal else None

    @property
    def shows_progress(self) -> bool:
        """Whether standard error is a terminal that can redraw a line."""
        return sys.stderr.isatty() and self.environ.get("TERM") != "dumb"

    @property
    def named_graph(self) -> str | None:
        """The graph that the environment names, or None."""
        return self.environ.get("SHOWGRAPH_GRAPH") or None

    @property
    def api_key(self) -> str:
        """The secret for a chat endpoint that the user names; empty where there is none."""
        return self.environ.get("OPENAI_API_KEY") or ""

    @property
    def cache(self) -> Path | None:
        """The folder for what can be made again at any time; None where there is no home.

        https://specifications.freedesktop.org/basedir-spec/latest/ has a relative path ignored.
        """
        named = Path(self.environ.get("XDG_CACHE_HOME") or "")
        if named.is_absolute():
            return named / "showgraph"
        home = self.environ.get("HOME")
        return Path(home, ".cache", "showgraph") if home else None

    def write(self, text: str) -> None:
        """Write the answer, or a part of it, to standard output, or keep it for the file.

        Raises:
            OSError: If it cannot be written; BrokenPipeError if nobody reads on.
        """
        if self.output is not None:
            self._kept.append(text)
            return
        shown = visible(text) if self.on_terminal else text
        sys.stdout.write(_embolden(shown) if self._in_colour(sys.stdout) else shown)

    def finish(self) -> None:
        """Write the file that was asked for, now that the answer is whole.

        Raises:
            UnavailableError: If it cannot be written.
        """
        if self.output is not None:
            from showgraph.query.formats.replacement import replacing  # noqa: PLC0415 - few write files

            with replacing(self.output.path) as file:
                file.write("".join(self._kept).encode(errors="backslashreplace"))
            self.note(f"wrote {self.output.path}")

    def note(self, text: str) -> None:
        """Tell the user something that is not part of the answer, unless told to be quiet."""
        if not self.quiet:
            self._tell(visible(text))

    def warn(self, text: str) -> None:
        """Tell the user what went wrong though the command goes on; quiet or not."""
        self._tell(self._styled("warning", fg="yellow") + ": " + visible(text))

    def fail(self, text: str, code: str) -> None:
        """Tell the user why the command ends here, with the code of the error."""
        self._tell(self._styled(f"error[{code}]", fg="red") + ": " + visible(text))

    def _styled(self, text: str, *, fg: str) -> str:
        return click.style(text, bold=True, fg=fg) if self._in_colour(sys.stderr) else text

    def _in_colour(self, stream: TextIO) -> bool:
        """Return whether colour is welcome (https://no-color.org/, https://force-color.org/)."""
        if self.color != "auto" or self.environ.get("NO_COLOR"):
            return self.color == "always"
        dumb = self.environ.get("TERM") == "dumb"
        return bool(self.environ.get("FORCE_COLOR")) or (stream.isatty() and not dumb)

    def _tell(self, text: str) -> None:
        """Write a line to standard error; a reader who is gone misses it, and that is all."""
        try:
            print(text, file=sys.stderr, flush=True)  # noqa: T201 - this is the command line
        except BrokenPipeError:
            sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _columns() -> int:
    """Return the width of the terminal."""
    import shutil  # noqa: PLC0415 - slow to import, and a pipe has no width

    return shutil.get_terminal_size().columns


pass_session = click.make_pass_decorator(Session, ensure=True)


def prepare_streams() -> None:
    """Make the streams take any text.

    A pipe gets UTF-8, which the formats demand, whatever the locale says; a terminal keeps its
    encoding and gets escapes for what it cannot show.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # started with the stream closed
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
