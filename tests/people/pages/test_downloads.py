"""Lists of the record as CSV files: every public row, honest days, nothing that a spreadsheet would run."""

import csv
from io import StringIO

import pytest

from people import recording, releasing, streaming, striking
from people.models import Attendance, Name

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(client, today):
    """`rows("/people.csv")`: the rows by column, as a spreadsheet reads them."""

    def read(address):
        answer = client.get(address)
        assert answer.status_code == 200 and answer.streaming
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert answer["Content-Disposition"].startswith("attachment; filename")
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(StringIO(text, newline="")))

    return read


def test_people_with_posts_and_spellings(desk, rows):
    by_name = {row["name"]: row for row in rows("/people.csv")}
    ada = by_name["Ada Orlan"]
    assert ada["address"] == "http://testserver/people/ada-orlan/" and ada["country"] == "Vesmark"
    assert "Minister of Rivers" in ada["posts"] and int(ada["meetings_attended"]) >= 2
    assert [row["name"] for row in rows("/people.csv?letter=O")] == ["Ada Orlan"]
    releasing.close(desk.ada, by=desk.by, why="test")
    assert "Ada Orlan" not in {row["name"] for row in rows("/people.csv")}


def test_organisations(desk, rows):
    ministry = {row["name"]: row for row in rows("/organisations.csv")}["Ministry of Rivers"]
    assert ministry["part_of"] == "Republic of Vesmark" and "Министерство рек" in ministry["spellings"]


def test_meetings_with_days_as_they_are_known(desk, rows):
    by_title = {row["meeting"]: row for row in rows("/meetings.csv")}
    third = by_title["Third river meeting"]
    assert (third["when"], third["first_day"], third["last_day"]) == ("2022-06", "2022-06-01", "2022-06-30")
    assert third["place"] == "Nur-Sultan, today Astana" and third["attended"] == "2"
    assert by_title["Lake day"]["state"] == "cancelled"
    assert [row["meeting"] for row in rows("/series/meeting-of-the-river-ministers.csv")][0] == "Third river meeting"


def test_lines_of_a_person_a_body_and_a_meeting_with_their_sentence(desk, rows):
    talks = {row["meeting"]: row for row in rows("/people/ada-orlan.csv")}["Talks in Astana"]
    assert talks["state"] == "attended" and talks["sentence"].startswith("Ada Orlan, the chief of all rivers")
    assert talks["source_address"].startswith("http://testserver/articles/") and "#s-" in talks["source_address"]
    assert "Ada Orlan" in {row["person"] for row in rows("/organisations/republic-of-vesmark.csv")}
    roll = rows("/meetings/talks-in-astana-2023.csv")
    nameless = [row for row in roll if not row["person"]]
    assert [row["description"].casefold() for row in nameless] == ["three experts"]
    assert [row["person_address"] for row in nameless] == [""]


@pytest.mark.parametrize("address", ["people/nobody", "organisations/nobody", "meetings/nobody", "series/nobody"])
def test_no_page_no_file(desk, client, address):
    assert client.get(f"/{address}.csv").status_code == 404


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(desk, rows, start):
    spelling = Name(person=desk.ada, text=f"{start}cmd|'/c calc'!A1", language="ab", vouched_reason="x")
    recording.keep(spelling, by=desk.by)
    ada = {row["name"]: row for row in rows("/people.csv")}["Ada Orlan"]
    desk.ada.refresh_from_db()
    desk.ada.name = f"{start}1+1"
    recording.keep(desk.ada, by=desk.by)
    assert f"'{start}1+1" in {row["name"] for row in rows("/people.csv")}
    assert not ada["spellings"].startswith(start)


def test_a_long_list_is_written_in_parts(desk, client, today, monkeypatch, django_assert_num_queries):
    def parts(expected):
        with django_assert_num_queries(expected):
            return list(client.get("/people.csv").streaming_content)

    assert len(parts(3)) == 2
    monkeypatch.setattr(streaming, "AT_ONCE", 3)
    assert len(parts(5)) == 1 + 3


def test_what_is_struck_is_gone(desk, rows):
    line = Attendance.objects.public().filter(person=desk.ada).first()
    before = len(rows("/people/ada-orlan.csv"))
    striking.strike(line, by=desk.by, reason="wrong")
    assert len(rows("/people/ada-orlan.csv")) == before - 1
