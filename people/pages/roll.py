"""The roll of a meeting, side by side."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from people.models import Attendance
from people.pages.links import Link, link_to
from people.pages.offices import held_words
from people.pages.sheet import body_words, moment_of, printed_title
from people.pages.spellings import Spelling
from people.pages.voices import Said, said_of_attendance
from people.prepared import Prepared

ROLES = [Attendance.Role.CHAIR, Attendance.Role.HEAD, Attendance.Role.PARTICIPANT, Attendance.Role.GUEST]
LAST_RANK = 1_000_000


ROLL = Prepared(
    lambda meeting: Attendance.objects.public().filter(meeting=meeting).latest_first(),
    *("state", "role", "description", "title_as_printed", "vouched_reason"),
    *(f"person__{column}" for column in ("name", "family_name", "slug", "sort_key", "is_public")),
    *("on_behalf_of__name", "on_behalf_of__short_name"),
    *(f"side__{column}" for column in ("name", "slug", "sort_key", "is_public")),
    *(f"stands_in_for__{column}" for column in ("name", "slug", "is_public")),
    meeting=int,
)


@dataclass(frozen=True)
class RollRow:
    """One line. `person` is None for somebody known by `description` only; `posts`: all held that day.

    `for_body`: on whose behalf, unless the side or a post says so; `printed`: the article's words for the post, where
    they differ.
    """

    number: int
    person: Link | None
    description: str
    posts: list[str]
    for_body: str
    role: str
    printed: str
    stands_in_for: Link | None
    names: list[Spelling]
    said: Said


@dataclass(frozen=True)
class Side:
    """A country or body, or both "" where nobody is said to speak for a side."""

    name: str
    url: str
    rows: list[RollRow]


def fetch_roll(meeting) -> list:
    """The public roll, in an order that takes nothing but what readers see. One query."""
    rows = ROLL(meeting=meeting.pk)
    for row in rows:
        row.meeting = meeting
    return rows


def sides_of(attendances, evidence, held, *, spellings, day) -> list[Side]:
    """The host's side first, then by name; who speaks for no side stands last. Numbers run through."""
    ordered = sorted(attendances, key=lambda row: (_side_order(row), _order(row, held.get(moment_of(row), []))))
    numbered = list(enumerate(ordered, 1))
    sides = []
    for _key, its in groupby(numbered, key=lambda pair: _side_order(pair[1])):
        pairs = list(its)
        rows = [_row(n, each, evidence, held.get(moment_of(each), []), spellings, day) for n, each in pairs]
        sides.append(_side(pairs[0][1].side, rows))
    return [_named(side) for side in sides] if len(sides) > 1 else sides


def _side_order(attendance):
    side, host = attendance.side, attendance.meeting.host
    if side is None:
        return 2, "", "", ""
    return int(host is None or _top(host) != side.pk), side.sort_key, side.name, side.slug or ""


def _top(body):
    """The key of the body at the top of the chain, as far up as the page knows it: a country of a ministry's office."""
    while body.parent is not None and hasattr(body.parent, "parent"):
        body = body.parent
    return body.parent_id or body.pk


def _order(attendance, held):
    """Who chairs, who leads, then by the rank of the highest post held that day, then by name."""
    rank = held[0].post.rank if held and held[0].post else LAST_RANK
    person = attendance.person
    name = (person.sort_key, person.slug) if person else ("~", attendance.description)
    return ROLES.index(attendance.role), rank, *name


def _side(side, rows):
    link = link_to(side) or Link("", "")
    return Side(link.name, link.url, rows)


def _named(side):
    return side if side.name else Side(_("Side not reported"), "", side.rows)


def _row(number, attendance, evidence, held, spellings, day):
    person, posts = attendance.person, held_words(held)
    return RollRow(
        number=number,
        person=link_to(person),
        description="" if person else attendance.description,
        posts=posts,
        for_body=body_words(attendance, held),
        role="" if attendance.role == Attendance.Role.PARTICIPANT else attendance.get_role_display(),
        printed=printed_title(attendance, held, posts),
        stands_in_for=_stood_in_for(attendance.stands_in_for),
        names=spellings.others(person) if person else [],
        said=said_of_attendance(attendance, evidence["attendance", attendance.pk], day=day, spellings=spellings),
    )


def _stood_in_for(person):
    """Somebody without a page is in no roll, neither as the one who stayed away."""
    return link_to(person) if person and person.is_public else None
