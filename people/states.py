"""What stands, when reports differ: the state of an attendance and of a meeting. Pure."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

ATTENDED = "attended"
EXPECTED = "expected"
ANNOUNCED = "announced"
ABSENT = "absent"
DISPUTED = "disputed"
NOT_REPORTED = "not_reported"
STATES = (ATTENDED, EXPECTED, ANNOUNCED, ABSENT, DISPUTED, NOT_REPORTED)  # the order everywhere

HELD = "held"
PLANNED = "planned"
POSTPONED = "postponed"
CANCELLED = "cancelled"
MEETING_STATES = (HELD, PLANNED, POSTPONED, CANCELLED, NOT_REPORTED)

REPORT_RANK = 3
RANKS = {ATTENDED: REPORT_RANK, ABSENT: REPORT_RANK, EXPECTED: 2, ANNOUNCED: 1, NOT_REPORTED: 0}
# What the sentence of a source can be worth when it is older than the event: nobody reports what has not been.
BEFORE_THE_EVENT = {ATTENDED: (EXPECTED, RANKS[EXPECTED]), ABSENT: (ABSENT, RANKS[EXPECTED])}


@dataclass(frozen=True, slots=True)
class Report:
    """What one piece of evidence says: one of the states, and for a meeting one of the meeting's.

    `day` is the source's (None: not known, taken for the oldest). `voice` is the number of the report it is, or is a
    translation or reprint of: evidence of one voice is one witness. `event_day` is the first possible day of the
    meeting (None: not known).
    """

    says: str
    day: date | None
    voice: Hashable
    event_day: date | None = None


@dataclass(frozen=True, slots=True)
class _Statement:
    """What one voice says in the end, and what that is worth."""

    says: frozenset[str]
    rank: int
    day: date


def state_of(reports: Iterable[Report]) -> str:
    """The state of an attendance by all that its evidence says; "" without evidence. The order does not matter.

    One voice per report, on its earliest day. The highest rank stands, whatever was typed last: a report (attended,
    absent) above an expectation, that above an announcement, that above «not reported». Two voices whose reports
    differ are *disputed*; of expectations or announcements that differ the later day stands.

    A source from before the event reports nothing yet: its «attended» is an expectation; its «absent» («will not
    attend») ranks as one and, where it is the latest, shows as absent, since that is what the sentence says; any
    report from after it outranks it without a dispute. On one and the same day coming stands before not coming.
    """
    spoken = _statements(reports)
    highest = max((statement.rank for statement in spoken), default=None)
    if highest is None:
        return ""
    heard = [statement for statement in spoken if statement.rank == highest]
    if highest == REPORT_RANK:
        said = frozenset[str]().union(*(statement.says for statement in heard))
        return next(iter(said)) if len(said) == 1 else DISPUTED
    latest = max(statement.day for statement in heard)
    said = frozenset[str]().union(*(statement.says for statement in heard if statement.day == latest))
    return min(said, key=STATES.index)


def meeting_state(attendance_states: Iterable[str], meeting_reports: Iterable[Report]) -> str:
    """The state of a meeting by the states on its roll and what its own evidence says.

    *Held* if somebody attended (a disputed attendance is one that somebody reported) or its evidence says so, though
    not from before its first possible day: such a «held» is a plan. Else what the latest source day says; on one day
    the graver: cancelled, postponed, planned. Without evidence of its own a meeting that people are expected at is
    planned, any other not reported.
    """
    roll = set(attendance_states)
    days = _days_of_voices(reports := list(meeting_reports))
    said = [(days[report.voice], _meeting_says(report, days[report.voice])) for report in reports]
    if roll & {ATTENDED, DISPUTED} or any(says == HELD for _day, says in said):
        return HELD
    known = [(day, MEETING_STATES.index(says), says) for day, says in said]
    if known:
        return max(known)[2]
    return PLANNED if roll & {EXPECTED, ANNOUNCED} else NOT_REPORTED


def worths_of(reports: Iterable[Report]) -> list[tuple[str, int]]:
    """What each piece of evidence is worth beside the others, in their order: what it says in effect, and its rank."""
    days = _days_of_voices(reports := list(reports))
    return [_worth(report.says, _is_before(report, days[report.voice])) for report in reports]


def _meeting_says(report: Report, day: date) -> str:
    return PLANNED if report.says == HELD and _is_before(report, day) else report.says


def _statements(reports: Iterable[Report]) -> list[_Statement]:
    """One statement a voice: its highest rank, of several at that rank the earliest, which is the original's."""
    by_voice: dict[Hashable, list[Report]] = defaultdict(list)
    for report in reports:
        by_voice[report.voice].append(report)
    days = _days_of_voices(report for same in by_voice.values() for report in same)
    return [_statement(same, days[voice]) for voice, same in by_voice.items()]


def _statement(same: list[Report], day: date) -> _Statement:
    worth = [(*_worth(report.says, _is_before(report, day)), report.day or date.max) for report in same]
    rank = max(rank for _says, rank, _day in worth)
    first = min(own for _says, its, own in worth if its == rank)
    said = frozenset(says for says, its, own in worth if (its, own) == (rank, first))
    return _Statement(said, rank, day)


def _worth(says: str, is_before: bool) -> tuple[str, int]:
    return BEFORE_THE_EVENT[says] if is_before and says in BEFORE_THE_EVENT else (says, RANKS[says])


def _is_before(report: Report, day: date) -> bool:
    """Whether a report whose voice spoke on that day is surely older than the event; one without a day is not."""
    return report.event_day is not None and date.min < day < report.event_day


def _days_of_voices(reports: Iterable[Report]) -> dict[Hashable, date]:
    """The earliest known day of each voice; date.min where none is known."""
    days: dict[Hashable, date] = {}
    for report in reports:
        known = days.get(report.voice, date.min)
        own = report.day or known
        days[report.voice] = own if known == date.min else min(known, own)
    return days
