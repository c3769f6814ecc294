"""The exit statuses, and which error leads to which.

They are part of the interface: scripts depend on them, so none changes its meaning.
"""

from typing import Final

from showgraph.errors import (
    InconsistencyError,
    NotUnderstoodError,
    ShowGraphError,
    UsageError,
)

#: Done; an answer without rows is an answer.
DONE: Final = 0
#: The graph does not conform to its shapes, or the facts contradict the ontology.
NEGATIVE: Final = 1
#: The command line itself is wrong: an unknown command, option or format.
USAGE: Final = 2
#: Nothing was run: no such question, entity, season or value, or a broken query.
NOT_UNDERSTOOD: Final = 3
#: Something that is needed cannot be read or written.
UNAVAILABLE: Final = 4
#: Ended by Ctrl-C; 128 and the number of the signal, as shells count.
INTERRUPTED: Final = 130


def status_of(error: ShowGraphError) -> int:
    """Return the exit status that an error leads to."""
    match error:
        case InconsistencyError():
            return NEGATIVE
        case UsageError():
            return USAGE
        case NotUnderstoodError():
            return NOT_UNDERSTOOD
        case _:
            return UNAVAILABLE
