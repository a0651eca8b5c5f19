"""Partial dates on pages: in the language of the page, never more precise than they are known."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from people.dates import PartialDate, parse, weekday_words, words

register = template.Library()


@register.filter
def partial_date(value):
    """«June 2022» for EDTF text or a PartialDate; "" for nothing."""
    known = _known(value)
    return words(known, _language()) if known else ""


@register.filter
def partial_date_time(value):
    """The same, in a `<time>` that machines read where it is one full day, month or year."""
    known = _known(value)
    if known and known.start == known.end:
        return format_html('<time datetime="{}">{}</time>', known.text, words(known, _language()))
    return partial_date(known)


@register.filter
def weekday_date(value):
    """«Thursday, 27 April 2023» for one full day; what is vaguer has no weekday and reads as it is known."""
    known = _known(value)
    return weekday_words(known.earliest, _language()) if known and known.is_day else partial_date(known)


def _known(value):
    """The partial date of a text, a day or a PartialDate; None for nothing."""
    if not value or isinstance(value, PartialDate):
        return value or None
    return parse(value.isoformat()[:10] if isinstance(value, date) else value)


def _language():
    return get_language() or "en"
