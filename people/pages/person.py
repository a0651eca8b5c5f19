"""The page of a person: offices over time, and every meeting with the sentence that reported it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from people import circle, timeline
from people.counting import VAGUEST
from people.models import Person
from people.pages import offices, sheet
from people.pages.days import day_of
from people.pages.entries import OF_PERSON, numbers_of
from people.pages.held import offices_of
from people.pages.links import Link, address_of, link_to
from people.pages.paging import NEWEST
from people.pages.spellings import Spellings
from people.pages.voices import evidence_of
from people.prepared import Prepared

COMPANIONS = Prepared(
    lambda people: Person.objects.public().filter(pk__in=people),
    *("name", "slug", "sort_key", "is_public", "country__name", "country__short_name"),
    people=list,
)


def person_page(person, window, *, day) -> dict:
    """What `people/person.html` prints of a public person, in the part of the record that was asked for."""
    numbers = numbers_of(person=person.pk)
    shown, pager = OF_PERSON.page(person.pk, window, numbers)
    memberships = offices_of([person.pk])
    spellings = Spellings(people=[person.pk], places=[row.meeting.place_id for row in shown])
    evidence = evidence_of(
        attendance=[row.pk for row in shown],
        membership=[row.pk for row in memberships],
    )
    held = _offices(memberships, evidence, day)
    beside = _beside(numbers)
    return {
        "subject": person,
        "person": person,
        "since": numbers.since,
        "names": spellings.others(person),
        "offices": [office for _membership, office in held],
        "tally": numbers.tally,
        "timeline": _line(held, numbers, shown, spellings),
        "years": numbers.years(window),
        "window": window,
        "groups": sheet.by_posts(_rows(shown, evidence, memberships, spellings, day)),
        "pager": pager,
        "also_there": beside,
        "circle": circle.draw(person.name, [circle.Companion(row["name"], row["number"]) for row in beside]),
        "ics_url": reverse("people:person_calendar", args=[person.slug]) if numbers.entries else "",
        "trail": _trail(person),
    }


def _rows(shown, evidence, memberships, spellings, day):
    held = sheet.held_at(shown, memberships)
    return [sheet.row_of(row, evidence["attendance", row.pk], held, spellings=spellings, day=day) for row in shown]


def _offices(memberships, evidence, day):
    """Pairs of a membership and what is printed of it, the latest first."""
    return [
        (membership, offices.office_of(membership, evidence["membership", membership.pk], day=day))
        for membership in offices.latest_first(memberships)
    ]


def _line(held, numbers, shown, spellings):
    """The time line; meetings known to the year alone are left to the table.

    A record that fits on the page has a mark with words for each of them, a longer one squares of its kept months.
    """
    bars = [
        timeline.Office(offices.short_title_of(row), office.days, office.since, office.until, office.is_now)
        for row, office in held
    ]
    if numbers.entries > NEWEST:
        return timeline.draw_months(bars, numbers.months)
    return timeline.draw(bars, [_mark(row, spellings) for row in shown if _has_place_on_the_line(row.meeting)])


def _has_place_on_the_line(meeting):
    first, last = meeting.when_earliest, meeting.when_latest
    return bool(first and last) and (last - first).days < VAGUEST


def _mark(attendance, spellings):
    meeting = attendance.meeting
    when, place = day_of(meeting.when), spellings.place(meeting)
    words = f"{when.words}: {meeting.title}" + (f", {place}" if place else "")
    return timeline.Entry(meeting.when_earliest, attendance.state, words, when.short, place)


def _beside(numbers):
    """Who attended the same meetings most often: name, url, side and number. One query."""
    number = dict(numbers.companions)
    often = sorted(COMPANIONS(people=list(number)), key=lambda each: (-number[each.pk], each.sort_key, each.slug))
    return [
        {
            "name": each.name,
            "url": address_of(each),
            "side": each.country.label if each.country else "",
            "number": number[each.pk],
        }
        for each in often
    ]


def _trail(person):
    steps = [Link(_("People"), reverse("people:people"))]
    return [*steps, link_to(person.country)] if person.country else steps
