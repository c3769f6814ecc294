"""What ``--format json`` of each command writes, as a JSON Schema (draft 2020-12).

``query`` is not among them: its rows are the SPARQL 1.1 Query Results JSON of the W3C, its
triples JSON-LD. ``extract`` prints claims, a line each; ``rules`` prints objects of its columns.
"""

from typing import Any, Final

from showgraph import __version__

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_TEXT_OR_NONE: Final[Schema] = {"type": ["string", "null"]}
_NUMBER: Final[Schema] = {"type": "integer"}
_FLAG: Final[Schema] = {"type": "boolean"}


def json_schema() -> Schema:
    """Return the schema: one definition for each command, and any of them at its root."""
    outputs = {**_answers(), **_explanations(), **_graphs(), **_reports(), **_lists()}
    parts = {**_sources(), **_answer_parts(), **_plan(), **_steps()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Output of showgraph {__version__} with --format json",
        "anyOf": [_ref(name) for name in sorted(outputs)],
        "$defs": dict(sorted({**outputs, **parts}.items())),
    }


def _object(optional: tuple[str, ...] = (), /, **properties: Schema) -> Schema:
    """Return the schema of an object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _map(values: Schema) -> Schema:
    """Return the schema of an object with any keys."""
    return {"type": "object", "additionalProperties": values}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _sources() -> dict[str, Schema]:
    span = {"start": _NUMBER, "end": _NUMBER, "quote": _TEXT}
    place = {"sentence": _TEXT, "number": _NUMBER, "date": _TEXT_OR_NONE}
    return {
        "source": _object(tuple(place), document=_TEXT, **span, **place),
        "evidence": _object(**span, **place),
    }


def _answers() -> dict[str, Schema]:
    return {
        "ask": _object(
            ("inferences",),
            question=_TEXT_OR_NONE,
            understood=_TEXT,
            columns=_list(_TEXT),
            rows=_list(_map(_object(value=_TEXT_OR_NONE, label=_TEXT))),
            sources=_list(_list(_ref("source"))),
            message=_TEXT,
            lesser=_list(_ref("lesser")),
            variables=_list(_TEXT),
            view={"enum": ["table", "timeline", "graph", "yesno"]},
            disputes=_list(_ref("dispute")),
            truncated=_FLAG,
            left_out=_NUMBER,
            code=_TEXT_OR_NONE,
            arguments=_map(_TEXT),
            inferences=_list(_list(_ref("inference"))),
        )
    }


def _answer_parts() -> dict[str, Schema]:
    side = _object(value=_TEXT, documents=_list(_TEXT), dates=_list(_TEXT))
    return {
        "lesser": _object(
            subject=_TEXT,
            property=_TEXT,
            value=_TEXT,
            status=_TEXT,
            speaker=_TEXT_OR_NONE,
            sources=_list(_ref("source")),
        ),
        "dispute": _object(
            subject=_TEXT,
            property=_TEXT,
            sort={"enum": ["contradiction", "difference"]},
            sides=_list(side),
        ),
        "inference": _object(fact=_TEXT, rule=_TEXT, rule_in_words=_TEXT, premises=_list(_TEXT)),
        "parameter": _object(
            name=_TEXT,
            help=_TEXT,
            classes=_list(_TEXT),
            scheme=_TEXT_OR_NONE,
            type=_TEXT,
            required=_FLAG,
        ),
    }


def _steps() -> dict[str, Schema]:
    return {"claim": _object(**_claim()), "step": _object(**_step())}


def _explanations() -> dict[str, Schema]:
    others = _list(_object(value=_TEXT, **_claim()))
    told = {"stated_by": _list(_TEXT), "contradicted_by": others, "otherwise": others}
    return {"explain": _list(_object(**_step(), **told))}


def _claim() -> dict[str, Schema]:
    return {
        "claim": _TEXT,
        "document": _TEXT,
        "status": _TEXT,
        "speaker": _TEXT_OR_NONE,
        "extraction_rule": _TEXT,
        "sources": _list(_ref("evidence")),
    }


def _step() -> dict[str, Schema]:
    return {
        "fact": _TEXT,
        "triple": _list(_TEXT),
        "standing": {"enum": ["asserted", "inferred", "absent"]},
        "rule": _TEXT_OR_NONE,
        "rule_in_words": _TEXT_OR_NONE,
        "claims": _list(_ref("claim")),
        "stated": _list(_ref("claim")),
        "lesser": _list(_ref("claim")),
        "premises": _list(_ref("step")),
    }


def _graphs() -> dict[str, Schema]:
    fact = _object(
        property=_TEXT, value=_TEXT, label=_TEXT, inferred=_FLAG, sources=_list(_ref("source"))
    )
    said = _object(
        topic=_TEXT,
        season=_TEXT_OR_NONE,
        speaker=_TEXT_OR_NONE,
        sentence=_TEXT,
        source=_ref("source"),
    )
    return {
        "describe": _object(
            iri=_TEXT,
            label=_TEXT,
            kind=_TEXT,
            aliases=_list(_TEXT),
            facts=_list(fact),
            statements=_list(said),
            lesser=_list(_ref("lesser")),
        ),
        "path": _list(_object(subject=_TEXT, predicate=_TEXT, object=_TEXT)),
        "stats": _object(
            **{name: _map(_NUMBER) for name in ("claims", "facts", "entities")},
            **{
                f"n_{name}": _NUMBER
                for name in (
                    *("documents", "copies", "told", "told_twice", "contradictions"),
                    *("differences", "links", "components"),
                )
            },
            most_linked=_list({"type": "array"}),
            conforms=_FLAG,
        ),
    }


def _reports() -> dict[str, Schema]:
    shape = _object(
        **dict.fromkeys(("code", "label", "shape", "by_pyshacl"), _TEXT),
        n_focus_nodes=_NUMBER,
    )
    texts = ("code", "severity", "focus", "label", "sort", "path", "value", "message", "shape")
    result = _object(
        **dict.fromkeys(texts, _TEXT), quotations={"type": "array"}, sides={"type": "array"}
    )
    counts = (
        *("documents", "claims", "rejections", "accepted", "inferred", "contradictions"),
        *("differences", "focus_nodes", "violations"),
    )
    return {
        "validate": _object(
            conforms=_FLAG,
            focus_nodes=_NUMBER,
            counts=_map(_NUMBER),
            shapes=_list(shape),
            results=_list(result),
        ),
        "build": _object(
            graph=_TEXT,
            **dict.fromkeys(counts, _NUMBER),
            skipped=_list(_object(source=_TEXT, reason=_TEXT)),
            unaided=_list(_TEXT),
            conforms=_FLAG,
            elapsed_s={"type": "number"},
        ),
    }


def _lists() -> dict[str, Schema]:
    question = _object(
        name=_TEXT,
        question=_TEXT,
        description=_TEXT,
        tags=_list(_TEXT),
        parameters=_list(_ref("parameter")),
        columns=_map(_TEXT),
        phrases=_list(_TEXT),
        rows={"type": ["integer", "null"]},
    )
    return {
        "ask-list": _list(question),
        "ask-values": _list(_object(value=_TEXT, kind=_TEXT, iri=_TEXT)),
        "prefixes": _map(_TEXT),
        "help": _list(_map(_TEXT)),
        "query-plan": _ref("plan"),
    }


def _plan() -> dict[str, Schema]:
    pattern = _object(pattern=_TEXT, matches=_TEXT)
    return {
        "plan": _object(
            operator=_TEXT,
            details=_TEXT,
            patterns=_list(pattern),
            parts=_list(_ref("plan")),
        )
    }
