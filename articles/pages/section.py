"""The page of a section: its newest article on top, the others by day, and what is next on the record."""

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse

from articles.models import Article, Section, Tag
from articles.pages.listing import by_day, head_of, pager_of, part_of, teasers_of
from people.disclosure import public_evidence
from people.models import Meeting
from people.pages.lines import lines_of
from people.pages.links import Link

MOST_MEETINGS = 5
MOST_TAGS = 8


def sections():
    """Sections in which something public stands."""
    return Section.objects.filter(Exists(Article.objects.public().filter(section=OuterRef("pk"))), slug__isnull=False)


def section_page(section, params, *, day) -> dict:
    """What `articles/section.html` prints on the site's day."""
    articles = Article.objects.public().in_section(section)
    part = part_of(articles, params)
    teasers = [shown | {"section": ""} for shown in teasers_of(part.articles)]  # its name stands on top
    on_top = 1 if part.is_first else 0
    return {
        "listing": head_of("section", section, section.description),
        "lead": teasers[0] if on_top else None,
        "groups": by_day(part.articles[on_top:], teasers[on_top:], day=day),
        "pager": pager_of(part),
        "upcoming": lines_of(_upcoming(section, day)) if part.is_first else [],
        "often": _often(articles) if part.is_first else [],
        "section_here": section.slug,
    }


def _upcoming(section, day):
    """Meetings from that day on that articles of the section speak of, the next one first."""
    said = public_evidence().filter(quotation__anchor__article__section=section)
    of_roll = said.filter(attendance__meeting=OuterRef("pk"), attendance__is_public=True)
    speaks = Exists(said.filter(meeting=OuterRef("pk"))) | Exists(of_roll)
    meetings = Meeting.objects.public().upcoming(day).filter(speaks).select_related("place")
    return list(meetings.earliest_first()[:MOST_MEETINGS])


def _often(articles):
    """The tags that most of these articles carry."""
    tags = Tag.objects.filter(taggings__content_object__in=articles).annotate(number=Count("taggings"))
    tags = tags.order_by("-number", "sort_key", "slug")[:MOST_TAGS]
    return [Link(tag.name, reverse("articles:tag", args=[tag.slug])) for tag in tags]
