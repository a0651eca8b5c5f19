"""People and organisations as rows of their lists. Written in Python: a page has a hundred of them."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.templatetags.sheet import linked

register = template.Library()


@register.simple_tag
def people_rows(rows) -> SafeString:
    """The items of `people/people.html` for these `people.pages.people.Row`."""
    return mark_safe("".join(_person(row) for row in rows))


@register.simple_tag
def organisation_rows(rows) -> SafeString:
    """The items of `people/organisations.html` for these `people.pages.organisations.Row`."""
    return mark_safe("".join(_organisation(row) for row in rows))


def _person(row):
    nothing = f'<span class="quiet">{_("No post known.")}</span>'
    posts = "".join(f'<span class="held">{escape(post)}</span>' for post in row.posts) or nothing
    country = f'<span class="place">{escape(row.country)}</span>' if row.country else ""
    meetings = ngettext("meeting", "meetings", row.number)
    return f'{_head(row)}<p>{posts}{country}</p><p class="count"><b>{row.number}</b> {meetings}</p></li>'


def _organisation(row):
    part_of = f'<span class="held">{_("part of")} {linked(row.part_of)}</span>' if row.part_of else ""
    return f"{_head(row)}<p>{escape(row.description)}{part_of}</p></li>"


def _head(row):
    own = row.native
    native = f' <span class="native" lang="{escape(own.lang)}">{escape(own.text)}</span>' if own else ""
    return f'<li class="person-row"><h3><a href="{row.url}">{escape(row.name)}</a>{native}</h3>'
