"""Meetings one below the other, as rows of a table or on ledger ground. Written in Python: a page has fifty of them."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from people.models import Meeting
from people.templatetags.marks import row_of_squares
from people.templatetags.times import when

register = template.Library()

OFF = {Meeting.State.CANCELLED, Meeting.State.POSTPONED}


@register.simple_tag
def meeting_rows(lines, with_numbers=False) -> SafeString:
    """Rows of `components/meetings.html` for these `people.pages.lines.Line`."""
    return mark_safe("".join(_row(line, with_numbers) for line in lines))


def _row(line, with_numbers):
    number = _("No. %(number)s of the series") % {"number": line.number} if line.number and with_numbers else ""
    nobody = f'<span class="quiet">{_("nobody named")}</span>'
    return (
        f'<tr role="row"><td role="cell" class="date">{when(line.day, line.iso)}</td>'
        f'<th role="rowheader" scope="row"><a href="{line.url}">{escape(line.title)}</a>'
        f'{_aside("place", number)}{_aside("place", line.place)}</th><td role="cell">{escape(line.held)}</td>'
        f'<td role="cell">{row_of_squares(line.tally) if line.tally else nobody}</td></tr>'
    )


@register.simple_tag
def ledger_rows(lines) -> SafeString:
    """Items of `components/ledger_meetings.html`: a meeting that was cancelled or postponed says so."""
    return mark_safe("".join(_item(line) for line in lines))


def _item(line):
    place = f", {escape(line.place)}" if line.place else ""
    held = _aside("date", line.held) if line.state in OFF else ""
    count = f'<span class="count">{row_of_squares(line.tally)}</span>' if line.tally else ""
    return (
        f'<li><span class="date">{when(line.day, line.iso)}{place}</span>'
        f'<a class="what" href="{line.url}">{escape(line.title)}</a>{held}{count}</li>'
    )


def _aside(kind, words):
    return f'<span class="{kind}">{escape(words)}</span>' if words else ""
