"""Days in words, with the machine's form where it has one."""

from django import template
from django.utils.html import conditional_escape, format_html

register = template.Library()


@register.simple_tag
def when(words, iso=""):
    """`words` in a time element if the day, month or year has a machine form `iso`; a span of days has none."""
    return format_html('<time datetime="{}">{}</time>', iso, words) if iso else conditional_escape(words)
