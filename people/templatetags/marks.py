"""The six states of the record as readers see them: a square mark with its word, or a row of marks as a count."""

from functools import cache
from html import escape

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.models import Attendance

register = template.Library()

MOST_SQUARES = 24
"""A longer row is no count at a glance: it shows one square a state."""


@register.simple_tag(name="mark")
@cache
def square(state):
    """The square of a state (`attended`, `not_reported` …) alone. Its word must stand beside it."""
    return format_html('<svg class="mark mark-{0}" aria-hidden="true"><use href="#m-{0}"/></svg>', _kind(state))


@register.simple_tag(name="state")
def square_and_word(state, word=""):
    """The square of a state and its word, or `word` where a sentence needs another."""
    return _square_and_word(_kind(state), str(word) or _word(state))


@cache
def _square_and_word(state, word):
    return format_html('<span class="att att-{}">{}{}</span>', state, square(state), word)


@register.simple_tag
def earlier_state(state):
    """A state that held before a later report: «was expected»."""
    return _earlier(state, get_language())


@cache
def _earlier(state, _language):
    word = _("was %(state)s") % {"state": _word(state)}
    return format_html('<span class="att att-{} att-was">{}{}</span>', _kind(state), square(state), word)


@register.simple_tag
def one_says(state):
    """One voice of a dispute: «one says attended»."""
    return square_and_word(state, _("one says %(state)s") % {"state": _word(state)})


@register.simple_tag(name="marks")
def row_of_squares(tally):
    """A row of squares, each one person, followed by the numbers in words: «7 attended, 1 not reported».

    `tally`: rows of `state` and `number`, in the order of the states. Rows of zero say nothing.
    """
    rows = [row for row in tally if row.number]
    each = 1 if sum(row.number for row in rows) <= MOST_SQUARES else 0
    squares = "".join(square(row.state) * (row.number * each or 1) for row in rows)
    words = ", ".join(f"{row.number} {escape(_word(row.state))}" for row in rows)
    return mark_safe(f'<span class="marks" aria-hidden="true">{squares}</span> <span>{words}</span>')


@register.simple_tag
def key_of_marks():
    """All six states with their words, as the items of a list."""
    return format_html_join("", "<li>{}</li>", ((square_and_word(each),) for each in Attendance.State))


def _kind(state):
    return str(state).replace("_", "-")


def _word(state):
    return _word_in(str(state), get_language())


@cache
def _word_in(state, _language):
    return str(Attendance.State(state).label)
