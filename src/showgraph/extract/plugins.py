"""Plug-ins of the extractor: annotators find mentions, proposers propose claims. Off by default.

Neither changes what the rules find: what a plug-in adds bears its label in the name of the rule,
and what a proposer says goes through every check of
:mod:`showgraph.extract.assisting.proposals` first.
Packages offer plug-ins as entry points of the groups below; an entry point is a function that
takes a ``Settings`` and returns the plug-in.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Final, Protocol

from showgraph.errors import UnavailableError, UsageError
from showgraph.model import Document
from showgraph.relations import Relation

#: The groups of entry points.
ANNOTATORS: Final = "showgraph.annotators"
PROPOSERS: Final = "showgraph.proposers"
#: How long one request to a model may take.
DEFAULT_TIMEOUT_S: Final = 60.0
#: The adapters that come with the package: module and function by group and name.
_BUNDLED: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    ANNOTATORS: {"spacy": ("showgraph.extract.assisting.spacy_annotator", "create")},
    PROPOSERS: {"openai": ("showgraph.extract.assisting.openai_proposer", "create")},
}


class PluginError(UnavailableError):
    """A plug-in cannot do its work, on the whole or for one document."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a plug-in is made from; what it does not need is empty.

    ``key`` is a secret: it is for one header, and never for a message, a file or a log.
    ``record`` and ``replay`` are files of answers, to be written or to be used in place of a
    model. ``timeout_s`` bounds one request.
    """

    model: str = ""
    base_url: str = ""
    key: str = ""
    record: Path | None = None
    replay: Path | None = None
    timeout_s: float = DEFAULT_TIMEOUT_S

    def __repr__(self) -> str:
        """Return the settings without the key."""
        return f"Settings(model={self.model!r}, base_url={self.base_url!r})"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A stretch of a document that a plug-in reads as something.

    ``type`` is ``person``, ``organization``, ``place``, ``platform`` or ``series``; others are
    ignored. Offsets are those of ``Document.text``.
    """

    type: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as a plug-in puts it, all in the words of the document but the relation.

    ``quote`` are the words that say it, ``sentence`` the sentence that they are from, needed
    where the quote stands several times. A subject may be ``Title / season 2``. Of qualifiers
    ``season`` and ``character`` are known.
    """

    relation: str
    subject: str
    object: str
    quote: str
    sentence: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()


class Annotator(Protocol):
    """Finds mentions."""

    @property
    def label(self) -> str:
        """Its name and version, as the claims it helped to find bear it."""
        ...

    def annotate(self, document: Document) -> Iterable[Annotation]:
        """Return mentions in any order.

        Raises:
            PluginError: If the document cannot be read; it is read without them then.
        """
        ...


class Proposer(Protocol):
    """Proposes claims."""

    @property
    def label(self) -> str:
        """Its name, its model and its prompt's hash, as the claims it proposed bear them."""
        ...

    def propose(self, document: Document, schema: Sequence[Relation]) -> Iterable[Proposal]:
        """Yield claims in any order.

        Raises:
            PluginError: If there is no answer, or none that can be read; what was yielded
                before counts.
        """
        ...


def create_annotator(name: str, settings: Settings) -> Annotator:
    """Return an annotator by its name.

    Raises:
        UsageError: If there is none of that name.
        PluginError: If what it needs is missing.
    """
    plugin: Annotator = _find(ANNOTATORS, name)(settings)
    return plugin


def create_proposer(name: str, settings: Settings) -> Proposer:
    """Return a proposer by its name.

    Raises:
        UsageError: If there is none of that name, or its settings are wrong.
        PluginError: If what it needs is missing.
    """
    plugin: Proposer = _find(PROPOSERS, name)(settings)
    return plugin


def _find(group: str, name: str) -> Callable[[Settings], Any]:
    bundled = _BUNDLED[group]
    if name in bundled:
        module, function = bundled[name]
        found: Callable[[Settings], Any] = getattr(import_module(module), function)
        return found
    others = {point.name: point for point in entry_points(group=group)}
    if name not in others:
        known = ", ".join(sorted({*bundled, *others}))
        raise UsageError(f"no plug-in {name!r} in {group}; there are: {known}")
    try:
        loaded: Callable[[Settings], Any] = others[name].load()
    except (ImportError, AttributeError) as error:
        raise PluginError(f"the plug-in {name!r} cannot be loaded: {error}") from error
    return loaded
