"""What is written out and taken in again is the same record, from a desk on which every case occurs."""

import json

import pytest

from articles.models import Mention
from articles.models.image import Depiction
from people import striking
from people.exchange import exporting, importing, previewing
from people.models import (
    Attendance,
    Evidence,
    Identifier,
    Involvement,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Place,
    Post,
    RecordCount,
)
from tests.once import an_editor, built_once
from tests.people import desk as everything

LISTED = (Evidence, Outcome, Attendance, Membership, Name, Identifier)
ALL = (Mention, Depiction, RecordCount, Involvement, *LISTED, Meeting, MeetingSeries, Post, Person, Place, Organisation)


def build():
    made = everything.build(an_editor())
    made.keep(Identifier(person=made.ada, scheme="Wikidata", value="Q1; of Vesmark"))
    made.keep(Identifier(series=made.series, scheme="Own", value="17"))
    for row in (Name.objects.get(text="Ada Hidden"), Meeting.objects.get(title="Lake day")):
        striking.strike(row, by=made.by, reason="Wrong")
    return made


built, desk = built_once(build)


@pytest.mark.django_db
def test_popolo(desk, staff):
    told = json.loads(exporting.popolo_text())
    in_an_empty_record(staff, [("record.json", json.dumps(told).encode())])
    again = json.loads(exporting.popolo_text())
    assert {**again, "exported_at": ""} == {**told, "exported_at": ""}


@pytest.mark.django_db
def test_csv(desk, staff):
    files = list(exporting.csv_files())
    in_an_empty_record(staff, [(name, text.encode()) for name, text in files if text.count("\n") > 1])
    assert list(exporting.csv_files()) == files


def in_an_empty_record(staff, files):
    """Take the files into a record of which nothing is left."""
    for model in ALL:
        rows = model._base_manager.all()
        rows._raw_delete(rows.db)
    taken = previewing.begin(files, by=staff("record keeper"), publisher="Another desk", kind="record")
    book = previewing.look(taken)
    assert [(entry.words, entry.errors, entry.notes) for entry in book.entries if entry.errors or entry.notes] == []
    importing.run(taken, by=taken.by)
    return taken
