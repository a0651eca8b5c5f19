"""Meetings one below the other, as a person's page and an organisation's show them."""

from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.utils.translation import gettext as _

from people import tenure
from people.pages.days import day_of
from people.pages.held import offices_of
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


def moment_of(attendance):
    """Whose posts to look for, and between which days."""
    return attendance.person_id, attendance.meeting.when_earliest, attendance.meeting.when_latest


def held_at(attendances, memberships=None) -> dict:
    """All public posts of the people on the days of these entries: of memberships fetched already, or in one query."""
    moments = {moment_of(attendance) for attendance in attendances if attendance.person_id}
    if memberships is None:
        memberships = offices_of({person for person, first, last in moments if first and last})
    return tenure.held_among(memberships, moments, months=settings.UNCONFIRMED_AFTER_MONTHS)


def printed_title(attendance, held, posts) -> str:
    """What the article called the post, where that differs from every post held; `posts`: these in words."""
    printed = attendance.title_as_printed
    if not printed:
        return ""
    titles = {post.post.title.casefold() for post in held if post.post} | {text.casefold() for text in posts}
    return "" if printed.casefold() in titles else printed


def body_words(attendance, held) -> str:
    """On whose behalf somebody was there, where neither the side nor a post held says so already."""
    body = attendance.on_behalf_of
    known = {attendance.side_id, *(post.organisation.pk for post in held)}
    return body.label if body and body.pk not in known else ""


def row_of(attendance, evidence, held, *, spellings, day, with_person=False) -> Row:
    """The line of one attendance, seen on the site's day."""
    meeting, when = attendance.meeting, day_of(attendance.meeting.when)
    held = held.get(moment_of(attendance), [])
    posts = held_words(held)
    return Row(
        day=when.words,
        iso=when.iso,
        year=attendance.day.year if attendance.day else None,
        title=meeting.title,
        url=meeting_address(meeting.slug),
        place=spellings.place(meeting),
        off=meeting.get_state_display() if meeting.state in OFF else "",
        posts=posts,
        for_body=body_words(attendance, held),
        printed=printed_title(attendance, held, posts),
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
