import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.names import Token, tokens


def texts(text):
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qin Gang", ["qin", "gang"]),
        ("Xi’an", ["xian"]),
        ("Xi'an", ["xian"]),
        ("Oʻzbekiston", ["ozbekiston"]),
        ("«the ministers’ talks»", ["the", "ministers", "talks"]),
        ("Jean-Claude", ["jean", "claude"]),
        ("Al\u2011Sisi", ["al", "sisi"]),
        ("А. Лукашевич", ["а", "лукашевич"]),
        ("王毅外长 met Qin", ["王毅外长", "met", "qin"]),
        ("AI合作2024", ["ai", "合作", "2024"]),
        ("热恩别克·库卢巴耶夫", ["热恩别克", "库卢巴耶夫"]),
        ("か\u3099く", ["かく"]),
        ("½ cup", ["12", "cup"]),
        ("🎉 -- \0 '", []),
        ("\u0301", []),
        ("", []),
    ],
)
def test_words(text, expected):
    assert texts(text) == expected


def test_places_are_those_of_the_text_as_it_was_given():
    text = "  E\u0301lan, Xi’an: 王毅!"
    assert tokens(text) == [Token("elan", 2, 7), Token("xian", 9, 14), Token("王毅", 16, 18)]
    assert [text[token.start : token.end] for token in tokens(text)] == ["E\u0301lan", "Xi’an", "王毅"]


@given(st.text())
def test_words_follow_each_other_and_hold_letters_and_digits_only(text):
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text.isalnum()
        end = token.end
