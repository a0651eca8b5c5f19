"""Who an article names: confirmed and struck by staff, beside the text. Both reach readers at the next request."""

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from articles import signals
from articles.models import Article, Mention
from articles.sentences import blocks, looked_through, stand_among
from people import disclosure, trails
from people.models import Person
from people.recording import Refused


def texts(revision):
    """All texts of a revision in which somebody can be named: headline, standfirst, caption, then the body's blocks."""
    caption = revision.lead_caption or (revision.lead_image.caption if revision.lead_image_id else "")
    return [revision.headline, revision.standfirst, caption, *(block.text for block in blocks(revision.body))]


def stands_in(words, revision) -> bool:
    """Whether the words stand, whole, somewhere in the revision."""
    return stand_among(words, looked_through(texts(revision)))


def offered_words(revision, entity, where=None) -> list[str]:
    """The spellings of somebody that stand in the text, the longest first: what a mention may begin with.

    `where`: the revision's `texts`, from whoever asks for several.
    """
    spellings = {entity.name, *(name.text for name in entity.names.all() if not name.is_struck)}
    if isinstance(entity, Person):
        spellings |= {entity.family_name, f"{entity.family_name} {entity.given_name}".strip()}
        spellings.add(f"{entity.given_name} {entity.family_name}".strip())
    else:
        spellings.add(entity.short_name)
    ready = looked_through(texts(revision) if where is None else where)
    found = (words for words in spellings if words and stand_among(words, ready))
    return sorted(found, key=lambda words: (-len(words), words))


def confirm(article, entity, *, words, by) -> Mention:
    """These words stand for that person or organisation. Refused unless the draft or what is public has them."""
    words = " ".join(strip_tags(words).split())
    column = "person" if isinstance(entity, Person) else "organisation"
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        revisions = [revision for revision in (article.draft, article.live) if revision]
        if not words or not any(stands_in(words, revision) for revision in revisions):
            raise Refused(_("«%s» does not stand in the article.") % words)
        mention, _is_new = Mention.objects.update_or_create(
            article=article,
            words=words,
            **{column: entity},
            defaults={"state": Mention.State.CONFIRMED, "by": by, "is_gone": _is_gone(article, words)},
        )
        trails.leave("linked", article, by=by, after={"words": words, column: str(entity)})
        signals.article_changed.send(sender=Article, article=article)
    return mention


def strike(mention, *, by):
    """The words do not stand for that person: the link goes, the decision stays."""
    with disclosure.public_act():
        article = Article.objects.locked(mention.article_id)
        mention.state, mention.by = Mention.State.STRUCK, by
        mention.save(update_fields=["state", "by", "at"])
        trails.leave("link struck", article, by=by, before={"words": mention.words, "of": str(mention.entity)})
        signals.article_changed.send(sender=Article, article=article)
    return mention


def follow(article, revision):
    """At publication: which mentions the words have left. The decision stays; readers get no link without words."""
    ready = looked_through(texts(revision))
    for mention in article.mentions.all():
        is_gone = not stand_among(mention.words, ready)
        if is_gone != mention.is_gone:
            Mention.objects.filter(pk=mention.pk).update(is_gone=is_gone)


def _is_gone(article, words):
    return article.is_public and not stands_in(words, article.live)
