"""Pictures as pages show them."""

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils import timezone

from articles import figures
from articles.models import Image
from articles.places import GALLERY, PLACES, gallery
from tests.articles.library import WORDS

HASH = "ab" * 16


def picture(**columns):
    given = {"hash": HASH, "width": 1200, "height": 800} | WORDS
    return Image(**(given | columns))


def test_a_page_names_every_size_in_every_type():
    shown = figures.picture_of(picture(), place="text")
    assert shown.url == f"/pictures/{HASH}-960.jpg"
    assert shown.full_url == f"/pictures/{HASH}-1200.jpg"
    assert shown.srcset_webp == ", ".join(f"/pictures/{HASH}-{width}.webp {width}w" for width in (320, 640, 960, 1200))
    assert shown.srcset_jpeg == shown.srcset_webp.replace(".webp", ".jpg")
    assert shown.srcset_avif == shown.srcset_webp.replace(".webp", ".avif")
    assert (shown.width, shown.height, shown.frame, shown.sizes) == (1200, 800, "", PLACES["text"].sizes)
    assert (shown.alt, shown.caption, shown.credit, shown.licence) == tuple(
        WORDS[name] for name in ("alt", "caption", "credit", "licence")
    )


def test_a_place_of_another_ratio_shows_a_cut():
    shown = figures.picture_of(picture(), place="front")
    assert shown.url == f"/pictures/{HASH}-pan-960.jpg"
    assert shown.full_url == f"/pictures/{HASH}-1200.jpg"
    assert shown.srcset_avif.endswith(f"/pictures/{HASH}-pan-1200.avif 1200w")
    assert (shown.width, shown.height, shown.frame) == (1200, 600, "ratio-pan")


def test_a_small_picture_is_its_own_fallback():
    shown = figures.picture_of(picture(width=300, height=200), "Another caption")
    assert shown.url == shown.full_url == f"/pictures/{HASH}-300.jpg"
    assert shown.caption == "Another caption"


def test_a_killed_picture_is_nowhere():
    killed = picture(killed_at=timezone.now())
    assert figures.picture_of(killed) is None
    assert figures.figure(killed) == ""
    assert figures.picture_of(None) is None


def test_a_figure_has_size_words_and_ratio():
    page = Template('{% load pictures %}{% picture image place="hero" kind="side" first=True %}')
    html = page.render(Context({"image": picture()}))
    assert html.startswith('<figure class="picture side"><span class="frame ratio-wide"><picture><source ')
    assert 'width="1200" height="675" alt="A river" fetchpriority="high"' in html
    assert html.count(f'sizes="{PLACES["hero"].sizes}"') == 3
    assert "The river." in html
    assert "style=" not in html


def test_words_of_a_figure_are_escaped_but_for_html_of_ours():
    html = figures.figure(picture(alt='"><b>', caption="<script>", credit="A & B"))
    assert 'alt="&quot;&gt;&lt;b&gt;"' in html
    assert "&lt;script&gt;" in html
    assert "A &amp; B" in html
    assert 'loading="lazy"' in html
    assert "ratio-" not in html


def test_a_template_may_ask_for_the_picture_of_nothing():
    page = Template("{% load pictures %}{% with shown=image|picture %}{{ shown.url }}{% endwith %}")
    assert page.render(Context({"image": picture()})) == f"/pictures/{HASH}-960.jpg"
    assert page.render(Context({"image": None})) == ""


def test_a_picture_beside_words_that_say_it_is_silent():
    page = Template("{% load pictures %}{% image image|picture silent=True %}")
    assert 'alt=""' in page.render(Context({"image": picture()}))


def test_addresses_fit_the_view():
    names = {"name": f"{HASH}-wide", "width": 640, "kind": "jpg"}
    assert figures.address(picture(), 640, "jpg", "wide") == reverse("articles:picture", kwargs=names)
    assert figures.smallest(picture()) == f"/pictures/{HASH}-320.jpg"


@pytest.mark.parametrize(
    ("number", "places"), [(0, []), (1, [2]), (2, [2, 2]), (3, [3, 3, 3]), (4, [1, 3, 3, 3]), (5, [2, 2, 3, 3, 3])]
)
def test_a_gallery_closes_its_rows(number, places):
    assert gallery(number) == [GALLERY[place] for place in places]
    page = Template("{% load pictures %}{% for shown in images|gallery_of %}{{ shown.sizes }};{% endfor %}")
    html = page.render(Context({"images": [picture()] * number}))
    assert html == "".join(f"{GALLERY[place].sizes};" for place in places)
