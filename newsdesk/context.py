"""What every page of the site needs, whoever renders it."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from articles.models import Article, Section


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


def _sections():
    in_it = Article.objects.public().filter(section=OuterRef("pk"))
    return list(Section.objects.filter(Exists(in_it), slug__isnull=False))
