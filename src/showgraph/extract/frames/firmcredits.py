"""Builders for companies whose names only the words around them tell: "the studio Ventosa"."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.frames.draft import Draft
from showgraph.extract.frames.frames import Found
from showgraph.extract.text.mention import Mention, NameValue
from showgraph.model import Kind, Reference


def build_firms(found: Found) -> Iterator[Draft]:
    """Draft each name of a list, and the companies that it goes on with, as producing firms."""
    for who in found.match.all("who"):
        for name in _labels(who.mention) if who.mention is not None else ():
            firm = Reference(Kind.ORGANIZATION, name)
            yield from found.draft("production_company", firm)


def _labels(mention: Mention) -> Iterator[str]:
    value = mention.value
    for item in value if isinstance(value, tuple) else (value,):
        name = item.value if isinstance(item, Mention) else item
        yield name.text if isinstance(name, NameValue) else str(name)


BUILDERS: Final = {"firms": build_firms}
