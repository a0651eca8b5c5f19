"""Articles in lists. Written in Python: a page has fifty of them."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles.figures import image_html, picture_of
from people.templatetags.marks import row_of_squares
from people.templatetags.times import when

register = template.Library()


@register.simple_tag
def teaser(shown, kind="", head="h3", plain=False, place="row", first=False) -> SafeString:
    """One article in a list: `{% teaser each kind="row-teaser" head="h3" %}`.

    `shown`: see `articles.teasers.teaser`. `kind`: extra classes, "teaser-lead", "teaser-big", "teaser-small" or
    "row-teaser"; `head`: "h2" or "h3"; `plain` leaves out summary, day and picture; `place`: of the picture
    (`articles.places`); `first`: it is the first thing seen.
    """
    lang = f' lang="{escape(shown["lang"])}"' if shown["lang"] else ""
    section = f'<p class="kicker">{escape(shown["section"])}</p>\n' if shown["section"] else ""
    link = f'<a href="{shown["url"]}">{escape(shown["headline"])}</a>'
    picture, rest = ("", "") if plain else (_picture(shown, place, first), _rest(shown, lang))
    inside = f"{picture}{section}<{head}{lang}>{link}</{head}>{rest}"
    return mark_safe(f'<article class="teaser {kind}">\n{inside}\n</article>')


@register.simple_tag
def teasers(all_shown, kind="", head="h3", plain=False, place="row") -> SafeString:
    """Several, one below the other."""
    return mark_safe("\n".join(teaser(shown, kind, head, plain, place) for shown in all_shown))


def _rest(shown, lang):
    summary = f'\n<p class="sum"{lang}>{escape(shown["summary"])}</p>' if shown["summary"] else ""
    tally = f"<span>{row_of_squares(shown['tally'])}</span>" if shown["tally"] else ""
    return f'{summary}\n<p class="when">{when(shown["day"], shown["iso"])}\n{tally}</p>'


def _picture(shown, place, first):
    """The link beside it is the headline, so this one is hidden from readers' ears and keys."""
    picture = picture_of(shown["image"], place=place)
    if picture is None:
        return ""
    frame = f'<a class="frame {picture.frame}" href="{shown["url"]}" tabindex="-1" aria-hidden="true">'
    return f'<figure class="picture">{frame}{image_html(picture, first=first, silent=True)}</a></figure>\n'
