"""The ways in which a text writes the name of a platform: "Hotstar", "Amazon Prime Video"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from showgraph.extract.discourse.talk import Stage, surface
from showgraph.model import Kind, Reference


def read_spellings(stages: Iterable[Stage]) -> Mapping[Reference, set[str]]:
    """Return the other spellings of the platforms that a document names."""
    forms: dict[Reference, set[str]] = defaultdict(set)
    for stage in stages:
        for mention in stage.scene.all("platform"):
            if mention.how != "name" or not isinstance(mention.value, str):
                continue
            text = surface(stage.scene.sentence.tokens, mention.first, mention.last)
            if text != mention.value:
                forms[Reference(Kind.PLATFORM, mention.value)].add(text)
    return forms
