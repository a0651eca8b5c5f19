"""Rows of the record for tests, kept through the same verbs as the desk's."""

from datetime import date

from people import quoting, recording, releasing
from people.models import Attendance, Meeting, Organisation, Person, Post, Source


def organisation(by, name="Vesmark", kind="country", *, released=True, **others):
    row = recording.keep(Organisation(name=name, kind=kind, **others), by=by)
    return releasing.release(row, by=by) if released else row


def person(by, name="Ada Orlan", *, released=True, **others):
    given, family = name.split()
    row = recording.keep(Person(name=name, given_name=given, family_name=family, **others), by=by)
    return releasing.release(row, by=by) if released else row


def post(by, body, title="Minister of Rivers", **others):
    return recording.keep(Post(organisation=body, title=title, **others), by=by)


def meeting(by, title="Talks in Oskemen", when="2023-05-30", **others):
    return recording.keep(Meeting(title=title, when=when, **others), by=by)


def attendance(by, at, who, **others):
    return recording.keep(Attendance(meeting=at, person=who, **others), by=by)


def sentence(by, text="Ada Orlan came.", day=date(2023, 5, 31), *, waits=False, **source):
    """A sentence of an outside source of its own."""
    made = recording.keep(Source(publisher="Ministry of Rivers", day=day, **source), by=by)
    return quoting.quote_outside(made, text, by=by, waits=waits)


def evidence(by, claim, says="supports", **others):
    """Let a sentence of a new outside source speak for the claim."""
    return quoting.add_evidence(sentence(by, **others), claim, says=says, by=by)


def fresh(row):
    """The row as it is stored now."""
    return type(row)._base_manager.get(pk=row.pk)
