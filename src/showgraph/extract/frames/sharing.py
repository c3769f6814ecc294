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


def build_renewed_several(found: Found) -> Iterator[Draft]:
    """Draft that several series were renewed for the same season."""
    season = found.binding("s")
    numbers = season.value if season is not None and isinstance(season.value, tuple) else ()
    works = [b for b in found.match.all("t") if isinstance(b.value, WorkValue)]
    if len(works) < 2:  # noqa: PLR2004 - one alone is read by another frame
        return
    for binding in works:
        for number in numbers:
            if isinstance(binding.value, WorkValue):
                yield from found.draft(
                    "season_status",
                    "renewed",
                    subject=WorkValue(binding.value.title),
                    qualifiers={"season": str(number)},
                )


BUILDERS: Final = {
    "renewed_several": build_renewed_several,
    "shared_platform": build_shared_platform,
}
