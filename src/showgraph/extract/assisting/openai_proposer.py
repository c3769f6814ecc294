"""Claims from any chat endpoint that speaks OpenAI's protocol, such as a server of one's own.

The model is asked for verbatim quotes; what it says is checked by
:mod:`showgraph.extract.assisting.proposals` like any other proposal. The text of the document
goes to the server that the user names, and nowhere else: no redirect is followed.
https://platform.openai.com/docs/api-reference/chat
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from showgraph.errors import UsageError
from showgraph.extract.assisting.exchange import Exchange, HttpExchange, RecordedExchange, recording
from showgraph.extract.plugins import PluginError, Proposal, Settings
from showgraph.model import Document
from showgraph.relations import Relation, Value

#: Characters of a document that go into one request, cut at a blank line where there is one.
_PIECE: Final = 12_000
#: More facts than this in an answer are no reading of a piece of that length.
_MAX_FACTS: Final = 400
_FENCE: Final = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?```\s*\Z", re.DOTALL)

PROMPT: Final = """\
You read an article about television or streaming series and list the facts that it states.
Answer with one JSON object: {"facts": [{"relation": ..., "subject": ..., "object": ..., \
"quote": ..., "sentence": ..., "season": ..., "character": ...}]}.
- "relation" is one of those listed below; "subject" and "object" are as the relation says.
- "quote" is copied from the article letter by letter, as short as possible, with the object in it;
  "sentence" is the whole sentence around it, copied letter by letter.
- Names are written as they stand in the quote. A subject may be "Title / season 2".
- Dates are ISO, as coarse as the article: 2021-10-15, 2021-10, 2021.
- "season" and "character" are given only where the article does.
- Leave out what the article does not state. An article without such facts gives {"facts": []}.
Relations:
"""


def create(settings: Settings) -> "OpenAIProposer":
    """Return the proposer for an endpoint, or for recorded answers.

    Raises:
        UsageError: If the model or the endpoint is not named, or the address cannot be used.
        PluginError: If a file of answers cannot be read or written.
    """
    if not settings.model:
        raise UsageError("--proposer openai needs --model, the name of a model of the endpoint")
    if settings.replay is not None:
        return OpenAIProposer(settings.model, RecordedExchange(settings.replay))
    if not settings.base_url:
        raise UsageError("--proposer openai needs --base-url, such as http://localhost:8080/v1")
    exchange: Exchange = HttpExchange(
        settings.base_url, key=settings.key, timeout_s=settings.timeout_s
    )
    if settings.record is not None:
        exchange = recording(exchange, settings.record, secret=settings.key)
    return OpenAIProposer(settings.model, exchange)


class OpenAIProposer:
    """Proposes what a chat model finds in a document."""

    def __init__(self, model: str, exchange: Exchange) -> None:
        """Take the name of a model and what answers requests."""
        self._model = model
        self._exchange = exchange
        prompt = hashlib.sha256(PROMPT.encode()).hexdigest()[:8]
        self.label: str = f"openai/{model}#{prompt}"

    def propose(self, document: Document, schema: Sequence[Relation]) -> Iterator[Proposal]:
        """Yield what the model says of each piece of a document.

        Raises:
            PluginError: If an answer does not come, or cannot be read.
        """
        for piece in _pieces(document.text):
            yield from _read_answer(self._exchange(self._request(piece, document, schema)))

    def _request(
        self, piece: str, document: Document, schema: Sequence[Relation]
    ) -> Mapping[str, Any]:
        day = f"The article is of {document.date}.\n\n" if document.date else ""
        return {
            "model": self._model,
            "temperature": 0,
            "response_format": {"type": "json_object"},
            "messages": [
                {"role": "system", "content": PROMPT + "\n".join(map(_describe, schema))},
                {"role": "user", "content": day + piece},
            ],
        }


def _describe(relation: Relation) -> str:
    """Return a relation in a line: its name, its sides and its qualifiers."""
    subjects = " or ".join(sorted(kind.value for kind in relation.subjects))
    objects = (
        relation.objects.value
        if isinstance(relation.objects, Value)
        else " or ".join(sorted(kind.value for kind in relation.objects))
    )
    more = [name for name in relation.qualifiers if name in {"season", "character"}]
    return f"- {relation.name}: {subjects} -> {objects}" + (f" ({', '.join(more)})" if more else "")


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = min(len(text), start + _PIECE)
        if end < len(text):
            for mark in ("\n\n", "\n", ". ", " "):
                at = text.rfind(mark, start + _PIECE // 2, end)
                if at > 0:
                    end = at + len(mark)
                    break
        if text[start:end].strip():
            yield text[start:end]
        start = end


def _read_answer(answer: str) -> Iterator[Proposal]:
    """Yield the facts of an answer.

    Raises:
        PluginError: If it is no completion of a chat, was cut off, or holds no JSON.
    """
    choice = _choice(answer)
    message = choice.get("message")
    content = message.get("content") if isinstance(message, dict) else None
    if not isinstance(content, str):
        raise PluginError("the answer holds no message")
    if choice.get("finish_reason") == "length":
        raise PluginError("the answer was cut off at the model's limit")
    fenced = _FENCE.match(content)
    try:
        read = json.loads(fenced[1] if fenced else content)
    except (ValueError, RecursionError) as error:
        raise PluginError("the answer is no JSON") from error
    facts = read.get("facts") if isinstance(read, dict) else None
    if not isinstance(facts, list) or len(facts) > _MAX_FACTS:
        raise PluginError(f"the answer has no list of facts, or over {_MAX_FACTS}")
    for fact in facts:
        yield _proposal(fact if isinstance(fact, dict) else {})


def _choice(answer: str) -> Mapping[str, Any]:
    try:
        read = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise PluginError("the server's answer is no JSON") from error
    choices = read.get("choices") if isinstance(read, dict) else None
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise PluginError("the server's answer has no choices")
    return choices[0]


def _proposal(fact: Mapping[str, Any]) -> Proposal:
    """Return a fact of an answer; what is no text is left empty, and refused for it later."""

    def text(key: str) -> str:
        value = fact.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        # What UTF-8 cannot hold is in no document.
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""

    qualifiers = tuple((key, text(key)) for key in ("character", "season") if text(key))
    return Proposal(
        text("relation"),
        text("subject"),
        text("object"),
        text("quote"),
        text("sentence"),
        qualifiers,
    )
