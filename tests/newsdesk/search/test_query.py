"""What people type, as phrases."""

import pytest

from newsdesk.search.query import LONGEST, MOST, Phrase, parse


def begins(*tokens):
    return Phrase(tokens, is_prefix=True)


def whole(*tokens):
    return Phrase(tokens)


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("talks", [begins("talks")]),
        ("talks xian", [whole("talks"), begins("xian")]),
        ('"talks in xian"', [whole("talks", "in", "xian")]),
        ('"talks in" xian', [whole("talks", "in"), begins("xian")]),
        ('talks "in xian" ', [whole("talks"), whole("in", "xian")]),
        ('talks "in xian', [whole("talks"), whole("in"), begins("xian")]),
        ("Nur-Sultan", [begins("nur", "sultan")]),
        ("王毅", [whole("王毅")]),
        ("外交部长", [whole("外交", "交部", "部长")]),
        ("王", [begins("王")]),
        ("王毅 王", [whole("王毅"), begins("王")]),
        ("AI合作2023 x", [whole("ai"), whole("合作"), whole("2023"), whole("x")]),
        ("talks in", [whole("talks"), whole("in")]),
        ("talks talks", [whole("talks"), begins("talks")]),
        ("talks x talks x", [whole("talks"), whole("x")]),
        ("", []),
        ('"" ( * & | ! : % \\ \x00', []),
        ("NOT talks", [whole("not"), begins("talks")]),
    ],
)
def test_words_phrases_chinese_and_an_unfinished_last_word(typed, phrases):
    assert list(parse(typed)) == phrases


def test_a_page_pasted_into_the_field_is_read_as_far_as_somebody_may_mean_it():
    assert len(parse(" ".join(f"word{number}" for number in range(10_000)))) <= MOST
    assert parse("a" * 10_000) == parse("a" * LONGEST)


def test_letters_of_one_keyboard_are_searched_as_typed_and_as_others_type_them():
    assert whole("қасым", "жомарт").spellings() == (("қасым", "жомарт"), ("касым", "жомарт"))
    assert whole("касым").spellings() == (("касым",),)
