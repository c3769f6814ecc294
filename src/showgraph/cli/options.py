"""The options that commands share, so that the same option means the same everywhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from showgraph.cli.session import Session

#: The help of ``--format`` where a command has no formats of its own.
FORMAT_HELP: Final = "Default: table on a terminal, csv in a pipe."

#: What click decorates: a function of any arguments that may return an exit status.
Command = Callable[..., Any]

#: Formats of rows, in the order in which help shows them.
ROWS: Final = ("table", "csv", "tsv", "json", "jsonl", "md", "html")
#: The W3C result formats by short names of their own: SPARQL 1.1 Results JSON and XML.
RESULTS: Final = ("srj", "srx")
#: Formats for triples: Turtle, N-Triples, RDF/XML and JSON-LD.
GRAPHS: Final = ("ttl", "nt", "xml", "jsonld")


class PathName(click.Path):
    """A path; an address is refused, and the empty one, which would mean the current folder.

    Whether it can be read is told by who reads it, with the status for that.
    """

    def __init__(self) -> None:
        """Take paths of any sort, as :class:`pathlib.Path`."""
        super().__init__(path_type=Path, readable=False)

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - click's signature
        """Return the path."""
        if value == "":
            self.fail("the path is empty", param, ctx)
        if str(value).startswith(("http://", "https://")):
            message = f"{value} is an address, and nothing is fetched; save it and name the file"
            self.fail(message, param, ctx)
        return super().convert(value, param, ctx)


def graph_option(function: Command) -> Command:
    """Add ``--graph``, the folder of the graph to read."""
    return click.option(
        "--graph",
        type=PathName(),
        metavar="FOLDER",
        help="The graph; else SHOWGRAPH_GRAPH, ./graph, or the bundled one.",
    )(function)


def endpoint_option(function: Command) -> Command:
    """Add ``--endpoint``, an address to ask in place of a graph here."""
    return click.option(
        "--endpoint",
        metavar="URL",
        help="A SPARQL endpoint to ask in place of a graph here.",
    )(function)


def format_option(*formats: str, text: str = FORMAT_HELP) -> Callable[[Command], Command]:
    """Add ``--format`` with these choices and this help, as the argument ``format_``."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        help=text,
    )


def naming_options(function: Command) -> Command:
    """Add ``--labels``, ``--compact`` and ``--iris``, one argument ``naming``; None for none."""
    for name, flags, text in (
        ("iris", ["--iris"], "Name things by whole IRIs; CSV and TSV to the bytes of the W3C."),
        ("compact", ["--compact", "--curies"], "Name things by compact IRIs, as sg:creator."),
        ("labels", ["--labels"], "Name things by their labels."),
    ):
        function = click.option(*flags, "naming", flag_value=name, help=text)(function)
    return function


def exit_status_option(function: Command) -> Command:
    """Add ``--exit-status``, by which an answer without rows ends with status 1."""
    return click.option(
        "--exit-status",
        "-e",
        is_flag=True,
        help="End with status 1 if there are no rows, or the answer is false.",
    )(function)


def manners(function: Command) -> Command:
    """Add ``--quiet``, ``--debug`` and ``--color``, which the session keeps."""
    function = click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        expose_value=False,
        is_eager=True,
        callback=_setter("color"),
        help="Default: auto, colour on a terminal; NO_COLOR and FORCE_COLOR count.",
    )(function)
    for name, flags, text in (
        ("debug", ("--debug",), "Show where in the program an error arose."),
        ("quiet", ("--quiet", "-q"), "No notes on standard error."),
    ):
        function = click.option(
            *flags,
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_setter(name),
            help=text,
        )(function)
    return function


def _setter(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(context: click.Context, _: click.Parameter, value: Any) -> None:  # noqa: ANN401
        if value:
            setattr(context.ensure_object(Session), name, value)

    return keep
