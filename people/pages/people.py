"""The list of people: by letter, by name in any spelling, by country, in post on a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext as _

from people import dates, tenure
from people.light import light_rows
from people.models import LetterCount, Organisation, Person
from people.names import first_letter, letter_of
from people.pages import offices
from people.pages.days import words_of
from people.pages.held import offices_of
from people.pages.letters import alphabet, in_order
from people.pages.links import address_of
from people.pages.paging import SLUG, Pager
from people.pages.spellings import Spelling, Spellings
from people.prepared import Prepared

MOST = 100
"""People on one page; a longer list shows one letter at a time, and a longer letter goes on after its last person."""


@dataclass(frozen=True)
class Asked:
    """What a reader looks for. `on` is None where no day, or none that exists, was given; then `message` says why."""

    q: str
    country: str
    letter: str
    typed: str
    on: date | None
    message: str
    after: str = ""

    @classmethod
    def of(cls, params):
        """From the address. Raises Http404 for a country that is no slug and a letter that is none."""
        country, letter, after = (params.get(name, "") for name in ("country", "letter", "after"))
        if after and not SLUG.fullmatch(after):
            raise Http404("No such person.")
        if (country and not SLUG.fullmatch(country)) or len(letter) > 1 or (letter and not letter.isprintable()):
            raise Http404("No such letter or country.")
        typed = params.get("on", "")
        on, message = _day(typed)
        q = params.get("q", "")[:200].replace("\0", "")
        return cls(q, country, first_letter(letter) if letter else "", typed, on, message, after)

    @property
    def is_all(self):
        return not (self.q or self.country or self.letter or self.on or self.after)

    def address(self, **changes) -> str:
        """The same search with changes, as the query of an address; "" for all people."""
        asked = {"q": self.q, "country": self.country, "letter": self.letter, "on": self.typed, "after": self.after}
        given = {name: value for name, value in (asked | changes).items() if value}
        return f"?{urlencode(given)}" if given else ""


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


LISTED = ("name", "family_name", "given_name", "is_family_name_first", "slug", "sort_key", "is_public")
COLUMNS = (*LISTED, "country__name", "country__short_name", "record_count__attended")


def _ordered(people):
    return people.order_by("sort_key", "slug")


FIRST = Prepared(lambda: _ordered(Person.objects.public())[: MOST + 1], *COLUMNS)
LETTERS = Prepared(lambda: LetterCount.objects.values_list("letter", "number"))
COUNTRIES = Prepared(
    lambda: (
        Organisation.objects.public()
        .filter(Exists(Person.objects.public().filter(country=OuterRef("pk"))), kind="country")
        .order_by("sort_key", "slug")
    ),
    "name",
    "slug",
)


def people_page(asked: Asked, *, day) -> dict:
    """What `people/people.html` prints: who answers to what was asked, with the posts of that day or of today."""
    letters = _letters(asked)
    letter = asked.letter
    if asked.is_all and sum(letters.values()) > MOST:
        letter = in_order(letters)[0]
    found = _part(asked, letter)
    rows = _rows(found[:MOST], asked, asked.on or day)
    return {
        "asked": asked,
        "countries": COUNTRIES(),
        "letters": alphabet(letters, letter),
        "all_here": asked.is_all and not letter,
        "groups": [{"letter": each, "people": list(its)} for each, its in groupby(rows, key=lambda row: row.letter)],
        "sum_words": _sum_words(len(rows), letters.get(letter) if letter and not asked.after else None, asked.on),
        "pager": _pager(asked, letter, found),
        "csv_url": reverse("people:people_csv") + asked.address(after=""),
    }


def _letters(asked):
    """How many people are listed under each letter: kept of all, counted of those that were asked for."""
    if asked.q or asked.country or asked.on:
        return dict.fromkeys(_found(asked).letters(), 1)
    return dict(LETTERS())


def _part(asked, letter):
    """The people of this page and one more where others follow. Two queries at most."""
    if asked.is_all and not letter:
        return FIRST()
    listed = _found(asked).under(letter) if letter else _found(asked)
    if asked.after:
        last = Person.objects.public().filter(slug=asked.after).values_list("sort_key", flat=True).first()
        if last is None:
            raise Http404("No such person in this list.")
        listed = listed.filter(Q(sort_key__gt=last) | Q(sort_key=last, slug__gt=asked.after))
    return light_rows(_ordered(listed)[: MOST + 1], COLUMNS)


def _pager(asked, letter, found):
    return Pager(
        older_url=asked.address(letter=letter, after=found[MOST - 1].slug) if len(found) > MOST else "",
        newest_url=asked.address(after="") or "?" if asked.after else "",
    )


def found_by(asked: Asked):
    """Everybody who answers to what was asked, a queryset."""
    return _found(asked).under(asked.letter) if asked.letter else _found(asked)


def _found(asked):
    found = Person.objects.public()
    if asked.q:
        found = found.named(asked.q, public=True)
    if asked.country:
        found = found.filter(country__slug=asked.country, country__is_public=True)
    return found.holding_anything(on=asked.on) if asked.on else found


def _rows(people, asked, day):
    """The list with posts; of a day that was asked for, only who held one then. Two queries."""
    memberships, spellings = offices_of([person.pk for person in people]), Spellings(people=[row.pk for row in people])
    moments = [(person.pk, day, day) for person in people]
    held = tenure.held_among(memberships, moments, months=settings.UNCONFIRMED_AFTER_MONTHS)
    by_person = defaultdict(list)
    for membership in memberships:
        by_person[membership.person_id].append(membership)
    rows = []
    for person in people:
        posts = offices.held_words(held[person.pk, day, day])
        if posts or not asked.on:
            rows.append(_row(person, posts or _last_known(by_person[person.pk], day), spellings))
    return rows


def _row(person, posts, spellings):
    is_turned = person.family_name and person.given_name and not person.is_family_name_first
    return Row(
        name=f"{person.family_name}, {person.given_name}" if is_turned else person.name,
        url=address_of(person),
        native=spellings.native(person),
        country=person.country.label if person.country else "",
        posts=posts,
        number=person.record_count.attended if person.record_count else 0,
        letter=letter_of(person.sort_key),
    )


def _last_known(memberships, day):
    """The latest office with its days, where none is known for the day."""
    latest = offices.latest_first(memberships)
    if not latest:
        return []
    office = offices.office_of(latest[0], (), day=day)
    return [_("%(post)s: %(days)s") % {"post": offices.title_of(latest[0]), "days": office.days}]


def _sum_words(number, of, on):
    """`of`: all that the letter has, where that is more."""
    if on:
        words = ngettext("%(number)s person in post on %(day)s", "%(number)s people in post on %(day)s", number)
        return words % {"number": number, "day": words_of(on.isoformat())}
    if of and of > number:
        return _("%(number)s of %(all)s people") % {"number": number, "all": of}
    return ngettext("%(number)s person", "%(number)s people", number) % {"number": number}
