"""Who plays whom, over the ways in which articles say it."""

from typing import Final

import pytest

from extract.reading import records

_LEAD: Final = 'The drama series "Iron Tide" is near. '

#: Sentences, and the actors in them with their roles; "" where the role has no name, None where
#: somebody is no actor in the series.
ROLES: Final[list[tuple[str, dict[str, str | None]]]] = [
    # an owner, a rank, a place or a trade in front of the character
    ("It stars Ana Bell as Dora's brother Sam.", {"Ana Bell": "Sam"}),
    ("It stars Ana Bell as Marcus' mother Robin.", {"Ana Bell": "Robin"}),
    ("It stars Ana Bell as Dora and Mia's lawyer Sam.", {"Ana Bell": "Sam"}),
    ("It stars Ana Bell as the Lisbon court's only clerk Dora Flint.", {"Ana Bell": "Dora Flint"}),
    ("Ana Bell plays a Harbour House porter called The Captain.", {"Ana Bell": "The Captain"}),
    ("It stars Ana Bell as the brilliant and troubled Dora.", {"Ana Bell": "Dora"}),
    # no character where only a sort, a post or somebody else is named
    ("It stars Ana Bell as President.", {"Ana Bell": ""}),
    ("It stars Ana Bell as Harbour Police divers.", {"Ana Bell": ""}),
    ("It stars Ana Bell as the author and Zoe Hart as a nurse.", {"Ana Bell": "", "Zoe Hart": ""}),
    ("Ana Bell plays a doctor while Whitby plays the patients.", {"Ana Bell": ""}),
    # one after the other
    (
        "We met Ana Bell who plays Dora and Omar Reyes who plays Sam.",
        {"Ana Bell": "Dora", "Omar Reyes": "Sam"},
    ),
    (
        (
            "It stars Ana Bell as Mia, Dora's friend; Omar Reyes as Dora's husband Sam; Zoe Hart"
            " as her rival Nora."
        ),
        {"Ana Bell": "Mia", "Omar Reyes": "Sam", "Zoe Hart": "Nora"},
    ),
    # brackets behind the names of a list: roles where there are many and no title among them
    (
        (
            "The cast includes Ana Bell (Dora Flint), Omar Reyes (Sam Rook), Zoe Hart (Iza),"
            " Kit Young (Jasper Fane) and Sam Cole (Nora Finch)."
        ),
        {
            "Ana Bell": "Dora Flint",
            "Omar Reyes": "Sam Rook",
            "Zoe Hart": "Iza",
            "Kit Young": "Jasper Fane",
            "Sam Cole": "Nora Finch",
        },
    ),
    (
        "The cast includes Ana Bell (Harbour Heist) and Omar Reyes (Salt Road).",
        {"Ana Bell": "", "Omar Reyes": ""},
    ),
    (
        "Dora is ill. The cast includes Ana Bell (Dora Flint) and Omar Reyes (Sam Rook).",
        {"Ana Bell": "Dora Flint", "Omar Reyes": "Sam Rook"},
    ),
    (
        "The cast includes Ana Bell (General Flint) and Omar Reyes (Sam Rook).",
        {"Ana Bell": "General Flint", "Omar Reyes": "Sam Rook"},
    ),
    # one order of actors and of roles
    (
        "Ana Bell and Omar Reyes play, respectively, the naive nurse Dora and her friend Sam.",
        {"Ana Bell": "Dora", "Omar Reyes": "Sam"},
    ),
    (
        "It stars Ana Bell and Omar Reyes as Dora and Sam respectively, and Zoe Hart as Mia.",
        {"Ana Bell": "Dora", "Omar Reyes": "Sam", "Zoe Hart": "Mia"},
    ),
    (
        "Dora and Sam (Ana Bell and Omar Reyes) are ill.",
        {"Ana Bell": "Dora", "Omar Reyes": "Sam"},
    ),
    # owners of a role: a rank shows it, and an actor who is cast elsewhere
    ("It follows Ana Bell's DS Dora Flint.", {"Ana Bell": "DS Dora Flint"}),
    ("It stars Ana Bell. It follows Bell's Dora Flint. Dora is ill.", {"Ana Bell": "Dora Flint"}),
    ("Dora Flint actress Ana Bell, who plays Dora Flint, is ill.", {"Ana Bell": "Dora Flint"}),
    # roles of several words, and asides
    ("It stars Ana Bell as Secretary of War Dora Flint.", {"Ana Bell": "War Dora Flint"}),
    ("Ana Bell plays Dora's brother, Sam, and the mayor.", {"Ana Bell": "Sam"}),
    ("Ana Bell — she was a nurse — stars as Dora Flint.", {"Ana Bell": "Dora Flint"}),
    ('Ana Bell will play "smart, bold, polished" Captain Flint.', {"Ana Bell": "Captain Flint"}),
    ("Det. Dora Flint (Ana Bell) returns.", {"Ana Bell": "Det. Dora Flint"}),
    ("It follows weary Dora (Ana A Bell) across several years.", {"Ana A Bell": "Dora"}),
    # which side of a bracket acts is told by what other rules read
    ("It stars Ana Bell. At the quay is Ana Bell (Nora Fane).", {"Ana Bell": ""}),
    (
        (
            "It stars Ana Bell. Ana Bell (Nora Fane), Omar Reyes (Sam Rook) and Zoe Hart (Mia Cole)"
            " are at the quay."
        ),
        {"Ana Bell": "Nora Fane", "Omar Reyes": "Sam Rook", "Zoe Hart": "Mia Cole"},
    ),
    # elsewhere, and no actor at all
    ("Ana Bell was seen as the troubled Sam in Lamp Of The Sea.", {"Ana Bell": None}),
    ("Ana Bell left after a stint on Harbour as Nora.", {"Harbour": None}),
    ("Dora - played by Ana Bell - is ill.", {"Ana Bell": "Dora"}),
    ("Ana Bell will play Dora's B-list actress wife Mia.", {"Ana Bell": "Mia"}),
    ("Ana Bell has joined the cast of the series to play a cook named Mia.", {"Ana Bell": "Mia"}),
    # quotation marks around a character
    ("It is back, with Ana Bell as the protagonist 'Mira'.", {"Ana Bell": "Mira"}),
    ("The weary detective 'Dora Flint' (Ana Bell) is ill.", {"Ana Bell": "Dora Flint"}),
    ('Ana Bell will play "Dr. Mia Flint, a surgeon with a past."', {"Ana Bell": "Mia Flint"}),
    # one cue for several pairs, and the nearest of several names
    (
        "It has leads Ana Bell, playing Dora, and Omar Reyes, playing her friend Sam.",
        {"Ana Bell": "Dora", "Omar Reyes": "Sam"},
    ),
    (
        "Zoe Hart plays Dora Flint, a woman with her husband, Sam, played by Omar Reyes.",
        {"Zoe Hart": "Dora Flint", "Omar Reyes": "Sam"},
    ),
    ("It stars Ana Bell as well as Zoe Hart.", {"Ana Bell": "", "Zoe Hart": ""}),
    # past works in brackets of a sentence with titles among them
    (
        (
            "It stars Omar Reyes (Without a Trace), Ana Bell (Lamps) and Zoe Hart (The Salt Road)."
            " Lamps is long. Lamps was good."
        ),
        {"Ana Bell": ""},
    ),
    ("Ana Bell (Salt Road) is Dora and Omar Reyes (Low Tide) is Sam.", {"Salt Road": None}),
    ("Ana Bell, the actress who plays Dora Flint, is back.", {"Ana Bell": "Dora Flint"}),
    ("Ana Bell brilliantly plays the obsessive Jane.", {"Ana Bell": "Jane"}),
    ("Ana Bell (Doctor Tide) and Omar Reyes (Love in Salt) are there.", {"Doctor Tide": None}),
    ("It follows Saumya, (played by Ana Bell) an officer.", {"Ana Bell": "Saumya"}),
    (
        "It stars Omar Reyes. He is good. Omar Reyes is the villain Anand Rook.",
        {"Omar Reyes": "Anand Rook"},
    ),
    (
        "Ana Bell makes a brief visit in the opening as a tycoon, Zora Mehr.",
        {"Ana Bell": "Zora Mehr"},
    ),
    (
        "It stars Ana Bell. Omar Reyes plays Sam Rook, Bell will play Dora and Kibo Finn.",
        {"Omar Reyes": "Sam Rook", "Ana Bell": "Dora"},
    ),
    (
        "It also stars Zoe Hart as Mia, Will Forte as Rik, with Stefa Owen as the voice.",
        {"Will Forte": "Rik"},
    ),
    # a caption with brackets, a role told before its actor, a star "in" the series
    (
        "Dora Flint (Ana Bell) and Sam Rook (Omar Reyes) in Iron Tide. Bell will play Dora Flint.",
        {"Ana Bell": "Dora Flint", "Dora Flint": None},
    ),
    ("Playing the weary Dora Flint is Low Water star Ana Bell.", {"Ana Bell": "Dora Flint"}),
    ("Ana Bell will also star in the series as Dora Flint.", {"Ana Bell": "Dora Flint"}),
    ("It stars Ana Bell. We see Bell's death row inmate Dora Flint.", {"Ana Bell": "Dora Flint"}),
    ("Ana Bell can be seen for the first time as DCI Dora Flint.", {"Ana Bell": "DCI Dora Flint"}),
    ("Ana Bell plays the head of the HBD Most Wanted team.", {"Ana Bell": ""}),
    ("Ana Bell plays the role of the Captain.", {"Ana Bell": "Captain"}),
    ("It follows Ella AKA Birdie (Ana Bell), an heir.", {"Ana Bell": "Ella"}),
    ("New Shows Make Waves as Real Change Catalysts.", {"Waves": None}),
    ('Ana Bell will play "bold" Deputy Director Gale.', {"Ana Bell": "Director Gale"}),
    # whose kin somebody is, when, and what a prize was for
    ("Ana Bell will play the ex-wife of Sam.", {"Ana Bell": ""}),
    ("Ana Bell will be playing a friend of Sam's called Mia.", {"Ana Bell": "Mia"}),
    ("Ana Bell was picked to play the lead role after Omar.", {"Omar": None}),
    ("Zoe Hart won Best Actress Award for her role as Dora Flint.", {"Best Actress Award": None}),
    ("Ana Bell was named. New face Ana Bell cast as Leads.", {"Ana Bell": ""}),
    (
        "It stars Ana Bell as the eleventh Doctor. A Twelfth Doctor came.",
        {"Ana Bell": "Eleventh Doctor"},
    ),
    ("The son of Ida and Sam, played by Ana Bell, is ill.", {"Ana Bell": ""}),
    # names with particles and common words, and makers who are characters
    ("It follows Rona al'Rhun (Ana Bell) and Sam (Omar Reyes).", {"Ana Bell": "Rona al'Rhun"}),
    ("It follows Goo Won (Ana Bell), an heir.", {"Ana Bell": "Goo Won"}),
    ("It follows Dora (Salma Shahid), a cook.", {"Salma Shahid": "Dora"}),
    ("It follows her young, bold writer Ava (Zoe Hart).", {"Zoe Hart": "Ava"}),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_a_role_is_read_with_its_actor(text: str, roles: dict[str, str | None]) -> None:
    """The character is whom the words lead to, and nobody where they lead to none."""
    read = records(_LEAD + text)
    found: dict[str, str | None] = {}
    for record in read:
        if record["relation"] == "cast_member" and not found.get(record["object"]):
            found[record["object"]] = record["qualifiers"].get("character", "")
    assert {who: found.get(who) for who in roles} == roles
    past = {record["subject"] for record in read if record["relation"] == "worked_on"}
    assert past.isdisjoint(who for who, role in roles.items() if role)


def test_the_table_of_roles_does_not_shrink() -> None:
    """A row leaves the table only with its rule."""
    assert len(ROLES) >= 71
