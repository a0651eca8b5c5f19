"""How many in each state, in the order of the states."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from people.models import Attendance


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
    rows = (Tally(state.value, numbers.get(state.value, 0), str(state.label)) for state in Attendance.State)
    return [row for row in rows if row.number or zeros]


def by_meeting(meetings) -> dict[int, list[Tally]]:
    """The public rolls of these meetings, counted: {id: tally}. One query."""
    counted = Attendance.objects.public().filter(meeting__in=meetings).order_by()
    numbers = defaultdict(dict)
    for meeting, state, number in counted.values_list("meeting", "state").annotate(Count("pk")):
        numbers[meeting][state] = number
    return {meeting: of_numbers(its) for meeting, its in numbers.items()}
