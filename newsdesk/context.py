"""What every page of the site needs, whoever renders it."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from articles.models import Article, Section
from people.pages.links import address
from people.prepared import Prepared


@dataclass(frozen=True)
class SectionLink:
    """A section in the frame of a page."""

    name: str
    slug: str
    url: str


def site(request):
    """The site's name and line, whether it is the demonstration, its day, and the sections that readers see.

    Reads nothing from the database until a template goes through `sections`, and never touches the session.
    """
    return {
        "site_name": settings.SITE_NAME,
        "tagline": settings.SITE_TAGLINE,
        "is_demo": settings.DEMO,
        "day": localdate(),
        "sections": SimpleLazyObject(_sections),
    }


def _with_something_public():
    in_it = Article.objects.public().filter(section=OuterRef("pk"))
    return Section.objects.filter(Exists(in_it), slug__isnull=False).values_list("name", "slug")


SECTIONS = Prepared(_with_something_public)


def _sections():
    return [SectionLink(name, slug, address("articles:section", slug)) for name, slug in SECTIONS()]
