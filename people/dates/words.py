"""Partial dates in words, never more precise than they are known."""

from datetime import date

from .languages import language_of, weekday_names
from .partial import PartialDate
from .point import Point
from .writing import write, write_pair, write_range


def words(partial: PartialDate, language: str) -> str:
    """«June 2022», «18–19 May 2023», «between 15 February and 24 March 2023», «since 2023»; `language` is a tag."""
    its, start, end = language_of(language), partial.start, partial.end
    if start and end:
        if partial.is_within:
            first, last = write_pair(start, end, its)
            return its.within.format(start=first, end=last)
        return write_range(start, end, its) if partial.is_interval else write(start, its)
    if start:
        phrase = its.since if partial.is_open else its.since_unknown
        return phrase.format(start=write(start, its, in_phrase=True))
    phrase = its.until if partial.is_open else its.until_unknown
    return phrase.format(end=write(end, its, in_phrase=True) if end else "")


def weekday_words(day: date, language: str) -> str:
    """«Thursday, 27 April 2023», in the language of a tag."""
    its = language_of(language)
    written = write(Point(day.year, day.month, day.day), its)
    return its.weekday.format(weekday=weekday_names(its)[day.weekday()], day=written)
