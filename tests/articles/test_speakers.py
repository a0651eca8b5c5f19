"""Whom people may speak for at a meeting."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.speakers import fetch_parents, speakers
from people.models import Membership, Organisation, Person, Post

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 30)


def nested(depth, name="Body"):
    """So many bodies, each part of the one before; the innermost."""
    inner = None
    for level in range(depth):
        inner = Organisation.objects.create(name=f"{name} {level}", kind="other", parent=inner)
    return inner


def test_the_country_comes_before_the_ministry_and_each_body_once():
    country = Organisation.objects.create(name="Vesmark", kind="country")
    ministry = Organisation.objects.create(name="Ministry", kind="ministry", parent=country)
    person = Person.objects.create(name="Ada Orlan", country=country)
    for title in ("Minister", "Deputy Minister"):
        post = Post.objects.create(organisation=ministry, title=title)
        Membership.objects.create(person=person, post=post, since="2023-01-10")
    speaker = speakers([person.pk], DAY, DAY)[person.pk]
    assert (speaker.person, speaker.bodies) == (person, (country, ministry))
    assert len(speaker.posts) == 2


def test_without_a_post_that_day_there_is_the_country_or_nothing():
    country = Organisation.objects.create(name="Vesmark", kind="country")
    ada, boris = Person.objects.create(name="Ada", country=country), Person.objects.create(name="Boris")
    found = speakers([ada.pk, boris.pk, 999999], DAY, DAY)
    assert {key: each.bodies for key, each in found.items()} == {ada.pk: (country,), boris.pk: ()}


def test_parents_are_fetched_a_level_at_a_time_for_all_together():
    inner = [Organisation.objects.get(pk=nested(3, name).pk) for name in ("One", "Two")]
    with CaptureQueriesContext(connection) as queries:
        fetch_parents(inner)
        assert [[str(link) for link in body.chain()] for body in inner] == [
            ["One 2", "One 1", "One 0"],
            ["Two 2", "Two 1", "Two 0"],
        ]
    assert len(queries) == 2


def test_a_ring_of_bodies_ends():
    one = Organisation.objects.create(name="One", kind="other")
    two = Organisation.objects.create(name="Two", kind="other", parent=one)
    Organisation.objects.filter(pk=one.pk).update(parent=two)
    one.refresh_from_db()
    fetch_parents([one])
    assert one.parent == two
