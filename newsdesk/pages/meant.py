"""Whom somebody means who types a name, in any spelling, order and script that readers may know."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from people.models import Attendance, Membership, Organisation, Person
from people.names import is_same
from people.pages import offices
from people.pages.days import day_of
from people.pages.links import address_of, meeting_address
from people.pages.spellings import Spelling, Spellings

NAMESAKES = 10
MEETINGS = 3
OFFICES = 2


@dataclass(frozen=True)
class Line:
    """One of the last meetings of the person."""

    state: str
    title: str
    url: str
    day: str
    iso: str


@dataclass(frozen=True)
class Best:
    """The page on top. `words`: the offices last held, or what the organisation is; `more_words`: what its page has."""

    name: str
    url: str
    native: Spelling | None
    words: str
    lines: list[Line]
    more_words: str


@dataclass(frozen=True)
class Meant:
    """`entity`: the person or organisation; `also`: its other spellings."""

    entity: Person | Organisation
    page: Best
    also: list[Spelling]

    def is_page_of(self, hit) -> bool:
        """Whether a page that the index found is this one."""
        return (hit.kind, hit.slug) == (self.entity._meta.model_name, self.entity.slug)


def meant_by(q: str, *, day) -> Meant | None:
    """The one person with a page who has this name, else the one organisation; None where nobody has or several do."""
    people = _named(Person, q)
    found = _only(people, q)
    if found:
        return _person(found, day)
    found = None if people else _only(_named(Organisation, q), q)
    return _organisation(found) if found else None


def _named(model, q):
    return list(model.objects.public().named(q, public=True).order_by("sort_key", "slug")[:NAMESAKES])


def _only(entities, q):
    """The only one, or the only one whose name is nothing but these words."""
    same = [entity for entity in entities if is_same(q, entity.name)] if len(entities) > 1 else entities
    return same[0] if len(same) == 1 else None


def _person(person, day):
    spellings = Spellings(people=[person.pk])
    memberships = Membership.objects.public().filter(person=person).with_known_days().by_person()
    attended = Attendance.objects.public().filter(person=person).select_related("meeting").latest_first()
    held = [offices.office_of(row, (), day=day) for row in offices.latest_first(memberships)[:OFFICES]]
    page = Best(
        name=person.name,
        url=address_of(person),
        native=spellings.native(person),
        words="; ".join(f"{office.title}, {office.days}" for office in held),
        lines=[_line(row) for row in attended[:MEETINGS]],
        more_words=_("Every meeting of %(name)s") % {"name": person.name},
    )
    return Meant(person, page, spellings.others(person))


def _line(attendance):
    when = day_of(attendance.meeting.when)
    title, url = attendance.meeting.title, meeting_address(attendance.meeting.slug)
    return Line(attendance.state, title, url, when.words, when.iso)


def _organisation(organisation):
    spellings = Spellings(organisations=[organisation.pk])
    page = Best(
        name=organisation.name,
        url=address_of(organisation),
        native=spellings.native(organisation),
        words=organisation.description,
        lines=[],
        more_words=_("Its posts and meetings"),
    )
    return Meant(organisation, page, spellings.others(organisation))
