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


@register.simple_tag
def letters_of(letters) -> SafeString:
    """The items of `people/letters.html`; a letter that nobody begins with is no link."""
    return mark_safe("".join(f"<li>{_letter(each)}</li>" for each in letters))


def _letter(each):
    here = ' aria-current="page"' if each.is_here else ""
    return f'<a href="{escape(each.url)}"{here}>{each.letter}</a>' if each.url else f"<span>{each.letter}</span>"


@register.simple_tag
def country_options(countries, chosen) -> SafeString:
    """The countries that people are of, as options of a choice."""
    return mark_safe("".join(_option(each, " selected" if each.slug == chosen else "") for each in countries))


def _option(country, selected):
    return f'<option value="{escape(country.slug)}"{selected}>{escape(country.name)}</option>'


@register.simple_tag
def used_letters(letters, page) -> SafeString:
    """The letters that somebody begins with, as items that lead to the list of people at `page`."""
    return mark_safe(
        "".join(f'<li><a href="{page}{escape(each.url)}">{each.letter}</a></li>' for each in letters if each.url)
    )
