"""What sentences of an article say of the record, as public evidence has it."""

from django.db.models import Q

from articles.rendering import CLAIMS
from people import disclosure, states
from people.disclosure import public_evidence

CLAIM_ROWS = (
    "attendance__meeting",
    "attendance__person",
    "attendance__on_behalf_of",
    "attendance__side",
    "meeting",
    "outcome__meeting",
    "membership__person",
    "membership__post__organisation",
    "membership__organisation",
    "name__person",
    "name__organisation",
    "name__place",
)


def evidence_in(article) -> list:
    """All public evidence in sentences of the article for claims that are public, whole. One query."""
    open_ = Q()
    for claim in CLAIMS:
        open_ |= Q(**{f"{claim}__is_public": True})
    rows = public_evidence().filter(open_, quotation__anchor__article=article)
    return list(rows.select_related("quotation__source", *CLAIM_ROWS).order_by("pk"))


def in_effect(evidence) -> str:
    """What a sentence on an attendance is worth: before the day of the meeting «attended» is an expectation."""
    says, _rank = states.worths_of([disclosure.report_of(evidence, evidence.attendance.meeting)])[0]
    return says


def state_said(evidence) -> str:
    """What an article says of one attendance in the end, by all its sentences on it."""
    return states.state_of(disclosure.report_of(row, row.attendance.meeting) for row in evidence)


def meeting_of(evidence):
    """The meeting that a piece of evidence speaks of, by itself or through roll or outcomes; None where of none."""
    if evidence.attendance_id:
        return evidence.attendance.meeting
    return evidence.outcome.meeting if evidence.outcome_id else evidence.meeting
