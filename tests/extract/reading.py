"""Documents of a line or two, and what the extractor reads in them."""

from typing import Any

from showgraph.extract.extraction import extract
from showgraph.extract.measuring.records import to_record
from showgraph.model import Document


def document(text: str, *, name: str = "d", date: str | None = None) -> Document:
    """Return a document of that text; its hash does not matter to the extractor."""
    return Document(name, text, "0" * 64, f"{name}.txt", date=date)


def records(text: str, *, date: str | None = None) -> list[dict[str, Any]]:
    """Return the fact records of a text."""
    return [to_record(claim) for claim in extract([document(text, date=date)]).claims]


def facts(text: str, relation: str, *, date: str | None = None) -> set[tuple[str, str]]:
    """Return subject and object of the claims of one relation that are not in doubt."""
    return {
        (record["subject"], record["object"])
        for record in records(text, date=date)
        if record["relation"] == relation and record["status"] in {"asserted", "scheduled"}
    }
