"""From a sentence to the record: one verb behind the form that records a meeting."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles import anchoring, pending
from articles.models import Article
from people import disclosure, quoting
from people.models import Attendance, Meeting, Organisation, Outcome, Person
from people.recording import Refused


@dataclass(frozen=True)
class Entry:
    """One line of the roll as the sentence has it: who, and what it says of him or her.

    `says`: one of SAID_OF_ATTENDANCE. Somebody unnamed has a description and no person.
    """

    says: str
    person: Person | None = None
    description: str = ""
    on_behalf_of: Organisation | None = None
    role: str = Attendance.Role.PARTICIPANT
    title_as_printed: str = ""
    stands_in_for: Person | None = None
    announced_by: str = ""


def report(article, sentence, *, meeting, by, roll=(), meeting_says="", outcomes=()) -> Meeting:
    """Record what one sentence of the article says of a meeting, all of it or nothing.

    `meeting`: a new one or one we have, perhaps edited. `meeting_says`: held, planned, postponed, cancelled or "".
    `outcomes`: (kind, text) each. Raises Refused or ValidationError; then nothing is kept.
    """
    with disclosure.public_act():
        quotation = anchoring.anchor(article, sentence, by=by)
        kept = {"by": by, "quotation": quotation}
        meeting = _not_struck(pending.keep_from(article, meeting, **kept))
        if meeting_says:
            quoting.add_evidence(quotation, meeting, says=meeting_says, by=by)
        for entry in roll:
            attendance = pending.keep_from(article, _not_struck(_attendance(meeting, entry)), **kept)
            quoting.add_evidence(quotation, attendance, says=entry.says, by=by, announced_by=entry.announced_by)
        for kind, text in outcomes:
            outcome = Outcome.objects.filter(meeting=meeting, text=text, is_struck=False).first()
            outcome = outcome or pending.keep_from(article, Outcome(meeting=meeting, kind=kind, text=text), **kept)
            quoting.add_evidence(quotation, outcome, says="supports", by=by)
        pending.ask(Article.objects.get(pk=article.pk))
    meeting.refresh_from_db()
    return meeting


def _attendance(meeting, entry):
    """The line of the roll that the entry speaks of, with what the entry adds to it."""
    who = {"person": entry.person} if entry.person else {"person": None, "description": entry.description}
    known = Attendance.objects.filter(meeting=meeting, **who).order_by("is_struck", "pk").first()
    row = known or Attendance(meeting=meeting, **who)
    for name in ("on_behalf_of", "title_as_printed", "stands_in_for"):
        if value := getattr(entry, name):
            setattr(row, name, value)
    if entry.role != Attendance.Role.PARTICIPANT:
        row.role = entry.role
    return row


def _not_struck(row):
    """A line that somebody struck is put back first, by a decision of its own."""
    if row.is_struck:
        raise Refused(_("«%s» is struck: put it back first, with the reason.") % row)
    return row
