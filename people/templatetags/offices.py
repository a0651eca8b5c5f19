"""Offices held, one below the other. Written in Python: a post has had some thirty holders."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def offices_held(offices) -> SafeString:
    """Items for these `people.pages.offices.Office`: title, days, and the newest sentence or a keeper's word."""
    return mark_safe("".join(f"<li>{_office(office)}</li>" for office in offices))


def _office(office):
    said = ""
    if office.voice:
        said = f"<span>{_linked(office.voice.label, office.voice.url)}</span>"
    elif office.vouched:
        words = _("Entered by the desk: %(reason)s") % {"reason": escape(office.vouched)}
        said = f"<span>{words}</span>"
    return f"<b>{_linked(office.title, office.url)}</b><span>{escape(office.days)}</span>{said}"


def _linked(words, url):
    return f'<a href="{escape(url)}">{escape(words)}</a>' if url else escape(words)
