"""Ask the plug-ins about a document, and add what they brought to what the rules had read.

The rules read a document twice then: without help, and with it. Every claim of the first reading
stays as it is; a claim that only the second has bears the labels of those who helped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from showgraph.extract.assisting.annotations import add_annotations, titles_in
from showgraph.extract.assisting.proposals import SCHEMA, Desk, subject_title
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.guide import Guide
from showgraph.extract.plugins import Annotation, PluginError, Proposal
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.titles.titles import Title
from showgraph.model import Claim, Document, Rejection


@dataclass(frozen=True, slots=True)
class Help:
    """What plug-ins said of one document; ``failures`` tell of those that could not.

    ``titles`` are what they take for series: a sign in the inventory like a title that another
    document names, so a candidate without any sign of its own stays none.
    """

    annotations: tuple[Annotation, ...]
    proposals: tuple[tuple[str, Proposal], ...]
    labels: tuple[str, ...]
    failures: tuple[Rejection, ...]
    titles: tuple[str, ...]

    def annotate(self, stages: Sequence[Stage]) -> None:
        """Add the mentions to the scenes of a document."""
        add_annotations(stages, self.annotations)

    def check(
        self, document: Document, stages: Sequence[Stage], titles: Sequence[Title], pack: Pack
    ) -> tuple[list[Draft], list[Rejection]]:
        """Return the drafts of the proposals that hold, and what was refused of the others."""
        desks: dict[str, Desk] = {}
        drafts: list[Draft] = []
        refused: list[Rejection] = []
        for label, proposal in self.proposals:
            if label not in desks:
                desks[label] = Desk(document, stages, titles, pack, label=label)
            found = desks[label].check(proposal)
            if isinstance(found, Draft):
                drafts.append(found)
            else:
                refused.append(found)
        return drafts, refused


def ask_plugins(document: Document, guide: Guide) -> Help:
    """Return what the plug-ins of a guide say of a document; one that fails is noted."""
    annotations: list[Annotation] = []
    proposals: list[tuple[str, Proposal]] = []
    failures: list[Rejection] = []
    for annotator in guide.annotators:
        try:
            annotations += annotator.annotate(document)
        except PluginError as error:
            failures.append(Rejection(document.id, annotator.label, str(error), ""))
    for proposer in guide.proposers:
        try:
            for proposal in proposer.propose(document, SCHEMA):
                proposals.append((proposer.label, proposal))  # noqa: PERF401 - what came counts
        except PluginError as error:
            failures.append(Rejection(document.id, proposer.label, str(error), ""))
    labels = (*(a.label for a in guide.annotators), *(p.label for p in guide.proposers))
    named = {subject_title(proposal) for _, proposal in proposals}
    titles = sorted({*titles_in(document.text, annotations), *filter(None, named)})
    return Help(tuple(annotations), tuple(proposals), labels, tuple(failures), tuple(titles))


def is_failure(rejection: Rejection) -> bool:
    """Tell whether a plug-in failed for a document, so that nothing was quoted."""
    return not rejection.quote and not rejection.relation and rejection.start < 0


def told_of(rejection: Rejection) -> str:
    """Return a failure in a sentence."""
    return f"{rejection.document}: {rejection.rule} could not help: {rejection.reason}"


def add_claims(
    own: Sequence[Claim], helped: Sequence[Claim], labels: Sequence[str]
) -> tuple[Claim, ...]:
    """Return our claims and those that only came with help, the latter labelled."""
    known = {_said(claim) for claim in own}
    label = "+".join(labels)
    added = [
        claim if claim.rule in labels else replace(claim, rule=f"{claim.rule}+{label}")
        for claim in helped
        if _said(claim) not in known
    ]
    return (*own, *added)


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.relation, claim.subject, claim.object, claim.qualifiers, claim.speaker
