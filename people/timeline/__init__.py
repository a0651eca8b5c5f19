"""A person's offices and meetings on one line: pure geometry, for `templates/people/timeline.html`.

`draw(offices, entries)` gives a wide drawing (time runs to the right) and its twin for a phone (time runs down).
Up to sixty entries each stand as their own mark; beyond, they are binned: a column a month, a square a meeting.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from people.timeline.down import Down, draw_down
from people.timeline.rows import Rows, draw_rows
from people.timeline.span import Entry, Office, window
from people.timeline.wide import Wide, draw_wide

__all__ = ["Entry", "Office", "Timeline", "draw", "draw_months"]

MOST_MARKS = 60


@dataclass(frozen=True)
class Timeline:
    """Both drawings. `since` and `until`: the days at both ends; `number`: of entries drawn."""

    since: date
    until: date
    number: int
    is_binned: bool
    wide: Wide
    tall: Down | Rows


def draw(offices: Sequence[Office], entries: Sequence[Entry]) -> Timeline | None:
    """The line of these offices and entries, or None where fewer than two days are known."""
    return _draw(offices, entries, is_binned=len(entries) > MOST_MARKS)


def draw_months(offices: Sequence[Office], months: Iterable[tuple[str, int, int]]) -> Timeline | None:
    """The same of a long record that is counted by month: its first day as text, how many attended, how many others."""
    entries: list[Entry] = []
    for first, attended, others in months:
        day = date.fromisoformat(first)
        entries += [Entry(day, "attended", "", "", "")] * attended + [Entry(day, "expected", "", "", "")] * others
    return _draw(offices, entries, is_binned=bool(entries))


def _draw(offices: Sequence[Office], entries: Sequence[Entry], *, is_binned: bool) -> Timeline | None:
    span = window(offices, entries)
    if span is None:
        return None
    ordered = sorted(entries, key=lambda entry: entry.day)
    return Timeline(
        since=span.first,
        until=span.last_day,
        number=len(ordered),
        is_binned=is_binned,
        wide=draw_wide(span, offices, ordered, is_binned=is_binned),
        tall=draw_rows(ordered) if is_binned else draw_down(span, offices, ordered),
    )
