"""What stands in the CSV files of the record: the columns, and the rows of public lists, read some hundred at a time.

A day is given as it is known, in EDTF (`2023-06`, `[2023-02-15..2023-03-24]`), with its first and its last day.
"""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.db.models import Prefetch

from people import tenure
from people.models import Attendance, Name, Organisation
from people.pages import offices, sheet, tallies
from people.pages.held import offices_of
from people.pages.links import address_of, meeting_address
from people.pages.spellings import Spellings
from people.pages.voices import evidence_of, said_of_attendance
from people.streaming import in_parts

Absolute = Callable[[str], str]

PEOPLE = ("name", "family_name", "given_name", "country", "spellings", "posts", "meetings_attended", "address")
ORGANISATIONS = ("name", "short_name", "kind", "part_of", "spellings", "description", "address")
STATES = tuple(state.value for state in Attendance.State)
MEETINGS = (
    *("when", "first_day", "last_day", "meeting", "kind", "state", "place", "country", "series", "number"),
    *(*STATES, "address"),
)
LINES = (
    *("when", "first_day", "last_day", "meeting", "meeting_state", "place", "person", "description", "state"),
    *("posts", "on_behalf_of", "side", "role", "title_as_printed", "sentence", "source", "source_address"),
    *("person_address", "meeting_address"),
)


def people_rows(people, absolute: Absolute, *, day) -> Iterator[tuple]:
    """People with the posts that they hold on the site's day."""
    names = Prefetch("names", Name.objects.public().exclude(kind=Name.Kind.MISSPELLING).order_by("language", "text"))
    listed = people.with_meetings_attended().select_related("country").prefetch_related(names)
    for some in in_parts(listed.order_by("sort_key", "slug").iterator(chunk_size=500)):
        moments = [(person.pk, day, day) for person in some]
        memberships = offices_of([person.pk for person in some])
        held = tenure.held_among(memberships, moments, months=settings.UNCONFIRMED_AFTER_MONTHS)
        for person in some:
            yield (
                *(person.name, person.family_name, person.given_name),
                person.country.label if person.country else None,
                _spellings(person),
                "; ".join(offices.held_words(held[person.pk, day, day])),
                person.meetings_attended,
                absolute(address_of(person)),
            )


def organisation_rows(absolute: Absolute) -> Iterator[tuple]:
    """Every organisation with a page."""
    names = Prefetch("names", Name.objects.public().exclude(kind=Name.Kind.MISSPELLING).order_by("language", "text"))
    public = Organisation.objects.public().select_related("parent").prefetch_related(names)
    for row in public.order_by("sort_key", "slug").iterator(chunk_size=500):
        yield (
            *(row.name, row.short_name, row.get_kind_display()),
            row.parent.name if row.parent else None,
            _spellings(row),
            row.description,
            absolute(address_of(row)),
        )


def _spellings(row):
    return "; ".join(dict.fromkeys(name.text for name in row.names.all() if name.text != row.name))


def meeting_rows(meetings, absolute: Absolute) -> Iterator[tuple]:
    """Public meetings, in their order, each with its roll counted."""
    for some in in_parts(meetings.select_related("place__country", "series").iterator(chunk_size=500)):
        counted = tallies.by_meeting([meeting.pk for meeting in some])
        spellings = Spellings(places=[meeting.place_id for meeting in some])
        for meeting in some:
            numbers = {row.state: row.number for row in counted.get(meeting.pk, ())}
            yield (
                *(meeting.when, meeting.when_earliest, meeting.when_latest, meeting.title),
                *(meeting.get_kind_display(), meeting.get_state_display(), spellings.place(meeting)),
                meeting.place.country.label if meeting.place and meeting.place.country else None,
                meeting.series.name if meeting.series else None,
                meeting.ordinal,
                *(numbers.get(state, 0) for state in STATES),
                absolute(meeting_address(meeting.slug)),
            )


def line_rows(attendances, absolute: Absolute, *, day) -> Iterator[tuple]:
    """Lines of rolls, the latest first, with the posts held that day and the newest sentence that says so."""
    whole = attendances.public().select_related("meeting__place", "person", "on_behalf_of", "side").latest_first()
    for some in in_parts(whole.iterator(chunk_size=500)):
        evidence = evidence_of(attendance=[line.pk for line in some])
        spellings = Spellings(places=[line.meeting.place_id for line in some])
        held = sheet.held_at(some)
        for line in some:
            posts = held.get(sheet.moment_of(line), [])
            yield _line(line, evidence["attendance", line.pk], posts, spellings, absolute, day)


def _line(line, evidence, held, spellings, absolute, day):
    meeting, person = line.meeting, line.person
    said = said_of_attendance(line, evidence, day=day, spellings=spellings)
    voice = said.voices[0] if said.voices else None
    return (
        *(meeting.when, meeting.when_earliest, meeting.when_latest, meeting.title, meeting.get_state_display()),
        spellings.place(meeting),
        person.name if person else None,
        None if person else line.description,
        line.get_state_display(),
        "; ".join(offices.held_words(held)),
        line.on_behalf_of.name if line.on_behalf_of else None,
        line.side.name if line.side else None,
        line.get_role_display(),
        line.title_as_printed,
        *((voice.text, voice.label, absolute(voice.url) if voice.url else None) if voice else (None, None, None)),
        absolute(address_of(person)) if person else None,
        absolute(meeting_address(meeting.slug)),
    )
