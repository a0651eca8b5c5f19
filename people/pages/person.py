"""The page of a person: offices over time, and every meeting with the sentence that reported it."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from people import circle, timeline
from people.models import Attendance, Membership
from people.pages import offices, sheet
from people.pages.days import day_of
from people.pages.entries import Entries
from people.pages.links import Link, link_to
from people.pages.spellings import Spellings
from people.pages.voices import evidence_of

VAGUEST_ON_THE_LINE = 31
"""Days: what is known to the year alone has no place on the time line."""


def person_page(person, window, *, day) -> dict:
    """What `people/person.html` prints of a public person, in the part of the record that was asked for."""
    attendances = Attendance.objects.filter(person=person)
    entries = Entries(attendances)
    slugs, pager = entries.page(window)
    shown = sheet.attendances_at(attendances, slugs)
    memberships = list(Membership.objects.public().filter(person=person).with_known_days().by_person())
    spellings = Spellings(people=[person.pk], places=entries.places)
    evidence = evidence_of(
        attendance=[row.pk for row in shown],
        membership=[row.pk for row in memberships],
    )
    held = _offices(memberships, evidence, day)
    beside = _beside(person)
    return {
        "subject": person,
        "person": person,
        "since": entries.since,
        "names": spellings.others(person),
        "offices": [office for _membership, office in held],
        "tally": entries.tally,
        "timeline": _line(held, entries, spellings),
        "years": entries.years(window),
        "window": window,
        "groups": sheet.by_posts(_rows(shown, evidence, memberships, spellings, day)),
        "pager": pager,
        "also_there": beside,
        "circle": circle.draw(person.name, [circle.Companion(row["name"], row["number"]) for row in beside]),
        "ics_url": reverse("people:person_calendar", args=[person.slug]) if entries.rows else "",
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


def _line(held, entries, spellings):
    """The time line; meetings known to the year alone are left to the table."""
    bars = [
        timeline.Office(offices.short_title_of(row), office.days, office.since, office.until, office.is_now)
        for row, office in held
    ]
    return timeline.draw(bars, [_mark(entry, spellings) for entry in entries.rows if _has_place_on_the_line(entry)])


def _has_place_on_the_line(entry):
    first, last = entry.when_earliest, entry.when_latest
    return bool(first and last) and (last - first).days < VAGUEST_ON_THE_LINE


def _mark(entry, spellings):
    when, place = day_of(entry.when), spellings.place(entry)
    words = f"{when.words}: {entry.title}" + (f", {place}" if place else "")
    return timeline.Entry(entry.when_earliest, entry.state, words, when.short, place)


def _beside(person):
    """Who attended the same meetings most often: name, url, side and number. One query."""
    columns = ("person__name", "person__slug", "person__country__name", "person__country__short_name")
    counted = Attendance.objects.beside(person).order_by().values_list(*columns).annotate(number=Count("pk"))
    return [
        {"name": name, "url": reverse("people:person", args=[slug]), "side": short or country or "", "number": number}
        for name, slug, country, short, number in counted.order_by("-number", "person__sort_key", "person__slug")[
            : circle.MOST
        ]
    ]


def _trail(person):
    steps = [Link(_("People"), reverse("people:people"))]
    return [*steps, link_to(person.country)] if person.country else steps
