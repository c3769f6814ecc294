"""The one place that knows the order of the stages, from documents to a published graph.

    documents -> extraction -> accepted facts -> quads -> ontology -> rules -> closure
              -> generation written -> validation -> generation published

No stage looks back, and nothing here depends on what the documents say.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

from showgraph import __version__
from showgraph.errors import UnavailableError, UsageError
from showgraph.extract import extraction
from showgraph.extract.assisting.assistance import is_failure, told_of
from showgraph.extract.extraction import NO_GUIDE, Reading
from showgraph.extract.guide import Guide
from showgraph.extract.measuring.quarantine import write_quarantine
from showgraph.extract.plugins import Annotator, Proposer
from showgraph.extract.reading.documents import Collection, Skipped, read_documents
from showgraph.extract.reading.files import PathLike
from showgraph.extract.resolving.aliases import Aliases, read_aliases
from showgraph.extract.resolving.likeness import suggest, write_review
from showgraph.extract.titles.catalogue import Catalogue, read_catalogue
from showgraph.extract.titles.catalogue_rdf import catalogue_of
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.accepting.policy import POLICY, Policy
from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.expansion import expand
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.mapping import Run, to_quads
from showgraph.graph.storage.draft import Draft
from showgraph.graph.storage.folder import open_generation, write_generation
from showgraph.graph.storage.layout import REPORT, RULES
from showgraph.graph.validation.foreign import read_data
from showgraph.graph.validation.report import Severity, ValidationReport
from showgraph.graph.validation.validation import validate
from showgraph.model import Extraction
from showgraph.namespaces import GRAPHS
from showgraph.query.matching.names import read_names
from showgraph.query.matching.values import known_values
from showgraph.query.questions.catalog import read_catalog
from showgraph.query.questions.valuesort import VALUES
from showgraph.resources import bundled, read_bundled
from showgraph.rules import RuleTable
from showgraph.rules.bundled import read_rules
from showgraph.store import NamedNode, Quad, Store

_ACCEPTED: Final = NamedNode(GRAPHS["accepted"])

#: What infers: the rules of showgraph, or owlrl, which gives the same facts far more slowly.
Reasoner = Literal["own", "owlrl"]

#: Is told the name of each stage when it begins.
Announce = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build read, found and left out.

    ``accepted`` and ``inferred`` count triples; ``elapsed_s`` is wall time, which stands here
    and nowhere in the graph. A graph that does not conform to its shapes is published too.
    """

    documents: int
    skipped: tuple[Skipped, ...]
    claims: int
    rejections: int
    accepted: int
    inferred: int
    contradictions: int
    differences: int
    conforms: bool
    focus_nodes: int
    violations: int
    elapsed_s: float
    unaided: tuple[str, ...] = ()  # documents for which a plug-in failed, and why

    def to_json(self) -> dict[str, Any]:
        """Return the report as what JSON can hold, every key always present."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Aside:
    """Files that a build writes beside the graph.

    ``review`` lists names that may mean the same thing, for the user to accept as aliases;
    ``quarantine`` what was refused, with the reasons.
    """

    review: Path | None = None
    quarantine: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a build is told besides its documents and its place.

    Attributes:
        guide: Known titles, accepted aliases, rules and plug-ins; see :func:`read_guide`.
            None for no help and the bundled rules.
        aside: Files to write for a person to look at; None for none.
        reasoner: What infers; both give the same graph.
        policy: What is accepted, which the manifest tells; None for the package's own.
    """

    guide: Guide | None = None
    aside: Aside | None = None
    reasoner: Reasoner = "own"
    policy: Policy | None = None

    def __post_init__(self) -> None:
        """Refuse a reasoner that there is not.

        Raises:
            UsageError: With those that there are.
        """
        if self.reasoner not in get_args(Reasoner):
            known = ", ".join(get_args(Reasoner))
            raise UsageError(f"there is no reasoner {self.reasoner!r}; choose one of: {known}")


def bundled_documents() -> tuple[PathLike, ...]:
    """Return the paths of the documents that come with the package.

    Raises:
        ResourceError: If they are missing.
    """
    return (bundled("data/documents"),)


def read_guide(
    *,
    catalogue: Path | None = None,
    aliases: Path | None = None,
    pack: str | Path | None = None,
    annotators: Sequence[Annotator] = (),
    proposers: Sequence[Proposer] = (),
) -> Guide:
    """Return what the user gives besides documents.

    Args:
        catalogue: A CSV file with the header ``title[,alias,type,year]``, a file of RDF, or a
            graph.
        aliases: A CSV file with the header ``kind,name,means[,mark,documents]``.
        pack: The name of a bundled rule pack, or the folder of another.
        annotators: Plug-ins that find mentions.
        proposers: Plug-ins that propose claims.

    Raises:
        UnavailableError: If one of them cannot be read or has bad rows, which are named.
        PackError: If the rule pack is broken; the message names the file and the rule.
    """
    extraction.load_rules(pack)
    return Guide(
        Catalogue() if catalogue is None else _read_known(catalogue),
        Aliases() if aliases is None else read_aliases(aliases),
        pack,
        tuple(annotators),
        tuple(proposers),
    )


def _read_known(path: Path) -> Catalogue:
    """Return the series of a catalogue.

    Raises:
        UnavailableError: If it cannot be read or names no series.
    """
    if path.suffix.lower() == ".csv":
        return read_catalogue(path)
    if path.is_dir():
        with open_generation(path) as generation, Store.open(generation.store) as store:
            found = catalogue_of(store)
    else:
        with read_data(path) as store:
            found = catalogue_of(store)
    if not found:
        raise UnavailableError(f"{path} names no series: nothing in it is a sg:Series")
    return found


def read_claims(
    paths: Iterable[PathLike], *, guide: Guide | None = None
) -> tuple[Sequence[Reading], Collection]:
    """Return what each document says in its own names, and the documents with what was skipped.

    Nothing is joined across documents, accepted or written.

    Raises:
        UnavailableError: If a path does not exist or no document is usable.
    """
    collection = _read_usable(paths)
    return extraction.read_all(collection.documents, guide=guide or NO_GUIDE), collection


def build(  # noqa: PLR0913 - all but the first two are keywords with defaults
    paths: Iterable[PathLike],
    folder: Path,
    *,
    choices: Choices | None = None,
    wait_s: float = 0.0,
    mark: str = "",
    announce: Announce = lambda _: None,
) -> BuildReport:
    """Build a graph of documents and put it in use at ``folder``.

    Whatever fails, the graph that was in use before stays in use.

    Args:
        paths: Files and folders of documents; their order never shows in the graph.
        folder: A graph, or a missing or empty folder.
        choices: What else to go by; None for the defaults.
        wait_s: Seconds to wait while another build writes to ``folder``.
        mark: Kept in the manifest, for a caller that wants to know its graphs again.
        announce: Is told the name of each stage when it begins, and where documents are
            counted, the number of each: ``extract 3/7``.

    Raises:
        UnavailableError: If a path does not exist, no document is usable, or ``folder`` is
            something else than a graph, is being built or cannot be written.
        InconsistencyError: If the accepted facts contradict the ontology.
    """
    start = time.monotonic()
    chosen = choices or Choices()
    announce("read")
    collection = _read_usable(paths)
    with write_generation(folder, command="showgraph build", wait_s=wait_s) as draft:
        report = _fill(draft, collection, start, chosen, announce)
        announce("publish")
        draft.write_json(REPORT, report.to_json())
        draft.publish(_inputs(collection, mark, chosen.policy or POLICY))
    return report


def _read_usable(paths: Iterable[PathLike]) -> Collection:
    """Return the documents.

    Raises:
        UnavailableError: If there is none, with the reasons.
    """
    collection = read_documents(paths)
    if not collection:
        reasons = "; ".join(f"{item.source}: {item.reason}" for item in collection.skipped)
        raise UnavailableError(
            "no usable document; "
            + (reasons or "name files or folders with .txt, .md, .jsonl or .html")
        )
    return collection


def _fill(
    draft: Draft, collection: Collection, start: float, choices: Choices, announce: Announce
) -> BuildReport:
    """Run all stages between the documents and the finished draft."""
    documents, guide = collection.documents, choices.guide or NO_GUIDE
    said = extraction.extract(documents, guide=guide, announce=announce)
    _write_aside(said, choices.aside or Aside())
    announce("accept")
    policy = choices.policy or POLICY
    accepted = accept(said, documents, policy=policy)
    run = Run(__version__, extraction.load_rules(guide.pack).sha256, policy.to_text())
    quads = to_quads(accepted, said, documents, run=run)
    facts = [quad for quad in quads if quad.graph_name == _ACCEPTED]
    announce("infer")
    ontology = ontology_quads()
    table, inferred = _infer(facts, ontology, quads, choices.reasoner)
    draft.write_json(RULES, json.loads(table.to_json()))
    validation = _store(draft, [*quads, *ontology, *inferred], announce)
    return BuildReport(
        documents=len(documents),
        skipped=collection.skipped,
        claims=len(said.claims),
        rejections=len(said.rejections) + len(accepted.rejections),
        accepted=len(facts),
        inferred=len(inferred),
        contradictions=len(accepted.contradictions),
        differences=len(accepted.differences),
        conforms=validation.conforms,
        focus_nodes=validation.n_focus_nodes,
        violations=validation.count(Severity.VIOLATION),
        elapsed_s=round(time.monotonic() - start, 3),
        unaided=tuple(map(told_of, filter(is_failure, said.rejections))),
    )


def _write_aside(said: Extraction, aside: Aside) -> None:
    """Write the files for a person to look at, where they are wanted."""
    if aside.review is not None:
        write_review(aside.review, suggest(said))
    if aside.quarantine is not None:
        write_quarantine(aside.quarantine, said.rejections)


def _infer(
    facts: Sequence[Quad], ontology: Sequence[Quad], claims: Sequence[Quad], reasoner: Reasoner
) -> tuple[RuleTable, list[Quad]]:
    """Return the rules of the bundled ontology, and what follows from the facts."""
    axioms = read_bundled("ontology", "showgraph.ttl")
    table = read_rules(axioms)
    if reasoner == "owlrl":
        return table, list(expand(facts, axioms))
    return table, list(infer([*facts, *ontology], table, claims=claims))


def _store(draft: Draft, quads: Sequence[Quad], announce: Announce) -> ValidationReport:
    """Fill the store of a draft, check it, and list beside it the values that complete a line."""
    announce("store")
    with draft.create_store() as store:
        store.bulk_load(quads)
        announce("validate")
        validation = validate(store)
        parameters = [each for known in read_catalog().values() for each in known.params.values()]
        values = known_values(store, read_names(store), parameters)
    draft.write_json(VALUES, values)
    return validation


def _inputs(collection: Collection, mark: str, policy: Policy) -> Mapping[str, object]:
    """Return what the manifest says of the build's inputs."""
    return {
        "showgraph": __version__,
        "mark": mark,
        "policy": policy.to_json(),
        "documents": {document.id: document.sha256 for document in collection.documents},
    }
