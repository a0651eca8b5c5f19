"""The record of somebody as a whole: its numbers, its years, and the fifty newest lines or those before them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q
from django.http import Http404

from people.light import light_rows
from people.models import Attendance, Involvement, RecordCount
from people.pages import tallies
from people.pages.paging import NEWEST, Pager, Window, pager
from people.prepared import Prepared

LINE = (
    *("person_id", "side_id", "state", "description", "title_as_printed", "vouched_reason", "day"),
    *("meeting__slug", "meeting__title", "meeting__when", "meeting__when_earliest", "meeting__when_latest"),
    *("meeting__state", "meeting__place__name"),
    *("on_behalf_of__name", "on_behalf_of__short_name"),
    *("person__name", "person__family_name", "person__slug", "person__is_public"),
)
"""What a line of a roll is made of on a person's page and an organisation's."""


@dataclass(frozen=True)
class Year:
    """A year of a long record: the way into it."""

    year: int
    number: int
    tally: list[tallies.Tally]
    url: str
    is_here: bool


class Numbers:
    """The kept counts of a record; all zero for one without lines."""

    def __init__(self, count: RecordCount | None):
        self.entries = count.entries if count else 0
        self.since = count.since if count else None
        self.years_with_states = count.years if count else {}
        self.months = count.months if count else []
        self.companions = count.companions if count else []

    @property
    def tally(self):
        return tallies.of_numbers(sum(map(Counter, self.years_with_states.values()), Counter()), zeros=True)

    def years(self, window: Window) -> list[Year]:
        """The years, the latest first; none for a record that fits on its page."""
        if self.entries <= NEWEST:
            return []
        return [
            Year(
                year=int(year),
                number=sum(states.values()),
                tally=tallies.of_numbers(states),
                url=window.address(year=int(year), before=""),
                is_here=int(year) == window.year,
            )
            for year, states in sorted(self.years_with_states.items(), reverse=True)
            if year
        ]

    def in_window(self, window: Window) -> int:
        """How many lines the list has that the window is a part of."""
        if window.year is None:
            return self.entries
        return sum(self.years_with_states.get(str(window.year), {}).values())


class Lines:
    """Public lines of an owner, the latest first.

    `of(key)` gives them as a queryset with a `day`; `to`: the path from its rows to the line of the roll.
    """

    def __init__(self, of, to=""):
        self.of, self.to, self.path = of, to, f"{to}__" if to else ""
        self.columns = [f"{self.path}{column}" for column in LINE]
        self.newest = Prepared(lambda owner: self._rows(owner)[: NEWEST + 1], *self.columns, owner=int)
        self.of_days = Prepared(
            lambda owner, first, last: self._rows(owner).filter(day__range=(first, last))[: NEWEST + 1],
            *self.columns,
            owner=int,
            first=date,
            last=date,
        )

    def page(self, owner: int, window: Window, numbers: Numbers) -> tuple[list, Pager]:
        """This part of the list, meetings whole, and the way on from there.

        Raises Http404 where the list is to go on after a meeting that is not in it. Two queries at most, but three
        where one meeting alone fills the page.
        """
        rows = [getattr(row, self.to) if self.to else row for row in self._asked(owner, window)]
        shown, has_older = self._whole_meetings(owner, rows, window)
        last = shown[-1].meeting.slug if shown else ""
        return shown, pager(window, last=last, has_older=has_older, number=len(shown), of=numbers.in_window(window))

    def _asked(self, owner, window):
        if window.before:
            return self._beyond(owner, window)
        if window.year:
            return self.of_days(owner=owner, first=date(window.year, 1, 1), last=date(window.year, 12, 31))
        return self.newest(owner=owner)

    def _beyond(self, owner, window):
        """Those that come after the meeting that the address names, at most one more than a page holds."""
        listed, meeting = self._rows(owner), f"{self.path}meeting__slug"
        if window.year:
            listed = listed.filter(day__year=window.year)
        days = list(listed.filter(**{meeting: window.before}).values_list("day", flat=True)[:1])
        if not days:
            raise Http404("No such meeting in this list.")
        [day] = days
        same = Q(day=day) if day else Q(day__isnull=True)
        earlier = Q(day__lt=day) | Q(day__isnull=True) if day else Q(pk__in=[])
        after = listed.filter(earlier | same & Q(**{f"{meeting}__gt": window.before}))
        return light_rows(after[: NEWEST + 1], self.columns)

    def _whole_meetings(self, owner, rows, window):
        """Without the meeting that goes on beyond them, or all of that one; and whether older ones follow."""
        if len(rows) <= NEWEST:
            return rows, False
        cut = rows[-1].meeting
        if whole := [row for row in rows if row.meeting != cut]:
            return whole, True
        every = self._rows(owner).filter(**{f"{self.path}meeting": cut.pk})
        whole = [getattr(row, self.to) if self.to else row for row in light_rows(every, self.columns)]
        return whole, bool(self._beyond(owner, replace(window, before=cut.slug)))

    def _rows(self, owner):
        meeting, person = f"{self.path}meeting__slug", F(f"{self.path}person__slug").asc(nulls_last=True)
        public = self.of(owner).filter(**{f"{self.path}is_public": True})
        return public.order_by(F("day").desc(nulls_last=True), meeting, person, f"{self.path}description")


def numbers_of(**owner) -> Numbers:
    """The kept counts: `numbers_of(person=key)`. One query."""
    [(kept, key)] = owner.items()
    found = (COUNT_OF_PERSON if kept == "person" else COUNT_OF_ORGANISATION)(owner=key)
    return Numbers(found[0] if found else None)


COLUMNS = ("entries", "since", "years", "months", "companions")
COUNT_OF_PERSON = Prepared(lambda owner: RecordCount.objects.filter(person=owner), *COLUMNS, owner=int)
COUNT_OF_ORGANISATION = Prepared(lambda owner: RecordCount.objects.filter(organisation=owner), *COLUMNS, owner=int)
OF_PERSON = Lines(lambda owner: Attendance.objects.filter(person=owner))
OF_ORGANISATION = Lines(lambda owner: Involvement.objects.filter(organisation=owner), to="attendance")
