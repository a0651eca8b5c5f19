"""What publishing derives, derived anew and compared; nothing is written. `manage.py check_record` prints it."""

from itertools import chain

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from articles import anchoring, linking, rendering
from articles.models import Article
from articles.sentences import stands
from people.disclosure import Difference

BATCH = 200
COPIED = ("headline", "standfirst", "section", "lead_image")
RELATED = ("section", "lead_image", "source", "live__section", "live__lead_image")
ROWS = (
    *("taggings__tag", "bylines__contributor", "live__tag_rows__tag", "live__contributor_rows__contributor"),
    *("anchors__quotation", "publications", "mentions"),
)


def differences() -> list[Difference]:
    """Every column of articles, and of their sentences, that stands otherwise than what is public says."""
    found = []
    keys = list(Article._base_manager.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        articles = Article._base_manager.filter(pk__in=keys[start : start + BATCH]).order_by("pk")
        whole = articles.annotate(draft_at=F("draft__at"))
        for article in whole.select_related(*RELATED).prefetch_related(*ROWS):
            found += differences_of(article)
        found += [Difference(row, "rendered", "old", "remade") for row in rendering.stale(articles)]
    return found


def differences_of(article) -> list[Difference]:
    """What differs in one article."""
    expected = [_draft(article), _publications(article), _sentences(article)]
    if article.live:
        expected += [_copies(article), _rows(article), _source(article)]
    if article.is_public:
        expected.append(_mentions(article))
    return [Difference(*each) for each in chain(*expected) if each[2] != each[3]]


def _draft(article):
    yield article, "drafted_at", article.drafted_at, article.draft_at


def _publications(article):
    """Public is what has an open publication, and its revision is the live one. The first public moment never moves."""
    publications = sorted(article.publications.all(), key=lambda publication: publication.pk)
    still = [each for each in publications if each.until is None]
    yield article, "is_public", article.is_public, bool(still)
    if still:
        yield article, "live", article.live, still[0].revision
    first = publications[0].since if publications else None
    yield article, "first_public_at", article.first_public_at, first


def _copies(article):
    for column in COPIED:
        yield article, column, getattr(article, column), getattr(article.live, column)
    yield article, "day", article.day, article.live.day or timezone.localdate(article.first_public_at)


def _rows(article):
    """Tags and bylines, in their order."""
    tags = [tagging.tag for tagging in article.taggings.all()]
    yield article, "tags", tags, [row.tag for row in article.live.tag_rows.all()]
    bylines = [byline.contributor for byline in article.bylines.all()]
    yield article, "bylines", bylines, [row.contributor for row in article.live.contributor_rows.all()]


def _source(article):
    """What the record quotes the article as."""
    source = article.source
    yield source, "title", source.title, article.headline
    yield source, "day", source.day, article.day
    yield source, "language", source.language, article.language
    yield source, "address", source.address, reverse("articles:detail", args=[article.slug])


def _sentences(article):
    """A sentence of ours is public while the live revision of a public article contains it."""
    anchors = article.anchors.all()
    text = anchoring.parts(article.live) if article.is_public and anchors else []
    for anchor in anchors:
        quotation = anchor.quotation
        standing = [wording for wording in anchor.wordings if stands(wording, text)]
        yield quotation, "is_public", quotation.is_public, bool(standing)
        yield anchor, "is_lost", anchor.is_lost, article.is_public and not standing
        if standing:
            yield quotation, "text", quotation.text, standing[-1]


def _mentions(article):
    for mention in article.mentions.all():
        yield mention, "is_gone", mention.is_gone, not linking.stands_in(mention.words, article.live)
