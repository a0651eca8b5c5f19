"""Cells read as what they mean, each refusal a sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from people.exchange import values
from people.exchange.cells import bare, guarded
from people.models import Attendance, Membership

BEGAN = Membership._meta.get_field("how_began")
STATE = Attendance._meta.get_field("state")


def refused(read, value, *field):
    with pytest.raises(ValidationError) as refusal:
        read(value, *field)
    return refusal.value.messages[0]


def test_what_is_understood():
    assert values.text("  river ") == "river"
    assert values.text(None) == ""
    assert values.partial_date("18–19 мая 2023") == "2023-05-18/2023-05-19"
    assert values.day("8.6.2022") == date(2022, 6, 8)
    assert [values.yes_or_no(word) for word in ("Yes", "да", "1", True, "no", "нет", "", False)] == [True] * 4 + [
        False
    ] * 4
    assert values.number(" 12 ") == 12
    assert values.degrees("82,61") == 82.61
    assert values.choice("Took over", BEGAN) == "took over"
    assert values.states("attended; Absent", STATE) == ("attended", "absent")
    assert values.states(["not reported"], STATE) == ("not_reported",)


def test_choices_in_the_language_of_the_screen_and_in_english():
    with translation.override("ru"):
        assert values.choice("appointed", BEGAN) == "appointed"


def test_pairs_in_a_cell_and_in_json():
    pairs = (("Wikidata", "Q1"), ("Own", "a;b: c"))
    assert values.identifiers(values.joined(pairs)) == pairs
    assert values.identifiers([{"scheme": "Wikidata", "identifier": "Q1"}, "nonsense"]) == (("Wikidata", "Q1"),)
    assert values.titles("ru: министр; kk: министр") == {"ru": "министр", "kk": "министр"}
    assert values.titles({"ru": "министр"}) == {"ru": "министр"}


def test_refusals_are_sentences():
    assert refused(values.text, ["x"]) == "Words belong here, not a list."
    assert refused(values.text, "x" * 5001) == "This has 5001 characters: too much for a row of a list."
    assert refused(values.partial_date, "soon").startswith("“soon” is no date we understand.")
    assert refused(values.day, "2022") == "“2022” is no full day."
    assert refused(values.yes_or_no, "perhaps") == "“perhaps” is neither yes nor no."
    assert refused(values.number, "32768") == "“32768” is no whole number we can keep."
    assert refused(values.number, "٣") == "“٣” is no whole number we can keep."
    assert refused(values.degrees, "north") == "“north” is no number of degrees."
    assert refused(values.degrees, "nan") == "“nan” is no number of degrees."
    assert refused(values.choice, "crowned", BEGAN) == "“crowned” is none of: appointed, elected, took over."
    assert refused(values.identifiers, "Q1") == "Write register and value: Wikidata: Q1; Own: 17."
    assert refused(values.titles, "министр") == "Write language and title: ru: министр; kk: министр."
    assert refused(values.states, "disputed", STATE).startswith("Nobody reports “disputed”")


def test_what_is_printed():
    assert [values.printed(value) for value in (True, False, None, date(2022, 6, 8), 20)] == [
        "yes",
        "",
        "",
        "2022-06-08",
        "20",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "'=1", "''=1", "\t=1", "river", "'river", "", "O'Neill"])
def test_no_cell_is_a_formula_and_nothing_is_lost(text):
    assert bare(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
