"""What each error code means: the cause, how to mend it, and an example.

A code never changes its meaning, and the code of an error that is gone is not given again.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Code:
    """An error as it is explained: its title, why it comes up, how to mend it, an example."""

    title: str
    cause: str
    mend: str
    example: str


CODES: Final = {
    "SG-A01": Code(
        "no such question",
        "One word was asked, and no saved question has that name.",
        "Take one of the names that come close, or list all; a sentence needs quotes or blanks.",
        "showgraph ask",
    ),
    "SG-A02": Code(
        "no question has this wording",
        "No saved question is worded nearly like the sentence, so none was run: a guess would "
        "answer another question than yours.",
        "Take one of the nearest questions by its name, word the sentence more plainly, or write "
        "the query yourself.",
        'showgraph ask "who created the show"',
    ),
    "SG-A03": Code(
        "unknown name",
        "Nothing in the graph goes by that name, as label, alias or IRI; no document speaks of it, "
        "or it is spelt otherwise there.",
        "Take one of the names that come close, or list what there is.",
        "showgraph ask --values show",
    ),
    "SG-A04": Code(
        "ambiguous name",
        "Several things go by that name, and nothing says which is meant.",
        "Type one of them as it is listed, with what stands in brackets, or its IRI.",
        'showgraph describe "A Name (person)"',
    ),
    "SG-A05": Code(
        "wrong parameter",
        "The question has no such parameter, or the value is not one that it can take.",
        "See what the question takes, and what can be named.",
        "showgraph ask cast --help",
    ),
    "SG-A06": Code(
        "unknown season",
        "No document speaks of such a season of the series, or the words for it are no season.",
        'Give a number from 1 on, "final" or "last"; list the seasons that are known.',
        "showgraph ask seasons",
    ),
    "SG-A07": Code(
        "unknown property",
        "No property of the ontology has that label, short name or IRI.",
        "Take one that comes close; a description shows the properties that a thing has.",
        'showgraph describe "A Title"',
    ),
    "SG-A08": Code(
        "not understood",
        "What was asked has a part that no question can take, such as a person's name in the "
        "place of a title. Nothing was run.",
        "Say it with what the message names, or take a question by its name.",
        "showgraph ask",
    ),
    "SG-D01": Code(
        "unusable document",
        "A document is empty, too large, not UTF-8, or its front matter or JSON is broken.",
        "Mend the file as the message says; without it the other documents are read all the same.",
        "showgraph extract document.txt",
    ),
    "SG-D02": Code(
        "cannot be read or written",
        "A file or folder that is needed is missing or cannot be opened, or a format cannot hold "
        "a value.",
        "Look at the path and its permissions; take another format if the message names one.",
        "showgraph export graph.nt",
    ),
    "SG-G01": Code(
        "unusable graph",
        "The folder of a graph cannot be opened, made or written.",
        "Look at its permissions and the space on the disk, or name another folder.",
        "showgraph build articles/ --graph elsewhere",
    ),
    "SG-G02": Code(
        "no graph there",
        "The folder that --graph or SHOWGRAPH_GRAPH names does not exist, or is no graph.",
        "Look at the spelling, build a graph there, or leave the option out for the bundled one.",
        "showgraph build articles/ --graph my-graph",
    ),
    "SG-G03": Code(
        "damaged graph",
        "Its files are not those that its build wrote: a build was stopped before it ended, or "
        "something else wrote into the folder.",
        "Build it again; what was asked is not answered from a graph in doubt.",
        "showgraph build articles/ --graph my-graph",
    ),
    "SG-G04": Code(
        "graph in use",
        "Another process is writing this graph; the message names it.",
        "Wait for it to end, or build into another folder. Reading goes on meanwhile.",
        "showgraph build articles/ --graph another",
    ),
    "SG-O01": Code(
        "unusable ontology",
        "The ontology states an axiom that cannot be compiled into rules.",
        "Take the axiom out, or state it by those that are known: sub-classes and sub-properties, "
        "inverses, chains, domains, ranges, disjointness.",
        "showgraph help",
    ),
    "SG-O02": Code(
        "inconsistent facts",
        "The accepted facts contradict the ontology, such as a person that is also a series. The "
        "graph that was there before stays in use.",
        "Read the clash and the words behind it, and mend the document or the rule pack.",
        "showgraph help",
    ),
    "SG-Q01": Code(
        "syntax error",
        "The query does not parse at the line and column that are named.",
        "Follow the hint; a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, a pattern ends "
        "with a dot, and names of variables begin with a question mark.",
        "showgraph query 'SELECT ?show { ?show a sg:Series }'",
    ),
    "SG-Q02": Code(
        "refused query",
        "The query would change the graph, call another service or read another graph's file. No "
        "query of showgraph does.",
        "Leave out INSERT, DELETE, LOAD, SERVICE and FROM with a foreign graph.",
        "showgraph query 'ASK { ?show a sg:Series }'",
    ),
    "SG-Q03": Code(
        "limit reached",
        "The query was too long or too deep, or took more time or memory than it may.",
        "Ask for less: add LIMIT, join its patterns, or raise the limit where there is an option.",
        "showgraph query --timeout 120 --file query.rq",
    ),
    "SG-R01": Code(
        "broken installation",
        "A file that belongs to showgraph is missing or cannot be read.",
        "Install it again; in a checkout, look whether the file was deleted or edited.",
        "pip install --force-reinstall showgraph",
    ),
    "SG-S01": Code(
        "the system refused",
        "The operating system did not give what was needed: disk, memory, a stream.",
        "Look at the reason; free space or memory, or write elsewhere.",
        "showgraph ask cast --limit 100",
    ),
    "SG-U01": Code(
        "wrong command line",
        "There is no such command or option, or an option lacks its value or has an impossible "
        "one.",
        "See what there is.",
        "showgraph ask --help",
    ),
    "SG-U02": Code(
        "impossible combination",
        "The options exist and do not go together, or a format, pack or other name is unknown.",
        "Take one of those that the message names.",
        "showgraph ask cast --format json",
    ),
    "SG-X01": Code(
        "defect of showgraph",
        "Something happened that nobody foresaw.",
        "Run it again with --debug, and report what it shows.",
        "showgraph --debug ask cast",
    ),
    "SG-X02": Code(
        "other error",
        "An error without a sort of its own.",
        "Read the message; run it again with --debug to see where it comes from.",
        "showgraph --debug ask cast",
    ),
}
"""Every code, sorted."""
