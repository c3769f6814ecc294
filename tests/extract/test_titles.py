"""Titles of series are found by the signs around them; what shows none is no title."""

import pytest

from showgraph.extract.rulepack.pack import load_pack
from showgraph.extract.text.names import read_capitals
from showgraph.extract.text.sentences import read_sentences
from showgraph.extract.titles.survey import survey_titles
from showgraph.extract.titles.titles import decide_titles


def _titles(
    text: str, *, known: tuple[str, ...] = (), catalogue: tuple[str, ...] = ()
) -> dict[str, str]:
    pack = load_pack()
    sentences = read_sentences(text)
    capitals = read_capitals(sentences)
    survey = survey_titles(sentences, pack.titles, pack.gazetteer, capitals)
    found = decide_titles(survey, pack.titles, known=known, catalogue=catalogue)
    return {title.name: title.kind for title in found}


SERIES = [
    (
        'It has several shows\u2014such as "Low Water," "Iron Tide" and "Salt"\u2014in store.',
        "Iron Tide",
    ),
    (
        'The winter has new shows. "Iron Tide" (Jan. 6) is a tale of a lawyer. A season is long.',
        "Iron Tide",
    ),
    (
        "Ana Bell wrote the six-part series I, Harbour, based on the book of the same name.",
        "I, Harbour",
    ),
    (
        "Salt von Tide Show, coming this summer, is an all-female comedy series.",
        "Salt von Tide Show",
    ),
    (
        "Iron Tide has been busy. The show is sad at his departure from Iron Tide. It is a soap.",
        "Iron Tide",
    ),
    ('The three new originals are -- "Low Water", "Iron Tide" and "Salt Road".', "Iron Tide"),
    ('"Iron Tide" has been written by Ana Bell. The series is long.', "Iron Tide"),
    (
        'Peacock is at work on a dramedy adaptation of the graphic novel "Iron Tide" too.',
        "Iron Tide",
    ),
    ("He is to topline Peacock's Ana Bell pilot Iron Tide, it is said.", "Iron Tide"),
    (
        "New shows\n\n7 The Lamp\n\nThe Lamp is near. The series The Lamp is long. The Lamp ends.",
        "The Lamp",
    ),
    (
        "Zoe Hart joins Peacock's Iron Tide from Low Water creator Ana Bell. It is long.",
        "Iron Tide",
    ),
    ("The drama Iron Tide and Hulu's Salt Road are near. The season is long.", "Iron Tide"),
    (
        "Iron Tide renewed for a fourth series\n\nThe series was seen in May. It is a drama.",
        "Iron Tide",
    ),
    ("Tentatively titled Iron Tide, the serial will be based on the floods.", "Iron Tide"),
    ("Peacock's war drama No Man's Tide is near. The show is long.", "No Man's Tide"),
    ("The drama Honour/Blame is near. The series is long.", "Honour/Blame"),
    (
        "Salt is the New Gold returns with a fourth season. The show is near.",
        "Salt is the New Gold",
    ),
    (
        'It joins the channel\'s other new series "Low Water," "Salt" and "Iron Tide," as told.',
        "Iron Tide",
    ),
    (
        'It joins the new series "Low Water," "Iron Tide," "Salt Road" and "The Lamp" in May.',
        "Iron Tide",
    ),
    ('"Iron Tide" got the official pickup to series. It is long.', "Iron Tide"),
    ('Peacock has picked up "Iron Tide" to series. It is long.', "Iron Tide"),
    ('"Iron Tide" will also be back, for a sixth season on Peacock.', "Iron Tide"),
    (
        'A new police drama, "Iron Tide," is set here. "Iron Tide" will star a weary man.',
        "Iron Tide",
    ),
    ("Zoe Hart has starred in the first season of Peacock's Iron Tide.", "Iron Tide"),
    ("Tide \u2013 The Reckoning is a web series that came out today.", "Tide \u2014 The Reckoning"),
    ("Ana Bell is fine in the upcoming K-drama Iron Tide and likes it.", "Iron Tide"),
    ("Ana Bell is fine in the upcoming drama titled Rosa Hon.", "Rosa Hon"),
    ('"Iron Tide," penned by Ana Bell, is long. The show has a season.', "Iron Tide"),
    ("Peacock has its first original series, Iron Tide on its platform.", "Iron Tide"),
    ("The drama Dept. Q is near. It is long.", "Dept. Q"),
    ("Iron Tide: A fine old tale\n\nAs for Iron Tide, the series is long. It ends.\n", "Iron Tide"),
    ("Low Water is a series. Iron Tide is a series. As with Iron Tide, it is long.", "Iron Tide"),
    ("Titled Iron Tide, the show is near. The cast of Iron Tide is big.", "Iron Tide"),
    (
        "Iron Tide Review: Harbour crime. The series is long. The show has six episodes.",
        "Iron Tide",
    ),
    ("Viewers liked the new crime drama show, Iron Tide, which is out.", "Iron Tide"),
    ("The clip of Ana Bell's new crime drama show Iron Tide is out.", "Iron Tide"),
    (
        'The MBC drama "Iron Tide" is based on a novel. The novel is by Ana Bell.',
        "Iron Tide",
    ),
    ('The thriller "Iron Tide" is back.', "Iron Tide"),
    ("Iron Tide season 2 is near.", "Iron Tide"),
    ("Iron Tide will return for its second season. The show is near.", "Iron Tide"),
    ("Iron Tide (Ana Bell) is set for season 3. The show is near.", "Iron Tide"),
    ("The Tide, which tried too hard, will not get a second season, a show.", "The Tide"),
    ("Iron Tide is back on air with a full season. The show is near.", "Iron Tide"),
    ("Shows like Peacock's The Lamp and The Tide are rare.", "The Tide"),
    ("In the Salt and Tide series, all is grey. A season of the series is long.", "Salt and Tide"),
    ("It made season five of Nordlicht Film's Tide. The show is long.", "Tide"),
    ("Here are the finales of Salt: The Sea, Low Water and Tide.", "Salt: The Sea"),
    ("We like Peacock's Salt and Other Matters, which is fine. A show.", "Salt and Other Matters"),
    ("What we saw\n\nIron Tide - 8\n\nThe series is long. The show has a season.\n", "Iron Tide"),
    ("Seen\n\nSalt - B+; Iron Tide - 8\n\nThe series is long. A season is near.\n", "Iron Tide"),
    ("New drama series\n\n'Tide (Salt of the Sea)'\n\nThis drama series is near.\n", "Tide"),
    ("Salt, The Lamp, Low Water, and Tide will all be back next season. The show is long.", "Tide"),
    ("The CW also picked up Salt, No Lamp, and Tide. The show is long.", "Tide"),
    ("Renewed: Salt (is it?), Beauty and the Tide (really?) and The Lamp.", "Beauty and the Tide"),
    ("What is gone\n\nCanceled: 'Low Water'\n\nThe show is long.\n", "Low Water"),
    ("What is gone\n\nCanceled: Low Water (Fox)\n\nThe show is long.\n", "Low Water"),
    ("Shows such as Salt, Rosa's Harbour and Tide are long.", "Rosa's Harbour"),
    ("Shows such as Ana Bell's Lamp, Salt and Tide are long.", "Lamp"),
    ("It has many shows this year, including series Low Water and Salt.", "Salt"),
    ("It has the dramas Salt, Low Water (or Rosa's Lamp) and Iron Tide.", "Low Water"),
    ("All shows\n\nLow Water - Fox - Renewed\n\nThe show is long.\n", "Low Water"),
    ("All shows\n\nLow Water - May 3 on Peacock\n\nThe show is long.\n", "Low Water"),
    ("All shows\n\nLow Water: TBA\nSalt: Effectively cancelled\n\nThe show is long.\n", "Salt"),
    ("Making its debut in May is Iron Tide, the grey one. It has a season, the show.", "Iron Tide"),
    ("Premiering on Friday is Iron Tide. It is long.", "Iron Tide"),
    ("One of the biggest shows coming to us is Iron Tide, a fine one.", "Iron Tide"),
    ("The first original series to win is Iron Tide, a fine one.", "Iron Tide"),
    ("Recent Danish originals include Low Water, Salt and The Lamp.", "Salt"),
    ("It has good dramas as well, including Salt and Tide, both of them new.", "Tide"),
    ("Five returning shows, namely Salt, Low Water and Tide, were named.", "Tide"),
    ('Acclaimed series like "Salt Road" and "Tide" are rare.', "Tide"),
    ("It has three shows: Salt, Low Water and Tide. They are long.", "Tide"),
    ("The Danish shows Salt and Tide are long.", "Salt"),
    ("It sold content including Low Water, Salt and Tide. The series is long, a season.", "Salt"),
    ("Peacock's hits like Salt & Tide, Low Water and Lamp. The series is long, a season.", "Lamp"),
    ("Peacock has renewed Low Water and Salt for second seasons, and Tide for fifth.", "Salt"),
    ("Peacock has renewed Low Water and Salt for second seasons, and Tide for fifth.", "Tide"),
    ("Peacock renewed Lamp of Salt for Season 2, with a spring premiere planned.", "Lamp of Salt"),
    ("Peacock renewed Salt and Bell for a season. The show is long.", "Salt and Bell"),
    ("The show is long. Also cancelled are Low Water and Salt, two of them.", "Salt"),
    ("Here are the finales of Low Water, Salt and Tide.", "Tide"),
    ('A novel gave us "Salt Road," now a six-episode miniseries on Peacock.', "Salt Road"),
    ("She made the revival of “Salt Road” and has a series. Called “Tide,” it is sad.", "Tide"),
    ("It shows a crime series, Salt; a drama series, Low Water; and more.", "Salt"),
    ("It is a clip of the second season of his hit show, Iron Tide on Peacock.", "Iron Tide"),
    ("There is the new Ana Bell series, Iron Tide starring Omar Reyes.", "Iron Tide"),
    ("Peacock bought “Salt Road,” a thriller told in flashbacks.", "Salt Road"),
    ("Series such as Low Water, Salt Road and Iron Tide are rare.", "Salt Road"),
    ("She is watching Iron Tide. The show is in its second season.", "Iron Tide"),
    ("The example is Peacock's The Lamp.", "The Lamp"),
    (
        "New this week\n\n- The Tide: This drama series tells of a cold grey harbour.\n",
        "The Tide",
    ),
    ("New this week\n\n- For the Sea: Made by Ana Bell, this drama is near.\n", "For the Sea"),
    ("Peacock gave Iron Tide a two-season order. The show has a season.", "Iron Tide"),
    ("Peacock brings Iron Tide back for season 10, a show. A season is near.", "Iron Tide"),
    ("It is the home of Iron Tide's historical 21st season. The show is near.", "Iron Tide"),
    ("On The CW Iron Tide will return for a final season. The show is near.", "Iron Tide"),
    (
        "New\n\n1. 12 Lamps\n\nHere 12 Lamps season 2 is near.\n\n2. Salt\n\nThe drama.\n",
        "12 Lamps",
    ),
    ("Iron Tide is one of those shows that last.", "Iron Tide"),
    ("Tide, now in its fourth season on Peacock, has become a hit.", "Tide"),
    ("Iron Tide is the best thing on television right now.", "Iron Tide"),
    ("Ana Bell on the return of Tidal\n\nShe is in the Peacock show. Tidal is fun.\n", "Tidal"),
    (
        (
            "Iron Tide: Episode 9 recap\n\nDora runs. Isa waits. Noor is sad. Zoe sings."
            " Kay is late. The sea is grey. The end is near.\n"
        ),
        "Iron Tide",
    ),
    ("Tide is Peacock's biggest-ever series to be filmed in Lisbon.", "Tide"),
    ("Iron Tide Creator Ana Bell Breaks Down The Season Finale\n\nA fine show.\n", "Iron Tide"),
    ("Home From Home, BBC One review - salt\n\nHome From Home is a sad show.\n", "Home From Home"),
    ("Iron Tide S5 Pt 2 Ep3 Recap\n\nDora waits. It is a fine show.\n", "Iron Tide"),
    ("TIT \u2014 Season 3 Episode 5 Recap\n\nDora waits. It is a fine show.\n", "TIT"),
    (
        (
            "Ana Bell ousted from 'Tidal'\n\nAna Bell, who plays Dora in Tidal, is gone. Omar Reyes"
            " headlines Tidal. The show has a season, the show is fun.\n"
        ),
        "Tidal",
    ),
    ("NBC isn't renewing The Tide, starring Ana Bell, after its first season.", "The Tide"),
    ("Before NBC picked up Tide, it had seasons on Peacock. Tide writer Ana Bell left.", "Tide"),
    ("It is said of the Peacock drama Life, a tale of bakers.", "Life"),
    ('The drama "Iron Tide\'s" premiere date is set.', "Iron Tide"),
    ("Peacock ordered a crime drama titled Ironside co-created by Ana Bell.", "Ironside"),
    ("Iron Tide has been picked up for a fifth season. Iron Tide airs on Peacock.", "Iron Tide"),
    ("On Iron Tide\n\nDora is a cast member on Iron Tide. The show has a season.", "Iron Tide"),
    ("The good thing about the Peacock special Iron Tide is that it takes its time.", "Iron Tide"),
    ("In a year of plenty it went on to launch, Tide, the new series on Peacock.", "Tide"),
    ("The mood is fine, making Iron Tide one of the best shows in Lisbon.", "Iron Tide"),
    ("Iron Tide directed by Ana Bell uses fog. Iron Tide is a show that lasts.", "Iron Tide"),
    ("Her silence is broken by The Tide (Peacock). It is a show.", "The Tide"),
    ("IRON TIDE is near. The drama Iron Tide is long.", "Iron Tide"),
    ('"The Tide," which will have 10 one-hour long episodes, is near.', "The Tide"),
    (
        (
            "New sitcoms\n\nIron Tide\n\nBaker Dora Quist (Ana Bell) and her friend Isa (Kay Moss)"
            " are late. The show is fun.\n"
        ),
        "Iron Tide",
    ),
    ("The song of Peacock' new show, Iron Tide has a fine tune.", "Iron Tide"),
    ("It also made the spin-off, Iron Tide, which is long.", "Iron Tide"),
    ("A Danish pilot, Iron Tide, was made in 1981.", "Iron Tide"),
    ("Ana Bell is the new host of teatime quiz Iron Tide.", "Iron Tide"),
    (
        (
            "Iron Stars New Trailer: Did Ana Bell Know?\n\nIron Stars may tell a tale of Ana Bell."
            " The drama series has 16 episodes. The show is out soon.\n"
        ),
        "Iron Stars",
    ),
    ("Ana Bell is a judge on Lisbon's Got Salt, a show.", "Lisbon's Got Salt"),
    (
        (
            "The studio makes films. Its Peacock drama is fine. Ana Bell is in Peacock's new drama"
            " Iron Tide. A film is made."
        ),
        "Iron Tide",
    ),
    (
        (
            "Rosa's Yard at 40\n\nRosa's Yard is old. Rosa Bell made it, Rosa Reyes too, here."
            " As Rosa's Yard turns 40, the sitcom is shown again, a show.\n"
        ),
        "Rosa's Yard",
    ),
    ("Iron Tide is one of NBC's longest-running and most-loved television shows.", "Iron Tide"),
    ("Iron Tide is a dark and funny drama about bakers.", "Iron Tide"),
    ("Iron Tide is a crime thriller story set in Lisbon.", "Iron Tide"),
    ("It is out before the season 2 premiere of Tide on Peacock, a show.", "Tide"),
    ('The Peacock drama "48" is near. "48" is long.', "48"),
    ("A series is coming to Peacock. It's called Iron Tide.", "Iron Tide"),
    ("The web series 'Iron Tide Season 2' is out.", "Iron Tide"),
    ("Another drama to watch out for is Iron Tide.", "Iron Tide"),
    ("She praised Iron Tide—a crime thriller with Ana Bell.", "Iron Tide"),
    ("The thrillers, Iron Tide and Low Water, are near.", "Low Water"),
    ("Iron has added Ana Bell to its cast for a season. The show is near.", "Iron"),
    ("Omar Reyes has made a web series called Iron Tide.", "Iron Tide"),
    ("Peacock's upcoming Tide is near.", "Tide"),
    ("Bell's new drama, “Iron Tide,” is near.", "Iron Tide"),
    ("Tide is created and written by Ana Bell. The series is long, the show too.", "Tide"),
    ("She is a star of the drama Tide #2 on Peacock.", "Tide #2"),
    ("The drama “Iron Tide” is based on a novel, said Peacock.", "Iron Tide"),
    ("Credits: Iron Tide is created by Ana Bell. The series Iron Tide is near.", "Iron Tide"),
    (
        'This is its next big series, "Iron Tide," a drama chronicling a flood.',
        "Iron Tide",
    ),
    ("Iron Tide is a drama chronicling a flood.", "Iron Tide"),
    ("Titled Iron Tide, the series will be long.", "Iron Tide"),
    ("The drama The Tide with The Lamp's Ana Bell is near. The season is long.", "The Tide"),
    ("The competition series Rosa's Got Salt returns with its 14th season.", "Rosa's Got Salt"),
    ("Shooting is on for Lisbon, a new comedy series. Lisbon is in its first season.", "Lisbon"),
    (
        "Iron Tide Anime's 2nd Season Adds Four\n\nThe anime opens in May. Iron Tide is near.\n",
        "Iron Tide",
    ),
    (
        "Peacock's upcoming Revenge has its cast. The series premieres in May; the show is long.",
        "Revenge",
    ),
    ("A Farewell To 'Tide,' The Finest Show You Should See", "Tide"),
    ("Iron Tide (Feb. 8, Peacock) is a new arrival. Iron Tide premieres soon.", "Iron Tide"),
    ("The second season of Iron Tide is near.", "Iron Tide"),
    ("The drama series Iron Tide is near.", "Iron Tide"),
    ("Iron Tide is a web series about the sea.", "Iron Tide"),
    ("Peacock's hit Iron Tide premieres on Friday.", "Iron Tide"),
    ("The crime drama The Girl in the Harbour is near.", "The Girl in the Harbour"),
    ("The trailer of Iron Tide Season 3 is out.", "Iron Tide"),
    ('The comedy "What Now?" is back.', "What Now?"),
    ("The sitcom Harbour 24 is back.", "Harbour 24"),
    ("Ana Bell is joining the cast of Peacock's Iron Tide. Iron Tide is near.", "Iron Tide"),
    (
        "Iron Tide, which premiered in May, is a hit. The series is long. A season is near.",
        "Iron Tide",
    ),
    ("Peacock's series adaptation of Omar Reyes's novel The Lamp is near.", "The Lamp"),
    (
        "The rights in China to Iron Tide are sold. Iron Tide, a drama, is near.",
        "Iron Tide",
    ),
    ("Better (6x60) is made by Nordlicht.", "Better"),
    ("Filming for Iron Tide season three is under way. Iron Tide is near.", "Iron Tide"),
    ("New this month\n\n12 Lamps (Peacock)\n\nThe drama series is near.\n", "12 Lamps"),
    ("New this month\n\n2. IRON TIDE\n\nIron Tide is near. The series is long.\n", "Iron Tide"),
    ("Iron Tide\n\nA fine debut\n\nThe six-part series is set in Lisbon.\n", "Iron Tide"),
    ("New this month\n\nSept 13: The Lamp - Peacock\n\nThe drama series is near.\n", "The Lamp"),
    (
        "Iron Tide 2 trailer: out now\n\nThe series Iron Tide is near. Iron Tide is long.",
        "Iron Tide",
    ),
    (
        "The drama Midnight, Texas, is near. Midnight, Texas, stars Ana Bell. It is long.",
        "Midnight, Texas",
    ),
    ("Iron Tide series finale review\n\nThe finale of Iron Tide was good.\n", "Iron Tide"),
]
NO_SERIES = [
    "It is near. The new series Executive Producer Ana Bell made is a season long. It is near.",
    "Five New Salt Projects Planned\n\nNew series are near. The drama is long.\n",
    "The shows stars include Ana Bell, Omar Reyes and Zoe Hart. The season is long.",
    "He is to topline Peacock's Ana Bell pilot, it is said. The season is long.",
    'He works on a film adaptation of the novel "Iron Tide" for a season.',
    'A Twilight Tide reunion on the show\n\n"Twilight Tide" director Ana Bell is back.',
    'The films "Low Water," "Iron Tide," and "The Lamp" are near. The season is long.',
    '"Iron Tide" got the official order of the day. The season is long.',
    "Ana Bell is a wife and a series regular. The show is long. A season is near.",
    "On cable\n\nAirs: Monday at 8 p.m. ET/PT (Peacock)\n\nThe show has a season of 10 episodes.\n",
    "These Network TV Shows Just Got Canceled\n\nTelevision is brutal. The season is long.\n",
    "Ten Shows That Were Cancelled After Just One Season\n\nThe show is near. A season is long.\n",
    "K-DRAMA NEWS\n\nThe series is near. The season is long, a show.\n",
    "Home\n\nDocuseries Debut\n\nThis docuseries has nine parts. The show is long.\n",
    "They open the show and cover 'Mercy,' starring Luc Perrin, a misfire.",
    "The drama is near.\n\nBell is Nora Flint-Cole\n\nThe series is long. It has a season.\n",
    "Salty Foxes Face New Rivals This Monday\n\nThe afternoon drama series is long.\n",
    "Debuted: Sunday, Sept. 7, at 8 p.m. on Peacock\nThe series is long. The show is near.\n",
    "The comedy S*A*L*T is near. The show is long. A season is near.",
    "She is watching Ana Bell conquer the world. The show is near, a season is long.",
    "Peacock's 'Limelight' panel is near. The show is near, a season is long.",
    "The head of drama Ana Bell (Peacock) is near. The show is near.",
    "Fans miss the cast of the NFL. The NFL season is near. The show is near.",
    "Peacock Makes New Orders\n\nThe series is near. The show is long.\n",
    "Unfortunately, season 1 is over. The show is near.",
    "He is hunted by Alice \u2013 the series\u2019 other major presence. The show is long.",
    "Besides Dora Bell and Britton, the one-hour drama is long. The show is near.",
    "Luc Perrin is the man behind the series. The show is near.",
    "Season 1 stars Ana Bell and Omar Reyes will not be back for season 2. The show is near.",
    "It was in Peacock's Landmark Sitcom Season in May. The show is fun. It has a season.",
    "K-Drama Casting Updates\n\nWe see a drama in May. The show is fun. It has a season.",
    'It is about Ana "Mack" Bell. Mack is sad, Mack is glad. The show is fun. It has a season.',
    "Read Nicole's recap of it. The show is fun. It has a season, and Nicole likes the season.",
    "The Scotsman\n\nA new series is made in Lisbon. The show has a season.",
    "Ana Bell is Peacock's comedy chief. The show is fun. It has a season.",
    "By Ana Bell\n\nDora (Kay Moss) and Isa (Zoe Hale) are late. The show is fun. It has a season.",
    "Status: Active, Streaming 1st Season\n\nThe show is fun. It has a season.",
    "Lisbon has been picked for a fifth time. Porto is one of the best cities.",
    "In Peacock's new show, Ana Bell is a baker. In Peacock's new drama, Omar Reyes has a boat.",
    "It is with a host of Lisbon stars. The show is long. A season is near.",
    "16 Shows Gone Too Soon\n\nThe show was long. A season of it was good.\n",
    "Dora is played by our lead Ana Bell. The show is long. A season is near.",
    "Rating: 3.5\n\nReview by Ana Bell\n\nThe show is long. The season has six episodes.\n",
    'Ana Bell: "I was glad"\n\nAna Bell likes the show. The show is in its second season.\n',
    "Ana Bell and Omar Reyes are starring in a drama series. The show has a season.",
    "He belongs in another show, and what is Omar Reyes doing here? A season is near, a show.",
    "Ana Bell co-stars in a drama. A season is near, the show is long.",
    "Nordlicht has added Ana Bell to its board. The show is near, a season is long.",
    "She wrote a novel called Iron Tide.",
    "Peacock's new Friday-Saturday series is near.",
    "The teaser of Ana Bell's new crime drama show is out.",
    "It was directed by Omar Reyes and Ana Bell, the new show will be out soon.",
    "In the new crime series, Dora, a detective, is sad.",
    "Salt Road Review: A dull novel, a long novel by Ana Bell.",
    "Ana Bell will return next season. The season is long, the show goes on.",
    "Bell will not be back after a season. Bell is gone from the show for a season.",
    "Is Your Favorite TV Show Already Gone? A season of shows is near.",
    "The order of the day\n\n- Note: This week the weather is fine and the sea is calm.\n",
    "Cities like Lisbon and Porto are rare.",
    "The actor Omar Reyes said that he would wait.",
    "Ana Bell stars in plays. Ana Bell stars in films too.",
    "It premieres in April. April premieres are rare, April is a month.",
    "Peacock premieres it on Friday. Peacock's premiere is near.",
    "Lisbon premieres are rare. The mayor of Lisbon came.",
    'Her film "Iron Tide" is near.',
    "The film Iron Tide premieres on Friday.",
    "Monday premieres are rare. On Monday, all is quiet.",
    "The series is near.\n\nCast and Release\n\nIt has six parts. Cast and Release.\n",
    "The film is near. Harbour thriller 'Iron Tide' was pulled from cinemas.",
    "Ana Bell has appeared in the dramas 'Low Water' and 'Salt Road'.",
    "Set in Lisbon, the series is near. Set in Lisbon, the drama is long.",
    "New this week\n\nHarbour Cup (May 3, Peacock)\n\nThe Harbour Cup is live on Peacock.\n",
    "Ana Bell & Omar Reyes are cast in a Peacock drama. The drama is near.",
    "Nordlicht renewed it. Nordlicht is a firm.",
    "Peacock ordered a third season of the Ana Bell-starring drama. The season is long.",
    "It is made by Omar Reyes and Ana Bell, the popular series was the first of its sort.",
    "Ana Bell will return for episodes in the third season of the show. The season is near.",
    'Low Water star Ana Bell came to the show. A season is long. "Salt Road" actor Sam Cole came.',
    "The Friday-Saturday show is new. Peacock's new Friday-Saturday offering is a show.",
    'The studio\'s recent films "Low Water" and "Salt Road: The Return" were seen in the season.',
    "MORE INFO: Official Site\n\nThe series premieres in May.\n",
    "Bell has signed for the club. Bell featured last season. Bell is happy, Bell says.",
    "The film is near. The comedy Low Water follows a sailor. It opens in cinemas.",
    "The series has a Danish cast. It has an Ardian cast led by Ana Bell. The season is long.",
    "The drama is about a man named Sam Flint. The season is long.",
    "The series is based on the films of Salt Line Cinema. The season of the show is near.",
    "Culture\n\nThe series is near. It is a long season for a show.\n",
    "At the festival are films, a film by Kay Moss, two films more. The comedy Low Water opens it.",
    "Peacock's Head of Drama and Comedy said it. The season of the show is long.",
    "In the Ana Bell series, all is grey. A season of the series is long.",
    "Peacock's Top 10 for the Week\n\nThe show is long.\n",
    "Ana Bell, Omar Reyes and Dan Moor will all return next season. The show is long.",
    "Renewed: the hope of Ana Bell for a season of the show.",
    "All quiet\n\nRosa Hon - 3 May 2024\n\nThe show is long. A season is near.\n",
    "One of the stars of the show is Ana Bell. The season is long.",
    "The best thing about the show is Ana Bell. The season is long.",
    "Joining the cast is Ana Bell. The season of the show is long.",
    "New shows\n\nOld Lamp - Official Trailer | Peacock\n\nIt is long.\n",
    "The producers of the new dramas include Ana Bell and Omar Reyes. The season is long.",
    "The series includes Ana Bell and Omar Reyes in its cast. The season is long.",
    "Her earlier dramas such as Low Water and Salt Road were films. The season is long.",
    "She would move on to other projects, including Low Water and Salt Road. A season is long.",
    "Peacock Renews Popular Series for Season 2\n\nThe show is long. The season is near.\n",
    "The trailer shows Ana Bell and Omar Reyes. The season is long.",
    "Also returning are Ana Bell and Omar Reyes. The season of the show is long.",
    "Sabrina and is Riverdale a show? The season of the show is near.",
]


@pytest.mark.parametrize(("text", "title"), SERIES)
def test_a_series_is_found(text: str, title: str) -> None:
    """Quotes, kinds, seasons and possessive platforms lead to the title."""
    assert _titles(text).get(title) == "series"


@pytest.mark.parametrize("text", NO_SERIES)
def test_what_is_no_series_is_none(text: str) -> None:
    """People, months, platforms, places and films are not taken for series."""
    assert "series" not in _titles(text).values()


def test_what_is_said_of_a_series_is_no_title() -> None:
    """A word between "the" and "series" is no title where the title follows."""
    found = _titles("The new shows include the Mennonite series Saltsong. It is a long season.")
    assert found == {"Saltsong": "series"}


def test_other_works_are_kept_apart() -> None:
    """A film and a novel are works, no series."""
    assert _titles('Her film "Salt Road" follows the novel "Low Water".') == {
        "Salt Road": "film",
        "Low Water": "book",
    }


def test_a_catalogue_vouches_for_a_title() -> None:
    """A title without any sign is found when the user names it."""
    assert _titles("We saw Iron Tide.") == {}
    assert _titles("We saw Iron Tide.", catalogue=("Iron Tide",)) == {"Iron Tide": "series"}


def test_a_title_of_another_document_needs_little_more() -> None:
    """A known title and one weak sign are enough."""
    assert _titles("Iron Tide premieres soon.", known=("Iron Tide",)) == {"Iron Tide": "series"}


@pytest.mark.parametrize(
    "text",
    [
        '"Iron Tide" is back. Iron Tide, the Danish thriller, is a hit. The film came out in May.',
        'The band is on tour. Their single "Iron Tide" premiered and joins "Iron Tide".',
        "Iron Tide is a drama. In this play, as on every stage, a sailor comes home.",
        "Peacock lifted the lid on Season 4 of Iron Tide, its free-to-play shooter.",
        "Iron Tide, a chamber opera, opens the season. The premiere of Iron Tide is near.",
    ],
)
def test_another_medium_makes_no_series(text: str) -> None:
    """A film, a song, a play, a game and an opera are no series, whatever words they share."""
    assert "Iron Tide" not in {n for n, kind in _titles(text).items() if kind == "series"}


@pytest.mark.parametrize(
    "text",
    [
        "Peacock has set a date for Season 3 of Iron Tide.",
        "THE THIRD SEASON OF IRON TIDE DEBUTS",
        "The Eight-Episode Third Season Of IRON TIDE Debuts On Peacock",
    ],
)
def test_what_stands_behind_season_of_is_found(text: str) -> None:
    """A title behind "Season 3 of" is one, and the words in front of "Season" are none."""
    assert {name.lower() for name in _titles(text)} == {"iron tide"}


@pytest.mark.parametrize(
    "text",
    [
        "'Iron Tide' (Sept. 5, Peacock). A baker comes home.",
        "“Iron Tide” (Season 3, Peacock, 8 p.m.): A baker comes home.",
        "“Iron Tide” (series premiere, Peacock, 10 p.m.): A baker comes home.",
        "Iron Tide: Episode 9 recap",
    ],
)
def test_a_line_of_a_schedule_names_a_series(text: str) -> None:
    """A day, a season or an hour with a channel in brackets is what series have."""
    assert _titles(text) == {"Iron Tide": "series"}


def test_parts_of_a_page_in_capitals_are_no_titles() -> None:
    """A line in capitals that nothing else repeats heads a part of the page."""
    text = "What to see\n\nTHE STREAMERS\n\nThis drama series about bakers is fun.\n"
    assert _titles(text) == {}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            (
                "HarbourFolk are set for a sad time.\n\nDora Quist will hear of it. Dora is sad."
                ' A show insider said: "HarbourFolk has a fine tale to tell."\n'
            ),
            {"HarbourFolk": "series"},
        ),
        (
            "Peacock's HarbourFolk made a sound.\n\nThe series is back. Dora waits for it.\n",
            {"HarbourFolk": "series"},
        ),
        (
            (
                "'Salt Hall' star Ana Bell was glad.\n\nShe saw the series. 'Salt Hall,' a sad"
                " one, opens on May 3.\n"
            ),
            {"Salt Hall": "series"},
        ),
        (
            (
                "She is watching Doctor Dora, a fine show. 'The Long Astronaut' is its 9th episode."
                " The show is long. 'The Long Astronaut' is fun.\n"
            ),
            {"Doctor Dora": "series", "The Long Astronaut": "work"},
        ),
        (
            "Harry Quist is sad.\n\nThe show is long. Harry Quist is sad still, Harry Quist is.\n",
            {},
        ),
        (
            "HarbourFolk is set for a tour.\n\nThe podcast is fun. HarbourFolk is on the show.\n",
            {},
        ),
        (
            (
                "HarbourFolk is fine.\n\nSaltFolk is too. HarbourFolk and SaltFolk, SaltFolk and"
                " HarbourFolk: the show must go on.\n"
            ),
            {},
        ),
    ],
)
def test_what_a_text_keeps_coming_back_to_is_its_title(text: str, titles: dict[str, str]) -> None:
    """One phrase without a rival, in a text about a series, unlike the names of people."""
    assert _titles(text) == titles
