"""Is it a meeting we have? Those of that day, place, series or people, with the reasons, the likeliest first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from people.models import Attendance, Evidence, Meeting

OFFERED = 5
LOOKED_AT = 60  # of the days around; more would be no list to choose from
NEAR = timedelta(days=14)


@dataclass(frozen=True)
class Sought:
    """What is known so far of the meeting that a sentence tells of. `earliest` and `latest`: None if no day is typed.

    `chosen`: the key of one that somebody has chosen already; it stays among those offered, whatever is typed since.
    """

    earliest: object = None
    latest: object = None
    place: int | None = None
    series: int | None = None
    ordinal: int | None = None
    people: frozenset = frozenset()
    chosen: int | None = None


@dataclass(frozen=True)
class Known:
    """A meeting that may be the one. `is_likely`: so much fits that a second row of it would be a mistake."""

    meeting: Meeting
    reasons: tuple[str, ...]
    weight: int
    is_likely: bool


def known_meetings(article, sought: Sought, day) -> list[Known]:
    """At most five of them, in three queries. `day`: the article's, around which to look while none is typed."""
    own = set(
        Evidence.objects.filter(quotation__anchor__article=article, is_struck=False).values_list(
            "meeting", "attendance__meeting", "outcome__meeting"
        )
    )
    own = {key for row in own for key in row} - {None}
    earliest, latest = sought.earliest or day - NEAR, sought.latest or day + NEAR
    around = Q(when_earliest__lte=latest, when_latest__gte=earliest) | Q(pk__in=own | {sought.chosen} - {None})
    if sought.series and sought.ordinal:
        around |= Q(series=sought.series, ordinal=sought.ordinal)
    rows = Meeting.objects.filter(around, is_struck=False).select_related("place", "series")
    rows = list(rows.order_by("-when_latest", "pk")[:LOOKED_AT])
    there = defaultdict(set)
    pairs = Attendance.objects.filter(meeting__in=rows, person__in=sought.people, is_struck=False)
    for meeting, person in pairs.values_list("meeting", "person"):
        there[meeting].add(person)
    found = [_weigh(meeting, sought, there[meeting.pk], meeting.pk in own) for meeting in rows]
    found = [each for each in found if each.reasons]
    return sorted(found, key=lambda each: -each.weight)[:OFFERED]


def _weigh(meeting, sought, there, is_own):
    same_number = bool(sought.ordinal) and (meeting.series_id, meeting.ordinal) == (sought.series, sought.ordinal)
    days = sought.earliest, sought.latest
    same_day = bool(sought.earliest) and (meeting.when_earliest, meeting.when_latest) == days
    same_place = bool(sought.place) and meeting.place_id == sought.place
    reasons = [
        (same_number, 4, _("same series and number")),
        (same_day, 3, _("same day")),
        (same_place, 2, _("same place")),
        (bool(there), 2, _("%(n)d of %(all)d people") % {"n": len(there), "all": len(sought.people)}),
        (is_own, 1, _("recorded from this article")),
        (meeting.pk == sought.chosen, 9, _("chosen")),
    ]
    fits = [(weight, words) for does, weight, words in reasons if does]
    return Known(
        meeting=meeting,
        reasons=tuple(words for _weight, words in fits),
        weight=sum(weight for weight, _words in fits),
        is_likely=same_number or (same_day and (same_place or bool(there))),
    )
