"""One article as lists show it: the dictionary of `{% teaser %}`."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from people.dates import PartialDate, parse, words
from people.pages.language import tag_of


def teaser(article, tally=()) -> dict:
    """What readers see of a public article in a list, of rows fetched by `for_list()`. No query.

    `tally`: rows of state and number, where the list counts what the article says of a roll.
    """
    day = _day(article)
    return {
        "headline": article.headline,
        "url": reverse("articles:detail", args=[article.slug]),
        "lang": tag_of(article.language),
        "section": article.section.name if article.section else "",
        "section_url": reverse("articles:section", args=[article.section.slug]) if article.section else "",
        "summary": article.standfirst,
        "day": words(day, get_language() or "en"),
        "iso": day.text,
        "tally": list(tally),
        "image": article.lead_image,
    }


def _day(article) -> PartialDate:
    """The day the words are of: an archive article keeps its own."""
    day = article.day or timezone.localdate(article.first_public_at)
    return parse(day.isoformat())
