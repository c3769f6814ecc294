"""What looks like a fact of a series and is none, or is one of another series."""

from typing import Final

import pytest

from extract.reading import document, facts, records
from showgraph.extract.extraction import read_all

MAIN: Final = 'The series "Iron Tide" opens on Friday. '
Pairs = set[tuple[str, str]]

#: Text, relation, and the facts read from it.
ROWS: Final[list[tuple[str, str, Pairs]]] = [
    # a title that only says what makers or stars did before takes no facts
    (
        MAIN
        + "The new police drama has been written by the team behind harbour drama The Lamp. "
        + "It stars Ana Bell. The Lamp season 2 is near.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "The team behind the drama The Lamp made it. The drama stars Ana Bell.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "From Ana Bell, the showrunner behind Low Water, Iron Tide is a joke of a name.",
        "showrunner",
        set(),
    ),
    (
        MAIN + "It is darker than the early 2000s sitcom starring Ana Bell.",
        "cast_member",
        set(),
    ),
    # a series without a title takes over for a paragraph
    (
        MAIN
        + "It is long. It is good. It is out. Peacock is also developing a comedy series derived "
        + "from it. Ana Bell will executive produce.",
        "executive_producer",
        set(),
    ),
    (
        MAIN + "It is long. It is good. A prequel series will be written by Ana Bell.",
        "writer",
        set(),
    ),
    (
        MAIN
        + "Omar Reyes, currently voicing Dora in Low Water season 2, will play the role of Sam. "
        + "Ana Bell will play the role of Ida.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "Peacock is working on Iron Tide and a new version of Kay's Salt Sea, with a script "
        "by Luc Perrin.",
        "writer",
        set(),
    ),
    (MAIN + "What I like is the last drama written by Alan Pond, Salt War.", "writer", set()),
    (
        MAIN + "The series is long.\n\n* Salt Fox: A tale of a heist, penned by Alan Pond.\n",
        "writer",
        set(),
    ),
    (
        'Critics like the series "Iron Tide", starring Ana Bell and Omar Reyes (???). It is long.',
        "cast_member",
        {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "With it come a series from Mood creator Nora Fell, and Salt Bay-set drama The Jet.",
        "creator",
        {("Mood", "Nora Fell")},
    ),
    (
        MAIN + "With them is Ana Bell of the network series. Low Water is another on Peacock.",
        "platform",
        set(),
    ),
    (
        'Peacock has a show. The drama "Iron Tide" got to a solid ratings start in July 2020.',
        "premiere_date",
        set(),
    ),
    (
        MAIN + "Along with it comes the Nora Fell small-town project starring Kay Moss.",
        "cast_member",
        set(),
    ),
    (MAIN + "It may air with the Nora Fell spy drama starring Kay Moss.", "cast_member", set()),
    (MAIN + "'Salt' is on a roll. This series starring Kay Moss is long.", "cast_member", set()),
    (MAIN + "It is based on the award-winning BBC series about the sea.", "platform", set()),
    (
        MAIN + "Ana Bell, creator of Iron Tide, asked a big question: how does it end?",
        "creator",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "Its rival is the comedy series S*A*L*T, which stars Kay Moss.",
        "cast_member",
        set(),
    ),
    (MAIN + "In 1998, he made his TV series debut as Sam Flint.", "premiere_date", set()),
    (MAIN + "The chef is back six weeks after the last season ended.", "season_status", set()),
    (MAIN + "The series was pulled with six episodes left to air.", "episode_count", set()),
    (
        (
            "The second season of “Iron Tide” is long. Fans know gaps between seasons of “Low "
            "Water” and “Salt Road,” but not such. Ana Bell stars as the boss."
            " “Low Water” season 2 is on."
        ),
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        (
            "While the BBC comedy is ending with its sixth season, the tale may live on in the "
            "comedy Iron Tide."
        ),
        "season_status",
        set(),
    ),
    (MAIN + "The show was a reboot of her original Peacock sitcom.", "platform", set()),
    (
        MAIN + "If you miss the drama “Low Water,” Peacock's new series “Iron Tide” may do.",
        "platform",
        {("Iron Tide", "Peacock")},
    ),
    # a title that nothing else makes known, an original without its title, a party
    (
        MAIN + "It stars Ana Bell, while Tin Parade stars Luc Perrin. Low Water stars Omar Reyes.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN
        + "It is a remake. The original was created by Omar Reyes. It was created by Ana Bell.",
        "creator",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "The original was a hit and starred Omar Reyes. The series stars Ana Bell.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "The dinner was hosted by Omar Reyes. The series is hosted by Ana Bell.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    # each of several its own
    (
        MAIN + "Seasons 1 and 2 were directed by Ana Bell and Omar Reyes, respectively.",
        "director",
        set(),
    ),
    # the last day of a stay
    (
        'Leaving this month: the drama series "Iron Tide" (May 31, 2024).',
        "premiere_date",
        set(),
    ),
    # dates, sources and genres of something else
    (MAIN + "Volume 18 is set to release on September 16, 2024.", "premiere_date", set()),
    (
        MAIN + "The series premieres on September 16, 2024.",
        "premiere_date",
        {("Iron Tide", "2024-09-16")},
    ),
    (MAIN + "It is based on letters and set in Lisbon.", "based_on", set()),
    (MAIN + "As Brain Base animated Iron Tide, it is fine.", "genre", set()),
    (
        "Peacock has renewed Iron Tide for the fifth time. Iron Tide season 6 is near.",
        "season_status",
        {("Iron Tide", "renewed")},
    ),
    (MAIN + "Ana Bell, as do Sam Cole and Kay Moss, came.", "cast_member", set()),
    (
        MAIN + "Much like Ida, Dora (portrayed by Ana Bell) is a sailor.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    # a prize is no renewal, a nomination no prize
    (MAIN + "The drama picked up a prize for its sound.", "season_status", set()),
    (MAIN + "The drama was picked up.", "season_status", {("Iron Tide", "renewed")}),
    (
        "Low Water season 2 is near. " + MAIN + "In it is Omar Reyes, who currently stars in the "
        "popular harbour drama Low Water. Kay Moss also stars.",
        "cast_member",
        {("Iron Tide", "Kay Moss")},
    ),
    (
        MAIN + "It stars Peacock-award nominee Ana Bell.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    # who is meant by "the series", by "the second", by "its remake"
    (
        (
            "It is not true that Iron Tide has been cancelled. The series, starring Ana Bell, "
            "is safe; Hulu has cancelled Low Water. Iron Tide season 2 is near. "
            "Low Water season 1 was short."
        ),
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "It has two novels behind it: the first came out in 2021, the second, due in 2023, "
        "is written.",
        "premiere_date",
        set(),
    ),
    (
        (
            "Iron Tide season 2 is near. Iron Tide and its American remake, Low Water, differ. Low "
            "Water season 1 is short. The remake stars Ana Bell."
        ),
        "cast_member",
        {("Low Water", "Ana Bell")},
    ),
    (
        "After season 1 of the drama Iron Tide drew many viewers, filming begins in Lisbon.",
        "filming_location",
        {("Iron Tide", "Lisbon")},
    ),
    # prizes
    (
        MAIN + "Created by Ana Bell, it won two Orion Awards but was not nominated for an Emmy.",
        "award",
        set(),
    ),
    # a series that comes back has its day of old
    (MAIN + "Iron Tide returns to Peacock on April 21, 2024.", "premiere_date", set()),
    (
        MAIN + "Iron Tide returns to Peacock on April 21, 2024.",
        "platform",
        {("Iron Tide", "Peacock")},
    ),
    (
        "Iron Tide returns to Peacock on April 21, 2024 for its third season. The drama is long.",
        "premiere_date",
        {("Iron Tide / season 3", "2024-04-21")},
    ),
    # pieces of names
    (
        MAIN + "It was produced by Line of Salt's Omar Reyes.",
        "producer",
        {("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "It is executive produced by Ana A. Cole Jr., Ana Bell and Omar Reyes.",
        "executive_producer",
        {("Iron Tide", "Ana A. Cole Jr."), ("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")},
    ),
    (MAIN + "It is about the Flint family, led by Sam Flint.", "cast_member", set()),
    (
        MAIN + "The cast, led by Ana Bell, is large.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    # roles
    (
        MAIN + "It will star Ana Bell as real-life agents Dora Flint and Sam Flint.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "It will star Ana Bell opposite British actor Omar Reyes's Sam Flint.",
        "cast_member",
        {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "It stars Ana Bell (The Lamp), Omar Reyes (Salt Road 2) and Kay Moss (Night Ferry).",
        "cast_member",
        {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes"), ("Iron Tide", "Kay Moss")},
    ),
    (
        MAIN + "In the poster are Ana Bell (The Lamp), Omar Reyes (Salt Road 2), Kay (Night).",
        "cast_member",
        set(),
    ),
    (
        MAIN + "Ana Bell has been cast in it. It is about a man named Sam Flint (Bell).",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    # a title that nobody explains is what its sentence speaks of
    (
        MAIN + "Low Water, once called The Flood, stars Ana Bell. The drama also stars Omar Reyes.",
        "cast_member",
        set(),
    ),
    (MAIN + "It co-stars Ana Bell.", "cast_member", {("Iron Tide", "Ana Bell")}),
    (
        MAIN + "Peacock cancelled five of its current series. Ana Bell is sad.",
        "season_status",
        set(),
    ),
    (
        MAIN + "Peacock cancelled the series. Ana Bell is sad.",
        "season_status",
        {("Iron Tide", "cancelled")},
    ),
    (MAIN + "Peacock passed on all of its comedy pilots.", "genre", set()),
    (MAIN + "The romantic comedy is fine.", "genre", {("Iron Tide", "romantic comedy")}),
    (MAIN + "The show, FKA as Salt Road, is fine.", "cast_member", set()),
    # a bracket behind those who made it holds works
    (
        MAIN + "It is from creators Ana Bell (Low Water, Salt Road) and Omar Reyes (Blue Hour).",
        "cast_member",
        set(),
    ),
    (
        MAIN + "Creator Kay Moss follows Dora Flint (Ana Bell). Bell stars in it.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (MAIN + "It comes from Warner Bros. TV and Ana Bell.", "platform", set()),
    (MAIN + "The show comes to Peacock on May 3.", "platform", {("Iron Tide", "Peacock")}),
    (MAIN + "Others are an untitled legal drama written by Ana Bell.", "writer", set()),
    (MAIN + "It is a drama written by Ana Bell.", "writer", {("Iron Tide", "Ana Bell")}),
    # who wrote is not what was adapted
    (
        MAIN + "It is based on the Salt Road author's novella of the same name.",
        "based_on",
        set(),
    ),
    (
        MAIN + 'It is based on the novella from the mind behind "Salt Road."',
        "based_on",
        set(),
    ),
    (MAIN + 'It is based on the novella "Salt Road".', "based_on", {("Iron Tide", "Salt Road")}),
    (
        (
            "The list includes the adaptation of the Canadian play Salt Road and the thriller "
            "Iron Tide. Iron Tide season 2 is near."
        ),
        "based_on",
        set(),
    ),
    (
        MAIN + "Others are Low Water (which is in its final season) and The Lamp.",
        "season_status",
        set(),
    ),
    (MAIN + "Here come some of the biggest Lisbon stars.", "cast_member", set()),
]


@pytest.mark.parametrize(("text", "relation", "expected"), ROWS)
def test_only_what_is_said_is_read(text: str, relation: str, expected: Pairs) -> None:
    """No piece of a name, no past work and no other show makes a fact."""
    assert facts(text, relation) == expected


def test_the_table_does_not_shrink() -> None:
    """The readings that were false once stay in the table."""
    assert len(ROWS) >= 41


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It will star Ana Bell as real-life agents Dora Flint and Sam Flint.", set()),
        ("Ana Bell plays an FBI agent in it.", set()),
        ("Ana Bell plays the agent Dora Flint in it.", {"Dora Flint"}),
        ("Much like Ida, Dora (portrayed by Ana Bell) is a sailor.", {"Dora"}),
        (
            "Ana Bell has been cast in it. It is about a man named Sam Flint (Bell).",
            {"Sam Flint"},
        ),
    ],
)
def test_a_role_is_that_of_its_actor(text: str, roles: set[str]) -> None:
    """Several roles, an office and a surname in a bracket are told from a role."""
    found = {
        str(record["qualifiers"]["character"])
        for record in records(MAIN + text)
        if record["relation"] == "cast_member" and "character" in record["qualifiers"]
    }
    assert found == roles


def test_a_title_at_the_end_takes_no_facts_of_the_beginning() -> None:
    """What a text names in its last lines only is not what it was about before."""
    text = (
        "The coast the star\n\nIt has been a good time for the coast.\n\n"
        "The 13-part drama is from writer Kay Moss.\n\nIt explores a family, starring Ana Bell "
        "and Omar Reyes.\n\nThe town is proud.\n\nThe sea is calm.\n\nThe weather is fine.\n\n"
        "Bell will be seen on Peacock in a new season of Salt Road.\n"
    )
    assert facts(text, "cast_member") == set()


def test_the_fifth_time_is_no_season() -> None:
    """What is done for the fifth time is not done for a fifth season."""
    text = "Peacock has renewed Iron Tide for the fifth time. Iron Tide season 6 is near."
    (record,) = [r for r in records(text) if r["relation"] == "season_status"]
    assert "season" not in record["qualifiers"]


def test_a_title_met_once_by_the_way_leads_no_text() -> None:
    """A new paragraph does not go on with a title that was named once beside others."""
    text = (
        "Peacock has announced its first local show, on its platform in May. Also near is a film. "
        "Other shows include the harbour thriller Low Water.\n\n"
        "The cast includes Ana Bell and Omar Reyes.\n"
    )
    assert facts(text, "cast_member") == set()


def test_a_text_without_series_tells_nothing_of_other_works() -> None:
    """Past works are facts beside those of a series, not of a text about films."""
    films = "Salt Road starring Ana Bell is to release in May. Ana Bell (The Lamp) won an Oscar."
    assert facts(films, "worked_on") == facts(films, "award") == set()
    assert facts(MAIN + "It stars Ana Bell (The Lamp).", "worked_on") == {("Ana Bell", "The Lamp")}
    halves = {("Ana Bell", "Salt & Oil"), ("Omar Reyes", "Kay and Sam")}
    text = MAIN + "It stars Ana Bell (Salt & Oil) and Omar Reyes (Kay and Sam)."
    assert facts(text, "worked_on") == halves


def test_a_list_that_ends_with_the_sentence_is_read() -> None:
    """What closes a list may be the last words of a sentence."""
    text = MAIN + "It stars Ana Bell, Omar Reyes, and more"
    assert facts(text, "cast_member") == {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")}


def test_who_directs_in_front_of_the_stars_is_no_work() -> None:
    """A line of credits under a heading and its day belongs to what the heading names."""
    text = (
        "New series\n\nIron Tide (Peacock)\n\nLaunches globally January 27, 2021\n\n"
        "It is a drama.\n\nProduced by Nord, directed by Ana Bell, starring Luc Perrin.\n\n"
        "Low Water (Hulu)\n\nMondays beginning January 11, 2021\n\nIt is long.\n"
    )
    assert facts(text, "cast_member") == {("Iron Tide", "Luc Perrin")}
    assert facts(text, "worked_on") == set()


def test_a_nomination_is_no_prize() -> None:
    """Who received a nomination has won nothing."""
    found = records(MAIN + "Ana Bell received an Emmy nomination.")
    assert [r["qualifiers"]["result"] for r in found if r["relation"] == "award"] == ["nominated"]


def test_the_main_series_is_not_what_somebody_is_famous_for() -> None:
    """Of equal titles the first leads, unless it only says who somebody is."""
    text = (
        "Director Omar Reyes, famous for 'Low Water', a mystery series, is back. "
        "'Iron Tide' is a harbour drama. It stars Ana Bell. The series is out."
    )
    (reading,) = read_all([document(text)])
    assert reading.main == "Iron Tide"


def test_what_an_actor_says_of_a_character_is_not_about_the_actor() -> None:
    """A married character makes no married actor."""
    text = MAIN + "It stars Sam Cole as Max Flint. Cole says his character is married."
    assert "personal-life" not in {str(r["object"]) for r in records(text)}
    text = MAIN + "It stars Sam Cole as Max Flint. Cole says he is married."
    assert "personal-life" in {str(r["object"]) for r in records(text)}


def test_a_sentence_that_a_title_opens_names_a_series() -> None:
    """What stars Ana Bell is a series where a text speaks of series, and no film one."""
    text = (
        "Ten series to watch\n\nThe series Iron Tide is a harbour drama on Peacock.\n\n"
        "Ingola stars Ana Bell. The drama is good.\n"
    )
    assert facts(text, "cast_member") == {("Ingola", "Ana Bell")}
    film = "The film is out. Ingola stars Ana Bell. The movie is good, as films go.\n"
    assert facts(film, "cast_member") == set()


def test_a_newsroom_and_a_podcast_are_no_series() -> None:
    """Who wrote the text, and what calls itself a podcast, take no facts."""
    text = (
        "Peacock renews Iron Tide\n\nPeacock News\n\nThe comedy series Iron Tide is back.\n\n"
        "The drama is produced by Salt Pictures.\n"
    )
    (reading,) = read_all([document(text)])
    assert [title.name for title in reading.titles] == ["Iron Tide"]
    text = (
        "Harbour Lights: The Podcast\n\nHere is the first episode of Harbour Lights: The Podcast, "
        'made by the sea. Hosted by Ana Bell, it goes with the "Harbour Lights" show in town.\n'
    )
    assert facts(text, "cast_member") == set()
    text = "Peacock has renewed Bad News for season 2. It stars Ana Bell."
    assert facts(text, "cast_member") == {("Bad News", "Ana Bell")}


def test_a_series_of_ten_episodes_is_not_the_season_spoken_of() -> None:
    """So "the 13-episode series" counts the series; "13 episodes" count the season."""
    text = "The second season of Iron Tide is out. Ana Bell stars in the 13-episode series."
    assert [r["subject"] for r in records(text) if r["relation"] == "episode_count"]
    (count,) = [r for r in records(text) if r["relation"] == "episode_count"]
    assert "season" not in count["qualifiers"]


def test_a_text_of_the_stage_names_no_series() -> None:
    """Theatres and Broadway make no series; a star of Broadway makes no series a play."""
    play = (
        "The Broadway revival of Kay Moss's Salt Road, directed by Omar Reyes, opened in May. "
        "Ana Bell, who plays Dora Flint, is back at the Harbour Theatre, the best Broadway house.\n"
    )
    assert facts(play, "cast_member") == facts(play, "director") == set()
    series = (
        "The drama series Iron Tide, directed by Omar Reyes, opened in May. The series stars "
        "Ana Bell, known from Broadway, the musical Salt Road and the Harbour Theatre.\n"
    )
    assert facts(series, "director") == {("Iron Tide", "Omar Reyes")}


def test_what_a_channel_announces_in_a_headline_is_a_series() -> None:
    """So "X: Peacock reveals" names X, though the text does not; "cast of X" alone does not."""
    text = "Iron Tide: Peacock reveals full cast\n\nFilming of the drama is on. Good news.\n"
    (reading,) = read_all([document(text)])
    assert reading.main == "Iron Tide"
    text = "Good news: Peacock is fine\n\nThe main cast of Harbourers are Ana Bell as Dora.\n"
    (reading,) = read_all([document(text)])
    assert reading.main == ""


@pytest.mark.parametrize("heading", ["Creative Team", "Production Status", "Lead Cast", "Male"])
def test_a_heading_of_any_article_is_no_series(heading: str) -> None:
    """What stands over a part of a text names no series, and takes no credit."""
    text = f"{heading}\n\nThe series is written and executive produced by Ana Bell."

    assert records(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "The companion podcast of the drama series Iron Tide is hosted by Ana Bell.",
            "cast_member",
        ),
        ("The theme song of the drama series Iron Tide was produced by Ana Bell.", "producer"),
        ("The stage version of the drama series Iron Tide stars Ana Bell.", "cast_member"),
        ("The book on which the series Iron Tide is based was written by Ana Bell.", "writer"),
        ("A Danish remake of the drama series Iron Tide stars Ana Bell.", "cast_member"),
        ("The soundtrack of the drama series Iron Tide is released on May 3.", "premiere_date"),
        ("The documentary about the drama series Iron Tide was directed by Ana Bell.", "director"),
    ],
)
def test_what_is_made_of_a_series_gives_it_nothing(text: str, relation: str) -> None:
    """A remake, a song or a book of a series has makers and days of its own."""
    assert facts(text, relation) == set()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Nobody has said that the drama series Iron Tide was cancelled.", "season_status"),
        ("The drama series Iron Tide nearly got cancelled after season two.", "season_status"),
        ("Fans petitioned Peacock to renew the drama series Iron Tide.", "season_status"),
        ("Ana Bell wanted a final season of the drama series Iron Tide.", "season_status"),
        ("The drama series Iron Tide missed its premiere date of May 3.", "premiere_date"),
        ("The drama series Iron Tide was originally set to premiere on May 3.", "premiere_date"),
        ("The drama series Iron Tide was rejected by Peacock and NBC.", "platform"),
        ("The drama series Iron Tide was to star Ana Bell before she left.", "cast_member"),
    ],
)
def test_what_did_not_come_to_be_is_no_fact(text: str, relation: str) -> None:
    """What was nearly so, missed, asked for or given up is not accepted."""
    rows = [row for row in records(text) if row["relation"] == relation]
    assert [row for row in rows if row["status"] in {"asserted", "scheduled"}] == []
