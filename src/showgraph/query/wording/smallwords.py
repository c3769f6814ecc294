"""The words of a sentence that are not its subject: manners, fillers, turns, and other words.

Lists of this kind are written by hand. They are no part of any question: what only one question
may be asked with stands in the phrases of that question.
"""

from typing import Final


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a text as words, without empty ones."""
    return tuple(tuple(line.split()) for line in text.splitlines() if line.strip())


def _set(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


ARTICLES: Final = _set("the a an")
AUXILIARIES: Final = _set("""
is are was were am be do does did has have had can could will would shall should may might must
""")
PREPOSITIONS: Final = _set("in on at from by to for with of during as into onto through")
JOINERS: Final = _set("and or plus versus vs")
TIMES: Final = _set("year date day month time")

#: Words without which a sentence asks the same.
FILLERS: Final = (
    AUXILIARIES
    | PREPOSITIONS
    | _set("""
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
PARTICLES: Final = _set("up out off down back along away")
#: Verbs that "on" makes another verb of: "get on", "go on".
WITH_ON: Final = {
    **dict.fromkeys(("get", "gets", "got", "getting"), "get"),
    **dict.fromkeys(("go", "goes", "going", "went", "gone"), "go"),
}
#: They stand for a person or character; where one is named, they are fillers.
PRONOUNS: Final = _set("he she him her his hers himself herself themselves")
#: The words that are no verb with a particle of its own, and which may stand between the two.
SMALL: Final = FILLERS | PRONOUNS
OBJECTS: Final = _set("{} it the a this that them him her")
#: They are accounted for like any word, and say too little to make two wordings alike.
WEAK: Final = _set("""
i me my mine you your yours our ours about like become do have
long many much old
""")
_NEGATIONS: Final = _set("""
not no never none nobody nothing nowhere neither nor without except besides unless hardly
excluding cannot non apart but_for
""")
_COMPARISONS: Final = _set("""
first last latest newest oldest earliest youngest most least best worst only biggest longest
shortest highest lowest favourite favorite next previous more less fewer better worse longer
shorter older younger bigger before after since until till while despite if than instead rather
else other another same alone again second third fourth fifth sixth seventh eighth ninth tenth
final half prettier should must might ought
""")
TURNS: Final = _NEGATIONS | _COMPARISONS
#: A sentence that begins with one of these and asks nothing is an order.
ORDERS: Final = _set("""
stream watch buy play release renew cancel direct write produce create make star shoot film announce
post air delete add change set remove open start stop download send book call order translate
rename update insert drop load print run recommend predict rate rank sing draw
subscribe join follow like share rent pay sell steal hire fire kill marry kiss email phone text ping
open close shut kill reset restart reboot install uninstall upload save copy paste move edit fix
replace erase wipe destroy forget remember hide mute pause resume skip rewind fetch execute drop
compose generate summon act pretend imagine guess calculate compute solve bring take put turn switch
""")
#: What may stand behind an order, and not behind a title that begins with the same word.
ORDERED: Final = _set("{} the a an it this that these those to me us my all up every some")
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
NO_SUPERLATIVES: Final = _set("""
interest request guest forest west test suggest rest harvest contest protest invest quest arrest
digest honest nest east pinterest
""")
#: Words that end like an adverb and say more, or turn what is asked.
NO_ADVERBS: Final = _set("""
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
PRAISE: Final = _set("""
popular hit beloved famous acclaimed loved much well known new hot trending original whole entire
same cute short mini
""")
QUESTION_WORDS: Final = _set("who whom whose what which when where why how")
SEEING: Final = _set("""
see watch find view stream catch expect spot meet get hear read
summarise summarize describe characterise characterize put classify recap sum
""")
#: Words for people who have names: a question may name them instead.
GROUPS: Final = _set("""
they them their both two couple pair duo leads stars actors costars lovers characters protagonists
""")
#: Those that only point at people who were named.
POINTING: Final = _set("they them their both two couple")
#: What people talk of before they ask.
CHAT: Final = _set("""
love loved like liked enjoy enjoyed adore watch watched watching see saw seen finish finished start
started binge binged bingeing binging friend friends fan big huge hear heard read just really so
great nice cool good lovely question quick hey hi hello hiya morning evening afternoon trying figure
settle bet argument curious wondering sorry thanks thank sure okay ok alright quiz trivia right ah
oh um uh hmm hm er well say listen look excuse pardon help out new topic mind since because recently
today yesterday tonight last night week again finally wow yeah yes no yep nope know remember forgot
never yet before not did do
show series season episode programme regarding concerning quickly honestly seriously
""")
#: What leads to a question, and says nothing of it.
LEADS: Final = _rows("""
can you tell me
could you tell me
would you tell me
will you tell me
can you please tell me
could you please tell me
can you say
can you show me
can you list
could you list
can you name
can you please
could you please
can you
could you
please do tell me
please tell me
please list
please show me
please name
please give me
please
tell me
tell us
show me
give me
let me know
do you know
do you happen to know
do we know
is it known
is it stated
does anyone know
does anybody know
i want to know
i would like to know
i would love to know
i wonder
i am wondering
i was wondering
i believe
i think
i need to know
i need
i want
i am curious
i heard
i forgot
i forget
remind me
any idea
any info on
so
and
well
ok
okay
hey
hi
hello
list
name
find
find out
explain
just tell me
quick question
question
now
actually
exactly
according to the articles
according to the documents
according to the sources
according to the article
in the articles
in the documents
in the show
in the series
curious
help me find out
help me find
wondering
is it true that
is it true
in one line
in one sentence
in a sentence
in a word
in short
in brief
in a nutshell
to sum up
just curious
quick one
may i ask
can i ask
could i ask
i would like to ask
i have a question
i would be interested to know
i would be interested in knowing
do you have any idea
would you mind telling me
could you let me know
please let me know
kindly tell me
i am trying to find out
i am trying to remember
i can not remember
i do not remember
i do not know
i would like to find out
i would like to learn
i want to find out
i want to learn
i need to find out
my question is
the question is
look up
search for
search
info
information
information on
information about
details on
any clue
any word on
are we told
is it mentioned
is it said
do the articles say
do the articles mention
do the documents say
do the documents mention
does the article say
does the article mention
what do the articles say about
give me the info on
i am interested in
i am looking for
i would like
looking for
i am searching for
i am searching
i search for
searching for
i would like to be told
i was asked
help me
yo
hm
hmm
um
uh
oh
wait
alright
look
say
listen
excuse me
sorry
sorry but
dear showgraph
showgraph
anyone know
anybody know
anyone knows
it says
for a quiz
is it right that
is it correct that
is it the case that
""")
#: What follows a question, and says nothing of it.
TAILS: Final = _rows("""
please
pls
plz
thanks
thank you
exactly
again
then
in one line
in one sentence
in a sentence
by the way
according to the articles
according to the documents
according to the sources
according to the article
according to the text
in the articles
in the documents
do you know
do we know
anyone know
any idea
any ideas
if you know
if known
if possible
by any chance
for me
tell me
can you tell me
could you tell me
i want to know
i would like to know
huh
eh
to date
so far
again please
is it known
cheers
if so
or not
or what
sir
madam
friend
exactly please
would you say
would you know
like
actually
at all
anyway
in total
overall
in a nutshell
in brief
in short
in a few words
at once
at the same time
at the moment
at some point
right now
these days
in all
in the first place
at first
to begin with
i mean
i believe
i think
i wonder
right
as well
too
later
afterwards
recently
already
yet
himself
herself
""")
#: Behind these, whatever was said before, the question begins.
ENTRIES: Final = _rows("""
tell me
let me know
love to know
like to know
want to know
wants to know
need to know
wondering if you could tell me
wondering
but
""")
#: Behind these too, where what follows asks.
ASKING_ENTRIES: Final = _rows("""
asks
asked me
asking
find out
figure out
remember
learn
guess
""")
#: Words that the phrases of the questions do not use, with one that they do. Each pair means
#: the same in every question; a word that phrases use themselves is never replaced.
SYNONYMS: Final = {
    other: word
    for word, *others in _rows("""
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
