"""The list of people: by letter, by name in any spelling, by country, in post on a day."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.conf import settings
from django.http import Http404
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext as _

from people import dates, tenure
from people.models import Membership, Organisation, Person
from people.names import first_letter, letter_of
from people.pages import offices
from people.pages.days import words_of
from people.pages.letters import alphabet, in_order
from people.pages.links import address_of
from people.pages.paging import SLUG
from people.pages.spellings import Spelling, Spellings

MOST = 200
"""People on one page; a longer list shows one letter at a time."""


@dataclass(frozen=True)
class Asked:
    """What a reader looks for. `on` is None where no day, or none that exists, was given; then `message` says why."""

    q: str
    country: str
    letter: str
    typed: str
    on: date | None
    message: str

    @classmethod
    def of(cls, params):
        """From the address. Raises Http404 for a country that is no slug and a letter that is none."""
        country, letter = params.get("country", ""), params.get("letter", "")
        if (country and not SLUG.fullmatch(country)) or len(letter) > 1 or (letter and not letter.isprintable()):
            raise Http404("No such letter or country.")
        typed = params.get("on", "")
        on, message = _day(typed)
        q = params.get("q", "")[:200].replace("\0", "")
        return cls(q, country, first_letter(letter) if letter else "", typed, on, message)

    @property
    def is_all(self):
        return not (self.q or self.country or self.letter or self.on)


def _day(typed):
    """The day of ISO text, and what is wrong with it."""
    if not typed:
        return None, ""
    try:
        known = dates.parse(typed)
    except dates.DateError as error:
        return None, error.say(get_language() or "en", gettext)
    return (known.earliest, "") if known.is_day else (None, _("Give one day, such as 2023-04-27."))


@dataclass(frozen=True)
class Row:
    """Somebody in the list. `name`: as it is sorted; `posts`: held on the day, or the last one known with its days;
    `number`: of meetings attended."""

    name: str
    url: str
    native: Spelling | None
    country: str
    posts: list[str]
    number: int
    letter: str


def people_page(asked: Asked, *, day) -> dict:
    """What `people/people.html` prints: who answers to what was asked, with the posts of that day or of today."""
    found = _found(asked)
    letters = found.letters()
    letter = asked.letter
    if asked.is_all and len(found[: MOST + 1].values_list("slug")) > MOST:
        letter = in_order(letters)[0]
    listed = (found.under(letter) if letter else found).with_meetings_attended().select_related("country")
    rows = _rows(list(listed.order_by("sort_key", "slug")[:MOST]), asked, asked.on or day)
    return {
        "asked": asked,
        "countries": Organisation.objects.public().filter(kind="country", citizens__is_public=True).distinct(),
        "letters": alphabet(letters, letter),
        "all_here": asked.is_all and not letter,
        "groups": [{"letter": each, "people": list(its)} for each, its in groupby(rows, key=lambda row: row.letter)],
        "sum_words": _sum_words(len(rows), asked.on),
    }


def _found(asked):
    found = Person.objects.public()
    if asked.q:
        found = found.named(asked.q, public=True)
    if asked.country:
        found = found.filter(country__slug=asked.country, country__is_public=True)
    return found.holding_anything(on=asked.on) if asked.on else found


def _rows(people, asked, day):
    """The list with posts; of a day that was asked for, only who held one then. Two queries."""
    memberships = Membership.objects.public().filter(person__in=people).with_known_days().by_person()
    memberships, spellings = list(memberships), Spellings(people=[person.pk for person in people])
    moments = [(person.pk, day, day) for person in people]
    held = tenure.held_among(memberships, moments, months=settings.UNCONFIRMED_AFTER_MONTHS)
    rows = []
    for person in people:
        posts = offices.held_words(held[person.pk, day, day])
        if posts or not asked.on:
            rows.append(_row(person, posts or _last_known(person, memberships, day), spellings))
    return rows


def _row(person, posts, spellings):
    is_turned = person.family_name and person.given_name and not person.is_family_name_first
    return Row(
        name=f"{person.family_name}, {person.given_name}" if is_turned else person.name,
        url=address_of(person),
        native=spellings.native(person),
        country=person.country.label if person.country else "",
        posts=posts,
        number=person.meetings_attended,
        letter=letter_of(person.sort_key),
    )


def _last_known(person, memberships, day):
    """The latest office with its days, where none is known for the day."""
    latest = offices.latest_first(row for row in memberships if row.person_id == person.pk)
    if not latest:
        return []
    office = offices.office_of(latest[0], (), day=day)
    return [_("%(post)s: %(days)s") % {"post": offices.title_of(latest[0]), "days": office.days}]


def _sum_words(number, on):
    if on:
        words = ngettext("%(number)s person in post on %(day)s", "%(number)s people in post on %(day)s", number)
        return words % {"number": number, "day": words_of(on.isoformat())}
    return ngettext("%(number)s person", "%(number)s people", number) % {"number": number}
