"""The feed of a desk that has published nothing yet."""

import feedparser
import pytest

pytestmark = pytest.mark.django_db


def test_an_empty_feed_stands_still(client):
    first, second = client.get("/feed/"), client.get("/feed/")
    assert first.content == second.content and feedparser.parse(first.content).feed.updated.startswith("1970-01-01")
