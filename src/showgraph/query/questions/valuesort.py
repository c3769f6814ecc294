"""What decides which values a parameter can take; light, because completion imports it."""

from collections.abc import Iterable
from typing import Final

#: The file of a generation with the values for each sort of parameter.
VALUES: Final = "values.json"
#: Where that file has the short names of properties.
PROPERTIES: Final = "properties"


def sort_of(classes: Iterable[str], scheme: str) -> str:
    """Return the key that all parameters of the same classes and scheme share; "" for text."""
    return " ".join(filter(None, (*classes, scheme)))
