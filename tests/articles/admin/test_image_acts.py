"""Killing a picture and bringing it back, on the desk."""

import pytest
from django.urls import reverse

from articles.models import Image
from people.models import Trail
from tests.articles.test_image import add, article_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(staff):
    image = add(size=(330, 220), color="purple")
    article_with(staff("editor"), lead_image=image)
    return image


def page(image, act=""):
    if act:
        return reverse("admin:articles_image_act", args=[image.pk, act])
    return reverse("admin:articles_image_change", args=[image.pk])


def test_whoever_takes_articles_down_kills_with_a_reason_and_brings_back(image, client_of):
    desk = client_of("editor")
    assert page(image, "kill") in desk.get(page(image)).content.decode()
    assert "This field is required" in desk.post(page(image, "kill"), {"why": " "}).content.decode()
    response = desk.post(page(image, "kill"), {"why": "The wrong man."}, follow=True)
    shown = response.content.decode()
    assert "«Rails over a pass» was killed: it is on no page any more." in shown
    assert page(image, "bring-back") in shown and page(image, "kill") not in shown
    assert "The wrong man." in shown
    assert Image.objects.get().is_killed
    lists = desk.get(reverse("admin:articles_article_changelist")).content.decode()
    assert "Talks" in lists and image.hash not in lists
    assert "mark-absent" in desk.get(reverse("admin:articles_image_small", args=[image.hash])).url
    shown = desk.post(page(image, "bring-back"), {"why": "It is him."}, follow=True).content.decode()
    assert "is back where it stood" in shown
    assert list(Trail.objects.filter(kind="articles.image").order_by("pk").values_list("act", "why")) == [
        ("uploaded", ""),
        ("killed", "The wrong man."),
        ("brought back", "It is him."),
    ]


def test_a_reporter_may_not(image, client_of):
    desk = client_of("reporter")
    assert page(image, "kill") not in desk.get(page(image)).content.decode()
    assert desk.post(page(image, "kill"), {"why": "The wrong man."}).status_code == 403
    assert not Image.objects.get().is_killed
