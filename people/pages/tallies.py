"""How many in each state, in the order of the states."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db.models import Count
from django.utils.translation import get_language

from people.models import Attendance
from people.prepared import Prepared


@dataclass(frozen=True)
class Tally:
    state: str
    number: int
    label: str


def tally(states: Iterable[str], *, zeros=False) -> list[Tally]:
    """One row a state that occurs; all six with `zeros`."""
    return of_numbers(Counter(states), zeros=zeros)


def of_numbers(numbers, *, zeros=False) -> list[Tally]:
    """The same of numbers by state."""
    return [
        Tally(state, numbers.get(state, 0), label)
        for state, label in _labels(get_language())
        if zeros or numbers.get(state)
    ]


@cache
def _labels(_language):
    return [(state.value, str(state.label)) for state in Attendance.State]


COUNTED = Prepared(
    lambda meetings: (
        Attendance.objects.public()
        .filter(meeting__in=meetings)
        .order_by()
        .values_list("meeting", "state")
        .annotate(Count("pk"))
    ),
    meetings=list,
)


def by_meeting(meetings) -> dict[int, list[Tally]]:
    """The public rolls of these meetings, counted: {id: tally}. One query."""
    numbers = defaultdict(dict)
    for meeting, state, number in COUNTED(meetings=list(meetings)):
        numbers[meeting][state] = number
    return {meeting: of_numbers(its) for meeting, its in numbers.items()}
