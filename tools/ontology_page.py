"""Write the page of the ontology's terms as HTML, by pyLODE. Run by ``make docs``.

    python tools/ontology_page.py docs/ontology.html

pyLODE 3.3.3 has no section for individuals, so one is added: the page lists every term.
"""

import sys
from html import escape
from pathlib import Path
from typing import Final

from pylode import OntPub
from rdflib import Graph
from rdflib.namespace import OWL, RDF, RDFS, SKOS

ONTOLOGY: Final = Path(__file__).resolve().parents[1] / "ontology" / "showgraph.ttl"

#: What follows the last section of terms in a page of pyLODE.
_AFTER_TERMS: Final = '<div id="namespaces">'

_INDIVIDUAL: Final = """\
<div class="property entity" id="{name}">
<h3>{label}<sup class="sup-ni" title="OWL Named Individual">ni</sup></h3>
<table>
<tr><th>IRI</th><td><code>{iri}</code></td></tr>
<tr><th>Description</th><td><p>{definition}</p></td></tr>
</table>
</div>
"""


def render_individuals(ontology: Graph) -> str:
    """Return the section of the named individuals, sorted by IRI."""
    entries = [
        _INDIVIDUAL.format(
            name=escape(str(term).rpartition("#")[2].lower()),
            label=escape(str(ontology.value(term, RDFS.label))),
            iri=escape(str(term)),
            definition=escape(str(ontology.value(term, SKOS.definition))),
        )
        for term in sorted(ontology.subjects(RDF.type, OWL.NamedIndividual))
    ]
    heading = "<h2>Named Individuals</h2>\n"
    return f'<div class="section" id="namedindividuals">\n{heading}{"".join(entries)}</div>\n'


def render_page() -> str:
    """Return the page.

    Raises:
        ValueError: If pyLODE lays out its page in another way than the pinned version.
    """
    page = OntPub(str(ONTOLOGY)).make_html()
    before, mark, after = page.partition(_AFTER_TERMS)
    if not mark:
        raise ValueError(f"pyLODE wrote a page without {_AFTER_TERMS}; is it the pinned version?")
    return before + render_individuals(Graph().parse(ONTOLOGY)) + mark + after


def main() -> None:
    """Write the page to the path that is the only argument."""
    (target,) = sys.argv[1:]
    Path(target).write_text(render_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
