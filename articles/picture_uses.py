"""Where a picture stands: in articles, on top or in the text, and as a portrait."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from articles.models import Article, Contributor, Depiction, Illustration, Image
from people.models import Person

SHOWN = 100


@dataclass(frozen=True)
class ArticleUse:
    """An article that shows it: on top, in the text, or both; to readers, in the draft, or both."""

    article: Article
    is_lead: bool
    is_in_text: bool
    is_public: bool


@dataclass(frozen=True)
class Uses:
    """`more`: whether there are articles beyond those listed, or that this person may not open."""

    articles: list[ArticleUse]
    people: list[Person]
    contributors: list[Contributor]
    more: bool

    def __bool__(self):
        return bool(self.articles or self.people or self.contributors or self.more)


def uses_of(image: Image, user) -> Uses:
    """All of them in a fixed number of queries; articles this person may open, the last saved first."""
    in_draft, in_live = _in_text("draft", image), _in_text("live", image)
    shows = Q(draft__lead_image=image) | in_draft | Q(is_public=True) & (Q(live__lead_image=image) | in_live)
    every = Article.objects.filter(shows)
    rows = every.visible_to(user).annotate(in_draft=in_draft, in_live=in_live).select_related("draft", "live")
    found = [_use(article, image) for article in rows.order_by("-draft__at", "-pk")[:SHOWN]]
    return Uses(
        articles=found,
        people=list(Person.objects.filter(depictions__image=image, depictions__is_portrait=True)),
        contributors=list(image.portrays.all()),
        more=every.count() > len(found),
    )


@dataclass
class Count:
    """In how many articles a picture stands, and of how many people and authors it is the portrait."""

    articles: int = 0
    portraits: int = 0


def counts_of(images) -> dict[int, Count]:
    """By key of the picture, for the rows of a list, in a fixed number of queries; everybody's articles count."""
    keys = [image.pk for image in images]
    public, illustrations = Article.objects.filter(is_public=True), Illustration.objects.filter(image__in=keys)
    stands = {
        *Article.objects.filter(draft__lead_image__in=keys).values_list("draft__lead_image", "pk"),
        *public.filter(live__lead_image__in=keys).values_list("live__lead_image", "pk"),
        *illustrations.filter(revision__in=Article.objects.values("draft")).values_list("image", "revision__article"),
        *illustrations.filter(revision__in=public.values("live")).values_list("image", "revision__article"),
    }
    portraits = [
        *Depiction.objects.filter(image__in=keys, is_portrait=True).values_list("image", flat=True),
        *Contributor.objects.filter(portrait__in=keys).values_list("portrait", flat=True),
    ]
    counts = {key: Count() for key in keys}
    for key, _article in stands:
        counts[key].articles += 1
    for key in portraits:
        counts[key].portraits += 1
    return counts


def _in_text(version, image):
    return Exists(Illustration.objects.filter(revision=OuterRef(version), image=image))


def _use(article, image):
    in_live = article.is_public and (article.in_live or article.live.lead_image_id == image.pk)
    return ArticleUse(
        article=article,
        is_lead=article.draft.lead_image_id == image.pk or (in_live and article.live.lead_image_id == image.pk),
        is_in_text=article.in_draft or (in_live and article.in_live),
        is_public=in_live,
    )
