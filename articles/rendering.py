"""What readers get of a published revision, made once and kept beside the publication.

It is remade when words are published, when a mention is confirmed or struck, when a page that it links opens, closes or
moves, and when a claim on one of its sentences opens or closes. Nothing in it depends on who reads it, or on the day.
"""

from collections import defaultdict
from functools import partial

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.figures import figure
from articles.illustrating import hashes_in
from articles.markup import Labels, Link, Marked, linked, render
from articles.models import Article, Image, Mention, Publication
from people.models import Evidence, Quotation

CLAIMS = ("attendance", "meeting", "membership", "outcome", "name")


def remake(article: Article) -> None:
    """Render what is public of this article anew; nothing is written if nothing differs. Inside a public act."""
    remake_all([article])


def remake_all(articles) -> int:
    """The same for many, in a fixed number of queries: give it some hundred at most. Returns how many differed."""
    return Publication.objects.bulk_update(stale(articles), ["rendered"])


def stale(articles) -> list[Publication]:
    """What is public of these articles and stored otherwise than it should be; with the right HTML, not saved."""
    publications = list(
        Publication.objects.filter(article__in=articles, article__is_public=True, until=None)
        .select_related("article", "revision__lead_image")
        .order_by("pk")
    )
    links, marked = _links_of(publications), _marked_of(publications)
    images = _images_of(publications)
    changed = []
    for publication in publications:
        key = publication.article_id
        rendered = rendered_of(publication.revision, publication.article.language, links[key], marked[key], images)
        if rendered != publication.rendered:
            publication.rendered = rendered
            changed.append(publication)
    return changed


def rendered_of(revision, language, links, marked, images) -> dict:
    """A revision as `Publication.rendered` holds it. `images` by hash: those that stand in its body."""
    with translation.override(language):
        labels = Labels(note=_("Note {number} of the record"), table=_("Table, scrolls sideways"))
        picture = partial(_figure, images, links)
        beats = render(revision.body, links, marked, picture=picture, labels=labels)
    in_body = {mark for beat in beats for mark in beat.marks}
    caption = revision.lead_caption or (revision.lead_image.caption if revision.lead_image else "")
    return {
        "headline": linked(revision.headline, links),
        "standfirst": linked(revision.standfirst, links, [each for each in marked if each.mark not in in_body]),
        "caption": linked(caption, links),
        "beats": [{"first": beat.first, "rest": beat.rest, "marks": list(beat.marks)} for beat in beats],
    }


def _figure(images, links, key, caption):
    """A picture of the body; its own caption where the text gives it none. Nothing for an unknown or a killed one."""
    image = images.get(key)
    return figure(image, caption=mark_safe(caption or linked(image.caption, links))) if image else ""


def _links_of(publications):
    """Links by article: the confirmed words of everybody with a page."""
    mentions = (
        Mention.objects.public()
        .filter(article__in=[publication.article_id for publication in publications])
        .select_related("person", "organisation")
        .order_by("pk")
    )
    links = defaultdict(list)
    for mention in mentions:
        links[mention.article_id].append(Link(mention.words, url_of(mention.entity)))
    return links


def url_of(entity) -> str:
    """The page of a person or organisation that has one."""
    return reverse(f"people:{entity._meta.model_name}", kwargs={"slug": entity.slug})


def _marked_of(publications):
    """Sentences by article: public, and with at least one public claim that rests on them."""
    claims = Q()
    for claim in CLAIMS:
        claims |= Q(**{f"{claim}__is_public": True})
    speaks = Evidence.objects.filter(claims, quotation=OuterRef("pk"), is_struck=False)
    quotations = (
        Quotation.objects.filter(
            Exists(speaks),
            anchor__article__in=[publication.article_id for publication in publications],
            is_public=True,
            is_struck=False,
        )
        .select_related("anchor")
        .order_by("pk")
    )
    marked = defaultdict(list)
    for quotation in quotations:
        marked[quotation.anchor.article_id].append(Marked(quotation.text, quotation.mark))
    return marked


def _images_of(publications):
    hashes = {key for publication in publications for key in hashes_in(publication.revision.body)}
    return {image.hash: image for image in Image.objects.filter(hash__in=hashes)} if hashes else {}
