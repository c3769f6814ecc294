"""Compile the axioms of an ontology into a rule table.

Running the rules to a fixed point gives the facts that OWL 2 RL would add
(https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules), without
those that every graph has (everything is an ``owl:Thing`` and the same as itself).
"""

from collections.abc import Iterator
from typing import Final

from showgraph.errors import OntologyError
from showgraph.rules.axioms import Axioms, ClassKey, read_axioms
from showgraph.rules.table import TYPE, Check, Pattern, Rule, RuleTable, term_name

_X: Final = "?x"
_Y: Final = "?y"


def compile_rules(*turtle: str) -> RuleTable:
    """Return the rules and checks that an ontology states.

    Domains and ranges are rules too. Over facts whose subjects all have a type they add next
    to nothing, and where they do add a class, it is often one that the data got wrong: then
    the checks for disjoint classes find it.

    Args:
        turtle: The files of the ontology, as Turtle. They import nothing.

    Returns:
        The table; equal axioms in another order or in other files give an equal table.

    Raises:
        OntologyError: If the text is not Turtle, an axiom is of a kind that is not compiled,
            or a class can have no member.
    """
    axioms = read_axioms(*turtle)
    _refuse_empty_classes(axioms)
    rules: dict[tuple[Pattern, tuple[Pattern, ...]], Rule] = {}
    for rule in sorted(_iter_rules(axioms)):
        if rule.head not in rule.body:
            rules.setdefault((rule.head, rule.body), rule)
    return RuleTable(tuple(sorted(rules.values())), tuple(sorted(set(_iter_checks(axioms)))))


def _iter_rules(axioms: Axioms) -> Iterator[Rule]:
    yield from _iter_hierarchy_rules(axioms)
    yield from _iter_side_rules(axioms)
    yield from _iter_mirror_rules(axioms)
    yield from _iter_chain_rules(axioms)


def _iter_hierarchy_rules(axioms: Axioms) -> Iterator[Rule]:
    classes, properties = set(axioms.subclasses), set(axioms.subproperties)
    for lower, upper in axioms.subclasses:
        kind = "equivalentclass" if (upper, lower) in classes else "subclass"
        if lower[0] != TYPE or upper[0] != TYPE:
            kind = "hasvalue"
        name = f"{kind}:{_class_name(lower)}/{_class_name(upper)}"
        yield Rule(name, kind, _member(_X, upper), (_member(_X, lower),))
    for sub, sup in axioms.subproperties:
        kind = "equivalentproperty" if (sup, sub) in properties else "subproperty"
        name = f"{kind}:{term_name(sub)}/{term_name(sup)}"
        yield Rule(name, kind, (_X, sup, _Y), ((_X, sub, _Y),))


def _iter_side_rules(axioms: Axioms) -> Iterator[Rule]:
    for kind, variable, sides in (("domain", _X, axioms.domains), ("range", _Y, axioms.ranges)):
        for prop, cls in sides:
            name = f"{kind}:{term_name(prop)}/{_class_name(cls)}"
            yield Rule(name, kind, _member(variable, cls), ((_X, prop, _Y),))


def _iter_mirror_rules(axioms: Axioms) -> Iterator[Rule]:
    for pair in axioms.inverses:
        for first, second in (pair, pair[::-1]):
            name = f"inverse:{term_name(first)}/{term_name(second)}"
            yield Rule(name, "inverse", (_Y, second, _X), ((_X, first, _Y),))
    for prop in axioms.symmetric:
        name = f"symmetric:{term_name(prop)}"
        yield Rule(name, "symmetric", (_Y, prop, _X), ((_X, prop, _Y),))


def _iter_chain_rules(axioms: Axioms) -> Iterator[Rule]:
    for prop in axioms.transitive:
        body = ((_X, prop, "?z"), ("?z", prop, _Y))
        yield Rule(f"transitive:{term_name(prop)}", "transitive", (_X, prop, _Y), body)
    for prop, chain in axioms.chains:
        nodes = [_X, *(f"?z{n or ''}" for n in range(len(chain) - 1)), _Y]
        links = tuple(zip(nodes[:-1], chain, nodes[1:], strict=True))
        name = f"chain:{term_name(prop)}/{','.join(map(term_name, chain))}"
        yield Rule(name, "chain", (_X, prop, _Y), links)


def _iter_checks(axioms: Axioms) -> Iterator[Check]:
    for one, other in axioms.disjoint_classes:
        name = f"disjointclasses:{_class_name(one)}/{_class_name(other)}"
        yield Check(name, "disjointclasses", (_member(_X, one), _member(_X, other)))
    for first, second in axioms.disjoint_properties:
        name = f"disjointproperties:{term_name(first)}/{term_name(second)}"
        yield Check(name, "disjointproperties", ((_X, first, _Y), (_X, second, _Y)))
    for prop in axioms.asymmetric:
        body = ((_X, prop, _Y), (_Y, prop, _X))
        yield Check(f"asymmetric:{term_name(prop)}", "asymmetric", body)
    for prop in axioms.irreflexive:
        yield Check(f"irreflexive:{term_name(prop)}", "irreflexive", ((_X, prop, _X),))


def _refuse_empty_classes(axioms: Axioms) -> None:
    """Refuse a class below two classes that share no member: only a mistake makes one."""
    above: dict[ClassKey, set[ClassKey]] = {}
    for lower, upper in axioms.subclasses:
        above.setdefault(lower, {lower}).add(upper)
    for one, other in axioms.disjoint_classes:
        names = f"a class below {_class_name(one)} and {_class_name(other)}, which are disjoint"
        if one == other:
            raise OntologyError(names, _class_name(one))
        for cls in sorted(above):
            if {one, other} <= above[cls]:
                raise OntologyError(names, _class_name(cls))


def _member(variable: str, cls: ClassKey) -> Pattern:
    return variable, *cls


def _class_name(cls: ClassKey) -> str:
    predicate, value = cls
    return term_name(value) if predicate == TYPE else f"{term_name(predicate)}={term_name(value)}"
