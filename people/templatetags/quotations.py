"""Sentences of the record as readers see them."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def carrying(sentence, words):
    """The sentence with the first place of `words`, which carry the entry, in bold; all plain if they are not in it."""
    before, found, after = sentence.partition(words) if words else (sentence, "", "")
    bold = f"<b>{escape(found)}</b>" if found else ""
    return mark_safe(f"{escape(before)}{bold}{escape(after)}")
