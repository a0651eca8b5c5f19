"""Sentences of the record as readers see them."""

from django import template
from django.utils.html import conditional_escape, format_html

register = template.Library()


@register.filter
def carrying(sentence, words):
    """The sentence with the first place of `words`, which carry the entry, in bold; all plain if they are not in it."""
    before, found, after = str(sentence).partition(str(words)) if words else (sentence, "", "")
    return format_html("{}<b>{}</b>{}", before, found, after) if found else conditional_escape(sentence)
