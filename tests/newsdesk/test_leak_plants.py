"""The leak test finds what is planted: each plant is a fault somebody could make, and shows at the address named."""

import gc
from unittest.mock import patch

import pytest
from django.core.handlers.base import BaseHandler

from articles import drafting, entries, pending
from articles.models import Article
from articles.querysets import ArticleQuerySet
from newsdesk.search import index
from people import recording
from people.addresses import free_slug
from people.prepared import Prepared
from people.querysets import PersonQuerySet

from .leaks import later, secrets
from .leaks.worlds import leaks

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_prepared():
    """SQL that was made before a plant would not have it, and what is made with it must not stay."""
    prepared = [each for each in gc.get_objects() if type(each) is Prepared]
    for each in prepared:
        each.kept.__dict__.clear()
    yield
    for each in prepared:
        each.kept.__dict__.clear()


def test_without_plants_nothing_shows():
    assert leaks([secrets.draft, secrets.waiting_rows], [later.namesakes], ["/", "/meetings/", "/feed/"]) == set()


def test_a_view_without_public():
    with patch.object(PersonQuerySet, "public", lambda self: self.filter(slug__isnull=False)):
        assert "/people/farid-closedname/" in leaks(
            [secrets.page_opened_and_closed], addresses=["/people/farid-closedname/"]
        )


def test_a_list_without_public():
    """A held article that was public has a slug, so only `public()` keeps it out of lists."""
    with patch.object(ArticleQuerySet, "public", lambda self: self.filter(first_public_at__isnull=False)):
        assert "/" in leaks([secrets.held_after_publication], addresses=["/"])


def test_a_count_without_public():
    """As a page would print it that counts meetings over the bare relation."""
    with _more_on_the_page("/people/ada-orlan/", lambda: str(_attendances_of("Ada Orlan"))):
        assert "/people/ada-orlan/" in leaks([secrets.waiting_rows], addresses=["/people/ada-orlan/"])


def test_a_key_in_the_feed():
    """Sequences roll back on SQLite, so the later public act shows it: in the one world a draft took a number."""
    with patch.object(entries, "first_slugs", lambda model, rows: {row.pk: str(row.pk) for row in rows}):
        assert "/feed/" in leaks([secrets.draft], [later.namesakes], ["/feed/"])


def test_a_slug_given_to_a_draft():
    saved = drafting.save_draft

    def save_draft(article, words, **others):
        revision = saved(article, words, **others)
        if article.slug is None:
            Article._base_manager.filter(pk=article.pk).update(slug=free_slug(Article, revision.headline))
        return revision

    with patch.object(drafting, "save_draft", save_draft):
        address = "/articles/zarlyk-signs-a-secret-pact/"
        assert address in leaks([secrets.draft], [later.namesakes], [address])


def test_an_edit_from_a_draft_that_does_not_wait():
    with patch.object(pending, "keep_from", _at_once):
        assert "/meetings/talks-in-oskemen-2023/" in leaks(
            [secrets.pending_edit], addresses=["/meetings/talks-in-oskemen-2023/"]
        )


def test_a_row_of_a_draft_that_does_not_wait():
    """It opens, secret title and all, once a public article speaks of it."""
    with patch.object(pending, "keep_from", _at_once):
        address = "/meetings/secret-talks-in-zhelkent-2023/"
        assert address in leaks([secrets.waiting_rows], [_public_word_on_the_secret_meeting], [address])


def test_a_draft_in_the_search_index():
    saved = drafting.save_draft

    def save_draft(article, words, **others):
        revision = saved(article, words, **others)
        index.write("article", f"draft-{revision.number}", title=revision.headline, body=revision.body, day=None)
        return revision

    with patch.object(drafting, "save_draft", save_draft):
        assert "/search/?q=zarlyk" in leaks([secrets.draft], addresses=["/search/?q=zarlyk"])


def _at_once(article, row, *, by, why="", quotation=None):
    return recording.keep(row, by=by, why=why)


def _public_word_on_the_secret_meeting(desk):
    """Where the meeting does not exist, the same article goes without that claim."""
    made = later.article(desk, "Zarlyk after all", secrets.SECRET_BODY)
    meeting = secrets.Meeting.objects.filter(title="Secret talks in Zhelkent").first()
    if meeting:
        later.reporting.report(made, secrets.SECRET_SENTENCE, meeting=meeting, meeting_says="held", by=desk.editor)


def _attendances_of(name):
    return secrets.Attendance.objects.filter(person__name=name).count()


def _more_on_the_page(address, words):
    """A middleware's worth of fault: the page prints one thing more."""
    answer = BaseHandler.get_response

    def get_response(self, request):
        response = answer(self, request)
        if request.path == address:
            response.content += words().encode()
        return response

    return patch.object(BaseHandler, "get_response", get_response)
