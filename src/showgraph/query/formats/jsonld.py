"""JSON-LD with short keys and a context of its own, inline: nothing is fetched to read it.

The context follows from the ontology and the shapes that come with the package, not from the
data, so a key has the same shape in every file: a property is written as a list unless the
shapes allow one value only, an IRI as a string where the ontology has an object property.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final

from showgraph.errors import UnavailableError
from showgraph.namespaces import OWL, PREFIXES, RDF, SG, XSD
from showgraph.query.formats.nodes import Node, Subject, Term
from showgraph.resources import iter_bundled
from showgraph.store import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

_TYPE: Final = RDF + "type"
#: JSON has these itself, and a reader of JSON-LD takes them for the same datatypes:
#: https://www.w3.org/TR/json-ld11-api/#data-round-tripping.
_NATIVE: Final = {
    XSD + "string": re.compile(r"(?s).*"),
    XSD + "boolean": re.compile("true|false"),
    XSD + "integer": re.compile("0|-?[1-9][0-9]{0,14}"),
}

#: What ontology and shapes say of each term: that it is one, that its values are nodes, have a
#: datatype, or are one at most.
_TERMS: Final = """
SELECT DISTINCT ?term ?saying ?value {
  { ?term a ?value
    VALUES ?value { owl:Class owl:DatatypeProperty owl:AnnotationProperty owl:ObjectProperty }
    BIND(IF(?value = owl:ObjectProperty, "nodes", "term") AS ?saying) }
  UNION { ?shape sh:path ?term ; sh:datatype ?value BIND("datatype" AS ?saying) }
  UNION { ?shape sh:path ?term ; sh:maxCount ?value FILTER(?value = 1) BIND("one" AS ?saying) }
  UNION { ?shape sh:path ?term ; sh:class ?value BIND("nodes" AS ?saying) }
  UNION { ?shape sh:path ?term ; sh:nodeKind ?value FILTER(?value = sh:IRI)
          BIND("nodes" AS ?saying) }
  FILTER(isIRI(?term))
}
"""
_KEY = re.compile(r"(?:[a-z]+:)?[A-Za-z][A-Za-z0-9]*")


@dataclass(frozen=True, slots=True)
class Property:
    """How the values of one property are written: ``type`` is ``@id`` or a datatype's IRI."""

    key: str
    type: str = ""
    single: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The keys of a JSON-LD file."""

    properties: Mapping[str, Property]  # by their IRI
    classes: Mapping[str, str]  # by the class's prefixed name

    def to_json(self) -> dict[str, object]:
        """Return the value of ``@context``: prefixes, classes, properties, each sorted."""
        found: dict[str, object] = dict(PREFIXES)
        found |= {key: name for name, key in sorted(self.classes.items())}
        for iri, item in sorted(self.properties.items()):
            definition = {"@id": compact(iri)}
            if item.type:
                definition["@type"] = item.type if item.type == "@id" else compact(item.type)
            if not item.single:
                definition["@container"] = "@set"
            found[item.key] = definition
        return found


def read_context() -> Context:
    """Return the context that the bundled ontology and shapes give.

    Raises:
        ResourceError: If the package has lost its ontology.
    """
    sayings: dict[str, dict[str, set[str]]] = {}
    with Store.memory() as store:
        for path in iter_bundled("ontology", ".ttl"):
            store.bulk_load(parse(path.read_bytes(), RdfFormat.TURTLE, rename_blank_nodes=True))
        for solution in store.select(_TERMS):
            of_term = sayings.setdefault(solution["term"].value, {})
            of_term.setdefault(solution["saying"].value, set()).add(solution["value"].value)
    properties, classes = {}, {}
    for iri, of_term in sorted(sayings.items()):
        key = iri.removeprefix(SG) if iri.startswith(SG) else compact(iri)
        if key in PREFIXES or not _KEY.fullmatch(key):
            continue
        if OWL + "Class" in of_term.get("term", ()):
            classes[compact(iri)] = key
        else:
            properties[iri] = Property(key, _type_of(of_term), single="one" in of_term)
    return Context(properties, classes)


def _type_of(sayings: Mapping[str, set[str]]) -> str:
    """Return the type of a property's values; "" where they differ or JSON has it itself."""
    found = sayings.get("datatype", set()) | ({"@id"} if "nodes" in sayings else set())
    (only,) = found if len(found) == 1 else ("",)
    return "" if only in _NATIVE else only


def write_nodes(nodes: Iterable[Node], output: BinaryIO, context: Context) -> None:
    """Write a JSON-LD document: the context, then each node on lines of its own.

    Raises:
        UnavailableError: If a term cannot be told from a short name, or is a triple.
    """
    terms = ",\n".join(
        f" {json.dumps(key)}: {json.dumps(value)}" for key, value in context.to_json().items()
    )
    output.write(f'{{\n"@context": {{\n{terms}\n}},\n"@graph": ['.encode())
    separator = b"\n"
    for node in nodes:
        output.write(separator + _format_json(_describe(node, context)))
        separator = b",\n"
    output.write(b"\n]\n}\n")


def compact(iri: str) -> str:
    """Return an IRI with a prefix in place of its namespace, or the whole of it.

    Raises:
        UnavailableError: If the whole of it would be read as a prefixed name.
    """
    name = _longest_prefix(iri)
    if name:
        return f"{name}:{iri.removeprefix(PREFIXES[name])}"
    scheme, _, rest = iri.partition(":")
    if scheme in PREFIXES and not rest.startswith("//"):
        raise UnavailableError(f"JSON-LD cannot hold <{iri}>: {scheme} is a prefix; use ttl or nt")
    return iri


def _longest_prefix(iri: str) -> str:
    fitting = [
        (len(namespace), name)
        for name, namespace in PREFIXES.items()
        if iri.startswith(namespace) and not iri.startswith("//", len(namespace))
    ]
    return max(fitting)[1] if fitting else ""


def _describe(node: Node, context: Context) -> dict[str, object]:
    found: dict[str, object] = {"@id": _format_id(node.subject)}
    for predicate, values in node.properties:
        if predicate.value == _TYPE and not any(isinstance(value, Literal) for value in values):
            names = map(_format_id, values)
            found["@type"] = [context.classes.get(name, name) for name in names]
            continue
        item = context.properties.get(predicate.value) or Property(compact(predicate.value))
        written = [_format_value(value, item.type) for value in values]
        found[item.key] = written[0] if item.single and len(written) == 1 else written
    return found


def _format_id(term: Subject | Term) -> str:
    if isinstance(term, NamedNode):
        return compact(term.value)
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    raise UnavailableError(f"JSON-LD cannot hold {term}; use ttl or nt")


def _format_value(value: Term, kind: str) -> object:
    """Return the JSON of a value, where a key already says that values are of ``kind``."""
    if not isinstance(value, Literal):
        iri = _format_id(value)
        return iri if kind == "@id" else {"@id": iri}
    if value.language:
        return {"@language": value.language, "@value": value.value}
    datatype = value.datatype.value
    if datatype == kind:
        return value.value
    native = _NATIVE.get(datatype)
    if not native or not native.fullmatch(value.value):
        return {"@type": compact(datatype), "@value": value.value}
    plain = value.value if datatype == XSD + "string" else json.loads(value.value)
    return {"@value": plain} if kind else plain


def _format_json(value: object) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False).encode()
