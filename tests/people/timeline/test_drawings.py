"""Where offices and meetings stand, wide and on a phone."""

import re
from datetime import date, timedelta

from people.lettering import width_of
from people.timeline import Entry, Office, draw
from people.timeline.bars import shown, wide_bars
from people.timeline.span import Span

YEAR = Span(date(2023, 1, 1), date(2024, 1, 1))


def entry(day, state="attended", place="Xi’an"):
    return Entry(day, state, f"{day}, {place}", f"{day:%d %b}", place)


def office(title, since, until, days="", *, is_now=False):
    return Office(title, days, since, until, is_now)


def squares(path):
    return re.findall(r"M(\d+) ([\d.]+)h([\d.]+)", path)


def test_nothing_to_draw_is_none():
    assert draw([], []) is None


def test_a_line_says_what_it_spans_and_how_many_it_shows():
    line = draw([], [entry(date(2023, 4, 27)), entry(date(2023, 4, 26))])
    assert (line.since, line.until, line.number, line.is_binned) == (date(2023, 2, 1), date(2023, 7, 31), 2, False)


def test_marks_that_would_touch_stack_upwards():
    line = draw([], [entry(date(2023, 4, 26) + timedelta(days=each)) for each in (0, 1, 2, 60)])
    heights = [line.wide.axis - mark.y for mark in line.wide.marks]
    assert heights == [22, 42, 62, 22]
    assert all(0 <= mark.x <= 1000 - 16 for mark in line.wide.marks)


def test_no_two_marks_overlap():
    days = [date(2023, 1, 1) + timedelta(days=each * 3) for each in range(60)]
    marks = draw([], [entry(day) for day in days]).wide.marks
    for number, one in enumerate(marks):
        for other in marks[number + 1 :]:
            assert abs(one.x - other.x) >= 16 or abs(one.y - other.y) >= 20


def test_a_title_stands_in_its_bar_with_its_days_where_both_fit():
    bars, below = wide_bars(YEAR, [office("Minister", date(2023, 1, 1), None, "since January", is_now=True)], 1000, 14)
    assert [(bar.text, bar.days, bar.text_class, bar.x, bar.width) for bar in bars] == [
        ("Minister", "since January", "bar-now-text", 0, 1000)
    ]
    assert below == 14 + 38


def test_a_title_too_long_for_its_bar_stands_to_the_right_else_to_the_left():
    early = office("Minister of Foreign Affairs", date(2023, 1, 1), date(2023, 1, 20))
    late = office("Minister of Foreign Affairs", date(2023, 12, 10), date(2023, 12, 31))
    (first, second), _below = wide_bars(YEAR, [early, late], 1000, 14)
    assert first.text_class == "bar-text halo" and first.text_x == first.x + first.width + 10
    assert second.text_class == "bar-text end halo" and second.text_x == second.x - 10


def test_a_title_longer_than_the_page_is_shortened():
    (bar,), _below = wide_bars(YEAR, [office("Minister " * 40, date(2023, 1, 1), None)], 1000, 14)
    assert bar.text.endswith("…") and width_of(bar.text) <= 980 and bar.days == ""


def test_days_without_room_are_left_to_the_list():
    (bar,), _below = wide_bars(YEAR, [office("Minister", date(2023, 1, 1), date(2023, 2, 1), "w" * 30)], 1000, 14)
    assert (bar.text, bar.days) == ("Minister", "")


def test_offices_after_each_other_share_a_lane_and_those_at_once_do_not():
    one = office("Deputy", date(2023, 1, 1), date(2023, 6, 1))
    two = office("Minister", date(2023, 6, 1), date(2023, 12, 1))
    three = office("Councillor", date(2023, 3, 1), date(2023, 9, 1))
    bars, _below = wide_bars(YEAR, [two, three, one], 1000, 14)
    assert {bar.text: bar.y for bar in bars} == {"Deputy": 14, "Minister": 14, "Councillor": 52}


def test_offices_outside_the_span_and_those_that_end_before_they_begin_are_left_out():
    offices = [
        office("before", None, date(2022, 1, 1)),
        office("after", date(2024, 5, 1), None),
        office("backwards", date(2023, 5, 1), date(2023, 4, 1)),
        office("within", None, None),
    ]
    assert [row[0].title for row in shown(YEAR, offices)] == ["within"]


def many(number=70, state="attended"):
    return [entry(date(2020, 1, 1) + timedelta(days=each * 20), state) for each in range(number)]


def test_a_long_record_is_binned_with_every_meeting_once():
    line = draw([], [*many(), entry(date(2021, 5, 5), "disputed")])
    assert line.is_binned and line.wide.marks == []
    assert (len(squares(line.wide.filled)), len(squares(line.wide.open))) == (70, 1)
    assert (len(squares(line.tall.filled)), len(squares(line.tall.open))) == (70, 1)
    assert len({*squares(line.wide.filled), *squares(line.wide.open)}) == 71
    assert len({*squares(line.tall.filled), *squares(line.tall.open)}) == 71


def test_other_states_stand_above_the_attended_ones_of_their_month():
    line = draw([], [*many(61), entry(date(2020, 1, 2), "absent")])
    (x, y, _side) = squares(line.wide.open)[0]
    assert min(float(top) for left, top, _s in squares(line.wide.filled) if left == x) > float(y)


def test_a_month_of_a_hundred_meetings_stays_within_its_height():
    line = draw([], [entry(date(2023, 5, 5)) for _each in range(100)])
    assert line.wide.height <= 14 + 240 + 60
    assert all(float(y) >= 0 for _x, y, _side in squares(line.wide.filled))


def test_a_phone_shows_a_row_a_year_with_its_number():
    line = draw([], many())
    assert [(row.year, row.number) for row in line.tall.rows] == [(2020, 19), (2021, 18), (2022, 18), (2023, 15)]
    assert [month.day.month for month in line.tall.months] == list(range(1, 13))
    assert all(int(x) + float(side) <= 340 for x, _y, side in squares(line.tall.filled))


def test_a_year_without_meetings_keeps_its_row():
    line = draw([], [*many(61), entry(date(2026, 12, 31), "absent")])
    assert [row.number for row in line.tall.rows if row.year in (2024, 2025)] == [0, 0]
    assert squares(line.tall.open)[0][0] == "316"


def test_on_a_phone_words_never_overlap_and_stay_on_the_page():
    days = [date(2023, 1, 1), *(date(2023, 12, 20) + timedelta(days=each) for each in range(8))]
    down = draw([], [entry(day, place="a place with a very long name indeed") for day in days]).tall
    heights = [line.y for line in down.marks]
    assert all(after - before >= 19 for before, after in zip(heights, heights[1:], strict=False))
    assert heights[0] >= 8 and heights[-1] + 14 <= down.height
    assert all(line.place.endswith("…") for line in down.marks)


def test_on_a_phone_offices_stand_in_three_lanes_at_most():
    offices = [office(f"Post {each}", date(2023, 1, 1), None) for each in range(5)]
    down = draw(offices, [entry(date(2023, 6, 1))]).tall
    assert [bar.x for bar in down.bars] == [62, 92, 122]
    assert down.axis == 158


def test_on_a_phone_lanes_are_used_again_and_titles_that_do_not_fit_are_left_to_the_list():
    offices = [
        office("Deputy", date(2023, 1, 1), date(2023, 6, 1)),
        office("Minister of Foreign Affairs of a large country", date(2023, 6, 1), date(2023, 7, 1), is_now=True),
    ]
    first, second = draw(offices, [entry(date(2023, 3, 1)), entry(date(2023, 12, 1))]).tall.bars
    assert (first.x, first.text, first.text_class) == (62, "Deputy", "bar-text")
    assert (second.x, second.text, second.text_class) == (62, "", "bar-now-text")


def test_offices_without_meetings_are_bars_on_an_axis():
    line = draw([office("Minister", date(2018, 9, 1), date(2022, 12, 30))], [])
    assert (line.number, line.wide.marks, line.tall.marks) == (0, [], [])
    assert len(line.wide.bars) == len(line.tall.bars) == 1
    assert line.wide.axis == 14 + 38 + 8
