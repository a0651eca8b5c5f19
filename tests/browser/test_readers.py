"""Every kind of page for readers, in the demonstration and in a browser: themes, sizes, keys, paper, no scripts."""

from urllib.parse import quote

import pytest
from django.template.loader import render_to_string

from tests import demo_desk

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.look]
ARTICLE = "/articles/qin-gang-and-five-central-asian-diplomats-pledge-more-trust-and-trade-in-xian/"
TALKS = "/meetings/talks-of-qin-gang-with-five-central-asian-diplomats-2023/"
PAGES = {
    "home": "/",
    "article": ARTICLE,
    "article with a correction": "/articles/vesmarks-harbour-talks-open-without-the-minister-of-trade/",
    "article in Chinese": "/articles/中国-中亚峰会在西安闭幕-下届峰会2025年在哈萨克斯坦举行/",
    "section": "/sections/diplomacy/",
    "tag": "/tags/vesmark/",
    "author": "/authors/lin-yue/",
    "archive": "/archive/",
    "archive of a month": "/archive/2023/05/",
    "corrections": "/corrections/",
    "people": "/people/",
    "people found": "/people/?q=秦刚",
    "person": "/people/qin-gang/",
    "person with a picture and a dispute": "/people/tomas-verrin/",
    "organisations": "/organisations/",
    "country": "/organisations/kazakhstan/",
    "ministry": "/organisations/ministry-of-foreign-affairs-of-china/",
    "meetings": "/meetings/",
    "meeting": TALKS,
    "meeting with a dispute": "/meetings/talks-on-the-ostrevik-harbour-lease-2023/",
    "meeting postponed": "/meetings/first-vesmark-rail-conference-2023/",
    "series": "/series/china-central-asia-foreign-ministers-meeting/",
    "search": "/search/",
    "search with results": "/search/?q=talks",
    "search without results": "/search/?q=zzzz",
    "nothing here": "/nothing/",
    "taken down": "/articles/vesmark-sells-its-ferry/",
    "unreadable": "/search/?q=%00",
}
PHONES_TOO = ("home", "article", "people", "person", "country", "meetings", "meeting", "search with results")
WIDTHS = (320, 390, 834, 1440)
WIDER = """[...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 3).map(one => `${one.tagName}.${one.getAttribute("class")}`)"""
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
FOCUSED = "(document.activeElement.textContent || document.activeElement.id).trim()"
OUTLINED = "getComputedStyle(document.activeElement).outlineStyle !== 'none'"


@pytest.fixture(autouse=True)
def demo(demo_rows, transactional_db, settings):
    """The demonstration, committed for the live server; the flush after the test takes it away."""
    settings.DEMO = True
    demo_desk.put(demo_rows)


def size(page, width):
    page.set_viewport_size({"width": width, "height": 900})


def test_every_page_is_accessible_in_both_themes(page, axe):
    """One test for all pages: the demonstration has to be put into the database once only. axe names the page."""
    for name, address in PAGES.items():
        size(page, 1440)
        page.goto(address, wait_until="load")
        assert page.locator("h1").count() == 1, name
        axe(page)
        if name in PHONES_TOO:
            size(page, 390)
            axe(page)


def test_no_page_scrolls_sideways_and_pictures_keep_their_room(page):
    wrong = []
    for name, address in PAGES.items():
        page.goto(address, wait_until="load")
        for width in WIDTHS:
            size(page, width)
            if not page.evaluate(FITS):
                wrong.append((name, width, page.evaluate(WIDER)))
        wrong += page.eval_on_selector_all("img:not([width][height][alt])", "all => all.map(one => one.src)")
    assert wrong == []


@pytest.mark.parametrize("template", ["400.html", "403.html", "500.html"])
def test_a_page_of_an_error_is_accessible(template, page, axe, rf):
    """As the site answers: that of a refusal knows its request, the others stand for themselves."""
    words = render_to_string(template, request=rf.get("/") if template == "403.html" else None)
    page.route("**/error/", lambda route: route.fulfill(content_type="text/html", body=words))
    page.goto("/error/")
    for width in WIDTHS:
        size(page, width)
        assert page.evaluate(FITS)
    axe(page)


def test_the_keyboard_skips_to_the_text_and_sees_where_it_is(page):
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    assert page.evaluate(FOCUSED) == "Skip to the text"
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = []
    for _step in range(25):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        assert page.evaluate(OUTLINED), reached
    assert {"Diplomacy", "Qin Gang", "1", "Murat Nurtleu"} <= set(reached)


def test_a_name_is_looked_up_by_keyboard_alone(page, actions):
    page.goto("/")
    page.locator("header [name=q]").first.focus()
    actions.type("Нуртлеу")
    actions.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.get_by_role("main").get_by_role("link", name="Murat Nurtleu", exact=True).count() == 1


def test_a_note_leads_to_its_sentence_and_a_sentence_to_its_note(page):
    page.goto("/people/vepa-hajiyev/")
    page.get_by_role("link", name="Newsdesk, 27 April 2023").last.click()
    page.wait_for_url(f"**{quote(ARTICLE)}#s-*")
    said = page.locator(".said:target")
    assert "Vepa Hajiyev, first deputy foreign minister of Turkmenistan" in said.inner_text()
    said.locator("xpath=following-sibling::a[@class='said-no']").click()
    assert "First Deputy Foreign Minister" in page.locator(".note:target").inner_text()


def test_paper_carries_the_text_and_no_buttons(page):
    page.goto(ARTICLE)
    page.emulate_media(media="print")
    for gone in ("nav.nav", ".skip", "header form", ".read-next, [aria-labelledby=next-heading]"):
        assert not page.locator(gone).first.is_visible(), gone
    for there in ("h1", ".prose .said >> nth=0", ".note >> nth=0", "#cite", "#record"):
        assert page.locator(there).is_visible(), there
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )


def test_everything_is_read_and_found_without_scripts(browser, browser_context_args):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto("/people/")
    page.get_by_role("link", name="Qin, Gang").or_(page.get_by_role("link", name="Qin Gang")).first.click()
    assert page.locator("h1").inner_text() == "Qin Gang"
    page.get_by_role("link", name="Talks of Qin Gang with five Central Asian diplomats").first.click()
    assert page.locator(".roll li").count() == 6
    page.locator("header [name=q]").first.fill("Saidov")
    page.locator("header [name=q]").first.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Bakhtiyor Saidov", exact=True).click()
    assert page.locator("h1").inner_text() == "Bakhtiyor Saidov"
    context.close()
