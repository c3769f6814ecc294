"""How properties read from the side of their objects: ``cast member of``, ``platform of``."""

from typing import Final

from showgraph.namespaces import SG
from showgraph.store import NamedNode

#: How a property reads from its object's side.
_BACKWARDS: Final = {
    SG + "producedBy": "producer of",
    SG + "playsCharacter": "played by",
    SG + "hasCharacter": "character of",
    SG + "releasedOn": "platform of",
    SG + "setIn": "setting of",
    SG + "filmedIn": "filming location of",
    SG + "basedOn": "source of",
    SG + "seasonOf": "has season",
    SG + "partOfSeason": "has episode",
    SG + "spinOffOf": "has spin-off",
    SG + "trailerOf": "has trailer",
    SG + "channelOf": "channel",
    SG + "onPlatform": "release",
    SG + "onChannel": "release",
    SG + "concerns": "event or bond",
    SG + "features": "seen in",
    SG + "interviewee": "interviewed in",
    SG + "partner": "bond",
    SG + "participant": "took part in",
}


def backwards(property_: NamedNode, label: str) -> str:
    """Return the words for a property that is read from its object.

    Args:
        property_: The property.
        label: Its words from the side of the subject.
    """
    return _BACKWARDS.get(property_.value, f"{label} of")
