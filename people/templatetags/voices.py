"""What an entry of the record rests on, as readers see it. Written in Python: a page has some hundred of them."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.states import DISPUTED
from people.templatetags.marks import one_says, square_and_word
from people.templatetags.quotations import carrying

register = template.Library()


@register.simple_tag
def evidence(voice) -> SafeString:
    """The sentence that says so, a `people.pages.voices.Voice`: the words that carry the entry in bold, its source."""
    lang = f' lang="{escape(voice.lang)}"' if voice.lang else ""
    text = carrying(voice.text, voice.words)
    label = escape(voice.label)
    cite = f'<a href="{escape(voice.url)}">{label}</a>' if voice.url else label
    announced = _("announced by %(body)s") % {"body": escape(voice.announced_by)} if voice.announced_by else ""
    by = f"<cite>{announced}</cite>" if announced else ""
    return mark_safe(f'<blockquote class="evidence"><p{lang}>{text}</p><cite>{cite}</cite>{by}</blockquote>')


@register.simple_tag
def voices(said) -> SafeString:
    """All that is said of one entry, a `people.pages.voices.Said`.

    A dispute shows every voice alike; otherwise the first stands open and the others are folded.
    """
    parts = [_disputed(said.voices) if said.state == DISPUTED else _agreed(said)]
    if said.is_silent:
        parts.append(f'<p class="quiet">{_("No later report in our articles.")}</p>')
    if said.earlier:
        parts.append(_folded(_("What was reported earlier"), said.earlier, with_state=True))
    return mark_safe("\n".join(parts))


def _disputed(reports):
    items = "".join(f"<li>{one_says(voice.says)}{evidence(voice)}</li>\n" for voice in reports)
    note = _("It counts as neither until a further report settles it.")
    label = _("Reports that disagree")
    return f'<ol class="voices" aria-label="{label}">\n{items}</ol><p class="voices-note">{note}</p>'


def _agreed(said):
    if not said.voices:
        words = _("Entered by the desk without a sentence: %(reason)s") % {"reason": escape(said.vouched)}
        return f'<p class="quiet">{words}</p>' if said.vouched else ""
    first, *others = said.voices
    if not others:
        return evidence(first)
    words = ngettext("%(number)s more sentence says so", "%(number)s more sentences say so", len(others))
    return evidence(first) + _folded(words % {"number": len(others)}, others)


def _folded(summary, reports, *, with_state=False):
    """`with_state`: each says for itself what it is worth."""
    shown = "".join(
        f"<p>{square_and_word(voice.says)}</p>{evidence(voice)}" if with_state else evidence(voice) for voice in reports
    )
    return f'<details class="evidence-more"><summary>{summary}</summary>{shown}</details>'
