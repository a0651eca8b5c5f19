"""The front page: articles, what is ahead and last on the record, and the way to officials."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.formats import number_format
from django.utils.translation import ngettext

from articles.models import Article
from newsdesk.pages.front import front
from people.disclosure import public_evidence
from people.models import Attendance, Generation, LetterCount, Meeting, YearCount
from people.pages import offices, sheet
from people.pages.letters import alphabet
from people.pages.lines import MEETING, lines_of
from people.pages.links import address_of
from people.prepared import Prepared

AHEAD, SHOWN = 3, 5
LATELY = 10
MOST_PEOPLE = 5


def _numbers(day):
    """Moment of the newest act on an article, lines that sentences of that day speak of, and meetings: one row."""
    said = public_evidence().filter(quotation__source__day=day, attendance__is_public=True)
    updated = Article.objects.public().order_by("-updated_at").values("updated_at")[:1]
    return Generation.objects.annotate(
        updated=Subquery(updated),
        lines=_counted(said, Count("attendance", distinct=True)),
        dated=_counted(YearCount.objects.all(), Sum("number")),
        undated=_counted(Meeting.objects.public().filter(when_latest=None), Count("pk")),
    ).values_list("updated", "lines", "dated", "undated")


def _counted(rows, number):
    """A number as a column, 0 for no rows."""
    grouped = rows.order_by().annotate(all=Value(1)).values("all").annotate(number=number).values("number")
    return Coalesce(Subquery(grouped), 0)


NUMBERS = Prepared(_numbers, day=date)
LETTERS = Prepared(lambda: LetterCount.objects.values_list("letter", "number"))
NEXT = Prepared(lambda day: Meeting.objects.public().upcoming(day).earliest_first()[:AHEAD], *MEETING, day=date)
LAST = Prepared(lambda day: Meeting.objects.public().newest_past(day, LATELY), *MEETING, day=date)
ATTENDED = Prepared(
    lambda meetings: (
        Attendance.objects.public()
        .filter(state=Attendance.State.ATTENDED, meeting__in=meetings, person__isnull=False)
        .latest_first()
    ),
    *(f"person__{column}" for column in ("name", "slug", "sort_key", "is_public")),
    *("meeting__when_earliest", "meeting__when_latest", "side__name", "side__short_name"),
    meetings=list,
)


@dataclass(frozen=True)
class Met:
    """Somebody who was at many of the last meetings. `words`: the post held then, or the side."""

    name: str
    url: str
    words: str


def home_page(*, day) -> dict:
    """What `newsdesk/home.html` prints on the site's day."""
    ahead, past, letters = NEXT(day=day), LAST(day=day), dict(LETTERS())
    [(updated, lines, dated, undated)] = NUMBERS(day=day)
    return front() | {
        "updated": updated,
        "record_words": _record_words(lines),
        "meetings": lines_of([*ahead, *past[: SHOWN - len(ahead)]]),
        "lookup": {
            "words": _lookup_words(sum(letters.values()), dated + undated),
            "letters": alphabet(letters, ""),
        },
        "met_lately": _met_at(past),
    }


def _lookup_words(people, meetings):
    """«79 people, 30 meetings»; "" for nobody."""
    if not people:
        return ""
    known = ngettext("%(number)s person", "%(number)s people", people) % {"number": number_format(people)}
    met = ngettext("%(number)s meeting", "%(number)s meetings", meetings) % {"number": number_format(meetings)}
    return f"{known}, {met}"


def _record_words(entries):
    words = ngettext("The record: %(number)s entry today", "The record: %(number)s entries today", entries)
    return words % {"number": entries} if entries else ""


def _met_at(meetings) -> list[Met]:
    """Who attended most of these meetings, with the post of the last one. Two queries."""
    by_person = defaultdict(list)
    for row in ATTENDED(meetings=[meeting.pk for meeting in meetings]):
        by_person[row.person].append(row)
    often = sorted(by_person, key=lambda person: (-len(by_person[person]), person.sort_key, person.slug))
    last = [by_person[person][0] for person in often[:MOST_PEOPLE]]
    held = sheet.held_at(last)
    return [Met(row.person.name, address_of(row.person), _words(row, held)) for row in last]


def _words(attendance, held):
    posts = offices.held_words(held.get(sheet.moment_of(attendance), []))
    side = attendance.side.label if attendance.side_id else ""
    return posts[0] if posts else side
