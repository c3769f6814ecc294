"""What people say around a question: talk before it, what leads to it, what follows it.

Lists of this kind are written by hand, and say nothing of what is asked.
"""

from typing import Final

from showgraph.query.wording.smallwords import rows, word_set

#: What people talk of before they ask.
CHAT: Final = word_set("""
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
LEADS: Final = rows("""
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
TAILS: Final = rows("""
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
ENTRIES: Final = rows("""
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
ASKING_ENTRIES: Final = rows("""
asks
asked me
asking
find out
figure out
remember
learn
guess
""")
