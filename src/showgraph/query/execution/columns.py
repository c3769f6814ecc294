"""The order of the columns that a query leaves to the engine."""

from showgraph.query.formats.outcomes import Results, Solutions
from showgraph.query.sparql.lexer import tokenize


def in_order(results: Results, text: str) -> Results:
    """Return the rows of ``SELECT *`` with the variables as they come in the query.

    Their order means nothing to SPARQL and something to people; the engine sorts them.
    """
    if not isinstance(results, Solutions):
        return results
    tokens = tokenize(text)
    words = [token.text.upper() for token in tokens]
    start = words.index("SELECT") + 1
    if "*" not in words[start : start + 1 + (words[start] in {"DISTINCT", "REDUCED"})]:
        return results
    met = dict.fromkeys(token.variable for token in tokens if token.variable)
    places = {name: place for place, name in enumerate(met)}
    order = sorted(
        range(len(results.variables)),
        key=lambda n: places.get(results.variables[n], len(places)),
    )
    return Solutions(
        tuple(results.variables[n] for n in order),
        tuple(tuple(row[n] for n in order) for row in results.rows),
        results.is_cut,
    )
