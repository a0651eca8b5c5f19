"""One article as lists show it: the dictionary of `{% teaser %}`."""

from django.utils import timezone

from articles.models import Image
from people.pages.days import day_of
from people.pages.language import tag_of
from people.pages.links import address

PICTURED = tuple(
    f"lead_image__{field.name}"
    for field in Image._meta.concrete_fields
    if not field.is_relation and field.name not in {"id", "file", "file_said", "key"}
)
LISTED = (
    *("headline", "slug", "language", "standfirst", "day", "first_public_at"),
    *("section__name", "section__slug", *PICTURED),
)
"""The columns that a teaser is made of (`people.prepared`)."""


def teaser(article, tally=()) -> dict:
    """What readers see of a public article in a list, of rows with the columns `LISTED`. No query.

    `tally`: rows of state and number, where the list counts what the article says of a roll.
    """
    day, section = _day(article), article.section
    return {
        "headline": article.headline,
        "url": address("articles:detail", article.slug),
        "lang": tag_of(article.language),
        "section": section.name if section else "",
        "section_url": address("articles:section", section.slug) if section else "",
        "summary": article.standfirst,
        "day": day.words,
        "iso": day.iso,
        "tally": list(tally),
        "image": article.lead_image,
    }


def _day(article):
    """The day the words are of: an archive article keeps its own."""
    day = article.day or timezone.localdate(article.first_public_at)
    return day_of(day.isoformat())
