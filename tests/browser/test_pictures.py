"""The lead picture of a page: asked for once, in the size and type that fits, and nothing moves when it comes."""

import pytest
from django.urls import reverse

from articles import renditions
from tests.articles.test_image import add, article_with

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.look]
SHIFT = """new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => moved += each.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(moved), 300);
})"""
SCREENS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
ASKED = {
    ("article", "phone"): ["wide-640.avif"],
    ("article", "desktop"): ["wide-1280.avif"],
    ("home", "phone"): ["pan-640.avif"],
    ("home", "desktop"): ["pan-960.avif"],
}


def test_the_lead_picture_is_asked_for_once_and_moves_nothing(page, staff):
    image = add(size=(1290, 860))
    article = article_with(staff("editor"), lead_image=image)
    renditions.make(image)
    addresses = {"article": reverse("articles:detail", args=[article.slug]), "home": reverse("home")}
    asked, found, moved = [], {}, {}
    page.on("request", lambda request: asked.append(request.url) if "/pictures/" in request.url else None)
    for screen, size in SCREENS.items():
        page.goto("about:blank")  # else the page before asks for another size
        page.set_viewport_size(size)
        for name, address in addresses.items():
            asked.clear()
            page.goto(address, wait_until="networkidle")
            found[name, screen] = [url.partition(f"{image.hash}-")[2] for url in asked]
            moved[name, screen] = page.evaluate(SHIFT)
    assert found == ASKED
    assert max(moved.values()) <= 0.002, moved
