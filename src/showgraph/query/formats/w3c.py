"""The W3C formats of query results, to their byte rules.

* SPARQL 1.1 Query Results JSON Format, https://www.w3.org/TR/sparql11-results-json/
* SPARQL Query Results XML Format, https://www.w3.org/TR/rdf-sparql-XMLres/
* SPARQL 1.1 Query Results CSV and TSV Formats, https://www.w3.org/TR/sparql11-results-csv-tsv/

A boolean has no CSV or TSV form in the standards; it is written as the word. Results that were
cut say so in the head, by a link to :data:`TRUNCATED`; CSV and TSV have no place for it.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from showgraph.errors import UnavailableError
from showgraph.namespaces import XSD
from showgraph.query.formats.outcomes import Boolean, Solutions, Term
from showgraph.store import BlankNode, Literal, NamedNode, Triple

#: What the link in the head of cut results leads to.
TRUNCATED: Final = "https://w3id.org/showgraph/results/truncated"
_STRING: Final = XSD + "string"
#: What SPARQL writes without quotes; anything else of these types keeps them.
_BARE: Final = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile("true|false"),
    XSD + "double": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
}
_QUOTED: Final = re.compile('[",\r\n]')
_ESCAPES: Final = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"},
)
#: https://www.w3.org/TR/xml/#charsets
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_XML_HEAD: Final = (
    '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
)
_XML_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;"},
)


def to_csv(results: Solutions | Boolean) -> str:
    """Return results as CSV: values without their types, lines that end with CR and LF."""
    if isinstance(results, Boolean):
        return f"{_word(results)}\r\n"
    lines = [",".join(results.variables)]
    lines += [",".join(_csv_field(term) for term in row) for row in results.rows]
    return "".join(f"{line}\r\n" for line in lines)


def _csv_field(term: Term | None) -> str:
    if term is None:
        return ""
    text = f"_:{term.value}" if isinstance(term, BlankNode) else _text(term)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _text(term: Term) -> str:
    return str(term) if isinstance(term, Triple) else term.value


def to_tsv(results: Solutions | Boolean) -> str:
    """Return results as TSV: terms as SPARQL writes them, lines that end with LF."""
    if isinstance(results, Boolean):
        return f"{_word(results)}\n"
    lines = ["\t".join(f"?{name}" for name in results.variables)]
    lines += [
        "\t".join("" if term is None else _tsv_field(term) for term in row) for row in results.rows
    ]
    return "".join(f"{line}\n" for line in lines)


def _tsv_field(term: Term) -> str:
    if not isinstance(term, Literal):
        return str(term)
    datatype = term.datatype.value
    if datatype in _BARE and _BARE[datatype].fullmatch(term.value):
        return term.value
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if datatype == _STRING else f"{quoted}^^<{datatype}>"


def to_srj(results: Solutions | Boolean) -> str:
    """Return results as SPARQL 1.1 Query Results JSON."""
    if isinstance(results, Boolean):
        return _dump({"head": {}, "boolean": results.value})
    bindings = [
        {
            name: json_term(term)
            for name, term in zip(results.variables, row, strict=True)
            if term is not None
        }
        for row in results.rows
    ]
    head = {"vars": list(results.variables)} | ({"link": [TRUNCATED]} if results.is_cut else {})
    return _dump({"head": head, "results": {"bindings": bindings}})


def _dump(value: Any) -> str:  # noqa: ANN401 - any JSON
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def json_term(term: Term) -> dict[str, Any]:
    """Return a term as the object that SPARQL 1.1 Query Results JSON has for it."""
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: json_term(part) for name, part in parts.items()}}
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == _STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def to_srx(results: Solutions | Boolean) -> str:
    """Return results as SPARQL Query Results XML.

    Raises:
        UnavailableError: If a value has a character that XML cannot hold in any spelling.
    """
    if isinstance(results, Boolean):
        return f"{_XML_HEAD}<head></head>\n<boolean>{_word(results)}</boolean>\n</sparql>\n"
    head = "".join(f'<variable name="{name}"/>' for name in results.variables)
    if results.is_cut:
        head += f'<link href="{TRUNCATED}"/>'
    rows = "".join(
        "<result>"
        + "".join(
            f'<binding name="{name}">{"".join(_xml_term(term))}</binding>'
            for name, term in zip(results.variables, row, strict=True)
            if term is not None
        )
        + "</result>\n"
        for row in results.rows
    )
    return f"{_XML_HEAD}<head>{head}</head>\n<results>\n{rows}</results>\n</sparql>\n"


def _xml_term(term: Term) -> Iterator[str]:
    if isinstance(term, Triple):
        yield "<triple>"
        for name in ("subject", "predicate", "object"):
            yield f"<{name}>{''.join(_xml_term(getattr(term, name)))}</{name}>"
        yield "</triple>"
        return
    text = _xml_text(term.value)
    if isinstance(term, NamedNode):
        yield f"<uri>{text}</uri>"
    elif isinstance(term, BlankNode):
        yield f"<bnode>{text}</bnode>"
    elif term.language:
        yield f'<literal xml:lang="{term.language}">{text}</literal>'
    elif term.datatype.value == _STRING:
        yield f"<literal>{text}</literal>"
    else:
        yield f'<literal datatype="{_xml_text(term.datatype.value)}">{text}</literal>'


def _xml_text(text: str) -> str:
    if bad := _NOT_XML.search(text):
        raise UnavailableError(
            f"XML cannot hold the character U+{ord(bad[0]):04X}; choose json, csv or tsv",
        )
    return text.translate(_XML_ESCAPES)


def _word(results: Boolean) -> str:
    return "true" if results.value else "false"
