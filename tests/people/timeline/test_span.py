"""Which stretch of time a line shows, and its ticks."""

from datetime import date

import pytest

from people.timeline import Entry, Office
from people.timeline.span import Span, window


def entry(*day, state="attended"):
    return Entry(date(*day), state, "words", "1 Jan", "Xi’an")


def office(since, until):
    return Office("Minister", "", since, until, False)


def months_of(span):
    return (span.first, span.last_day, span.months)


def test_nothing_known_is_no_line():
    assert window([], []) is None
    assert window([office(None, None)], []) is None


def test_one_edge_of_one_office_is_no_line():
    assert window([office(date(2020, 1, 1), None)], []) is None


def test_offices_alone_are_shown_whole():
    span = window([office(date(2016, 12, 28), date(2018, 12, 26))], [])
    assert months_of(span) == (date(2016, 12, 1), date(2018, 12, 31), 25)


def test_a_single_meeting_gets_half_a_year_around_it():
    assert months_of(window([], [entry(2023, 4, 26)])) == (date(2023, 2, 1), date(2023, 7, 31), 6)


def test_offices_near_the_meetings_widen_the_line_and_far_ones_do_not():
    offices = [office(date(2018, 9, 1), date(2022, 12, 30)), office(date(2022, 12, 30), date(2023, 10, 24))]
    span = window(offices, [entry(2023, 1, 11), entry(2023, 7, 13)])
    assert months_of(span) == (date(2022, 12, 1), date(2023, 10, 31), 11)


def test_an_office_that_changes_amid_long_silence_is_within_the_line():
    span = window([office(date(2010, 6, 1), None)], [entry(2000, 1, 1), entry(2020, 1, 1)])
    assert (span.first, span.last_day) == (date(2000, 1, 1), date(2020, 1, 31))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_break_it(day):
    span = window([], [Entry(day, "attended", "", "", "")])
    assert span.first <= day <= span.last
    assert span.last_day < span.last


def test_days_outside_stand_at_the_ends():
    span = Span(date(2023, 1, 1), date(2024, 1, 1))
    assert [span.at(day, 10, 365) for day in (date(2022, 1, 1), date(2023, 1, 2), date(2025, 1, 1))] == [10, 11, 375]


def test_a_short_line_has_a_tick_a_month_and_names_the_year_where_it_begins():
    ticks = list(Span(date(2022, 11, 1), date(2023, 3, 1)).ticks(0, 1000, month_room=58, year_room=40))
    assert [tick.day.month for tick in ticks] == [11, 12, 1, 2]
    assert [tick.has_year for tick in ticks] == [True, False, True, False]
    assert {tick.kind for tick in ticks} == {"month"}


def test_ticks_grow_rarer_with_the_years():
    def days(first, last):
        return [tick.day for tick in Span(first, last).ticks(0, 1000, month_room=58, year_room=40)]

    assert days(date(2021, 1, 1), date(2024, 1, 1))[:3] == [date(2021, 1, 1), date(2021, 4, 1), date(2021, 7, 1)]
    assert days(date(2016, 5, 1), date(2024, 10, 1))[:2] == [date(2017, 1, 1), date(2018, 1, 1)]
    assert len(days(date(1000, 1, 1), date(9000, 1, 1))) == 160


def test_words_that_would_stand_beyond_the_end_are_left_out():
    ticks = list(Span(date(2020, 1, 1), date(2030, 2, 1)).ticks(0, 1000, month_room=58, year_room=40))
    assert ticks[-1].day == date(2030, 1, 1)
    assert [tick.is_labelled for tick in ticks[-2:]] == [True, False]


def test_a_state_is_called_like_its_symbol():
    assert entry(2023, 1, 1, state="not_reported").kind == "not-reported"
