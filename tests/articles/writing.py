"""Articles for tests, made through the same verbs as the desk's."""

from articles import drafting, publishing
from articles.models import Section
from articles.models.revision import WORDS

BODY = "<p>Ada Orlan met Boris Temir in Oskemen on Tuesday.</p>"


def words(headline="Ministers meet", body=BODY, **others):
    """A value for each of WORDS, complete enough to be published unless told otherwise."""
    empty = dict.fromkeys(WORDS, "") | {"day": None, "lead_image": None}
    section, _is_new = Section.objects.get_or_create(name="Diplomacy")
    return empty | {"headline": headline, "body": body, "section": section} | others


def begin(by, headline="Ministers meet", body=BODY, **others):
    """An article with one revision, not public."""
    article = drafting.begin(language="en", by=by)
    save(article, by, headline, body, **others)
    return article


def save(article, by, headline="Ministers meet again", body=BODY, *, tags=(), contributors=(), **others):
    """One more revision; it is the draft from now on."""
    return drafting.save_draft(
        article, words(headline, body, **others), base=article.draft, by=by, tags=tags, contributors=contributors
    )


def publish(by, headline="Ministers meet", body=BODY, **others):
    """An article with one revision that readers see."""
    article = begin(by, headline, body, **others)
    return publishing.publish(article, revision=article.draft, by=by)
