"""Read who made a series in one word with what was done: "the Ana Bell-fronted drama"."""

from typing import Final

from showgraph.extract.discourse.talk import surface
from showgraph.extract.text.mention import Mention, NameValue, Scene

#: What is said of the person in front of the hyphen.
DEEDS: Final = {
    **dict.fromkeys(("starring", "led", "fronted", "headlined", "toplined"), "cast_member"),
    **dict.fromkeys(("starrer", "hosted", "topped"), "cast_member"),
    **dict.fromkeys(("created",), "creator"),
    **dict.fromkeys(("directed", "helmed"), "director"),
    **dict.fromkeys(("written", "penned", "scripted"), "writer"),
    **dict.fromkeys(("showrun",), "showrunner"),
    **dict.fromkeys(("produced",), "producer"),
    **dict.fromkeys(("executive",), "executive_producer"),
}


def find_hyphened(scene: Scene) -> None:
    """Add a mention for every name that ends in such a word; its value is deed and name.

    One word alone is as often a firm's or a place's: "Lisbon-led".
    """
    tokens = scene.sentence.tokens
    for at, token in enumerate(tokens):
        name, hyphen, deed = token.word.rpartition("-")
        if not hyphen or deed not in DEEDS or not name[:1].isupper():
            continue
        last = at + 1
        if deed == "executive":
            if scene.keys[last : last + 1] != ["produced"]:
                continue
            last += 1
        first = at
        while first and tokens[first - 1].is_capital and tokens[first - 1].is_word:
            first -= 1
        listed = scene.mention_at(first, ("platform", "company", "origin", "place", "outlet"))
        if first == at or (listed is not None and listed.last <= at):
            continue
        text = f"{surface(tokens, first, at)} {name}"
        whole = Mention("name", first, last, NameValue(text))
        scene.add(Mention("hyphened", first, last, (DEEDS[deed], whole)))
