"""The page of a series: all its meetings in order, with their numbers."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from people.models import Meeting, Outcome
from people.pages.lines import Line, lines_of
from people.pages.links import Link
from people.pages.numbering import gaps
from people.pages.voices import Said, evidence_of, said_of


@dataclass(frozen=True)
class Brought:
    """An outcome of one of the meetings."""

    kind: str
    text: str
    meeting: Line
    said: Said


def series_page(series) -> dict:
    """What `people/series.html` prints of a series with a public meeting."""
    meetings = Meeting.objects.public().filter(series=series).select_related("place").earliest_first()
    lines = lines_of(list(meetings))
    return {
        "subject": series,
        "series": series,
        "groups": [{"title": "", "lines": lines}],
        "gaps": gaps(line.number for line in lines),
        "outcomes": _brought(series, {line.slug: line for line in lines}),
        "ics_url": reverse("people:series_calendar", args=[series.slug]),
        "trail": [Link(_("Meetings"), reverse("people:meetings"))],
    }


def _brought(series, lines):
    """The outcomes in order of the meetings."""
    rows = Outcome.objects.public().filter(meeting__series=series, meeting__is_public=True).select_related("meeting")
    evidence = evidence_of(outcome=[row.pk for row in rows])
    slugs = list(lines)
    return [
        Brought(
            kind=row.get_kind_display(),
            text=row.text,
            meeting=lines[row.meeting.slug],
            said=said_of(row, evidence["outcome", row.pk]),
        )
        for row in sorted(rows, key=lambda row: (slugs.index(row.meeting.slug), row.text))
    ]
