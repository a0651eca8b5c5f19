"""Saving what an editor typed: each explicit save is a revision of its own, and no save overwrites another's."""

import re

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from articles.illustrating import illustrate
from articles.models import Article, Revision, RevisionContributor, RevisionTag
from articles.models.revision import WORDS
from articles.sentences import blocks
from people import trails
from people.models import Quotation, Source
from people.names import key
from people.recording import Refused

DRAFT_KEY_LENGTH = 1200
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+(?:[’'-]\w+)*")


class Stale(Exception):
    """Somebody saved a newer draft meanwhile. `current` is that revision; nothing was saved."""

    def __init__(self, current):
        super().__init__(_("Somebody saved a newer version while you were writing."))
        self.current = current


def begin(*, language, by) -> Article:
    """A new article without words: its source, its first trail row, no address."""
    with transaction.atomic():
        source = Source.objects.create(publisher=settings.SITE_NAME, language=language, is_ours=True)
        article = Article.objects.create(language=language, source=source, created_by=by)
        trails.leave("begun", article, by=by)
    return article


def change_language(article, *, language, by) -> Article:
    """Say that the words are in another language; the sentences recorded from them are, too.

    Raises Refused once readers have seen the article: its page, its feed entries and the record quote it in that one.
    """
    with transaction.atomic():
        article = Article.objects.locked(article.pk)
        if article.first_public_at:
            raise Refused(_("It was public: its language stays."))
        before, article.language = article.language, language
        Article._base_manager.filter(pk=article.pk).update(language=language)
        Source._base_manager.filter(pk=article.source_id).update(language=language)
        Quotation._base_manager.filter(source=article.source_id).update(language=language)
        trails.leave("language", article, by=by, before={"language": before}, after={"language": language})
    return article


def save_draft(article, words, *, base, by, tags=(), contributors=()) -> Revision:
    """Keep the words as a new revision and make it the draft. Nothing changed: the draft as it was, no revision.

    `words`: a value for each of WORDS, cleaned. `base`: the revision that the editor started from, or None.
    Raises Stale if the draft is another one by now.
    """
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).select_related("draft").get(pk=article.pk)
        if locked.draft_id != (base.pk if base else None):
            raise Stale(locked.draft)
        if locked.draft and _same(locked.draft, words, tags, contributors):
            return locked.draft
        number = locked.draft.number + 1 if locked.draft else 1
        revision = Revision.objects.create(
            article=locked, number=number, base=base, by=by, words_in_body=count_words(words["body"]), **words
        )
        RevisionTag.objects.bulk_create(RevisionTag(revision=revision, tag=tag, order=n) for n, tag in enumerate(tags))
        RevisionContributor.objects.bulk_create(
            RevisionContributor(revision=revision, contributor=contributor, order=n)
            for n, contributor in enumerate(contributors)
        )
        illustrate(revision)
        found_by = key(f"{revision.headline} {revision.standfirst}", DRAFT_KEY_LENGTH)
        Article._base_manager.filter(pk=locked.pk).update(draft=revision, draft_key=found_by, drafted_at=revision.at)
        trails.leave("saved", locked, by=by, after={"revision": number})
    article.draft, article.drafted_at = revision, revision.at
    return revision


def _same(draft, words, tags, contributors):
    return (
        all(getattr(draft, name) == value for name, value in words.items())
        and [row.tag_id for row in draft.tag_rows.all()] == [tag.pk for tag in tags]
        and [row.contributor_id for row in draft.contributor_rows.all()] == [each.pk for each in contributors]
    )


def count_words(html) -> int:
    """Words in a text; Chinese and Japanese count by the character."""
    return sum(len(WORD.findall(block.text)) for block in blocks(html))


def words_of(revision) -> dict:
    """What the form starts from: a value for each of WORDS."""
    return {name: getattr(revision, name) for name in WORDS}
