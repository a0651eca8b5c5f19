"""The same picture twice: the newer one goes, while nothing uses it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import duplicates, uploading
from articles.models import Image
from people.recording import Refused
from tests.articles import library, writing
from tests.articles.test_uploading import drawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """The one we have, and a smaller copy that came later."""
    received = [uploading.receive(drawn(size)) for size in ((600, 400), (300, 200))]
    return [uploading.upload(each, by=None, **library.WORDS)[0] for each in received]


def test_the_newer_of_two_that_look_alike_gives_way(pair, staff):
    kept, copy = pair
    assert (duplicates.like_of(copy), duplicates.like_of(kept)) == (kept, None)
    with pytest.raises(Refused, match="looks like no other"):
        duplicates.use_known(kept, by=staff("editor"))
    assert duplicates.use_known(copy, by=staff("editor"), why="smaller") == kept
    assert list(Image.objects.all()) == [kept]


def test_what_is_used_or_has_been_there_for_a_week_stays(pair, staff):
    kept, copy = pair
    writing.begin(staff("editor"), lead_image=copy)
    assert duplicates.like_of(copy) is None
    old = timezone.now() - timedelta(days=8)
    kept.created_at = copy.created_at = old
    assert duplicates.like_of(copy) is None
