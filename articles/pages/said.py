"""What sentences of an article say of the record, as public evidence has it."""

from django.db.models import Q

from articles.rendering import CLAIMS
from people import disclosure, states
from people.disclosure import public_evidence
from people.prepared import Prepared

BODY = ("name", "short_name", "slug", "is_public")
PERSON = ("name", "family_name", "slug", "sort_key", "is_public")
SAID = (
    *("says", "quotation__text", "quotation__source__day", "quotation__source__original_id"),
    *("attendance__state", "attendance__description", "attendance__side__sort_key"),
    *(f"attendance__meeting__{column}" for column in ("title", "slug", "when", "when_earliest", "when_latest")),
    *(f"attendance__person__{column}" for column in PERSON),
    *(f"attendance__on_behalf_of__{column}" for column in BODY),
    *(f"attendance__side__{column}" for column in BODY),
    *(f"meeting__{column}" for column in ("title", "slug", "when")),
    *("outcome__kind", "outcome__text"),
    *(f"outcome__meeting__{column}" for column in ("title", "slug", "when")),
    *("membership__since", "membership__until", "membership__is_acting"),
    *(f"membership__person__{column}" for column in PERSON),
    *("membership__post__title", "membership__post__titles"),
    *(f"membership__post__organisation__{column}" for column in BODY),
    *(f"membership__organisation__{column}" for column in BODY),
    *("name__text", "name__place__name"),
    *(f"name__person__{column}" for column in PERSON),
    *(f"name__organisation__{column}" for column in BODY),
)


def _said_in(article):
    open_ = Q()
    for claim in CLAIMS:
        open_ |= Q(**{f"{claim}__is_public": True})
    return public_evidence().filter(open_, quotation__anchor__article=article).order_by("pk")


EVIDENCE = Prepared(_said_in, *SAID, article=int)


def evidence_in(article) -> list:
    """All public evidence in sentences of the article for claims that are public, whole. One query."""
    return EVIDENCE(article=article.pk)


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
