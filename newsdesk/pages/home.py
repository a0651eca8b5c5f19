"""The front page: articles, what is ahead and last on the record, and the way to officials."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Func, IntegerField, OuterRef, Subquery
from django.utils.translation import ngettext

from articles.models import Article
from newsdesk.pages.front import front
from people.disclosure import public_evidence
from people.models import Attendance, Generation, Meeting, Person
from people.pages import offices, sheet
from people.pages.letters import alphabet
from people.pages.lines import lines_of
from people.pages.links import address_of

AHEAD, SHOWN = 3, 5
LATELY = 10
MOST_PEOPLE = 5


@dataclass(frozen=True)
class Numbers:
    """`updated`: moment of the newest act on an article, or None; `entries`: of rolls, reported that day."""

    people: int
    meetings: int
    entries: int
    updated: datetime | None


@dataclass(frozen=True)
class Met:
    """Somebody who was at many of the last meetings. `words`: the post held then, or the side."""

    name: str
    url: str
    words: str


def home_page(*, day) -> dict:
    """What `newsdesk/home.html` prints on the site's day."""
    numbers, public = numbers_on(day), Meeting.objects.public().select_related("place")
    ahead = list(public.upcoming(day).earliest_first()[:AHEAD])
    past = list(public.past(day).latest_first()[:LATELY])
    letters = alphabet(Person.objects.public().letters(), "")
    return front() | {
        "updated": numbers.updated,
        "record_words": _record_words(numbers.entries),
        "meetings": lines_of([*ahead, *past[: SHOWN - len(ahead)]]),
        "lookup": {"people": numbers.people, "meetings": numbers.meetings, "letters": letters},
        "met_lately": _met_at(past),
    }


def numbers_on(day) -> Numbers:
    """All counts of the page in one query, hung on the one row that is always there."""
    said = public_evidence().filter(attendance=OuterRef("pk"), quotation__source__day=day)
    row = Generation.objects.annotate(
        people=_count(Person.objects.public()),
        meetings=_count(Meeting.objects.public()),
        entries=_count(Attendance.objects.public().filter(Exists(said))),
        updated=Subquery(Article.objects.public().order_by("-updated_at").values("updated_at")[:1]),
    )
    return Numbers(*row.values_list("people", "meetings", "entries", "updated").get())


def _count(rows):
    counted = rows.order_by().annotate(number=Func("pk", function="COUNT", output_field=IntegerField()))
    return Subquery(counted.values("number"))


def _record_words(entries):
    words = ngettext("The record: %(number)s entry today", "The record: %(number)s entries today", entries)
    return words % {"number": entries} if entries else ""


def _met_at(meetings) -> list[Met]:
    """Who attended most of these meetings, with the post of the last one. Two queries."""
    attended = Attendance.objects.public().filter(state=Attendance.State.ATTENDED, meeting__in=meetings)
    rows = attended.filter(person__isnull=False).select_related("person", "meeting", "side").latest_first()
    by_person = defaultdict(list)
    for row in rows:
        by_person[row.person].append(row)
    often = sorted(by_person, key=lambda person: (-len(by_person[person]), person.sort_key, person.slug))
    last = [by_person[person][0] for person in often[:MOST_PEOPLE]]
    held = sheet.held_at(last)
    return [Met(row.person.name, address_of(row.person), _words(row, held)) for row in last]


def _words(attendance, held):
    posts = offices.held_words(held.get(sheet.moment_of(attendance), []))
    side = attendance.side.label if attendance.side_id else ""
    return posts[0] if posts else side
