"""What an entry of the record rests on: its sentences, sorted by what they are worth."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from people import disclosure, states
from people.models import Meeting
from people.pages.days import words_of
from people.prepared import Prepared

OFF = (Meeting.State.CANCELLED, Meeting.State.POSTPONED)


@dataclass(frozen=True)
class Voice:
    """One sentence with its source. `url` leads to the sentence itself, or is "" where a source has no address.

    `says` is what it is worth: a source from before the day that says «attended» only expects.
    """

    says: str
    text: str
    words: str
    lang: str
    label: str
    url: str
    announced_by: str = ""


@dataclass(frozen=True)
class Said:
    """All that is said of one entry. `was`: the expectation or announcement that the state came after, or "".

    `voices` give the state and `earlier` say something else, the newest first; `is_silent`: the day is over and
    nobody reported; `vouched`: a keeper's reason, for an entry without a sentence.
    """

    state: str
    voices: tuple[Voice, ...]
    earlier: tuple[Voice, ...] = ()
    was: str = ""
    is_silent: bool = False
    vouched: str = ""


CLAIMS = ("attendance", "membership", "meeting", "outcome")
SAID = (
    *(f"{claim}_id" for claim in CLAIMS),
    *("says", "announced_by", "quotation__text", "quotation__language"),
    *("quotation__source__is_ours", "quotation__source__publisher", "quotation__source__title"),
    *("quotation__source__kind", "quotation__source__day", "quotation__source__address"),
    *("quotation__source__archive_address", "quotation__source__original_id"),
)


def _speaking_of(**claims):
    speaks = Q()
    for column, keys in claims.items():
        speaks |= Q(**{f"{column}__in": keys})
    return disclosure.public_evidence().filter(speaks)


PUBLIC_EVIDENCE = Prepared(_speaking_of, *SAID, **dict.fromkeys(CLAIMS, list))


def evidence_of(**claims):
    """Public evidence in one query: `evidence_of(attendance=ids, membership=ids)` gives {(column, id): [evidence]}."""
    found = defaultdict(list)
    for evidence in PUBLIC_EVIDENCE(**dict.fromkeys(CLAIMS, []) | claims):
        column = next(column for column in CLAIMS if getattr(evidence, f"{column}_id"))
        found[column, getattr(evidence, f"{column}_id")].append(evidence)
    for rows in found.values():
        rows.sort(key=_newest_first)
    return found


def _newest_first(evidence):
    source = evidence.quotation.source
    day = source.day.toordinal() if source.day else 0
    return -day, source.publisher, source.title, evidence.quotation.text, evidence.says


def voice_of(evidence, *, says="", words="") -> Voice:
    """The sentence as pages print it."""
    quotation = evidence.quotation
    source = quotation.source
    return Voice(
        says=says or evidence.says,
        text=quotation.excerpt,
        words=words,
        lang=quotation.language,
        label=label_of(source),
        url=quotation.address or source.archive_address,
        announced_by=evidence.announced_by,
    )


def label_of(source) -> str:
    """«Newsdesk, 27 April 2023»; an outside source also by the kind of its page."""
    kind = "" if source.is_ours else source.title or source.kind
    day = words_of(source.day.isoformat()) if source.day else _("day not known")
    return ", ".join(part for part in (source.publisher, kind, day) if part)


def said_of(claim, evidence) -> Said:
    """Of a meeting, an outcome or an office held: sentences that support it, or a keeper's word."""
    voices = tuple(voice_of(row) for row in evidence)
    return Said(getattr(claim, "state", ""), voices, vouched="" if voices else claim.vouched_reason)


def said_of_attendance(attendance, evidence, *, day, spellings) -> Said:
    """Of one line of a roll, seen on the site's day. `attendance` comes with its meeting and person."""
    meeting, state = attendance.meeting, attendance.state
    worths = states.worths_of(disclosure.report_of(row, meeting) for row in evidence)
    highest = max((rank for _says, rank in worths), default=None)
    main, rest = [], []
    for row, (says, rank) in zip(evidence, worths, strict=True):
        carries = spellings.carrying(attendance.person, row.quotation.excerpt) if attendance.person else ""
        counts = rank == highest and (says == state or state == states.DISPUTED)
        (main if counts else rest).append((rank, voice_of(row, says=says, words=carries)))
    return Said(
        state=state,
        voices=tuple(voice for _rank, voice in main),
        earlier=tuple(voice for _rank, voice in rest),
        was=_was(state, rest, highest),
        is_silent=_is_silent(meeting, evidence, highest, day),
        vouched="" if evidence else attendance.vouched_reason,
    )


def _was(state, rest, highest):
    """The newest expectation or announcement that a higher word came after."""
    lower = (voice.says for rank, voice in rest if rank < highest and voice.says in (states.EXPECTED, states.ANNOUNCED))
    return next(lower, "")


def _is_silent(meeting, evidence, highest, day):
    """Whether the day is over and nothing in our articles says what became of it: not the same as absent."""
    if meeting.state in OFF or highest == states.REPORT_RANK or not meeting.when_latest:
        return False
    later = any(row.says == states.NOT_REPORTED and _is_from(row, meeting.when_earliest) for row in evidence)
    return meeting.when_latest < day and bool(evidence) and not later


def _is_from(evidence, day):
    source = evidence.quotation.source
    return bool(source.day and day and source.day >= day)
