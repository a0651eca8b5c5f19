"""Files of every kind, whole and broken: rows, or one sentence that says what is wrong and where."""

import json

import pytest

from people.exchange.reading import read_files
from people.exchange.rows import Unreadable

PEOPLE = "name,birth_date\nAda Orlan,1970\n"


def read(name, content):
    [sheet] = read_files([(name, content if isinstance(content, bytes) else content.encode())])
    return sheet


def rows(name, content):
    return [(row.kind, row.number, row.values) for row in read(name, content).rows]


def refused(name, content):
    with pytest.raises(Unreadable) as refusal:
        read(name, content)
    return str(refusal.value)


ADA = [("person", 2, {"name": "Ada Orlan", "birth_date": "1970"})]


@pytest.mark.parametrize(
    "content",
    [
        PEOPLE,
        "\ufeff" + PEOPLE,
        PEOPLE.encode("utf-16"),
        PEOPLE.replace(",", ";"),
        PEOPLE.replace(",", "\t"),
        PEOPLE.replace("\n", "\r\n"),
        'Name,"Birth Date"\n"Ada Orlan",1970,\n',
    ],
    ids=["plain", "mark of UTF-8", "UTF-16", "semicolons", "tabs", "Windows", "quoted, one cell more"],
)
def test_csv_however_it_is_saved(content):
    assert rows("people.csv", content) == ADA


def test_rows_are_counted_as_a_spreadsheet_does():
    text = 'name,biography\n"Ada\nOrlan",x\n\n,\nBoris,y\n'
    assert [(number, values["name"]) for _kind, number, values in rows("persons.csv", text)] == [
        (2, "Ada\nOrlan"),
        (5, "Boris"),
    ]


def test_formulas_come_back_as_they_were():
    assert rows("people.csv", "name\n'=HYPERLINK(1)\n") == [("person", 2, {"name": "=HYPERLINK(1)"})]


def test_the_kind_is_told_by_the_headings_where_the_name_is_not():
    assert rows("list.csv", "person,post,organization,start_date\nAda,Minister,Ministry,2022\n")[0][0] == "membership"
    assert refused("list.csv", "name\nAda\n") == (
        "We cannot tell what “list.csv” lists. Begin with a template, or call it organizations.csv, areas.csv, "
        "series.csv, posts.csv, people.csv, names.csv, memberships.csv, events.csv, attendees.csv, outcomes.csv."
    )


def test_columns_that_are_not_taken_are_named():
    assert read("people.csv", "name,email\nAda,a@b\n").notes == ["The column “email” is not taken."]
    assert read("people.csv", "name,email,sex,\nAda,a@b,f,\n").notes == ["The columns “email”, “sex” are not taken."]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "“people.csv” is empty."),
        (" \n", "“people.csv” is empty."),
        ("name\n", "“people.csv” has headings and no rows."),
        ("email\na@b\n", "“people.csv” lacks the columns: name."),
        ("name,Name\na,b\n", "“people.csv” has two columns for: name."),
        ("name\nAda,1970\n", "Row 2 of “people.csv” has 2 cells, the headings are 1: is a quote missing?"),
        ('name\nBoris\n"Ada\n', "Row 3 of “people.csv” cannot be read as CSV: unexpected end of data."),
        ("name\nA\x00da\n", "Row 2 of “people.csv” holds a NUL byte: this is no list but a broken file."),
        (
            "name\nBoris\nÄda\n".encode("latin-1"),
            "Row 3 of “people.csv” is not written in UTF-8: save the file as “CSV UTF-8” and try again.",
        ),
        (
            b"\x89PNG\r\n\x1a\n\x00",
            "Row 1 of “people.csv” is not written in UTF-8: save the file as “CSV UTF-8” and try again.",
        ),
    ],
)
def test_what_cannot_be_read_is_one_sentence(content, sentence):
    assert refused("people.csv", content) == sentence


def test_files_of_offices_say_of_which_columns_one_is_needed():
    assert refused("memberships.csv", "start_date\n2022\n") == (
        "“memberships.csv” lacks the columns: person_id or person, post_id or post or organization_id or organization."
    )


def test_too_much_at_once(settings):
    settings.IMPORT_BYTES_LIMIT = 1_000_000
    assert refused("people.csv", b"x" * 50_000_000) == (
        "“people.csv” has 50.0 MB, and at most 1.0 MB are taken at once: part it in several."
    )
    settings.IMPORT_ROWS_LIMIT = 100
    assert refused("people.csv", "name\n" + "Ada\n" * 101) == (
        "These files have 101 rows, and at most 100 are taken at once: part them in several."
    )
    with pytest.raises(Unreadable, match="Two of these files have the same name."):
        read_files([("people.csv", PEOPLE.encode())] * 2)


POPOLO = {
    "persons": [
        {
            "id": "ada",
            "name": "Ada Orlan",
            "birth_date": "1970-05",
            "email": None,
            "image": "https://a.example/a.jpg",
            "created_at": "2020",
            "other_names": [{"name": "Ада Орлан", "lang": "ru", "start_date": "1999"}],
            "identifiers": [{"scheme": "Wikidata", "identifier": "Q1"}],
            "memberships": [
                {"post": {"id": "p", "label": "Minister", "organization": {"id": "m", "name": "Ministry"}}}
            ],
        }
    ],
    "events": [{"id": "e", "name": "Talks", "start_date": "2023", "attendees": [{"id": "ada"}], "nothing": []}],
}


def test_popolo_is_taken_apart():
    sheet = read("record.json", json.dumps(POPOLO))
    assert [(row.kind, row.values) for row in sheet.rows] == [
        (
            "person",
            {
                "id": "ada",
                "name": "Ada Orlan",
                "birth_date": "1970-05",
                "identifiers": [{"scheme": "Wikidata", "identifier": "Q1"}],
            },
        ),
        ("name", {"name": "Ада Орлан", "language": "ru", "start_date": "1999", "person_id": "ada"}),
        ("organization", {"id": "m", "name": "Ministry"}),
        ("post", {"id": "p", "label": "Minister", "organization_id": "m"}),
        ("membership", {"person_id": "ada", "post_id": "p"}),
        ("event", {"id": "e", "name": "Talks", "start_date": "2023"}),
        ("attendee", {"event_id": "e", "person_id": "ada"}),
    ]
    assert sheet.notes == ["The field “image” is not taken."]


def test_objects_without_an_id_still_own_what_is_in_them():
    told = [{"name": "Ada", "other_names": {"name": "Ада", "sex": "f"}, "given_name": "A"}]
    sheet = read("person.json", json.dumps(told))
    assert [row.values.get("id") or row.values["person_id"] for row in sheet.rows] == ["#person-0", "#person-0"]
    assert rows("person.json", json.dumps({"name": "Ada", "memberships": []})) == [("person", 1, {"name": "Ada"})]
    assert rows("area.json", json.dumps({"name": "A", "children": [{"name": "B"}]}))[1] == ("area", 1, {"name": "B"})
    assert rows("people", json.dumps([{"name": "Ada"}])) == [("person", 1, {"name": "Ada"})]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.json", "{", "“a.json” is no JSON that can be read: look at line 1."),
        ("a.json", "[" * 100_000, "“a.json” is no JSON that can be read: look at line 1."),
        ("a.json", '{"persons": [{"name": NaN}]}', "“a.json” is no JSON that can be read: look at line 1."),
        ("a.json", '{"persons": [{"name": "\\ud800"}]}', "“a.json” is no JSON that can be read: look at line 1."),
        ("a.json", "9" * 5000, "“a.json” is no JSON that can be read: look at line 1."),
        (
            "a.json",
            '{"persons": [\n{"name": "\\u0000"}]}',
            "Row 2 of “a.json” holds a NUL byte: this is no list but a broken file.",
        ),
        ("a.json", '{"persons": []}', "“a.json” holds none of the lists of Popolo."),
        ("a.json", '{"persons": [7]}', "“a.json”: number 1 of the people is no object."),
        ("a.json", '{"persons": [{"name": "A", "other_names": [7]}]}', "“a.json”: number 1 of the names is no object."),
        (
            "a.json",
            "7",
            "“a.json” holds none of the lists of Popolo: persons, organizations, posts, memberships, events, areas.",
        ),
        (
            "organizations.json",
            '{"children": 7, "name": "A"}',
            "“organizations.json”: number 1 of the organizations is no object.",
        ),
    ],
)
def test_what_is_no_popolo(name, content, sentence):
    assert refused(name, content) == sentence


def test_popolo_nested_without_end():
    told = {"name": "A"}
    for _depth in range(40):
        told = {"name": "A", "children": [told]}
    assert refused("organizations.json", json.dumps(told)).endswith("number 1 of the organizations is no object.")
