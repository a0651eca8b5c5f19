"""The record beside the sentences that carry it: one note a sentence, one group a meeting and state."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.pages.said import in_effect, meeting_of
from people.models import Attendance
from people.pages import offices, sheet
from people.pages.days import words_of
from people.pages.links import address_of, meeting_address
from people.states import NOT_REPORTED, STATES


@dataclass(frozen=True)
class Line:
    """Somebody in a note. `url` is "" without a page; `posts`: all held that day, in words."""

    name: str
    url: str
    posts: list[str]


@dataclass(frozen=True)
class Group:
    """What one sentence says of a meeting, an office or a name.

    `state`: of the six, or "" where nothing was attended; `word`: in place of the state's own; `more`: sentences.
    """

    title: str
    state: str = ""
    word: str = ""
    url: str = ""
    day: str = ""
    lines: list[Line] = field(default_factory=list)
    more: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Note:
    """`mark`: of the sentence; `number`: in order of appearance, from 1."""

    number: int
    mark: str
    groups: list[Group]


def beats_with_notes(beats, evidence) -> list[dict]:
    """The beats of `Publication.rendered` as `{% body_with_notes %}` prints them. One query, for posts of the days."""
    by_mark = defaultdict(list)
    for row in evidence:
        by_mark[row.quotation.mark].append(row)
    attendances = [row.attendance for row in evidence if row.attendance_id]
    held = sheet.held_at(attendances)
    numbers = {mark: number for number, mark in enumerate((m for beat in beats for m in beat["marks"]), 1)}
    return [
        {
            "first": mark_safe(beat["first"]),  # our own rendering, stored
            "rest": mark_safe(beat["rest"]),
            "notes": [Note(numbers[mark], mark, groups_of(by_mark[mark], held)) for mark in beat["marks"]],
        }
        for beat in beats
    ]


def groups_of(evidence, held) -> list[Group]:
    """What one sentence says: meetings by day, then offices, then spellings."""
    by_meeting = defaultdict(list)
    for row in evidence:
        if meeting := meeting_of(row):
            by_meeting[meeting].append(row)
    meetings = sorted(by_meeting, key=lambda meeting: (meeting.when, meeting.slug))
    groups = [group for meeting in meetings for group in _of_meeting(meeting, by_meeting[meeting], held)]
    spellings = [_of_name(row.name) for row in evidence if row.name_id]
    others = [*_of_offices(evidence, held, groups), *sorted(spellings, key=lambda group: group.title)]
    return groups + others


def _of_meeting(meeting, evidence, held):
    """A group a state; where the sentence names nobody, one that says so. Outcomes stand in the last."""
    heading = {"title": meeting.title, "url": meeting_address(meeting.slug), "day": words_of(meeting.when)}
    said = defaultdict(list)
    for row in evidence:
        if row.attendance_id:
            said[in_effect(row)].append(row.attendance)
    groups = [
        Group(**heading, state=state, lines=_lines(said[state], evidence, held), more=_since(state, said[state]))
        for state in STATES
        if state in said
    ]
    brought = sorted(capfirst(str(row.outcome)) for row in evidence if row.outcome_id)
    if groups:
        groups[-1].more.extend(brought)
        return groups
    of_it = [_("This sentence: %(state)s.") % {"state": row.get_says_display()} for row in evidence if row.meeting_id]
    more = [*brought, *of_it, _("It names no one, so it adds nobody to the roll.")]
    return [Group(**heading, state=NOT_REPORTED, word=_("nobody named here"), more=more)]


def _lines(attendances, evidence, held):
    """People in the order in which the sentence names them, as far as their own names stand in it."""
    text = evidence[0].quotation.text

    def place(attendance):
        person = attendance.person
        names = [person.name, person.family_name] if person else [attendance.description]
        found = [text.find(name) for name in names if name and name in text]
        return (min(found, default=len(text)), person.sort_key if person else "", attendance.who)

    return [_line(attendance, held) for attendance in sorted(attendances, key=place)]


def _line(attendance, held):
    posts = offices.held_words(_held(attendance, held))
    if not posts and attendance.on_behalf_of_id:
        posts = [_("for %(body)s") % {"body": attendance.on_behalf_of.label}]
    return Line(attendance.who, address_of(attendance.person) if attendance.person_id else "", posts)


def _held(attendance, held):
    return held.get(sheet.moment_of(attendance), ())


def _since(said, attendances):
    """What the record says of them today, where that is something else: later reports came in."""
    states = Counter(attendance.state for attendance in attendances if attendance.state != said)
    words = ", ".join(f"{states[state]} {Attendance.State(state).label}" for state in STATES if state in states)
    return [_("By all reports: %(states)s.") % {"states": words}] if words else []


def _of_offices(evidence, held, groups):
    """One group of the offices that the sentence reports; of those that stand beside names above, a word there."""
    shown = {post.membership.pk for row in evidence if row.attendance_id for post in _held(row.attendance, held)}
    reported = [row.membership for row in evidence if row.membership_id]
    by_person = defaultdict(list)
    for membership in reported:
        if membership.pk not in shown:
            by_person[membership.person].append(_office(membership))
    lines = [Line(person.name, address_of(person), sorted(words)) for person, words in by_person.items()]
    if any(membership.pk in shown for membership in reported):
        groups[-1].more.append(_("The sentence also reports the offices named here."))
    return [Group(_("Offices held"), lines=sorted(lines, key=lambda line: (line.name, line.url)))] if lines else []


def _office(membership):
    title, days = offices.title_of(membership), _days(membership)
    return f"{title}, {days}" if days else title


def _days(membership):
    since, until = (words_of(text) if text else "" for text in (membership.since, membership.until))
    if since and until:
        return _("%(since)s to %(until)s") % {"since": since, "until": until}
    if since:
        return _("from %(since)s") % {"since": since}
    return _("until %(until)s") % {"until": until} if until else ""


def _of_name(name):
    owner = name.owner
    url = address_of(owner) if name.place_id is None else ""
    return Group(title=_("Also written: %(name)s") % {"name": name.text}, lines=[Line(owner.name, url, [])])
