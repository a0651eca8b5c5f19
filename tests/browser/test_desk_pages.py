"""Every page of the desk over the demonstration: lists, forms, acts and their errors, refusals, histories, look-ups."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Article, Image, ScheduledAct
from newsdesk.models import User
from people.models import Import, Meeting, Membership, Person, Trail
from tests import demo_desk

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.look]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1440, "height": 900}
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
WIDER = """[...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 3).map(one => `${one.tagName}.${one.getAttribute("class")}#${one.id}`)"""
READ_ONLY = {Trail, ScheduledAct, Import}
OF_EACH_KIND = {Article, Image, Meeting, Person, Trail, User}  # the others’ lists and empty forms are made of the same
MODELS = sorted(admin.site._registry, key=lambda model: model.__name__)


@pytest.fixture(autouse=True)
def boss(demo_rows, transactional_db, context, client, live_server, settings):
    """The demonstration, committed, and the browser of somebody who sees every page of it."""
    demo_desk.put(demo_rows)
    user = User.objects.create_superuser("boss", first_name="Asel")
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])
    return user


@pytest.fixture
def look(page, axe):
    """`look(address)`: the page as it is, without a violation, on a desktop and without sideways scroll on a phone."""

    def at(address: str = "", *, with_axe: bool = True) -> None:
        if address:
            page.set_viewport_size(DESKTOP)
            page.goto(address, wait_until="load")
        assert page.locator("h1").count() == 1, page.url
        if with_axe:
            axe(page)
        page.set_viewport_size(PHONE)
        assert page.evaluate(FITS), (page.url, page.evaluate(WIDER))
        page.set_viewport_size(DESKTOP)

    return at


def address(model, page, *key):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=key)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_list_and_forms_of_every_model(model, look, page):
    look(address(model, "changelist"), with_axe=model in OF_EACH_KIND)
    row = model._base_manager.order_by("pk").first()
    if row is not None:
        look(address(model, "change", row.pk))
    if model not in READ_ONLY:
        page.goto(address(model, "add"))
        page.evaluate("for (const form of document.forms) form.noValidate = true")
        page.locator("input[name=_save], #upload [type=submit]").click()
        page.wait_for_selector(".errornote")
        look(with_axe=model in OF_EACH_KIND)


def test_overview_search_and_the_door(look, page, context):
    for each in ("admin:index", "admin:password_change", "admin:people_import_upload"):
        look(reverse(each))
    for words in ("Нуртлеу", "zzzz", "/people/qin-gang/"):
        look(f"{reverse('admin:desk_search')}?q={words}")
    context.clear_cookies()
    look(reverse("admin:login"))
    page.fill("#id_username", "nobody")
    page.fill("#id_password", "wrong")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_selector(".errornote")
    look()


def acts_on(page, *rows):
    """Addresses of the acts offered on the pages of these rows, each act of each model once."""
    found = {}
    for row in rows:
        page.goto(address(type(row), "change", row.pk))
        for link in page.locator("a[href*='/act/']").evaluate_all("all => all.map(one => one.getAttribute('href'))"):
            found[type(row), link.rstrip("/").rsplit("/", 1)[-1]] = link
    return found


def test_every_act_and_what_it_says_when_something_is_missing(look, page):
    articles = [Article.objects.filter(is_public=True).first(), *Article.objects.filter(is_public=False)]
    people = [Person.objects.filter(is_public=True).first(), Person.objects.filter(is_public=False).first()]
    links = acts_on(page, *articles, *people, Meeting.objects.first(), Membership.objects.first())
    assert {"publish", "take-down", "correct", "hold", "strike"} <= {act for _model, act in links}
    refused = set()
    for (_model, act), link in links.items():
        look(link)
        if page.locator("#content form :is(input, textarea)[required]:not([type=radio]):visible").count():
            page.locator("#content form .submit-row [type=submit]").click()
            page.wait_for_load_state()
            if page.locator(".errorlist").count():
                refused.add(act)
                look()
    assert {"take-down", "correct", "hold", "strike"} <= refused


def test_deletions_refused_and_histories(look, page):
    person, meeting = Person.objects.filter(is_public=True).first(), Meeting.objects.filter(is_public=True).first()
    article = Article.objects.filter(is_public=True).first()
    for row in (person, meeting, person.country):
        look(address(type(row), "delete", row.pk))
        assert page.get_by_text("its address:").count() >= 1
    for row in (person, meeting, article):
        look(address(type(row), "history", row.pk))


def test_people_and_sentences_of_an_article(look, page):
    article = Article.objects.filter(is_public=True, slug__startswith="qin-gang").get()
    look(reverse("admin:articles_article_people", args=[article.pk]) + "?q=Qin")
    look(page.locator("a.sentence").first.get_attribute("href"))
