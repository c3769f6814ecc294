"""``showgraph describe``: all that the graph knows of one thing."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from showgraph.cli.candidates import complete_name
from showgraph.cli.listing import Listing
from showgraph.cli.opening import open_named
from showgraph.cli.options import ROWS, graph_option, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.session import Session, pass_session

if TYPE_CHECKING:
    from showgraph.query.answering.answers import LesserClaim
    from showgraph.query.answering.description import Description, Said
    from showgraph.query.provenance.explanation import Source

_COLUMNS: Final = ("property", "value", "standing", "documents")


@click.command("describe")
@click.argument("name", nargs=-1, required=True, shell_complete=complete_name)
@graph_option
@printing_options(*ROWS)
@manners
@pass_session
def command(
    session: Session, *, name: tuple[str, ...], graph: Path | None, format_: str | None
) -> None:
    """Show all that the graph knows of one thing, named by a title, a name or an IRI."""
    with open_named(session, graph) as opened:
        description = opened.describe(" ".join(name))
    session.write(_list(description).format(format_for(session, format_)))


def _list(description: "Description") -> Listing:
    rows = [
        *(
            (
                group.property,
                value.cell.label,
                "inferred" if value.is_inferred else "asserted",
                _documents(value.sources),
            )
            for group in description.groups
            for value in group.values
        ),
        *(
            (_topic(said), said.sentence, "statement", said.source.document)
            for said in description.statements
        ),
        *(
            (claim.property, f"{claim.subject}: {claim.value}", claim.status,
             _documents(claim.sources))
            for claim in description.lesser
        ),
    ]  # fmt: skip
    text = "\n".join(_iter_text(description))
    return Listing(_COLUMNS, rows, text, _to_json(description))


def _documents(sources: "tuple[Source, ...]") -> str:
    return " ".join(dict.fromkeys(source.document for source in sources))


def _topic(said: "Said") -> str:
    return ", ".join(filter(None, (said.topic, said.season, said.speaker)))


def _iter_text(description: "Description") -> Iterator[str]:
    """Yield the facts, the statements and what is not accepted, each under a heading."""
    yield f"{description.entity}  <{description.entity.iri}>"
    if description.entity.aliases:
        yield f"also called {', '.join(description.entity.aliases)}"
    for group in description.groups:
        yield f"\n{group.property}"
        for value in group.values:
            documents = _documents(value.sources)
            mark = " (inferred)" if value.is_inferred else ""
            yield f"  {value.cell.label}{mark}" + (f"  [{documents}]" if documents else "")
    if description.statements:
        yield "\nstatements"
        for said in description.statements:
            yield f"  {_topic(said)}  [{said.source.document}]"
            yield f"    {' '.join(said.sentence.split())}"
    if description.lesser:
        yield "\nnot accepted"
        for claim in description.lesser:
            yield f"  {claim}{_said_by(claim)}  [{_documents(claim.sources)}]"


def _said_by(claim: "LesserClaim") -> str:
    return f", said by {claim.speaker}" if claim.speaker else ""


def _to_json(description: "Description") -> dict[str, Any]:
    """Return the description as an object for JSON, every key always present."""
    entity = description.entity
    return {
        "iri": entity.iri,
        "label": entity.label,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "facts": [
            {
                "property": group.property,
                "value": value.cell.value,
                "label": value.cell.label,
                "inferred": value.is_inferred,
                "sources": [asdict(source) for source in value.sources],
            }
            for group in description.groups
            for value in group.values
        ],
        "statements": [
            {**asdict(said), "season": said.season or None, "speaker": said.speaker or None}
            for said in description.statements
        ],
        "lesser": [asdict(claim) for claim in description.lesser],
    }
