"""The page of an organisation: its posts and who held them, its parts, the meetings of its people."""

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people import timeline
from people.models import Organisation
from people.pages import offices, sheet
from people.pages.days import words_of
from people.pages.entries import OF_ORGANISATION, numbers_of
from people.pages.held import offices_in
from people.pages.links import Link, link_to
from people.pages.spellings import Spellings
from people.pages.voices import evidence_of
from people.prepared import Prepared

PARTS = Prepared(
    lambda parent: Organisation.objects.public().filter(parent=parent).order_by("sort_key", "slug"),
    *("name", "slug", "is_public"),
    parent=int,
)


@dataclass(frozen=True)
class PostHeld:
    """A post with its holders, the latest first; `timeline` is None where fewer than two days are known."""

    title: str
    holders: list[offices.Office]
    timeline: timeline.Timeline | None


def organisation_page(organisation, window, *, day) -> dict:
    """What `people/organisation.html` prints of a public organisation."""
    numbers = numbers_of(organisation=organisation.pk)
    shown, pager = OF_ORGANISATION.page(organisation.pk, window, numbers)
    memberships = offices_in(organisation.pk)
    people = {row.person_id for row in (*shown, *memberships)} - {None}
    spellings = Spellings(
        people=people, organisations=[organisation.pk], places=[row.meeting.place_id for row in shown]
    )
    evidence = evidence_of(attendance=[row.pk for row in shown], membership=[row.pk for row in memberships])
    return {
        "subject": organisation,
        "organisation": organisation,
        "since": numbers.since,
        "founded": words_of(organisation.founded) if organisation.founded else "",
        "dissolved": words_of(organisation.dissolved) if organisation.dissolved else "",
        "part_of": link_to(organisation.parent),
        "parts": [link_to(part) for part in PARTS(parent=organisation.pk)],
        "names": spellings.others(organisation),
        "posts": _posts(memberships, evidence, day),
        "tally": numbers.tally,
        "years": numbers.years(window),
        "window": window,
        "groups": sheet.by_year(_rows(shown, evidence, spellings, day)),
        "pager": pager,
        "ics_url": reverse("people:organisation_calendar", args=[organisation.slug]) if numbers.entries else "",
        "trail": _trail(organisation),
    }


def _rows(shown, evidence, spellings, day):
    held = sheet.held_at(shown)
    return [
        sheet.row_of(row, evidence["attendance", row.pk], held, spellings=spellings, day=day, with_person=True)
        for row in shown
    ]


def _posts(memberships, evidence, day):
    """The posts in order of rank, then those who belong to the body without a known post."""
    return [_post(list(its), evidence, day) for _post_id, its in groupby(memberships, key=lambda row: row.post_id)]


def _post(memberships, evidence, day):
    latest = offices.latest_first(memberships)
    holders = [offices.office_of(row, evidence["membership", row.pk], day=day, holder=True) for row in latest]
    post = memberships[0].post
    if post is None:
        return PostHeld(_("Members, post not known"), holders, None)
    bars = [timeline.Office(each.title, each.days, each.since, each.until, each.is_now) for each in holders]
    return PostHeld(post.title_in(get_language()), holders, timeline.draw(bars, []))


def _trail(organisation):
    above = [link_to(organisation.parent)] if organisation.parent else []
    return [Link(_("Organisations"), reverse("people:organisations")), *above]
