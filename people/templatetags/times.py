"""Days in words, with the machine's form where it has one."""

from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=10_000)
def when(words, iso=""):
    """`words` in a time element if the day, month or year has a machine form `iso`; a span of days has none."""
    said = escape(words)
    return mark_safe(f'<time datetime="{escape(iso)}">{said}</time>' if iso else said)
