"""Days, numbers, letters and parts of lists: the small pieces that several pages share."""

from types import SimpleNamespace

import pytest
from django.http import Http404, QueryDict
from hypothesis import given

from people.models import Place, Source
from people.names import first_letter, letter_of, sort_key
from people.pages.days import day_of
from people.pages.letters import alphabet
from people.pages.numbering import gaps
from people.pages.paging import Window
from people.pages.spellings import Spellings
from people.pages.voices import label_of
from tests.people.names.strategies import names


@pytest.mark.parametrize(
    ("text", "words", "iso", "full", "short"),
    [
        ("2023-04-26", "26 April 2023", "2023-04-26", "Wednesday, 26 April 2023", "26 Apr"),
        ("2022-06", "June 2022", "2022-06", "June 2022", "Jun"),
        ("2022", "2022", "2022", "2022", ""),
        ("2023-05-18/2023-05-19", "18–19 May 2023", "", "18–19 May 2023", "18 May"),
        ("../2019", "until 2019", "", "until 2019", ""),
    ],
)
def test_a_day_is_never_more_precise_than_it_is_known(text, words, iso, full, short):
    day = day_of(text)
    assert (day.words, day.iso, day.full, day.short) == (words, iso, full, short)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        ([None], ""),
        ([1, 2, 3], ""),
        ([3, None, 4, 6, 4], "No report in our articles of no. 1–2, 5."),
    ],
)
def test_numbers_without_a_report(numbers, words):
    assert gaps(numbers) == words


@given(names)
def test_the_letter_is_found_again_in_the_sort_key(name):
    assert letter_of(sort_key(name)) == first_letter(name)


def test_an_empty_key_has_no_letter():
    assert letter_of("") == letter_of(sort_key("3rd")) == "#"


def test_the_alphabet_links_only_letters_in_use():
    letters = alphabet({"B", "Ё", "王", "#"}, "B")
    assert [each.letter for each in letters if each.url] == ["#", "B", "Ё", "王"]
    assert [each.letter for each in letters if each.is_here] == ["B"]
    assert len(letters) == 29


def test_the_part_that_was_asked_for():
    window = Window.asked(QueryDict("year=2022&before=third-2022"))
    assert (window.year, window.before) == (2022, "third-2022")
    assert window.address(before="") == "?year=2022"
    assert Window.asked(QueryDict("page=-1")).address() == "?"


@pytest.mark.parametrize("query", ["year=22", "year=0000", "year=²022", "before=a%20b", "before=" + "x" * 121])
def test_a_part_that_cannot_be(query):
    with pytest.raises(Http404):
        Window.asked(QueryDict(query))


def test_a_source_without_a_day_says_so():
    source = Source(publisher="Gazette", title="Decree 7", kind="decree")
    assert label_of(source) == "Gazette, Decree 7, day not known"


@pytest.mark.django_db
def test_a_place_keeps_todays_name_where_the_days_leave_it_open():
    meeting = SimpleNamespace(place=Place(name="Astana"), when_earliest=None, when_latest=None)
    assert Spellings().place(meeting) == "Astana"
