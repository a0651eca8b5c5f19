"""When invented articles went out: evenly over ten years, the last one on the last day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

SPAN = timedelta(days=3650)


@dataclass(frozen=True)
class Moments:
    """The moments of `number` articles up to the morning of the day `last`; articles are counted from 0."""

    number: int
    last: date

    @property
    def first(self) -> date:
        return self.last - SPAN

    def of(self, index: int) -> datetime:
        """When the article of that number went out."""
        end = timezone.make_aware(datetime.combine(self.last, time(6)))
        return end - SPAN * ((self.number - 1 - index) / self.number)

    def day(self, index: int) -> date:
        """The site's day on which it went out."""
        return timezone.localdate(self.of(index))

    def on_or_after(self, day: date, chance: Random) -> int:
        """A public article of that day, or of the next ones where there are few; else the last public one."""
        index = max(0, self.number - 1 - (self.last - day).days * self.number // SPAN.days)
        while index and self.day(index - 1) >= day:
            index -= 1
        while index < self.number - 1 and self.day(index) < day:
            index += 1
        index = min(index + chance.randrange(1 + self.number // SPAN.days), self.number - 1)
        if is_draft(index) and index < self.number - 1:
            index += 1
        return index - 1 if is_draft(index) else index


def is_draft(index: int) -> bool:
    """One article in twenty never went out."""
    return index % 20 == 7
