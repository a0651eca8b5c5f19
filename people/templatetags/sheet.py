"""Rows of a person's and an organisation's meetings. Written in Python: a page has fifty of them."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from people.templatetags.marks import earlier_state, square_and_word
from people.templatetags.times import when
from people.templatetags.voices import voices

register = template.Library()


@register.simple_tag
def sheet_rows(rows) -> SafeString:
    """The lines of `components/sheet.html` for these `people.pages.sheet.Row`."""
    return mark_safe("".join(_row(row) for row in rows))


def _row(row):
    said = row.said
    was = f" {earlier_state(said.was)}" if said.was else ""
    return (
        f'<tr role="row"><td role="cell" class="date">{when(row.day, row.iso)}</td>'
        f'<td role="cell">{square_and_word(said.state)}{was}</td>'
        f'<th role="rowheader" scope="row">{_meeting(row)}</th>'
        f'<td role="cell">{_capacity(row)}</td><td role="cell">{voices(said)}</td></tr>'
    )


def _meeting(row):
    off = _("Meeting %(state)s") % {"state": row.off} if row.off else ""
    return f'<a href="{row.url}">{escape(row.title)}</a>' + _aside(row.place) + _aside(off)


def _capacity(row):
    """Who, where the rows are of several people, and in which posts."""
    kind = "place" if row.person else "held"
    posts = "".join(f'<span class="{kind}">{escape(post)}</span>' for post in row.posts)
    for_body = _("for %(body)s") % {"body": row.for_body} if row.for_body else ""
    printed = _("printed as “%(title)s”") % {"title": row.printed} if row.printed else ""
    return linked(row.person) + (posts or _aside(_("post that day not known"))) + _aside(for_body) + _aside(printed)


def linked(link) -> str:
    """A name with the page it leads to, plain where it has none, "" for None."""
    if link is None:
        return ""
    return f'<a href="{link.url}">{escape(link.name)}</a>' if link.url else escape(link.name)


def _aside(words):
    return f'<span class="place">{escape(words)}</span>' if words else ""
