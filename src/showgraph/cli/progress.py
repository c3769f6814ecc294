"""How far a long run has come: a bar for people, lines for logs, JSON for programs."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Final

import click

from showgraph.cli.options import Command
from showgraph.cli.session import Session

if TYPE_CHECKING:
    from rich.progress import Progress

#: What a run is told of: the stage, and where it counts, the item of how many.
Announce = Callable[[str], None]

MODES: Final = ("auto", "none", "plain", "bar", "json")
#: What is done sooner needs no bar.
_PATIENCE_S: Final = 1.0
#: JSON lines of one stage come no faster than this.
_PAUSE_S: Final = 0.1


def progress_option(function: Command) -> Command:
    """Add ``--progress``, as the argument ``mode``."""
    return click.option(
        "--progress",
        "mode",
        type=click.Choice(MODES),
        default="auto",
        show_default=True,
        help="How to show how far it has come; auto is a bar on a terminal.",
    )(function)


@contextmanager
def progress(session: Session, mode: str = "auto") -> Iterator[Announce]:
    """Show on standard error how far a run has come, while it runs.

    Args:
        session: The run; told to be quiet, it shows nothing.
        mode: One of :data:`MODES`.
    """
    if mode == "auto":
        mode = "bar" if session.shows_progress else "none"
    if session.quiet or mode == "none":
        yield lambda _: None
    elif mode == "bar":
        with _bar(session) as announce:
            yield announce
    else:
        yield _Lines(session, as_json=mode == "json")


def _parts(text: str) -> tuple[str, int, int]:
    """Return the stage, the number of the item and of how many, 0 and 0 where none is counted."""
    stage, _, count = text.partition(" ")
    number, _, total = count.partition("/")
    return stage, int(number or 0), int(total or 0)


class _Lines:
    """A line for each stage, or as JSON one for each step, with the seconds since the start."""

    def __init__(self, session: Session, *, as_json: bool) -> None:
        self._session = session
        self._as_json = as_json
        self._started = self._told = time.monotonic()
        self._stage = ""

    def __call__(self, text: str) -> None:
        stage, number, total = _parts(text)
        now = time.monotonic()
        seconds = now - self._started
        is_new = stage != self._stage
        is_due = number == total or now - self._told >= _PAUSE_S
        if self._as_json and (is_new or is_due):
            told = {"stage": stage, "done": number, "of": total, "seconds": round(seconds, 1)}
            self._session.note(json.dumps(told))
            self._told = now
        elif is_new and not self._as_json:
            self._session.note(f"{seconds:7.1f} s  {stage}{f' {total}' if total else ''}")
        self._stage = stage


@contextmanager
def _bar(session: Session) -> Iterator[Announce]:
    """Show a bar that comes after a while and is gone at the end."""
    from rich.console import Console  # noqa: PLC0415 - not worth its time in a pipe
    from rich.progress import (  # noqa: PLC0415 - as above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True, force_terminal=True, no_color=session.color == "never" or None)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = Progress(*columns, TimeRemainingColumn(), console=console, transient=True)
    timer = Timer(_PATIENCE_S, shown.start)
    timer.daemon = True
    timer.start()
    try:
        yield _Bar(shown)
    finally:
        timer.cancel()
        timer.join()
        shown.stop()


class _Bar:
    """Tells a bar of each step; every stage starts it anew."""

    def __init__(self, shown: "Progress") -> None:
        self._shown = shown
        self._task = shown.add_task("", total=None)
        self._stage = ""

    def __call__(self, text: str) -> None:
        stage, number, total = _parts(text)
        if stage != self._stage:
            self._shown.reset(self._task, description=f"{stage:9}", total=total or None)
            self._stage = stage
        self._shown.update(self._task, completed=max(number - 1, 0))
