"""The words of a sentence that are not its subject: fillers, turns, and other words.

Lists of this kind are written by hand. They are no part of any question: what only one question
may be asked with stands in the phrases of that question.
"""

from typing import Final


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a text as words, without empty ones."""
    return tuple(tuple(line.split()) for line in text.splitlines() if line.strip())


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


ARTICLES: Final = word_set("the a an")
AUXILIARIES: Final = word_set("""
is are was were am be do does did has have had can could will would shall should may might must
""")
PREPOSITIONS: Final = word_set("in on at from by to for with of during as into onto through")
JOINERS: Final = word_set("and or plus versus vs")
TIMES: Final = word_set("year date day month time")

#: Words without which a sentence asks the same.
FILLERS: Final = (
    AUXILIARIES
    | PREPOSITIONS
    | word_set("""
the a an it its this that these those there here and or so then but be
been being who whom whose what which please just really actually ever some any exactly also too
well get got one ones both person people man woman guy lady someone somebody anyone anybody
everyone everybody all name names named called ms mr mrs miss two they them their
theirs folks folk us we currently now yet already simply
thing things every each various different together anywhere somewhere individual individuals
gone going goes go pls plz kindly actual original originally main very
basically roughly officially ultimately generally precisely approximately approx finally entire
whole overall supposedly reportedly apparently specifically particular particularly certain
whatever whoever whichever eventually afterward itself themself already still famous
altogether respective respectively bro dude mate thx ty lol ppl girl boy gal fellow bloke nowadays
something anything able few bit regular proper such official basic according exact precise
quick current recent complete full detailed brief simple general
""")
)
#: They belong to the verb before them: "come up" is no "come".
PARTICLES: Final = word_set("up out off down back along away")
#: Verbs that "on" makes another verb of: "get on", "go on".
WITH_ON: Final = {
    **dict.fromkeys(("get", "gets", "got", "getting"), "get"),
    **dict.fromkeys(("go", "goes", "going", "went", "gone"), "go"),
}
#: They stand for a person or character; where one is named, they are fillers.
PRONOUNS: Final = word_set("he she him her his hers himself herself themselves")
#: The words that are no verb with a particle of its own, and which may stand between the two.
SMALL: Final = FILLERS | PRONOUNS
OBJECTS: Final = word_set("{} it the a this that them him her")
#: They are accounted for like any word, and say too little to make two wordings alike.
WEAK: Final = word_set("""
i me my mine you your yours our ours about like become do have
long many much old
""")
_NEGATIONS: Final = word_set("""
not no never none nobody nothing nowhere neither nor without except besides unless hardly
excluding cannot non apart but_for
""")
_COMPARISONS: Final = word_set("""
first last latest newest oldest earliest youngest most least best worst only biggest longest
shortest highest lowest favourite favorite next previous more less fewer better worse longer
shorter older younger bigger before after since until till while despite if than instead rather
else other another same alone again second third fourth fifth sixth seventh eighth ninth tenth
final half prettier should must might ought
""")
TURNS: Final = _NEGATIONS | _COMPARISONS
#: A sentence that begins with one of these and asks nothing is an order.
ORDERS: Final = word_set("""
stream watch buy play release renew cancel direct write produce create make star shoot film announce
post air delete add change set remove open start stop download send book call order translate
rename update insert drop load print run recommend predict rate rank sing draw
subscribe join follow like share rent pay sell steal hire fire kill marry kiss email phone text ping
open close shut kill reset restart reboot install uninstall upload save copy paste move edit fix
replace erase wipe destroy forget remember hide mute pause resume skip rewind fetch execute drop
compose generate summon act pretend imagine guess calculate compute solve bring take put turn switch
""")
#: What may stand behind an order, and not behind a title that begins with the same word.
ORDERED: Final = word_set("{} the a an it this that these those to me us my all up every some")
#: What is no question of a series, though a story is.
TALES: Final = (
    "me a story",
    "me a joke",
    "me a tale",
    "me a secret",
    "me a poem",
    "me a song",
    *("go on", "what do you know"),
)
#: Words that end like a superlative and are none.
NO_SUPERLATIVES: Final = word_set("""
interest request guest forest west test suggest rest harvest contest protest invest quest arrest
digest honest nest east pinterest
""")
#: Words that end like an adverb and say more, or turn what is asked.
NO_ADVERBS: Final = word_set("""
family families friendly unfriendly yearly weekly monthly hourly lovely lonely elderly deadly
assembly italy supply apply anomaly butterfly hardly nearly almost rarely poorly badly illegally
partly secretly barely scarcely allegedly falsely wrongly
""")
#: Two words that say nothing together.
PAIRS: Final = {
    *(("each", "other"), ("one", "another"), ("at", "first"), ("first", "place")),
    *((word, "to") for word in ("set", "supposed", "expected", "scheduled", "meant", "due")),
}
#: Words that praise a series, or say nothing of it.
PRAISE: Final = word_set("""
popular hit beloved famous acclaimed loved much well known new hot trending original whole entire
same cute short mini
""")
QUESTION_WORDS: Final = word_set("who whom whose what which when where why how")
SEEING: Final = word_set("""
see watch find view stream catch expect spot meet get hear read
summarise summarize describe characterise characterize put classify recap sum
""")
#: Words for people who have names: a question may name them instead.
GROUPS: Final = word_set("""
they them their both two couple pair duo leads stars actors costars lovers characters protagonists
""")
#: Those that only point at people who were named.
POINTING: Final = word_set("they them their both two couple")
#: Words that the phrases of the questions do not use, with one that they do. Each pair means
#: the same in every question; a word that phrases use themselves is never replaced.
SYNONYMS: Final = {
    other: word
    for word, *others in rows("""
directed helmed
directs helms
direct helm
director filmmaker helmer
directors filmmakers helmers
wrote penned authored scripted
write pen author
writer author scriptwriter
writers authors scriptwriters
episodes eps ep episode
number no count nos
season seasn
documents texts pieces reports stories writeups
articles pieces
created devised conceived invented dreamt
creator inventor originator mastermind
bought snapped
platform ott
company firm
companies firms
actors performers
actor performer thespian
actress heroine
stars toplines
length duration
film movie flick
films movies flicks
shoot shooting
role part
couple duo pair
about concerning regarding
trailer teaser promo
produced bankrolled
producer bankroller
characters personages
""")
    for other in others
}
