"""Drawings of one colour: a page inlines the symbols it uses once, everything else points at them."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
@cache
def icon(name):
    """The drawing called `name`, as an ornament: a word stands beside it or a hidden one within the link."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
@cache
def symbols(*names):
    """The definitions of the drawings `names` (`i-person`, `m-attended`, `emblem`), for the page's one sprite."""
    return mark_safe("".join(render_to_string(f"components/symbols/{name}.svg").strip() for name in names))
