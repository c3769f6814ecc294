"""Tokens stand exactly where they say, and their keys are what rules compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showgraph.extract.text.tokens import Token, tokenize
from showgraph.extract.text.views import normalise


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a whole text."""
    view = normalise(text)
    return tokenize(view, 0, len(view.text))


WORDS = [
    ("Mara\u2019s role", "Mara|'s|role"),
    ("they've I'm she'll we're he'd", "they|'ve|I|'m|she|'ll|we|'re|he|'d"),
    ("didn't won't can't", "did|n't|wo|n't|ca|n't"),
    ("O'Hara's D'Arcy rock'n'roll", "O'Hara|'s|D'Arcy|rock'n'roll"),
    ('"Iron Tide"\'s end', '"|Iron|Tide|"|\'s|end'),
    ("rom-com two-minute Seon-ho", "rom-com|two-minute|Seon-ho"),
    ("20-year-old 10-part Covid-19", "20-year-old|10-part|Covid-19"),
    ("12-13 days", "12|-|13|days"),
    ("Ana Bell-starrer, a multi-starrer", "Ana|Bell|-|starrer|,|a|multi-starrer"),
    ("Season 1-3", "Season|1|-|3"),
    ("1,2 & 3", "1|,|2|&|3"),
    ("1,000,000 and 3.5", "1,000,000|and|3.5"),
    ("15th 6x60 S2E5 90s 4K", "15th|6x60|S2E5|90s|4K"),
    ("8:30 8:30pm 2.5m", "8:30|8:30pm|2.5m"),
    ("2021-10-15, 10/15/2021, 15.10.2021", "2021-10-15|,|10/15/2021|,|15.10.2021"),
    ("24/7", "24|/|7"),
    ("the U.S. and S.W.A.T.", "the|U.S.|and|S.W.A.T."),
    ("J. K. Bell, M.S. Reyes", "J.|K.|Bell|,|M.S.|Reyes"),
    ("Mr. Bell of Bell Inc. on Oct. 5", "Mr.|Bell|of|Bell|Inc.|on|Oct.|5"),
    ("No. 1, no.", "No.|1|,|no|."),
    ("R&B and Q&A", "R&B|and|Q&A"),
    ("@mara.bell #irontide", "@mara.bell|#irontide"),
    ("see https://example.org/a?b=c.", "see|https://example.org/a?b=c|."),
    ("wait... what\u2026", "wait|...|what|\u2026"),
    ("good--bad \u2014 end", "good|--|bad|\u2014|end"),
    ("(Iron Tide)", "(|Iron|Tide|)"),
    ("the end.Then", "the|end|.|Then"),
    ("zero\u200bwidth", "zero\u200bwidth"),
]

KEYS = [
    ("NETFLIX", "netflix"),
    ("Oct.", "oct"),
    ("Inc.", "inc"),
    ("J. Bell", "j bell"),
    ("U.S.", "u.s."),
    ("won't", "will not"),
    ("can't", "can not"),
    ("didn't", "did not"),
    ("they've", "they have"),
    ("she'll", "she will"),
    ("Mara\u2019s", "mara 's"),
    ("\u201cHi\u201d", '" hi "'),
    ("a -- b \u2013 c \u2014 d", "a \u2014 b \u2014 c \u2014 d"),
    ("wait\u2026 ....", "wait ... ..."),
    ("it\u00e2\u20ac\u2122s", "it 's"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_text_is_cut_into_words_and_marks(text: str, words: str) -> None:
    """Each token is exactly the stretch of the text between its offsets."""
    tokens = tokens_of(text)

    assert "|".join(token.text for token in tokens).replace("\u2019", "'") == words
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize(("text", "keys"), KEYS)
def test_keys_are_lower_case_and_spelt_out(text: str, keys: str) -> None:
    """What rules compare does not depend on case, quotes, dashes or short forms."""
    assert " ".join(token.key for token in tokens_of(text)) == keys


def test_tables_have_not_shrunk() -> None:
    """Losing rows of a table is losing tests."""
    assert (len(WORDS), len(KEYS)) >= (27, 15)


def test_word_is_the_plain_form_with_its_case() -> None:
    """Names can be taken from the words: no mojibake, no invisible characters."""
    (token,) = tokens_of("Ren\u00c3\u00a9\u200be")

    assert (token.word, token.key) == ("Ren\u00e9e", "ren\u00e9e")
    assert token.text == "Ren\u00c3\u00a9\u200be"


def test_properties_tell_words_from_numbers() -> None:
    """A token knows whether it begins with a letter, a capital or a digit."""
    mara, lower, number, mark = tokens_of("Mara waits 15th !")

    assert [t.is_word for t in (mara, lower, number, mark)] == [True, True, False, False]
    assert [t.is_capital for t in (mara, lower, number, mark)] == [True, False, False, False]
    assert [t.is_number for t in (mara, lower, number, mark)] == [False, False, True, False]


@given(st.text(max_size=80))
def test_every_visible_character_is_in_exactly_one_token(text: str) -> None:
    """Tokens do not overlap, and between them is nothing that anyone sees."""
    view = normalise(text)
    tokens = tokenize(view, 0, len(view.text))

    assert all(view.source[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.word for token in tokens) == "".join(view.text.split())
    starts = [token.start for token in tokens]
    assert starts == sorted(set(starts))
