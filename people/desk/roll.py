"""The roll of a meeting as the desk sees it: every line with all its sentences, and what readers see instead."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings

from people import disclosure, tenure
from people.desk.choosers import is_key
from people.models import Attendance, Evidence, Meeting, Membership
from people.models.source import SAID_OF_ATTENDANCE
from people.states import meeting_state

SHOWN = 300
ON_PAGE = 50
SAYS = [(value, Evidence.Says(value).label) for value in SAID_OF_ATTENDANCE]


@dataclass(frozen=True)
class Line:
    """One line of the roll. `state`: by all evidence that is not struck; the row's own is what readers see."""

    number: int
    row: Attendance
    posts: tuple
    evidence: tuple
    state: str

    @property
    def word(self):
        return Attendance.State(self.state).label if self.state else ""

    @property
    def is_as_readers_see(self):
        return self.row.is_public and self.row.state == self.state


@dataclass(frozen=True)
class DeskRoll:
    """The lines, and the meeting's state by all evidence. `page`: which fifty of them are shown, from 1."""

    lines: tuple[Line, ...]
    has_more: bool
    state: str
    is_as_readers_see: bool
    page: int = 1

    @property
    def shown(self):
        return self.lines[(self.page - 1) * ON_PAGE : self.page * ON_PAGE]

    @property
    def pages(self):
        """Number and words («51–100») of each page; none where all fits on one."""
        starts = range(0, len(self.lines), ON_PAGE)
        if len(starts) < 2:
            return []
        return [(number, f"{at + 1}–{min(at + ON_PAGE, len(self.lines))}") for number, at in enumerate(starts, 1)]

    @property
    def word(self):
        return Meeting.State(self.state).label


def roll_of(meeting, page=1) -> DeskRoll:
    """The roll in the order in which it was made. Four queries, whatever its length.

    `page`: what somebody asked for, perhaps no number and perhaps too large.
    """
    rows = meeting.attendances.filter(is_struck=False).select_related("person", "on_behalf_of", "stands_in_for")
    rows = list(rows.order_by("pk")[: SHOWN + 1])
    speaks = Evidence.objects.filter(attendance__in=rows, is_struck=False, quotation__is_struck=False)
    by_row = defaultdict(list)
    for each in speaks.select_related("quotation__source").order_by("-quotation__source__day", "pk"):
        by_row[each.attendance_id].append(each)
    posts = _posts(rows, meeting)
    lines = tuple(
        Line(
            number=number,
            row=row,
            posts=tuple(posts.get(row.person_id, ())),
            evidence=tuple(by_row[row.pk]),
            state=disclosure.attendance_state(row, meeting, by_row[row.pk]),
        )
        for number, row in enumerate(rows[:SHOWN], 1)
    )
    own = meeting.evidence.filter(is_struck=False, quotation__is_struck=False).select_related("quotation__source")
    state = meeting_state([line.state for line in lines], [disclosure.report_of(each, meeting) for each in own])
    is_as_readers_see = meeting.is_public and meeting.state == state
    return DeskRoll(lines, len(rows) > SHOWN, state, is_as_readers_see, _page(page, len(lines)))


def _page(asked, length):
    last = max(1, -(-length // ON_PAGE))
    return min(max(int(asked), 1), last) if is_key(asked) else 1


def _posts(rows, meeting):
    days = meeting.when_earliest, meeting.when_latest
    moments = [(row.person_id, *days) for row in rows if row.person_id]
    held = tenure.posts_held(Membership.objects.all(), moments, months=settings.UNCONFIRMED_AFTER_MONTHS)
    return {moment[0]: posts for moment, posts in held.items()}
