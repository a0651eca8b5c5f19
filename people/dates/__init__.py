"""Dates as far as they are known: read, kept as EDTF, compared, written in words. Pure Python, no Django."""

from .partial import PartialDate, parse
from .point import Point, Precision
from .reading import read
from .refusal import DateError
from .words import weekday_words, words

__all__ = ["DateError", "PartialDate", "Point", "Precision", "parse", "read", "weekday_words", "words"]
