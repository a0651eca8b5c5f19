"""Two who save at the same moment, in real threads: one of them is told, and no row is half of each."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.models import Revision
from people import disclosure
from people.models import Trail
from tests.articles import writing
from tests.people import keeping

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 6


def at_once(users, post):
    """Each user posts from a thread of its own, all at one moment; the answers' status codes."""
    gate, codes = Barrier(len(users)), []

    def run(number, user):
        client = Client(raise_request_exception=False)
        client.force_login(user)
        gate.wait()
        codes.append(post(client, number).status_code)
        connection.close()

    threads = [Thread(target=run, args=each) for each in enumerate(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(codes)


def test_of_writers_of_one_article_one_saves_and_the_others_see_both_texts(staff):
    article = writing.begin(staff("editor"))
    base = article.draft_id
    address = reverse("admin:articles_article_change", args=[article.pk])

    def post(client, number):
        words = {"headline": f"Headline {number}", "body": f"<p>Body {number}.</p>", "language": "en", "base": base}
        return client.post(address, words)

    assert at_once([staff("editor") for _each in range(WRITERS)], post) == [200] * (WRITERS - 1) + [302]
    first, second = Revision.objects.filter(article=article).order_by("number")
    assert second.headline.removeprefix("Headline ") == second.body.removeprefix("<p>Body ").removesuffix(".</p>")


def test_of_keepers_of_one_person_each_save_is_whole(staff):
    ada = keeping.person(staff("record keeper"))
    address = reverse("admin:people_person_change", args=[ada.pk])

    def post(client, number):
        return client.post(address, {"name": f"Ada {number}", "biography": f"Number {number}."})

    assert at_once([staff("record keeper") for _each in range(WRITERS)], post) == [302] * WRITERS
    ada.refresh_from_db()
    assert ada.biography == f"Number {ada.name.removeprefix('Ada ')}."
    assert Trail.objects.filter(kind="people.person", object_id=ada.pk, act="changed").count() == WRITERS
    assert disclosure.check_all() == []


def test_publishing_twice_at_once_is_one_publication(staff):
    article = writing.begin(staff("editor"))
    address = reverse("admin:articles_article_act", args=[article.pk, "publish"])

    def post(client, _number):
        return client.post(address, {"revision": article.draft_id})

    codes = at_once([staff("editor") for _each in range(WRITERS)], post)
    assert set(codes) <= {200, 302}
    article.refresh_from_db()
    assert article.is_public
    assert article.publications.count() == 1
    assert disclosure.check_all() == []
