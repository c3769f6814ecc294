"""The saved questions that come with showgraph, or those of a folder of one's own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from showgraph.errors import UnknownNameError
from showgraph.query.questions.compiled import find_question, read_compiled
from showgraph.query.questions.header import SavedQuestion, parse_question
from showgraph.resources import iter_bundled

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ENDING: Final = ".rq"


class Catalog(Mapping[str, SavedQuestion]):
    """Questions by their id, sorted by it."""

    def __init__(self, questions: Mapping[str, SavedQuestion]) -> None:
        """Keep the questions; use :func:`read_catalog` to read them."""
        self._questions = dict(sorted(questions.items()))

    def __getitem__(self, name: str) -> SavedQuestion:
        """Return the question of that id."""
        return self._questions[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids, sorted."""
        return iter(self._questions)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._questions)

    def question(self, name: str) -> SavedQuestion:
        """Return the question of that id.

        Raises:
            UnknownNameError: If there is none, with the ids that come close.
        """
        if name in self._questions:
            return self._questions[name]
        raise self.unknown(name)

    def unknown(self, name: str, near: Iterable[str] = ()) -> UnknownNameError:
        """Return the error for a question that does not exist.

        Args:
            name: What was asked for.
            near: Ids that are known to be meant by something like it; those that are spelt
                nearly like it come before them.
        """
        import difflib  # noqa: PLC0415 - for errors alone

        close = difflib.get_close_matches(name.lower(), self._questions, n=3)
        found = list(dict.fromkeys([*close, *near]))[:3]
        return UnknownNameError("question", name, found, known=self._questions)


def read_catalog(folder: "Traversable | None" = None) -> Catalog:
    """Return the questions of a folder's ``.rq`` files; of the bundled folder by default.

    Raises:
        ResourceError: If the bundled folder is missing or a file has a wrong header.
    """
    if folder is None:
        files = iter_bundled("queries", _ENDING)
        known = read_compiled()
    else:
        files = [path for path in folder.iterdir() if path.name.endswith(_ENDING)]
        known = {}
    questions = {}
    for path in files:
        text = path.read_text(encoding="utf-8")
        name = path.name.removesuffix(_ENDING)
        question = find_question(known, name, text) or parse_question(path.name, text)
        questions[question.id] = question
    return Catalog(questions)
