"""Meetings one below the other, as a person's page and an organisation's show them."""

from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.utils.translation import gettext as _

from people import tenure
from people.models import Attendance
from people.pages.days import day_of
from people.pages.links import Link, link_to, meeting_address
from people.pages.offices import held_words
from people.pages.voices import OFF, Said, said_of_attendance


@dataclass(frozen=True)
class Row:
    """One attendance. `posts`: all held that day, the highest rank first. `printed`: the article's words for it.

    `off`: «cancelled» or «postponed» where the meeting was; `for_body`: on whose behalf; `person`: None on the
    person's own page.
    """

    day: str
    iso: str
    year: int | None
    title: str
    url: str
    place: str
    off: str
    posts: list[str]
    for_body: str
    printed: str
    person: Link | None
    said: Said


@dataclass(frozen=True)
class Group:
    title: str
    rows: list[Row]


def attendances_at(attendances, slugs) -> list[Attendance]:
    """The public entries at the meetings with these slugs, whole. One query."""
    rows = attendances.public().filter(meeting__slug__in=slugs)
    return list(rows.select_related("meeting__place", "person", "on_behalf_of").latest_first())


def moment_of(attendance):
    """Whose posts to look for, and between which days."""
    return attendance.person_id, attendance.meeting.when_earliest, attendance.meeting.when_latest


def held_at(attendances, memberships) -> dict:
    """All posts of the people on the days of these entries: of memberships fetched already, or of a queryset."""
    moments = {moment_of(attendance) for attendance in attendances if attendance.person_id}
    find = tenure.held_among if isinstance(memberships, list) else tenure.posts_held
    return find(memberships, moments, months=settings.UNCONFIRMED_AFTER_MONTHS)


def printed_title(attendance, held) -> str:
    """What the article called the post, where that differs from every post held."""
    titles = {post.post.title.casefold() for post in held if post.post}
    titles |= {text.casefold() for text in held_words(held)}
    return "" if attendance.title_as_printed.casefold() in titles else attendance.title_as_printed


def body_words(attendance, held) -> str:
    """On whose behalf somebody was there, where neither the side nor a post held says so already."""
    body = attendance.on_behalf_of
    known = {attendance.side_id, *(post.organisation.pk for post in held)}
    return body.label if body and body.pk not in known else ""


def row_of(attendance, evidence, held, *, spellings, day, with_person=False) -> Row:
    """The line of one attendance, seen on the site's day."""
    meeting, when = attendance.meeting, day_of(attendance.meeting.when)
    held = held.get(moment_of(attendance), [])
    return Row(
        day=when.words,
        iso=when.iso,
        year=attendance.day.year if attendance.day else None,
        title=meeting.title,
        url=meeting_address(meeting.slug),
        place=spellings.place(meeting),
        off=meeting.get_state_display() if meeting.state in OFF else "",
        posts=held_words(held),
        for_body=body_words(attendance, held),
        printed=printed_title(attendance, held),
        person=_who(attendance) if with_person else None,
        said=said_of_attendance(attendance, evidence, day=day, spellings=spellings),
    )


def _who(attendance):
    return link_to(attendance.person) or Link(attendance.description, "")


def by_posts(rows) -> list[Group]:
    """Rows that follow each other with the same posts held stand under them."""
    groups = [(posts, list(its)) for posts, its in groupby(rows, key=lambda row: row.posts)]
    none = _("No post known for these days") if any(posts for posts, _rows in groups) else ""
    return [Group(_(" and ").join(posts) or none, its) for posts, its in groups]


def by_year(rows) -> list[Group]:
    """Rows under the year in which their meetings began."""
    years = ((year, list(its)) for year, its in groupby(rows, key=lambda row: row.year))
    return [Group(str(year or _("Day not known")), its) for year, its in years]
