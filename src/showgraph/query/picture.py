"""A picture of a part of the network: things around one in the middle.

The things stand on rings, each as far from the middle as it takes links to get there, and each
in the sector of the thing that leads to it.
"""

import math
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from showgraph.query.formats.svg import Picture, Spot

if TYPE_CHECKING:
    import networkx as nx

_RING: Final = 170  # pixels from one ring to the next


def draw(
    network: "nx.MultiDiGraph[str]", center: str, *, depth: int = 1, max_things: int = 60
) -> Picture:
    """Return a picture of what is linked to one thing.

    Args:
        network: As :func:`showgraph.query.network.entity_network` returns it.
        center: The IRI of the thing in the middle.
        depth: How many links to go from it.
        max_things: The most things to show, at least the one in the middle; the nearest are
            kept, of equal distance those with the most links.

    Returns:
        The picture; of the one thing alone where nothing is linked to it.
    """
    near = _neighbours(network)
    parents, distances = _reach(near, center, depth)
    ranked = sorted(distances, key=lambda each: (distances[each], -len(near[each]), each))
    kept = set(ranked[: max(max_things, 1)])
    children: dict[str, list[str]] = {iri: [] for iri in ranked if iri in kept}
    for iri in children:
        # The parent of what is kept is kept: it is nearer.
        if iri != center:
            children[parents[iri]].append(iri)
    places = _place(children, center)
    spots = {
        iri: Spot(iri, network.nodes[iri]["label"], network.nodes[iri]["kind"], *places[iri])
        for iri in children
    }
    labels: dict[tuple[str, str], list[str]] = {}
    for start, end, about in network.edges(data=True):
        if start in spots and end in spots and start != end:
            labels.setdefault((start, end), []).append(about["label"])
    lines = tuple(
        (spots[start], spots[end], ", ".join(dict.fromkeys(labels[start, end])))
        for start, end in sorted(labels)
    )
    return Picture(tuple(spots.values()), lines, len(distances) - len(kept))


def _neighbours(network: "nx.MultiDiGraph[str]") -> Mapping[str, list[str]]:
    """Return what each thing is linked with, in either direction, sorted."""
    return {
        iri: sorted({*network.successors(iri), *network.predecessors(iri)} - {iri})
        for iri in network.nodes
    }


def _reach(
    near: Mapping[str, list[str]], center: str, depth: int
) -> tuple[dict[str, str], dict[str, int]]:
    """Return what leads to each thing within so many links, and how many links it takes."""
    parents: dict[str, str] = {}
    distances = {center: 0}
    waiting = deque([center])
    while waiting:
        iri = waiting.popleft()
        if distances[iri] == depth:
            continue
        for other in near[iri]:
            if other not in distances:
                parents[other], distances[other] = iri, distances[iri] + 1
                waiting.append(other)
    return parents, distances


def _place(children: Mapping[str, list[str]], center: str) -> dict[str, tuple[float, float]]:
    """Return the place of each thing; each has a sector as wide as the ends of its branch."""
    places = {center: (0.0, 0.0)}
    sectors = [(center, 0, 0.0, 2 * math.pi)]
    ends = _count_ends(children, center)
    while sectors:
        iri, ring, start, width = sectors.pop()
        at = start
        for child in children[iri]:
            part = width * ends[child] / ends[iri]
            angle, radius = at + part / 2, _RING * (ring + 1)
            places[child] = (radius * math.cos(angle), radius * math.sin(angle))
            sectors.append((child, ring + 1, at, part))
            at += part
    return places


def _count_ends(children: Mapping[str, list[str]], center: str) -> dict[str, int]:
    """Return for each thing how many things without children its branch has."""
    order = [center]
    for iri in order:
        order += children[iri]
    ends: dict[str, int] = {}
    for iri in reversed(order):
        ends[iri] = sum(ends[child] for child in children[iri]) or 1
    return ends
