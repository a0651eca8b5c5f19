"""The record in an article: each meeting that its sentences speak of, with what they say of whom."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import ngettext

from articles.pages.numbers import in_words, sentence
from articles.pages.said import meeting_of, state_said
from people.pages.days import day_of
from people.pages.links import address_of, meeting_address
from people.states import STATES


@dataclass(frozen=True)
class Line:
    """One entry. `state`: as this article has it; `url` is "" without a page; `side`: for whom, or ""."""

    state: str
    name: str
    url: str
    side: str


@dataclass(frozen=True)
class Entry:
    """A meeting of the article. `iso` is "" for a span of days."""

    title: str
    url: str
    day: str
    iso: str
    lines: list[Line]


def record_of(evidence, marks) -> list[Entry]:
    """The meetings in the order of their sentences (`marks`: fragments in that order). No query."""
    order = {mark: place for place, mark in enumerate(marks)}
    found = defaultdict(lambda: defaultdict(list))
    spoken = [row for row in evidence if meeting_of(row)]
    for row in sorted(spoken, key=lambda row: (order.get(row.quotation.mark, -1), meeting_of(row).slug)):
        roll = found[meeting_of(row)]
        if row.attendance_id:
            roll[row.attendance].append(row)
    return [_entry(meeting, roll) for meeting, roll in found.items()]


def record_words(record) -> str:
    """«Two meetings, twelve entries.»"""
    meetings, entries = len(record), sum(len(entry.lines) for entry in record)
    return sentence(
        ngettext("%(number)s meeting", "%(number)s meetings", meetings) % {"number": in_words(meetings)},
        ngettext("%(number)s entry", "%(number)s entries", entries) % {"number": in_words(entries)},
    )


def _entry(meeting, roll):
    when = day_of(meeting.when)
    said = [(attendance, state_said(rows)) for attendance, rows in roll.items()]
    said.sort(key=lambda line: _place(*line))
    return Entry(
        title=meeting.title,
        url=meeting_address(meeting.slug),
        day=when.words,
        iso=when.iso,
        lines=[_line(attendance, state) for attendance, state in said],
    )


def _place(attendance, state):
    """By state, then side, then name."""
    person, side = attendance.person, attendance.side
    names = (person.sort_key, person.slug) if person else ("", attendance.description)
    return STATES.index(state), side.sort_key if side else "", person is None, names


def _line(attendance, state):
    return Line(
        state=state,
        name=attendance.who,
        url=address_of(attendance.person) if attendance.person_id else "",
        side=attendance.side.label if attendance.side_id else "",
    )
