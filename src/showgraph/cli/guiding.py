"""The options for what a user gives the extractor besides documents."""

from functools import wraps
from pathlib import Path

import click

from showgraph.cli.options import Command, PathName
from showgraph.pipeline import read_guide


def pack_option(function: Command) -> Command:
    """Add ``--pack``, the folder or the name of a rule pack."""
    return click.option(
        "--pack",
        type=PathName(),
        metavar="DIR",
        help="A rule pack of your own, in place of the bundled one.",
    )(function)


def guide_options(function: Command) -> Command:
    """Add ``--catalogue``, ``--aliases`` and ``--pack``; the command gets ``guide``.

    The files are read before the command runs; where none is given ``guide`` is None.
    """

    @wraps(function)
    def command(
        *args: object,
        catalogue: Path | None,
        aliases: Path | None,
        pack: Path | None,
        **options: object,
    ) -> object:
        guide = None
        if any(given is not None for given in (catalogue, aliases, pack)):
            guide = read_guide(catalogue=catalogue, aliases=aliases, pack=as_pack(pack))
        return function(*args, guide=guide, **options)

    decorated = pack_option(command)
    decorated = click.option(
        "--aliases",
        type=PathName(),
        metavar="FILE",
        help="Names that mean the same: CSV with the header kind,name,means[,mark,documents].",
    )(decorated)
    return click.option(
        "--catalogue",
        type=PathName(),
        metavar="FILE",
        help="Known series: CSV with the header title[,alias,type,year], RDF, or a graph.",
    )(decorated)


def as_pack(given: Path | None) -> Path | str | None:
    """Return a folder as it is, and a bare word that is none as the name of a bundled pack."""
    if given is None or given.is_dir() or len(given.parts) > 1:
        return given
    return str(given)
