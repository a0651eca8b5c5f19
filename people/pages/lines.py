"""Meetings as single lines: in lists, in a series, within a larger meeting."""

from dataclasses import dataclass
from functools import cache

from django.utils.translation import get_language

from people.models import Meeting
from people.pages import tallies
from people.pages.days import day_of
from people.pages.links import meeting_address
from people.pages.spellings import Spellings


@dataclass(frozen=True)
class Line:
    """`state`: the meeting's own, `held` the same in words; `number`: in its series, or None; `tally`: of its roll."""

    slug: str
    title: str
    url: str
    day: str
    iso: str
    place: str
    held: str
    state: str
    number: int | None
    tally: list[tallies.Tally]


def lines_of(meetings, spellings=None) -> list[Line]:
    """Public meetings fetched with their places, in their order, each with its roll counted. Two queries at most.

    `spellings`: the names of their places, where the caller has fetched them already.
    """
    counted = tallies.by_meeting([meeting.pk for meeting in meetings])
    names = spellings or Spellings(places=[meeting.place_id for meeting in meetings])
    return [_line(meeting, counted.get(meeting.pk, []), names) for meeting in meetings]


MEETING = (
    *("title", "slug", "when", "when_earliest", "when_latest", "state", "ordinal", "place__name"),
    *("series_id", "parent_id"),
)
"""The columns that a line is made of (`people.prepared`)."""


@cache
def state_in_words(state: str, _language: str | None) -> str:
    """«held», «not reported»; "" for a meeting that is not public."""
    return str(Meeting.State(state).label) if state else ""


def _line(meeting, tally, names):
    when = day_of(meeting.when)
    return Line(
        slug=meeting.slug,
        title=meeting.title,
        url=meeting_address(meeting.slug),
        day=when.words,
        iso=when.iso,
        place=names.place(meeting),
        held=state_in_words(meeting.state, get_language()),
        state=meeting.state,
        number=meeting.ordinal,
        tally=tally,
    )
