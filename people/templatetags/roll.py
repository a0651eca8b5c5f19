"""Lines of a meeting's roll. Written in Python: a summit has some hundred of them."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from people.templatetags.marks import earlier_state, square_and_word
from people.templatetags.sheet import linked
from people.templatetags.voices import voices

register = template.Library()


@register.simple_tag
def roll_rows(rows) -> SafeString:
    """The lines of `people/roll.html` for these `people.pages.roll.RollRow`."""
    return mark_safe("\n".join(_row(row) for row in rows))


def _row(row):
    said = row.said
    was = earlier_state(said.was) if said.was else ""
    name = linked(row.person) if row.person else escape(row.description)
    return (
        f'<li>\n<span class="roll-no">{row.number}</span>\n'
        f'<div class="roll-who"><p class="name">{name}</p>\n{_posts(row)}\n{_others(row)}</div>\n'
        f'<div class="roll-state">{square_and_word(said.state)}{was}</div>\n'
        f'<div class="roll-said">{voices(said)}</div>\n</li>'
    )


def _posts(row):
    posts = row.posts or ([_("post that day not known")] if row.person else [])
    if row.for_body:
        posts = [*posts, _("for %(body)s") % {"body": row.for_body}]
    return "".join(f'<p class="post">{escape(post)}</p>' for post in posts)


def _others(row):
    """What else is known: the role, for whom he or she came, the article's words, other spellings."""
    shown = [escape(row.role)]
    if row.stands_in_for:
        shown.append(f"{_('standing in for')} {linked(row.stands_in_for)}")
    if row.printed:
        shown.append(_("printed as “%(title)s”") % {"title": escape(row.printed)})
    shown.append(", ".join(f'<span lang="{escape(name.lang)}">{escape(name.text)}</span>' for name in row.names))
    return "".join(f'<p class="other">{words}</p>' for words in shown if words)
