"""Quoted sentences matched whole, and kept through edits."""

from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.models import Anchor, Article
from articles.sentences import blocks, stands
from people import disclosure, trails
from people.models import Quotation
from people.recording import Refused


def parts(revision):
    """The blocks of text in which a sentence of the article may stand: standfirst and body."""
    return [*blocks(f"<p>{escape(revision.standfirst)}</p>"), *blocks(revision.body)]


def anchor(article, sentence, *, by) -> Quotation:
    """The quotation of a whole sentence of the article: one however many claims rest on it.

    Raises Refused unless the sentence stands in the draft, or in what is public.
    """
    sentence = " ".join(sentence.split())
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        revisions = [revision for revision in (article.draft, article.live) if revision]
        if not any(stands(sentence, parts(revision)) for revision in revisions):
            raise Refused(_("This is not a whole sentence of the article: «%s».") % sentence[:200])
        for known in article.anchors.select_related("quotation"):
            if sentence in known.wordings and not known.quotation.is_struck:
                return known.quotation
        quotation = Quotation.objects.create(source=article.source, text=sentence, language=article.language)
        Anchor.objects.create(quotation=quotation, article=article, wordings=[sentence])
        trails.leave("quoted", quotation, by=by)
        disclosure.touch(follow(article, article.live if article.is_public else None))
    quotation.refresh_from_db()
    return quotation


def nod(anchored, sentence, *, by):
    """Somebody says that another wording means the same: the record follows it once it is published."""
    sentence = " ".join(sentence.split())
    with disclosure.public_act():
        article = Article.objects.locked(anchored.article_id)
        anchored.refresh_from_db(fields=["wordings"])
        if not stands(sentence, parts(article.draft)):
            raise Refused(_("This is not a whole sentence of the article: «%s».") % sentence[:200])
        anchored.wordings = [*(each for each in anchored.wordings if each != sentence), sentence]
        anchored.save(update_fields=["wordings"])
        trails.leave("reworded", anchored.quotation, by=by, after={"text": sentence})
        disclosure.touch(follow(article, article.live if article.is_public else None))


def follow(article, revision):
    """Open, close and reword the article's quotations by what stands in the revision that is public, if any.

    A sentence that is gone closes its quotation and is a question to the desk. Returns what was touched.
    """
    text = parts(revision) if revision else []
    touched = disclosure.Touched()
    for each in article.anchors.select_related("quotation"):
        quotation = each.quotation
        standing = [wording for wording in each.wordings if stands(wording, text)] if revision else []
        columns = {"is_public": bool(standing), "text": standing[-1] if standing else quotation.text}
        is_lost = bool(revision) and not standing
        if any(getattr(quotation, name) != value for name, value in columns.items()):
            Quotation._base_manager.filter(pk=quotation.pk).update(**columns)
        if each.is_lost != is_lost:
            Anchor.objects.filter(pk=each.pk).update(is_lost=is_lost)
        touched.quotations.add(quotation.pk)
    return touched
