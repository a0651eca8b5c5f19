"""Kept numbers are those that a count of everything gives, after every act."""

import pytest

from people import counting, disclosure, recording, releasing, striking
from people.models import Attendance, Involvement, LetterCount, Meeting, RecordCount, YearCount
from tests.people import desk as desks

pytestmark = pytest.mark.django_db


def count_of(person):
    return RecordCount.objects.get(person=person)


def test_after_each_act_the_numbers_are_those_of_all_rows(desk):
    assert list(counting.differences()) == []
    line = Attendance.objects.public().filter(person=desk.ada, state="attended").first()
    before = count_of(desk.ada)
    striking.strike(line, by=desk.by, reason="wrong")
    after = count_of(desk.ada)
    assert (after.entries, after.attended) == (before.entries - 1, before.attended - 1)
    releasing.close(desk.boris, by=desk.by, why="private")
    assert not RecordCount.objects.filter(person=desk.boris).exists()
    assert desk.boris.pk not in dict(count_of(desk.ada).companions)
    striking.restore(line, by=desk.by)
    releasing.release(desk.boris, by=desk.by)
    assert list(counting.differences()) == [] and count_of(desk.ada).entries == before.entries


def test_a_line_counts_for_bodies_by_side_behalf_and_office(desk):
    bodies = set(Involvement.objects.filter(attendance__person=desk.ada).values_list("organisation__name", flat=True))
    assert {"Republic of Vesmark", "Ministry of Rivers"} <= bodies
    meeting = Attendance.objects.public().filter(person=desk.ada, day__isnull=False).first().meeting
    meeting.when = "2021-03-01"
    recording.keep(meeting, by=desk.by)
    assert list(counting.differences()) == [] and YearCount.objects.filter(year=2021).exists()


def test_all_at_once_gives_the_same(desk):
    kept = [list(model.objects.order_by("pk").values()) for model in (YearCount, LetterCount)]
    for model in (RecordCount, Involvement, YearCount, LetterCount):
        model.objects.all().delete()
    Attendance._base_manager.update(first_reported=None)
    assert list(counting.differences())
    counting.count_what_was_there(sender=type("Other", (), {"name": "articles"}))
    assert not LetterCount.objects.exists()
    counting.count_what_was_there(sender=type("People", (), {"name": "people"}))
    assert list(counting.differences()) == [] and disclosure.check_all() == []
    again = [list(model.objects.values_list("number", flat=True)) for model in (YearCount, LetterCount)]
    assert [sum(numbers) for numbers in again] == [sum(row["number"] for row in rows) for rows in kept]


def test_what_is_out_of_step_is_told(desk):
    RecordCount.objects.filter(person=desk.ada).update(entries=99, companions=[[desk.boris.pk, 77]])
    YearCount.objects.filter(year=2023).update(number=77)
    Involvement.objects.filter(attendance__person=desk.ada).first().delete()
    columns = {column for _row, column, _stands, _should in counting.differences()}
    assert {"record_count.entries", "record_count.companions", "number", "involvements"} <= columns


def test_a_long_record_keeps_months_and_the_most_frequent_companions(desk):
    desks.diary(desk, desk.lin, [f"2020-{month:02}-0{day}" for month in range(1, 13) for day in range(1, 6)])
    desks.diary(desk, desk.lin, ["2019"])  # of a whole year: in no month
    count = count_of(desk.lin)
    assert count.months[0] == ["2020-01-01", 5, 0] and count.years["2020"] == {"attended": 60}
    assert Meeting.objects.public().by_year()[0] and list(counting.differences()) == []


@pytest.mark.parametrize(
    ("day", "since", "until", "is_so"),
    [
        (None, None, None, True),
        (None, "2020", None, False),
        ("2021", "2020", "2022", True),
        ("2021", "2022", None, False),
    ],
)
def test_perhaps_in_office(day, since, until, is_so):
    assert counting._is_perhaps_on(day, since, until) is is_so


def test_rows_have_names(desk):
    assert str(count_of(desk.ada)) == "Ada Orlan" and str(YearCount(year=2023, number=2)) == "2023: 2"
    assert str(LetterCount(letter="O", number=1)) == "O: 1" and "Ada" in str(
        Involvement(attendance=Attendance.objects.filter(person=desk.ada).first(), organisation=desk.vesmark)
    )
