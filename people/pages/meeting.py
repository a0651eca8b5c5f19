"""The page of a meeting: who was there, for whom, in which posts, and by which sentence."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from people.calendars import has_days
from people.models import Meeting, Outcome
from people.pages import roll, sheet, tallies
from people.pages.days import day_of
from people.pages.lines import MEETING, Line, lines_of
from people.pages.links import Link, link_to, meeting_address
from people.pages.numbering import gaps
from people.pages.spellings import Spelling, Spellings
from people.pages.voices import OFF, Said, evidence_of, said_of
from people.prepared import NOBODY, Prepared

OUTCOMES = Prepared(
    lambda meeting: Outcome.objects.public().filter(meeting=meeting).order_by("text", "kind"),
    *("kind", "text", "vouched_reason"),
    meeting=int,
)
AROUND_IT = Prepared(
    lambda meeting, series: Meeting.objects.public().filter(Q(parent=meeting) | Q(series=series)).earliest_first(),
    *MEETING,
    meeting=int,
    series=int,
)
AROUND = 2
"""Meetings of the series shown before this one and after it."""


@dataclass(frozen=True)
class Facts:
    """What is known of a meeting, line by line. `number`: in its series; `within`: the larger meeting, if public.

    `reported_by`: how many articles of ours; `off`: cancelled or postponed; `is_silent`: its day is over and no
    article says whether it was held.
    """

    title: str
    day: str
    iso: str
    place: str
    country: str
    place_names: list[Spelling]
    kind: str
    held: str
    off: str
    is_silent: bool
    reported_by: int
    host: Link | None
    series: Link | None
    number: int | None
    within: Link | None
    said: Said


@dataclass(frozen=True)
class Brought:
    """One outcome with what it rests on."""

    kind: str
    text: str
    said: Said


def meeting_page(meeting, *, day) -> dict:
    """What `people/meeting.html` prints of a public meeting, seen on the site's day."""
    attendances, outcomes = roll.fetch_roll(meeting), OUTCOMES(meeting=meeting.pk)
    around = _around(meeting)
    evidence = evidence_of(
        attendance=[row.pk for row in attendances], meeting=[meeting.pk], outcome=[row.pk for row in outcomes]
    )
    spellings = Spellings(
        people=[row.person_id for row in attendances if row.person_id],
        places=[each.place_id for each in (meeting, *around)],
    )
    held = sheet.held_at(attendances)
    series = [each for each in around if meeting.series_id and each.series_id == meeting.series_id]
    lines = {line.slug: line for line in lines_of(around, spellings)}
    return {
        "subject": meeting,
        "meeting": _facts(meeting, evidence, spellings, day),
        "tally": tallies.tally(row.state for row in attendances),
        "sides": roll.sides_of(attendances, evidence, held, spellings=spellings, day=day),
        "outcomes": _brought(outcomes, evidence),
        "parts": [lines[each.slug] for each in around if each.parent_id == meeting.pk],
        "chain": _chain([lines[each.slug] for each in series], meeting),
        "series_gaps": gaps(each.ordinal for each in series),
        "ics_url": reverse("people:meeting_calendar", args=[meeting.slug]) if has_days(meeting) else "",
        "trail": _trail(meeting),
    }


def _around(meeting):
    """The public meetings of its series, itself among them, and those within it, in order of their days."""
    return AROUND_IT(meeting=meeting.pk, series=meeting.series_id or NOBODY)


def _facts(meeting, evidence, spellings, day):
    when, place = day_of(meeting.when), meeting.place
    printed = spellings.place(meeting)
    ours = {row.quotation.source_id for rows in evidence.values() for row in rows if row.quotation.source.is_ours}
    within = meeting.parent if meeting.parent and meeting.parent.is_public else None
    return Facts(
        title=meeting.title,
        day=when.full,
        iso=when.iso,
        place=printed,
        country=place.country.label if place and place.country else "",
        place_names=_other_names(place, spellings) if place else [],
        kind=meeting.get_kind_display(),
        held=meeting.get_state_display(),
        off=meeting.get_state_display() if meeting.state in OFF else "",
        is_silent=_is_silent(meeting, day),
        reported_by=len(ours),
        host=link_to(meeting.host),
        series=Link(meeting.series.name, _series_address(meeting.series)) if meeting.series else None,
        number=meeting.ordinal,
        within=Link(within.title, meeting_address(within.slug)) if within else None,
        said=said_of(meeting, evidence["meeting", meeting.pk]),
    )


def _other_names(place, spellings):
    """How the place is written elsewhere, today: names that are over stand only on the days they had."""
    former = {name.text for name in spellings.of(place) if name.until}
    return spellings.others(place, *former)


def _is_silent(meeting, day):
    """Whether the day is over and no article says that it was held, moved or called off."""
    open_ = meeting.state in (Meeting.State.PLANNED, Meeting.State.NOT_REPORTED)
    return open_ and bool(meeting.when_latest) and meeting.when_latest < day


def _brought(outcomes, evidence):
    return [Brought(row.get_kind_display(), row.text, said_of(row, evidence["outcome", row.pk])) for row in outcomes]


def _chain(lines: list[Line], meeting):
    """The neighbours of the meeting in its series, each with its place beside it: «prev», «here», «next» or ""."""
    if len(lines) < 2:
        return []
    here = next(at for at, line in enumerate(lines) if line.slug == meeting.slug)
    names = {here - 1: "prev", here: "here", here + 1: "next"}
    start = max(here - AROUND, 0)
    return [{"line": line, "is": names.get(at, "")} for at, line in enumerate(lines[start : here + AROUND + 1], start)]


def _series_address(series):
    return reverse("people:series", args=[series.slug])


def _trail(meeting):
    steps = [Link(_("Meetings"), reverse("people:meetings"))]
    return [*steps, Link(meeting.series.name, _series_address(meeting.series))] if meeting.series else steps
