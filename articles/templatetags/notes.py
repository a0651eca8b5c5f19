"""The text with the record beside it. Written in Python: an article on a summit names some hundred people."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.templatetags.marks import square, square_and_word
from people.templatetags.times import when

register = template.Library()


@register.simple_tag
def body_with_notes(beats) -> SafeString:
    """The text with its marginalia.

    `beats`: `first` and `rest` (safe HTML, as the publication stores them: a block whose sentences are marked, then
    those up to the next) and `notes` (`articles.pages.notes.Note`), one for each mark in `first`.
    """
    return mark_safe("\n".join(_beat(beat) for beat in beats))


def _beat(beat):
    if not beat["notes"]:
        return f"{beat['first']}{beat['rest']}"
    notes = "".join(map(_note, beat["notes"]))
    stack = notes if len(beat["notes"]) == 1 else f'<div class="note-stack">{notes}</div>'
    return f'<div class="beat">\n{beat["first"]}\n{stack}\n{beat["rest"]}\n</div>'


def _note(note):
    """The text links to `n-` and the mark."""
    label = _("Note %(number)s of the record") % {"number": note.number}
    groups = "\n".join(map(_group, note.groups))
    return f'<aside class="note" id="n-{note.mark}" lang="{get_language()}" aria-label="{label}">\n{groups}\n</aside>'


def _group(group):
    state = square_and_word(group.state, group.word) if group.state else ""
    mark = square(group.state) if group.state else ""
    title = escape(group.title)
    if group.url:
        day = f", {escape(group.day)}" if group.day else ""
        title = f'<a href="{group.url}">{title}{day}</a>'
    lines = "".join(f'<li>{mark}<span class="who">{_who(line)}</span></li>' for line in group.lines)
    more = "".join(f'<p class="note-more">{escape(words)}</p>' for words in group.more)
    return f'{state}\n<p class="note-title">{title}</p>\n{f"<ol>{lines}</ol>" if lines else ""}\n{more}'


def _who(line):
    name = f"<b>{escape(line.name)}</b>"
    posts = "".join(f'<span class="post">{escape(post)}</span>' for post in line.posts)
    return (f'<a href="{line.url}">{name}</a>' if line.url else name) + posts


@register.simple_tag
def record_entries(record) -> SafeString:
    """The meetings of an article, each with what its sentences say of whom (`articles.pages.record.Entry`)."""
    return mark_safe("".join(map(_entry, record)))


def _entry(entry):
    nobody = f'<p class="quiet">{_("This article names no one there.")}</p>'
    lines = "".join(map(_line, entry.lines))
    roll = f'<ul class="ledger-list">{lines}</ul>' if lines else nobody
    head = f'<h3><a href="{entry.url}">{escape(entry.title)}</a></h3><p>{when(entry.day, entry.iso)}</p>'
    return f'<div class="ledger c-6"><div class="ledger-head">{head}</div>\n{roll}</div>'


def _line(line):
    name = escape(line.name)
    linked = f'<a href="{line.url}">{name}</a>' if line.url else f"<span>{name}</span>"
    side = f'<span class="quiet">{escape(line.side)}</span>'
    return f'<li class="line"><span>{square_and_word(line.state)}</span>{linked}{side}</li>'
