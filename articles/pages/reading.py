"""What to read after an article."""

from django.db.models import Exists, OuterRef, Q, Subquery

from articles.models import Article, Mention
from articles.teasers import LISTED
from people.prepared import Prepared

MOST = 3
PEOPLE = 4
"""Of as many people of an article others are looked for: a summit names a hundred."""
AMONG = 20
"""Articles of each of them that come into question, the last that were linked: some have thousands."""


def _candidates(article, section):
    """The last articles on some of the same people (`is_about_them`), and the newest of the section."""
    people = Mention.objects.public().filter(article=article, person__is_public=True)
    people = people.order_by("person").values("person").distinct()
    newest = Article.objects.public().filter(section=section).newest_first().values("pk")[: MOST + 1]
    wanted = Q(pk__in=newest)
    for number in range(PEOPLE):
        of_one = Mention.objects.public().filter(person=Subquery(people[number : number + 1]))
        wanted |= Q(pk__in=of_one.order_by("-pk").values("article")[:AMONG])
    same = Mention.objects.public().filter(article=OuterRef("pk"), person__in=people[:PEOPLE])
    # All that is wanted is public: asked once more, the database would go through all articles instead.
    return Article.objects.filter(wanted).annotate(is_about_them=Exists(same))


NEXT = Prepared(
    lambda article, section: (
        _candidates(article, section).exclude(pk=article).order_by("-is_about_them", "-first_public_at", "slug")[:MOST]
    ),
    *LISTED,
    article=int,
    section=int,
)


def read_next(article) -> list:
    """Public articles on the same people, the newest first, then those of the same section. One query."""
    return NEXT(article=article.pk, section=article.section.pk)
