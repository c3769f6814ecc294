"""What a user gives the extractor besides documents."""

from dataclasses import dataclass, field
from pathlib import Path

from showgraph.extract.plugins import Annotator, Proposer
from showgraph.extract.resolving.aliases import Aliases
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.titles.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Guide:
    """Known titles, accepted aliases and the rules to read by; empty it changes nothing.

    ``pack`` is the name of a bundled rule pack, the folder of another, or one that was loaded
    already; None is the default. Plug-ins add to what the rules read; see
    :mod:`showgraph.extract.plugins`.
    """

    catalogue: Catalogue = field(default_factory=Catalogue)
    aliases: Aliases = field(default_factory=Aliases)
    pack: str | Path | Pack | None = None
    annotators: tuple[Annotator, ...] = ()
    proposers: tuple[Proposer, ...] = ()
