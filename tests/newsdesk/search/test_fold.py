"""Text as the index keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.search.fold import LONGEST, tokens


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ёлка, Élan & STRASSE!", ["елка", "elan", "strasse"]),
        ("Қасым-Жомарт Тоқаев", ["қасым", "жомарт", "тоқаев"]),
        ("王毅会", ["王毅", "毅会", "会"]),
        ("王毅，李强", ["王毅", "毅", "李强", "强"]),
        ("AI合作2023", ["ai", "合作", "作", "2023"]),
        ("Xi’an and Xi'an", ["xian", "and", "xian"]),
        ("the minister’s visit", ["the", "minister", "s", "visit"]),
        ("foo_bar 10%", ["foo", "bar", "10"]),
        ("", []),
        ('\x00 — * "', []),
    ],
)
def test_words_are_folded_and_chinese_stands_in_pairs(text, kept):
    assert tokens(text) == kept


def test_a_longer_word_than_a_database_takes_is_cut():
    assert tokens("a" * 5_000) == ["a" * LONGEST]


@given(st.text())
def test_whatever_comes_tokens_are_letters_and_digits(text):
    for token in tokens(text):
        assert token.isalnum()
        assert len(token) <= LONGEST
