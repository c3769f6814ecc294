"""Builders for what a work is and what happens around it: genre, awards, events."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.frames.draft import Draft, NameUse, Side, names_of
from showgraph.extract.frames.frames import Found
from showgraph.extract.text.mention import Mention, NameValue, Scene, WorkValue
from showgraph.model import Kind, Reference


def build_noun_phrase(found: Found) -> Iterator[Draft]:
    """Draft the genres and origins inside a phrase such as "an Indian rom-com series"."""
    scene, match = found.scene, found.match
    title = found.subject_mention or None
    own = range(title.first, title.last) if title and title.how == "name" else range(0)
    taken: set[int] = set()
    inside = [
        mention
        for mention in scene.all("genre", "origin")
        if match.first <= mention.first and mention.last <= match.last and mention.first not in own
    ]
    inside.sort(key=lambda m: (m.first, m.first - m.last))
    for mention in inside:
        if mention.first in taken or _is_deed(scene, mention, match.last):
            continue
        taken.update(range(mention.first, mention.last))
        relation = "genre" if mention.type == "genre" else "country_or_language"
        words = " ".join(
            token.text for token in scene.sentence.tokens[mention.first : mention.last]
        )
        if relation == "genre":
            words = words.lower()
        yield from found.draft(relation, words, first=mention.first, last=mention.last)
    if found.frame.id == "genre.anaphor":
        for mention in scene.all("platform"):
            if match.first <= mention.first and mention.last <= match.last:
                yield from found.draft(
                    "platform",
                    Reference(Kind.PLATFORM, str(mention.value)),
                    qualifiers={"kind": "release"},
                )


def _is_deed(scene: Scene, mention: Mention, last: int) -> bool:
    """Return whether "animated" says what a studio did: "as Nordlicht animated Season 1"."""
    if scene.keys[mention.first : mention.last] != ["animated"] or not mention.first:
        return False
    before = scene.sentence.tokens[mention.first - 1]
    kinds = [m for m in scene.all("kind", "genre") if mention.last <= m.first < last]
    return before.is_capital and before.is_word and not kinds


def _may_win(scene: Scene, name: Mention) -> bool:
    """Return whether a name may be a winner's: no prize, nor who made what won."""
    if scene.sentence.tokens[name.last - 1].key in _PRIZES:
        return False
    led = scene.keys[name.first - 1] if name.first else ""
    return not (
        led in {"by", "starring", "featuring"} and scene.keys[name.last : name.last + 1] == [","]
    )


_PRIZES: Final = frozenset(
    {"award", "awards", "prize", "prizes", "emmy", "emmys", "oscar", "oscars"}
)
_NOMINATIONS: Final = frozenset({"nomination", "nominations", "nod", "nods", "nom", "noms"})


def build_award(found: Found) -> Iterator[Draft]:
    """Draft an award of the person or series named right before it."""
    cue, award = found.binding("cue"), found.binding("a")
    if cue is None or award is None:
        return
    if "at" in found.scene.keys[cue.last : award.first]:
        return  # "wins big at the Emmys" names the evening
    scene = found.scene
    people = [m for m in scene.all("name") if m.last <= cue.first and _may_win(scene, m)]
    works = [m for m in scene.all("work") if m.last <= cue.first]
    last = award.last
    tokens = scene.sentence.tokens
    while last < len(tokens) and tokens[last].is_word and tokens[last].is_capital:
        last += 1
    words = " ".join(token.word for token in tokens[award.first : last])
    nominated = _NOMINATIONS & set(scene.keys[last : last + 2])
    marks: dict[str, Side] = {"result": "nominated" if nominated else str(cue.value)}
    if scene.keys[cue.first - 1 : cue.first] == ["who"]:
        # "Ana Bell, who won": the person stands right there, or nobody knows who is meant
        people = [m for m in people if cue.first - m.last <= 2]  # noqa: PLR2004
        works = []
        if not people:
            return
    person = people[-1] if people else None
    work = works[-1] if works else None
    if person is not None and (work is None or person.last > work.last):
        (use,) = names_of(person, scene, Kind.PERSON, sure=False)
        yield from found.draft(
            "award",
            words,
            subject=use,
            first=person.first,
            last=last,
            qualifiers=marks,
        )
    else:
        yield from found.draft("award", words, last=last, qualifiers=marks)


def build_worked_on(found: Found) -> Iterator[Draft]:
    """Draft the other works that a person is known for."""
    who, works = found.binding("who"), found.binding("w")
    if works is None or not isinstance(works.value, tuple):
        return
    if who is not None:
        people = names_of(who.mention, found.scene, Kind.PERSON)
    else:
        people = _full_names_before(found.scene, works.first)
    for use in people[-1:]:
        for title in works.value:
            if title != found.stage.title:
                first = min(use.first, found.match.first)
                yield from found.draft("worked_on", f"work:{title}", subject=use, first=first)


def build_past_credits(found: Found) -> Iterator[Draft]:
    """Draft "Ana Bell (Old Show)": the works in the bracket behind a person's name."""
    who, works = found.binding("who"), found.binding("w")
    if who is None or works is None or not isinstance(works.value, tuple):
        return
    (use,) = names_of(who.mention, found.scene, Kind.PERSON, sure=False)
    for title in works.value:
        if title != found.stage.title and " " in use.text:
            yield from found.draft("worked_on", f"work:{title}", subject=use)


def _full_names_before(scene: Scene, before: int) -> list[NameUse]:
    """Return the last name in front of "her shows like": a full one before a bare one."""
    names = [m for m in scene.all("name") if m.last <= before]
    full = [m for m in names if isinstance(m.value, NameValue) and " " in m.value.text]
    chosen = full[-1:] or names[-1:]
    return [use for m in chosen for use in names_of(m, scene, Kind.PERSON, sure=bool(full))]


def build_worked_on_pronoun(found: Found) -> Iterator[Draft]:
    """Draft "she had just come from shooting X"; the extractor finds out who she is."""
    work = found.binding("w")
    if work is None or str(work.value) == found.stage.title:
        return
    keys = found.scene.keys
    at = next((i for i in range(work.first - 1, -1, -1) if keys[i] in {"she", "he"}), None)
    names = [m for m in found.scene.all("name") if m.last <= work.first]
    if names and (at is None or names[-1].first > at):
        (use,) = names_of(names[-1], found.scene, Kind.PERSON, sure=False)
    elif at is not None:
        use = NameUse(keys[at], found.scene, at, at + 1, Kind.PERSON, sure=False)
    else:
        return
    yield from found.draft("worked_on", f"work:{work.value}", subject=use, first=use.first)


def build_debut(found: Found) -> Iterator[Draft]:
    """Draft the work of a debut, for the one who made it and for the stars it is named with."""
    who, others, work = found.binding("who"), found.binding("with"), found.binding("w")
    field = found.binding("field")
    if who is None or work is None or work.mention is None:
        return
    title = str(work.value)
    for use in names_of(who.mention, found.scene, Kind.PERSON)[-1:]:
        marks: dict[str, Side] = {"debut": _words(field.value) if field else ""}
        yield from found.draft("worked_on", f"work:{title}", subject=use, qualifiers=marks)
    for use in names_of(others.mention if others else None, found.scene, Kind.PERSON):
        yield from found.draft(
            "worked_on",
            f"work:{title}",
            subject=use,
            first=use.first,
            qualifiers={"role": "actor"},
        )


def _words(value: object) -> str:
    return value.text if isinstance(value, NameValue) else str(value)


def build_story_place(found: Found) -> Iterator[Draft]:
    """Draft the places in which a sentence that tells the story sets it."""
    cue = found.binding("cue")
    if cue is None:
        return
    keys = found.scene.keys
    for place in found.scene.all("place"):
        before = keys[max(cue.last, place.first - 3) : place.first]
        if place.first >= cue.last and "in" in before and not _BORDERS & set(before):
            yield from found.draft(
                "location",
                Reference(Kind.PLACE, str(place.value)),
                last=place.last,
            )


def build_interview(found: Found) -> Iterator[Draft]:
    """Draft an interview; whom it was with is found from who speaks in and after the sentence."""
    outlet = found.binding("o")
    if outlet is None:
        return
    interviewer = Reference(Kind.ORGANIZATION, str(outlet.value))
    yield from found.draft("interview", interviewer, subject="speakers")


def build_announcement(found: Found) -> Iterator[Draft]:
    """Draft who announced something, where, and who is seen in it."""
    who, medium = found.binding("who"), found.binding("m")
    if who is None or who.mention is None or found.stage.title == "":
        return
    scene = found.scene
    tokens = scene.sentence.tokens[who.first : who.last]
    announcer = Reference(Kind.ORGANIZATION, " ".join(token.word for token in tokens))
    featured: tuple[NameUse, ...] = ()
    last = found.match.last
    for at in range(found.match.last, scene.n_tokens):
        if scene.keys[at] in {"featuring", "with", "starring"}:
            people = scene.mention_at(at + 1, ("people",))
            featured = tuple(names_of(people, scene, Kind.PERSON))
            last = people.last if people else last
            break
    season = found.stage.season
    named = [m for m in scene.all("work") if isinstance(m.value, WorkValue) and m.value.seasons]
    if named and isinstance(named[0].value, WorkValue):
        season = named[0].value.seasons
    marks: dict[str, Side | tuple[Side, ...]] = {"featuring": featured} if featured else {}
    if medium is not None:
        marks["medium"] = Reference(Kind.PLATFORM, str(medium.value))
    subject = WorkValue(found.stage.title, season[:1])
    yield from found.draft("announcement", announcer, subject=subject, last=last, qualifiers=marks)


def build_audience(found: Found) -> Iterator[Draft]:
    """Draft a figure about a platform's audience."""
    number, unit, magnitude = found.binding("n"), found.binding("unit"), found.binding("cue")
    if number is None or unit is None:
        return
    here = [m for m in found.scene.all("platform") if m.last <= number.first]
    platform = str(here[-1].value) if here else found.stage.platform
    if not platform:
        return
    words = found.scene.keys[unit.first : unit.last]
    value = int(str(number.value)) * (int(str(magnitude.value)) if magnitude else 1)
    yield from found.draft(
        "audience_figure",
        str(value),
        subject=Reference(Kind.PLATFORM, platform),
        first=number.first,
        qualifiers={"unit": " ".join(words)},
    )


_BORDERS: Final = frozenset({",", "and", "with", "at", "from", "by"})

BUILDERS: Final = {
    "story_place": build_story_place,
    "noun_phrase": build_noun_phrase,
    "award": build_award,
    "worked_on": build_worked_on,
    "past_credits": build_past_credits,
    "worked_on_pronoun": build_worked_on_pronoun,
    "debut": build_debut,
    "interview": build_interview,
    "announcement": build_announcement,
    "audience": build_audience,
}
