"""What public sentences say of meetings: by the meeting itself, its roll or what came of it."""

from django.db.models import F, Max

from people.disclosure import public_evidence

WAYS = {"meeting": "meeting", "attendance": "attendance__meeting", "outcome": "outcome__meeting"}
"""From a piece of evidence to its meeting, by the claim that it speaks for."""


def sentences_on(meetings=None) -> list:
    """Public evidence for public claims of these meetings (ids), or of all, each row with its meeting's id as `of`.

    Three querysets, one a way: each can go through an index, all ways at once could not.
    """
    found = []
    for claim, way in WAYS.items():
        rows = public_evidence().filter(**{f"{way}__isnull": False, f"{claim}__is_public": True})
        rows = rows if meetings is None else rows.filter(**{f"{way}__in": meetings})
        found.append(rows.annotate(of=F(way)))
    return found


def last_reported(meetings) -> dict:
    """{id: the latest day of a public source that speaks of the meeting}, of these ids; none where nobody does."""
    days = {}
    for rows in sentences_on(meetings):
        latest = rows.order_by().values("of").annotate(day=Max("quotation__source__day"))
        for key, day in latest.values_list("of", "day"):
            if day and (key not in days or day > days[key]):
                days[key] = day
    return days
