"""Meetings as entries of feeds: new when readers first learn of them, updated when something is said of them anew."""

from datetime import UTC, datetime, time

from django.db.models import Max, Min
from django.db.models.functions import Coalesce, Greatest
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from people.addresses import first_slugs
from people.atom import NEWEST, NO_MOMENT, Entry, tag_uri
from people.models import Attendance, Meeting, Outcome
from people.pages.language import tag_of
from people.pages.lines import lines_of
from people.reports import sentences_on

LATEST_SENTENCES = 200
ARTICLE = "quotation__anchor__article"


def entries_of(meetings, states=None) -> list[Entry]:
    """The 50 of these public meetings, a queryset, of which something was said last, an entry each.

    `states`: words by meeting that stand first in its summary, where the feed is somebody's. Eleven queries at most.
    """
    moments, said = moments_of(meetings), states or {}
    last = sorted(moments, key=lambda key: moments[key][1], reverse=True)[:NEWEST]
    rows = list(Meeting.objects.public().filter(pk__in=last).select_related("place").latest_first())
    slugs, lines = first_slugs(Meeting, rows), lines_of(rows)
    return [
        Entry(
            guid=tag_uri("2023", f"meetings/{slugs[row.pk]}"),
            title=f"{line.title}, {line.day}",
            url=line.url,
            summary=_summary(line, said.get(row.pk, "")),
            published=moments[row.pk][0],
            updated=moments[row.pk][1],
            language=tag_of(get_language()),
            categories=[row.get_kind_display()],
        )
        for row, line in zip(rows, lines, strict=True)
    ]


def _summary(line, said):
    """«Ada Orlan: attended. Held. Astana. 7 attended, 1 not reported.»"""
    counted = ", ".join(f"{row.number} {row.label}" for row in line.tally)
    return " ".join(f"{capfirst(words)}." for words in (said, line.held, line.place, counted) if words)


def latest():
    """The public meetings of which something was said last; some of them may have been reported long before."""
    newest = Article.objects.public().newest_first().values("pk")[:NEWEST]
    keys = set()
    for rows in sentences_on():
        keys |= set(rows.order_by("-pk").values_list("of", flat=True)[:LATEST_SENTENCES])
        keys |= set(rows.filter(**{f"{ARTICLE}__in": newest}).order_by().values_list("of", flat=True))
    vouched = Meeting.objects.public().filter(vouched_at__isnull=False).order_by("-vouched_at")
    return Meeting.objects.public().filter(pk__in=keys | set(vouched.values_list("pk", flat=True)[:NEWEST]))


def with_roll(attendances):
    """The public meetings of these lines of rolls."""
    return Meeting.objects.public().filter(pk__in=attendances.public().values("meeting"))


def states_of(person) -> dict:
    """{meeting id: «Ada Orlan: attended»} for all public lines of the person."""
    rows = Attendance.objects.public().filter(person=person).select_related("meeting")
    named = _("%(name)s: %(state)s")
    return {row.meeting_id: named % {"name": person.name, "state": row.get_state_display()} for row in rows}


def moments_of(meetings) -> dict:
    """{id: (first, last)} of these: when readers could learn of each, and when something public was last said of it.

    A sentence counts from the moment it was recorded, but never from before its article was public or last updated:
    what the desk knew in a draft is nobody's business. Seven queries.
    """
    days = dict(meetings.order_by("slug").values_list("pk", "when_earliest"))
    found = {key: [] for key in days}
    first = Min(Greatest("at", Coalesce(f"{ARTICLE}__first_public_at", "at")))
    last = Max(Greatest("at", Coalesce(f"{ARTICLE}__updated_at", "at")))
    for rows in sentences_on(list(found)):
        ends = rows.order_by().values("of").annotate(first=first, last=last)
        for key, *moments in ends.values_list("of", "first", "last"):
            found[key] += moments
    for key, moment in _vouched(list(found)):
        found[key].append(moment)
    return {key: _ends(moments, days[key]) for key, moments in found.items()}


def _vouched(keys):
    """Pairs of a meeting's id and a moment at which a keeper vouched for it, its roll or its outcomes."""
    for model, column in ((Meeting, "pk"), (Attendance, "meeting"), (Outcome, "meeting")):
        rows = model.objects.public().filter(vouched_at__isnull=False, **{f"{column}__in": keys})
        yield from rows.order_by().values_list(column, "vouched_at")


def _ends(moments, day):
    """The first and the last moment; midnight of the meeting's first day where none is known."""
    some_day = datetime.combine(day, time(), tzinfo=UTC) if day else NO_MOMENT
    return (min(moments), max(moments)) if moments else (some_day, some_day)
