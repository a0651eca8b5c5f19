"""The list of meetings: what comes next, and what has been, by month."""

from datetime import date
from itertools import groupby

from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.light import light_rows
from people.models import Meeting, YearCount
from people.pages.entries import Year
from people.pages.lines import MEETING, lines_of
from people.pages.paging import NEWEST, pager
from people.prepared import Prepared

MOST_UPCOMING = 20
LONGEST_MONTH = 31
UPCOMING = Prepared(
    lambda day: Meeting.objects.public().upcoming(day).earliest_first()[:MOST_UPCOMING], *MEETING, day=date
)
PAST = Prepared(lambda day: Meeting.objects.public().newest_past(day, NEWEST + 1), *MEETING, day=date)
YEARS = Prepared(lambda: YearCount.objects.order_by("-year").values_list("year", "number"))


def meetings_page(window, *, day) -> dict:
    """What `people/meetings.html` prints: of the part that was asked for, or from the site's day on and back."""
    is_whole = window.year is None and not window.before
    upcoming = UPCOMING(day=day) if is_whole else []
    rows = PAST(day=day) if is_whole else _part(window, day)
    shown = rows[:NEWEST]
    lines = lines_of([*upcoming, *shown])
    return {
        "window": window,
        "upcoming": lines[: len(upcoming)],
        "groups": _by_month(shown, lines[len(upcoming) :]),
        "years": _years(window),
        "pager": _pager(window, shown, has_older=len(rows) > NEWEST),
        "ics_url": reverse("people:meetings_calendar"),
    }


def _part(window, day):
    """The meetings of that year, or the past ones, from after the one that the address names. Two queries at most."""
    public = Meeting.objects.public()
    listed = public.in_year(window.year) if window.year else public.past(day)
    if window.before:
        listed = listed.beyond(_known(public, window.before))
    return light_rows(listed.latest_first()[: NEWEST + 1], MEETING)


def _known(public, slug):
    meeting = public.filter(slug=slug).first()
    if meeting is None:
        raise Http404("No such meeting.")
    return meeting


def _by_month(meetings, lines):
    """Titles and lines: the month of the last possible day, or the year alone where no month is known."""
    pairs = zip(meetings, lines, strict=True)
    groups = groupby(pairs, key=lambda pair: _month_of(pair[0]))
    return [{"title": title, "lines": [line for _meeting, line in its]} for title, its in groups]


def _month_of(meeting):
    first, last = meeting.when_earliest, meeting.when_latest
    if last is None:
        return _("Still going on, or end not known")
    is_month = first is not None and (last - first).days < LONGEST_MONTH
    return date_format(last, "F Y") if is_month else str(last.year)


def _years(window):
    """The years with their numbers; one year alone needs no way into it."""
    found = [
        Year(year, number, [], window.address(year=year, before=""), is_here=year == window.year)
        for year, number in YEARS()
    ]
    return found if len(found) > 1 else []


def _pager(window, shown, *, has_older):
    return pager(window, last=shown[-1].slug if shown else "", has_older=has_older, number=len(shown))
