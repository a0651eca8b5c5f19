"""All entries of somebody's record, lightly: what its numbers, its years and its time line are made of."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import Http404

from people.models import Place
from people.pages import tallies
from people.pages.paging import NEWEST, Pager, Window, pager

COLUMNS = ("state", "day", "first_reported", "meeting__slug", "meeting__title", "meeting__when")
PLACE = ("meeting__when_earliest", "meeting__when_latest", "meeting__place", "meeting__place__name")


@dataclass(frozen=True)
class Entry:
    """One line of a roll. `first_reported`: the earliest day of an article of ours that speaks for it."""

    state: str
    day: date | None
    first_reported: date | None
    slug: str
    title: str
    when: str
    when_earliest: date | None
    when_latest: date | None
    place_id: int | None
    place_name: str | None

    @property
    def place(self):
        return Place(pk=self.place_id, name=self.place_name) if self.place_id else None


@dataclass(frozen=True)
class Year:
    """A year of a long record: the way into it."""

    year: int
    number: int
    tally: list[tallies.Tally]
    url: str
    is_here: bool


class Entries:
    """The public entries of `attendances`, a queryset, the latest first. One query."""

    def __init__(self, attendances):
        rows = attendances.public().with_first_report().latest_first()
        self.rows = [Entry(*row) for row in rows.values_list(*COLUMNS, *PLACE)]

    @property
    def tally(self):
        return tallies.tally((entry.state for entry in self.rows), zeros=True)

    @property
    def since(self) -> date | None:
        """The day of the first of our articles that speaks for any of them."""
        return min((entry.first_reported for entry in self.rows if entry.first_reported), default=None)

    @property
    def places(self):
        return {entry.place_id for entry in self.rows}

    def years(self, window: Window) -> list[Year]:
        """The years, the latest first; none for a record that fits on its page."""
        if len(self.rows) <= NEWEST:
            return []
        dated = [entry for entry in self.rows if entry.day]
        return [
            Year(
                year=year,
                number=len(its := list(group)),
                tally=tallies.tally(entry.state for entry in its),
                url=window.address(year=year, before=""),
                is_here=year == window.year,
            )
            for year, group in groupby(dated, key=lambda entry: entry.day.year)
        ]

    def page(self, window: Window) -> tuple[list[str], Pager]:
        """The slugs of the meetings in this part of the list, at most the newest fifty, and the way on from there.

        Raises Http404 where the list is to go on after a meeting that is not in it.
        """
        rows = self.rows if window.year is None else [row for row in self.rows if _is_of(row, window.year)]
        slugs = list(dict.fromkeys(entry.slug for entry in rows))
        if window.before and window.before not in slugs:
            raise Http404("No such meeting in this list.")
        start = slugs.index(window.before) + 1 if window.before else 0
        shown = slugs[start : start + NEWEST]
        older = len(slugs) > start + NEWEST
        last = shown[-1] if shown else ""
        return shown, pager(window, last=last, has_older=older, number=len(shown), of=len(slugs))


def _is_of(entry, year):
    return entry.day is not None and entry.day.year == year
