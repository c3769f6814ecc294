"""Which texts count as one source: copies, cut or touched up, and nothing else."""

import random
import time

import pytest

from showgraph.graph.accepting.independence import group_copies
from showgraph.model import Document

WORDS = [f"word{number}" for number in range(4000)]


def prose(seed: int, n_words: int = 300) -> str:
    """Return words that look like no other seed's."""
    dice = random.Random(seed)  # noqa: S311 - a test, no secret
    return " ".join(dice.choices(WORDS, k=n_words))


def group(*texts: str, share: float = 0.5) -> list[str]:
    """Return, for each text, the letter of the one that stands for it."""
    letters = "abcdefgh"[: len(texts)]
    documents = [Document(name, text, "", name) for name, text in zip(letters, texts, strict=True)]
    forwards = group_copies(documents, share=share)

    assert group_copies(documents[::-1], share=share) == forwards
    assert list(forwards) == sorted(forwards)
    return list(forwards.values())


ARTICLE = prose(1)
FIRST, SECOND = ARTICLE[: len(ARTICLE) // 2], ARTICLE[len(ARTICLE) // 2 :]


@pytest.mark.parametrize(
    ("copy", "is_copy"),
    [
        (ARTICLE, True),
        (ARTICLE.upper().replace(" ", ",  "), True),
        (f"By our own reporter. {ARTICLE} Read more on page four.", True),
        (FIRST, True),
        (f"{SECOND} {FIRST}", True),
        (ARTICLE.replace("word1", "wort1", 5), True),
        (FIRST + " " + prose(2, 120), True),
        (FIRST + " " + prose(2, 250), False),
        (prose(2), False),
        (" ".join(sorted(ARTICLE.split())), False),
    ],
)
def test_a_text_that_mostly_repeats_another_is_a_copy(copy: str, *, is_copy: bool) -> None:
    """Cut, framed, moved and touched-up texts are copies; the same words elsewhere are not."""
    groups = group(ARTICLE, copy)

    assert (len(set(groups)) == 1) is is_copy


def test_the_longest_text_stands_for_all() -> None:
    """A copy of a part of a copy is in the same group; an equal length is decided by id."""
    assert group(FIRST, ARTICLE, f"{ARTICLE} {prose(3, 50)}", prose(4)) == ["c", "c", "c", "d"]
    assert group(ARTICLE, ARTICLE) == ["a", "a"]


def test_texts_without_a_run_are_compared_as_they_are() -> None:
    """A headline is a copy of the same headline, and no document at all gives no group."""
    assert group("Night Ferry ends", "night ferry ends!", "Night Ferry returns") == ["b", "b", "c"]
    assert group("", "...") == ["b", "b"]
    assert group() == []


def test_the_share_is_a_setting() -> None:
    """What half a text makes a copy, all of it may not."""
    part = FIRST + " " + prose(2, 100)

    assert group(ARTICLE, part, share=0.5) == ["a", "a"]
    assert group(ARTICLE, part, share=0.9) == ["a", "b"]


def test_boilerplate_does_not_make_copies_nor_cost() -> None:
    """A footer that all articles share leaves them apart, and the cost grows with the words."""
    footer = prose(0, 60)

    def seconds(n: int) -> float:
        documents = [
            Document(f"{seed:05}", f"{prose(seed + 1, 150)} {footer}", "", "") for seed in range(n)
        ]
        start = time.process_time()
        groups = group_copies(documents, share=0.5)
        assert len(set(groups.values())) == n
        return time.process_time() - start

    seconds(50)
    assert seconds(1200) < 20 * seconds(200)


@pytest.mark.parametrize(("n_new_words", "is_copy"), [(4, True), (5, False)])
def test_half_of_the_runs_are_enough(n_new_words: int, *, is_copy: bool) -> None:
    """Eight copied words have four runs of five; four new runs make it half, five are too many."""
    copied, new = ARTICLE.split()[:8], prose(5, n_new_words).split()

    assert (group(ARTICLE, " ".join(copied + new)) == ["a", "a"]) is is_copy
