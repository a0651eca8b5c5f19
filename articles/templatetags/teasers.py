"""Articles in lists. Written in Python: a page has fifty of them."""

from html import escape

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from people.templatetags.marks import row_of_squares
from people.templatetags.times import when

register = template.Library()


@register.simple_tag
def teaser(shown, kind="", head="h3", plain=False, ratio="", first=False) -> SafeString:
    """One article in a list: `{% teaser each kind="row-teaser" head="h3" %}`.

    `shown`: see `articles.teasers.teaser`. `kind`: extra classes, "teaser-lead", "teaser-big", "teaser-small" or
    "row-teaser"; `head`: "h2" or "h3"; `plain` leaves out summary, day and picture; `ratio`: a class of the picture;
    `first`: it is the first thing seen.
    """
    lang = f' lang="{escape(shown["lang"])}"' if shown["lang"] else ""
    section = f'<p class="kicker">{escape(shown["section"])}</p>\n' if shown["section"] else ""
    link = f'<a href="{shown["url"]}">{escape(shown["headline"])}</a>'
    picture, rest = ("", "") if plain else (_picture(shown, ratio, first), _rest(shown, lang))
    inside = f"{picture}{section}<{head}{lang}>{link}</{head}>{rest}"
    return mark_safe(f'<article class="teaser {kind}">\n{inside}\n</article>')


@register.simple_tag
def teasers(all_shown, kind="", head="h3", plain=False) -> SafeString:
    """Several, one below the other."""
    return mark_safe("\n".join(teaser(shown, kind, head, plain) for shown in all_shown))


def _rest(shown, lang):
    summary = f'\n<p class="sum"{lang}>{escape(shown["summary"])}</p>' if shown["summary"] else ""
    tally = f"<span>{row_of_squares(shown['tally'])}</span>" if shown["tally"] else ""
    return f'{summary}\n<p class="when">{when(shown["day"], shown["iso"])}\n{tally}</p>'


def _picture(shown, ratio, first):
    if not shown["picture"]:
        return ""
    names = {"picture": shown["picture"], "url": shown["url"], "ratio": ratio, "first": first}
    return get_template("components/teaser_picture.html").render(names).strip() + "\n"
