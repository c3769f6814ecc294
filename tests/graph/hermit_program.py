"""Ask HermiT, in an environment that has owlready2: ``hermit_program.py FILE.nt``.

It prints JSON: whether the file is consistent, classes that can have no member, and what
follows for its individuals: their classes, and the links that HermiT lists itself.
"""

import json
import sys
from pathlib import Path

import owlready2  # type: ignore[import-not-found]  # an environment of its own has it


def main() -> None:
    """Reason over the file that the command line names."""
    world = owlready2.World()
    ontology = world.get_ontology(Path(sys.argv[1]).resolve().as_uri()).load()
    with ontology:
        try:
            owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            json.dump({"consistent": False}, sys.stdout)
            return
    individuals = list(world.individuals())
    types = sorted(
        (each.iri, cls.iri)
        for each in individuals
        for cls in each.INDIRECT_is_a
        if isinstance(cls, owlready2.ThingClass) and cls is not owlready2.Thing
    )
    links = sorted(
        (each.iri, prop.iri, value.iri)
        for each in individuals
        for prop in each.get_properties()
        for value in prop[each]
        if hasattr(value, "iri")
    )
    unsatisfiable = sorted(cls.iri for cls in world.inconsistent_classes() if hasattr(cls, "iri"))
    json.dump(
        {"consistent": True, "unsatisfiable": unsatisfiable, "types": types, "links": links},
        sys.stdout,
    )


if __name__ == "__main__":
    main()
