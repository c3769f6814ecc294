"""Documents in, resolved claims out: the stages of extraction in their order.

    text -> sentences -> titles (document, then all documents) -> scenes -> drafts -> people
         -> claims -> resolution across documents

Equal documents in another order give the same extraction.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from showgraph.extract.assisting.assistance import Help, add_claims, ask_plugins
from showgraph.extract.discourse.scenes import build_stages
from showgraph.extract.discourse.speech import SpeechReader, find_quotations
from showgraph.extract.discourse.spellings import read_spellings
from showgraph.extract.frames.casting import BUILDERS as CASTING
from showgraph.extract.frames.claims import Assembly
from showgraph.extract.frames.counting import BUILDERS as COUNTING
from showgraph.extract.frames.couples import draft_couples, draft_mononyms, find_mononyms, find_pair
from showgraph.extract.frames.datedlists import draft_dated_lists
from showgraph.extract.frames.describing import BUILDERS as DESCRIBING
from showgraph.extract.frames.firmcredits import BUILDERS as FIRMS
from showgraph.extract.frames.frames import Refusal, run_frames
from showgraph.extract.frames.interviews import draft_interviews
from showgraph.extract.frames.listplatforms import draft_list_platforms
from showgraph.extract.frames.liststatuses import draft_list_statuses
from showgraph.extract.frames.owned import BUILDERS as OWNED
from showgraph.extract.frames.packlint import lint_frames
from showgraph.extract.frames.pairing import BUILDERS as PAIRING
from showgraph.extract.frames.parts import draft_parts
from showgraph.extract.frames.people import read_people
from showgraph.extract.frames.releasing import BUILDERS as RELEASING
from showgraph.extract.frames.respective import BUILDERS as RESPECTIVE
from showgraph.extract.frames.revision import revise
from showgraph.extract.frames.sharedcredits import BUILDERS as SHARED
from showgraph.extract.frames.sharing import BUILDERS as SHARING
from showgraph.extract.frames.slates import draft_slate
from showgraph.extract.frames.sources import BUILDERS as SOURCES
from showgraph.extract.frames.speakers import (
    draft_unnamed_roles,
    read_speakers,
    resolve_pronouns,
    resolve_speakers,
)
from showgraph.extract.frames.statements import draft_statements
from showgraph.extract.frames.timing import BUILDERS as TIMING
from showgraph.extract.guide import Guide
from showgraph.extract.resolving.namesakes import Place, apply_marks, find_marks, mark_reference
from showgraph.extract.resolving.resolution import (
    find_final_seasons,
    number_final,
    references,
    resolve,
)
from showgraph.extract.rulepack.pack import DEFAULT_PACK, Pack, load_pack
from showgraph.extract.text.fields import cut_fields
from showgraph.extract.text.names import Capitals, read_capitals
from showgraph.extract.text.sentences import Sentence, read_sentences
from showgraph.extract.titles.known import KnownTitles
from showgraph.extract.titles.mainshows import find_main_show
from showgraph.extract.titles.misspellings import leave_out_misspelt
from showgraph.extract.titles.shortforms import join_short_forms
from showgraph.extract.titles.survey import Survey, survey_titles
from showgraph.extract.titles.titles import Title, decide_titles
from showgraph.extract.titles.vouched import Vouched
from showgraph.model import Claim, Document, Extraction, Kind, Reference, Rejection

T = TypeVar("T")

if TYPE_CHECKING:
    from showgraph.extract.frames.draft import Draft

#: Tokens of the longest sentence that is read in one piece; novels hardly have longer ones.
MAX_TOKENS = 200
#: What is given where a user gives nothing.
NO_GUIDE = Guide()
#: The functions that frames name under ``build``.
BUILDERS = {
    **CASTING,
    **COUNTING,
    **RELEASING,
    **DESCRIBING,
    **FIRMS,
    **OWNED,
    **PAIRING,
    **RESPECTIVE,
    **SHARED,
    **SHARING,
    **SOURCES,
    **TIMING,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says, before other documents are looked at."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    aliases: tuple[tuple[Reference, tuple[str, ...]], ...]
    main: str = ""  # title of the series the document is about
    titles: tuple[Title, ...] = ()  # what the document names, best first, with the signs
    repeats: tuple[Claim, ...] = ()  # claims left out because another one says the same or more


def extract(
    documents: Iterable[Document],
    *,
    catalogue: Sequence[str] = (),
    guide: Guide = NO_GUIDE,
    announce: Callable[[str], None] = lambda _: None,
) -> Extraction:
    """Return what the documents say.

    Args:
        documents: Documents in any order, each id once.
        catalogue: Titles of series that the user vouches for, besides those of ``guide``.
        guide: Catalogue, aliases and rule pack.
        announce: Is told how far it has come; see :func:`read_all`.
    """
    readings = read_all(documents, catalogue=catalogue, guide=guide, announce=announce)
    marks = find_marks(readings, joined=guide.aliases, remakes=guide.catalogue.remakes)
    return resolve([_marked(reading, marks) for reading in readings] if marks else readings)


def load_rules(pack: str | Path | Pack | None = None) -> Pack:
    """Return a bundled pack by name, or the one in a user's folder, checked; None: the default.

    What was loaded already is returned as it is.

    Raises:
        PackError: If there is none of that name, or a rule is broken.
    """
    if isinstance(pack, Pack):
        return pack
    rules = load_pack(pack or DEFAULT_PACK)
    if isinstance(pack, Path):
        lint_frames(rules, BUILDERS)
    return rules


def read_all(
    documents: Iterable[Document],
    *,
    catalogue: Sequence[str] = (),
    guide: Guide = NO_GUIDE,
    announce: Callable[[str], None] = lambda _: None,
) -> list[Reading]:
    """Return one reading for each document, sorted by document id.

    ``announce`` is told how far it has come: ``survey 3/7``, and later ``extract 3/7``.
    """
    rules = load_rules(guide.pack)
    vouched = Vouched((*catalogue, *guide.catalogue.series))
    ordered = sorted(documents, key=lambda document: document.id)
    texts = [_survey(document, rules) for document in _counted("survey", ordered, announce)]
    inventories = [_inventory(text, rules, vouched, guide) for text in texts]
    known = KnownTitles(inventories)
    readings = []
    for text, first in _counted("extract", [*zip(texts, inventories, strict=True)], announce):
        shared = known.among(text.survey)
        news = shared - {title.name for title in first}
        titles = _inventory(text, rules, vouched, guide, news) if news else first
        reading = _read(text, titles, rules)
        if guide.annotators or guide.proposers:
            aid = ask_plugins(text.document, guide)
            if aid.titles:
                titles = _inventory(text, rules, vouched, guide, shared.union(aid.titles))
            reading = _helped(reading, _read(text, titles, rules, aid), aid)
        readings.append(_renamed(reading, guide))
    final = find_final_seasons(claim for reading in readings for claim in reading.claims)
    return [
        replace(reading, claims=tuple(_distinct(_numbered(reading, final)))) for reading in readings
    ]


def _counted(stage: str, items: Sequence[T], announce: Callable[[str], None]) -> Iterator[T]:
    """Yield the items, and tell before each which of how many it is."""
    for number, item in enumerate(items, 1):
        announce(f"{stage} {number}/{len(items)}")
        yield item


def _helped(own: Reading, helped: Reading, aid: Help) -> Reading:
    """Return our reading with what only came by the help of plug-ins."""
    refused = (item for item in helped.rejections if item not in own.rejections)
    return replace(
        own,
        claims=tuple(_distinct(add_claims(own.claims, helped.claims, aid.labels))),
        rejections=(*own.rejections, *refused, *aid.failures),
        aliases=tuple(sorted({*own.aliases, *helped.aliases})),
        main=own.main or helped.main,
        titles=own.titles or helped.titles,
    )


def _marked(reading: Reading, marks: Mapping[Place, str]) -> Reading:
    """Return a reading in which names that mean several things have their marks."""
    document = reading.claims[0].document if reading.claims else ""
    return replace(
        reading,
        claims=tuple(apply_marks(claim, marks) for claim in reading.claims),
        aliases=tuple(
            (mark_reference(reference, document, marks), forms)
            for reference, forms in reading.aliases
        ),
    )


def _renamed(reading: Reading, guide: Guide) -> Reading:
    """Return a reading in which the names that the user gave another meaning have it."""
    claims, forms, main = reading.claims, list(reading.aliases), reading.main
    for aliases in (guide.catalogue.aliases, guide.aliases):
        if not aliases:
            continue
        renamed = tuple(map(aliases.apply, claims))
        forms += _other_forms(claims, renamed)
        document = claims[0].document if claims else ""
        forms = [(aliases.of(reference, document), names) for reference, names in forms]
        claims, main = renamed, aliases.of(Reference(Kind.SERIES, main), document).name
    return replace(reading, claims=claims, aliases=tuple(sorted(set(forms))), main=main)


def _other_forms(
    before: Sequence[Claim], after: Sequence[Claim]
) -> list[tuple[Reference, tuple[str, ...]]]:
    """Return the names that stood where other ones stand now."""
    forms = {
        (new, (old.name,))
        for first, second in zip(before, after, strict=True)
        for old, new in zip(references(first), references(second), strict=True)
        if old.name != new.name
    }
    return sorted(forms)


def _numbered(reading: Reading, final: Mapping[str, str]) -> list[Claim]:
    return [number_final(claim, final, main=reading.main) for claim in reading.claims]


@dataclass(frozen=True, slots=True)
class _Text:
    """A document's sentences, and what is read in them before other documents are looked at."""

    document: Document
    sentences: Sequence[Sentence]
    capitals: Capitals
    survey: Survey


def _inventory(
    text: _Text,
    rules: Pack,
    vouched: Vouched,
    guide: Guide,
    known: Iterable[str] = (),
) -> tuple[Title, ...]:
    """Return the titles of a document, given those of others and of the user's catalogue."""
    table, survey = rules.titles, text.survey
    titles = decide_titles(survey, table, known=known, catalogue=vouched.among(survey))
    titles = join_short_forms(leave_out_misspelt(titles, survey), text.sentences)
    return guide.catalogue.correct(vouched.add(titles, text.sentences, survey, table))


def _bounded(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Cut what runs on without end (a table, a page without stops) into pieces of bounded length.

    Some finders look at pairs of mentions in a sentence, so the time would grow with its square.
    """
    for sentence in cut_fields(sentences):
        tokens = sentence.tokens
        if len(tokens) <= MAX_TOKENS:
            yield sentence
            continue
        for first in range(0, len(tokens), MAX_TOKENS):
            piece = tokens[first : first + MAX_TOKENS]
            yield replace(sentence, start=piece[0].start, end=piece[-1].end, tokens=piece)


def _survey(document: Document, pack: Pack) -> _Text:
    sentences = tuple(_bounded(read_sentences(document.text)))
    capitals = read_capitals(sentences)
    survey = survey_titles(sentences, pack.titles, pack.gazetteer, capitals)
    return _Text(document, sentences, capitals, survey)


def _read(text: _Text, titles: Sequence[Title], pack: Pack, aid: Help | None = None) -> Reading:
    """Return what one document says about the titles it names, with the help of plug-ins."""
    document = text.document
    stages = build_stages(text.sentences, titles, text.capitals, pack)
    refusals: list[Refusal] = []
    proposed: tuple[list[Draft], list[Rejection]] = ([], [])
    if aid is not None:
        aid.annotate(stages)
        proposed = aid.check(document, stages, titles, pack)
    read = run_frames(stages, pack, BUILDERS, document_date=document.date, refusals=refusals)
    drafts = [*revise(read, stages, given=pack.titles.words["given_names"]), *proposed[0]]
    reader = SpeechReader(pack.statements)
    quotations = find_quotations(stages, reader)
    spoken = read_speakers(stages, reader)
    drafts += draft_unnamed_roles(stages, spoken)
    people = read_people(find_main_show(titles), stages, drafts, spoken.names)
    mononyms = find_mononyms(stages, people, spoken.acts, pack)
    pair = find_pair(stages, people)
    speakers = resolve_speakers(spoken, stages, people, quotations)
    assembly = Assembly(document, people, speakers)
    drafts = list(resolve_pronouns(drafts, stages, people, speakers))
    interviews = [draft for draft in drafts if draft.subject == "speakers"]
    groups: tuple[Iterable[Draft], ...] = (
        (draft for draft in drafts if draft.subject != "speakers"),
        draft_list_platforms(stages),
        draft_list_statuses(stages),
        draft_slate(stages, drafts),
        draft_dated_lists(stages, document.date),
        draft_mononyms(mononyms),
        draft_interviews(interviews, stages, speakers),
        draft_couples(stages, people, pair, pack),
        draft_parts(stages, pack, timed=any(d.relation == "trailer" for d in drafts)),
        draft_statements(stages, people, speakers, pair, pack),
    )
    for group in groups:
        for draft in group:
            assembly.add(draft)
    forms = {**people.forms, **read_spellings(stages)}
    rejections = [*map(partial(_rejection, document), refusals), *assembly.rejections, *proposed[1]]
    return _to_reading(assembly.claims, rejections, forms, titles)


def _to_reading(
    found: Sequence[Claim],
    rejections: Iterable[Rejection],
    forms: Mapping[Reference, Iterable[str]],
    titles: Sequence[Title],
) -> Reading:
    """Return the reading of a document; of claims that say the same the first counts."""
    claims = _distinct(found)
    kept = set(map(id, claims))
    return Reading(
        tuple(claims),
        tuple(sorted(rejections, key=lambda rejection: (rejection.start, rejection.rule))),
        tuple(sorted((ref, tuple(sorted(names))) for ref, names in forms.items())),
        find_main_show(titles, claims),
        tuple(titles),
        tuple(claim for claim in found if id(claim) not in kept),
    )


def _rejection(document: Document, refusal: Refusal) -> Rejection:
    quote = document.text[refusal.start : refusal.end]
    return Rejection(document.id, refusal.rule, refusal.reason, quote, refusal.start)


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Keep the first of several claims that say the same in the same standing."""
    seen: dict[object, Claim] = {}
    for claim in claims:
        key: tuple[object, ...] = (
            claim.relation,
            claim.subject,
            claim.object,
            claim.qualifiers,
            claim.status,
            claim.speaker,
        )
        if claim.relation == "statement":
            key = (*key, claim.evidence[0])
        seen.setdefault(key, claim)
    rivals: dict[object, list[Claim]] = defaultdict(list)
    for claim in seen.values():
        rivals[_core(claim)].append(claim)
    return sorted(
        (
            claim
            for claim in seen.values()
            if not any(_says_more(other, claim) for other in rivals[_core(claim)])
        ),
        key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.relation, str(c.object), c.rule),
    )


def _core(claim: Claim) -> object:
    return claim.relation, claim.subject, claim.object, claim.status, claim.speaker


def _says_more(other: Claim, claim: Claim) -> bool:
    """Return whether another claim of the same stretch says the same and more."""
    first, second = other.evidence[0], claim.evidence[0]
    return (
        set(other.qualifiers) > set(claim.qualifiers)
        and first.start < second.end
        and second.start < first.end
    )
