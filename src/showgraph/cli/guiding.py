"""The options for what a user gives the extractor besides documents, plug-ins among it."""

from functools import wraps
from pathlib import Path
from typing import Any, Final

import click

from showgraph.cli.numbers import Seconds
from showgraph.cli.options import Command, PathName
from showgraph.cli.session import Session
from showgraph.errors import UsageError
from showgraph.extract.plugins import DEFAULT_TIMEOUT_S, Settings, create_annotator, create_proposer
from showgraph.pipeline import read_guide

_PACK_HELP: Final = "A rule pack of your own, in place of the bundled one."


def pack_option(function: Command) -> Command:
    """Add ``--pack``, the folder or the name of a rule pack."""
    return click.option(
        "--pack",
        type=PathName(),
        metavar="DIR",
        help=_PACK_HELP,
    )(function)


def guide_options(function: Command) -> Command:
    """Add the options below; the command gets ``guide``, None where none of them is given.

    The files are read, and plug-ins made, before the command runs.
    """

    @wraps(function)
    def command(*args: object, **options: Any) -> object:  # noqa: ANN401 - what click gives
        given = {name: options.pop(name) for name in _NAMES}
        guide = None
        if any(value is not None for value in given.values()):
            guide = read_guide(
                catalogue=given["catalogue"],
                aliases=given["aliases"],
                pack=as_pack(given["pack"]),
                **_plugins(**{name: given[name] for name in _PLUGIN_NAMES}),
            )
        return function(*args, guide=guide, **options)

    decorated: Command = command
    for name, type_, metavar, text in reversed(_OPTIONS):
        decorated = click.option(f"--{name}", type=type_, metavar=metavar, help=text)(decorated)
    return decorated


_OPTIONS: Final = (
    (
        "catalogue",
        PathName(),
        "FILE",
        "Known series: CSV with the header title[,alias,type,year], RDF, or a graph.",
    ),
    (
        "aliases",
        PathName(),
        "FILE",
        "Names that mean the same: CSV with the header kind,name,means[,mark,documents].",
    ),
    ("pack", PathName(), "DIR", _PACK_HELP),
    ("annotator", str, "NAME", "A plug-in that finds mentions, such as spacy."),
    ("spacy-model", str, "NAME", "The spaCy pipeline to use: its package or folder."),
    ("proposer", str, "NAME", "A plug-in that proposes claims, such as openai; all are checked."),
    (
        "base-url",
        str,
        "URL",
        "The endpoint, such as http://localhost:8080/v1; OPENAI_API_KEY is its key.",
    ),
    ("model", str, "NAME", "The model of the endpoint."),
    ("record", PathName(), "FILE", "Keep the endpoint's answers."),
    ("replay", PathName(), "FILE", "Use answers that were kept, and no network."),
    (
        "timeout",
        Seconds(),
        "SECONDS",
        f"How long to wait for an answer of the endpoint.  [default: {DEFAULT_TIMEOUT_S}]",
    ),
)
_NAMES: Final = tuple(name.replace("-", "_") for name, *_ in _OPTIONS)
_PLUGIN_NAMES: Final = _NAMES[3:]


def _plugins(  # noqa: PLR0913 - one for each option
    *,
    annotator: str | None,
    spacy_model: str | None,
    proposer: str | None,
    base_url: str | None,
    model: str | None,
    record: Path | None,
    replay: Path | None,
    timeout: float | None,
) -> dict[str, Any]:
    """Return the plug-ins that were asked for.

    Raises:
        UsageError: If an option of one is given without it, or two do not go together.
    """
    pairs = zip(_NAMES[-5:], (base_url, model, record, replay, timeout), strict=True)
    stray = [name.replace("_", "-") for name, value in pairs if value is not None]
    if proposer is None and stray:
        raise UsageError(f"--{stray[0]} is for a proposer: add --proposer openai")
    if annotator is None and spacy_model is not None:
        raise UsageError("--spacy-model is for an annotator: add --annotator spacy")
    if record is not None and replay is not None:
        raise UsageError("--record keeps answers and --replay uses kept ones; choose one")
    annotators, proposers = [], []
    if annotator is not None:
        annotators.append(create_annotator(annotator, Settings(model=spacy_model or "")))
    if proposer is not None:
        settings = Settings(
            model=model or "",
            base_url=base_url or "",
            key=click.get_current_context().ensure_object(Session).api_key,
            record=record,
            replay=replay,
            timeout_s=timeout or DEFAULT_TIMEOUT_S,
        )
        proposers.append(create_proposer(proposer, settings))
    return {"annotators": tuple(annotators), "proposers": tuple(proposers)}


def as_pack(given: Path | None) -> Path | str | None:
    """Return a folder as it is, and a bare word that is none as the name of a bundled pack."""
    if given is None or given.is_dir() or len(given.parts) > 1:
        return given
    return str(given)
