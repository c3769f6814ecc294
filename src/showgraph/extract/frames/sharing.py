"""Builder for what several series have in common: "Peacock's dramas Iron Tide and Salt Road"."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.frames.draft import Draft
from showgraph.extract.frames.frames import Found
from showgraph.extract.text.mention import WorkValue
from showgraph.model import Kind, Reference


def build_shared_platform(found: Found) -> Iterator[Draft]:
    """Draft the platform of every series that a match lists."""
    places = [str(binding.value) for binding in found.match.all("p")]
    for binding in found.match.all("t"):
        if not isinstance(binding.value, WorkValue):
            continue
        for place in places:
            yield from found.draft(
                "platform",
                Reference(Kind.PLATFORM, place),
                subject=binding.value,
                last=max(binding.last, found.match.bindings[0].last),
                qualifiers={"kind": "release"},
            )


BUILDERS: Final = {"shared_platform": build_shared_platform}
