"""The desk in a browser: no complaint, no accessibility violation, no sideways scroll, keys enough to work it."""

import pytest
from django.urls import reverse

from newsdesk.models import User
from people.models import Organisation

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.look]

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def boss(context, client, live_server, settings):
    """The browser is logged in as a superuser, who sees every page of the desk."""
    user = User.objects.create_superuser("boss", first_name="Asel")
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
    return user


def addresses(user, country):
    """Every kind of stock page, by name."""
    rows = {"account": ("newsdesk_user", user), "organisation": ("people_organisation", country)}
    pages = {
        "index": reverse("admin:index"),
        "search": reverse("admin:desk_search") + "?q=vesmark",
        "list": reverse("admin:people_organisation_changelist"),
        "found": reverse("admin:people_organisation_changelist") + "?q=vesmark",
        "add": reverse("admin:people_organisation_add"),
        "popup": reverse("admin:people_organisation_add") + "?_popup=1",
        "new account": reverse("admin:newsdesk_user_add"),
        "accounts": reverse("admin:newsdesk_user_changelist"),
        "password": reverse("admin:password_change"),
    }
    for name, (model, row) in rows.items():
        for page in ("change", "history", "delete"):
            pages[f"{name}: {page}"] = reverse(f"admin:{model}_{page}", args=[row.pk])
    return pages


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
def test_every_stock_page_is_accessible_and_fits(viewport, boss, page, axe):
    country = Organisation.objects.create(name="Vesmark", kind="country")
    Organisation.objects.create(name="Ministry of Rivers of Vesmark", kind="ministry", parent=country)
    if viewport:
        page.set_viewport_size(viewport)
    for name, address in addresses(boss, country).items():
        page.goto(address, wait_until="load")
        assert page.locator("h1").count() == 1, name
        assert fits(page), name
        axe(page)


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
def test_the_way_in_is_accessible_and_fits(viewport, page, axe):
    if viewport:
        page.set_viewport_size(viewport)
    page.goto(reverse("admin:login"))
    axe(page)
    assert fits(page)
    page.fill("#id_username", "nobody")
    page.fill("#id_password", "wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector(".errornote")
    axe(page)


def test_the_theme_is_switched_by_hand_and_kept(boss, page):
    page.emulate_media(color_scheme="light")
    page.goto(reverse("admin:index"))
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.click("button.theme-toggle")
    assert page.evaluate(paper) != light
    page.goto(reverse("admin:desk_search"))
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.evaluate(paper) != light


def test_the_keyboard_reaches_search_and_list_with_its_place_in_sight(boss, page):
    page.goto(reverse("admin:index"))
    reached = []
    for _step in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", reached
    assert reached[0] == "Skip to main content"
    assert "desk-q" in reached


def test_search_finds_by_keyboard_alone(boss, page, actions):
    Organisation.objects.create(name="Vesmark", kind="country")
    page.goto(reverse("admin:index"))
    actions.fill("#desk-q", "VESM")
    actions.press("Enter")
    page.wait_for_selector("text=Found for")
    assert page.locator(".board-list a").all_inner_texts() == ["Vesmark"]
    assert actions.count == 2


def test_stock_widgets_have_names(boss, page):
    """select2 and split moments reach a screen reader by the name of their label."""
    page.goto(reverse("admin:people_source_add"), wait_until="load")
    assert page.get_by_label("Seen, Date").count() == 1
    assert page.get_by_label("Seen, Time").count() == 1
    page.goto(reverse("admin:people_organisation_add"), wait_until="load")
    assert page.get_by_role("combobox", name="Part of").count() == 1
