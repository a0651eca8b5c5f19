"""Bad input at every door, swept by the URL map and the registry, so that a new view or form is covered by being there.

What single forms say of it stands beside them: impossible dates in tests/people/test_dates.py and test_fields.py,
words of an article in tests/articles/admin/test_article_form.py, hostile HTML in tests/articles/test_markup.py, files
that are no pictures in tests/articles/test_pictures.py, POSTs without rights in tests/newsdesk/test_roles.py.
"""

import html
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import CharField
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from articles.models import Article, Image, ScheduledAct
from newsdesk.models import User
from people.models import Import, Person, Trail
from tests.articles import writing
from tests.people import keeping

pytestmark = pytest.mark.django_db
LONG = "x" * 10_000
SLUGS = ["nobody-of-that-name", "秦刚", "никто", "\x00", "a\x00b", LONG, "😀", "-1", "' OR 1=1 --", "..", "%00"]
QUERIES = ["\x00", "a\x00b", LONG, "ж" * 10_000, "-1", "99999999999999999999999", "秦刚", "'\"(*%", "2022-02-30"]
NAMES = ["q", "page", "before", "year", "letter", "country", "on", "lang", "nothing", "\x00"]
FIELDS = ["sentence", "who", "words", "mention", "name", "anchor", "claim", "why", "text", "revision", "due_at", "same"]
ROLL = ["roll-TOTAL_FORMS", "roll-0-person", "roll-0-says", "roll-0-on_behalf_of", "roll-0-stands_in_for"]
KEYS = ["0", "-1", "x", "99999999999999999999999", "\x00", LONG, "秦刚", "1_5F"]


@pytest.fixture
def careless():
    """A client that gets what a browser would: a fault is an answer of 500, not an exception."""
    return Client(raise_request_exception=False)


@pytest.fixture
def boss(careless):
    careless.force_login(User.objects.create_superuser("boss"))
    return careless


def readers_patterns(resolver=None, prefix="/"):
    """Every pattern that readers can ask for, as an address with {slug} where something is to be filled in."""
    for entry in (resolver or get_resolver()).url_patterns:
        if str(entry.pattern).startswith("admin/"):
            continue
        if isinstance(entry, URLResolver):
            yield from readers_patterns(entry, prefix)
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern).replace("<uslug:slug>", "{slug}")


def test_the_sweep_sees_all_kinds_of_addresses():
    patterns = list(readers_patterns())
    assert {"/", "/search/", "/people/", "/people/{slug}/", "/articles/{slug}/", "/feed/", "/meetings.ics"} <= set(
        patterns
    )
    assert sum("{slug}" in each for each in patterns) >= 12


@pytest.mark.parametrize("pattern", [each for each in readers_patterns() if "{slug}" in each])
def test_an_odd_address_is_not_found_in_the_look_of_the_site(pattern, careless):
    for slug in SLUGS:
        answer = careless.get(pattern.replace("{slug}", quote(slug, safe="")))
        assert answer.status_code == 404, slug[:20]
        assert "Nothing stands here" in answer.content.decode(), slug[:20]
        assert slug not in answer.content.decode() or slug == "-1", "what was asked for is not said again"


@pytest.mark.parametrize("pattern", [each for each in readers_patterns() if "{" not in each and "?P" not in each])
def test_an_odd_query_is_answered_as_if_it_were_sane_or_refused(pattern, careless):
    for name in NAMES:
        for value in QUERIES:
            answer = careless.get(pattern, {name: value})
            assert answer.status_code in (200, 301, 400, 404), (name, value[:20])
        assert careless.get(f"{pattern}?{quote(name)}=%FF%FE%00").status_code in (200, 301, 400, 404)
    assert careless.post(pattern, {"q": "\x00"}).status_code == 405


def registered(*, without=()):
    models = sorted(set(admin.site._registry) - set(without), key=lambda model: model.__name__)
    return [pytest.param(model, id=model.__name__) for model in models]


def name_of(model, page):
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"


@pytest.mark.parametrize("model", registered())
def test_odd_keys_and_queries_on_the_desk(model, boss):
    listed = reverse(name_of(model, "changelist"))
    for value in QUERIES:
        for name in ("q", "p", "o", "e", "_facets", "id__exact", "nothing__gt", "\x00"):
            assert boss.get(listed, {name: value}).status_code in (200, 302), (name, value[:20])
    for key in KEYS:
        for page in ("change", "history", "delete"):
            address = f"{listed}{quote(key, safe='')}/{page}/"
            assert boss.get(address).status_code in (302, 403, 404), (page, key[:20])
            assert boss.post(address, {"post": "yes"}).status_code in (302, 403, 404), (page, key[:20])


@pytest.mark.parametrize("model", registered(without=[Trail, ScheduledAct, Import]))
@pytest.mark.parametrize("value", ["a\x00b", LONG], ids=["null", "long"])
def test_odd_words_in_every_field_are_said_in_the_form_or_kept_whole(model, value, boss):
    page = boss.get(reverse(name_of(model, "add")))
    form = page.context["adminform"].form
    before = model._base_manager.count()
    answer = boss.post(reverse(name_of(model, "add")), {form[name].html_name: value for name in form.fields})
    assert answer.status_code == 200
    assert answer.context["errors"]
    assert model._base_manager.count() == before
    if value == "a\x00b":
        texts = [name for name, field in form.fields.items() if type(field) is CharField and not field.disabled]
        said = answer.context["adminform"].form.errors
        assert all(name in said for name in texts), (texts, said)


@pytest.mark.parametrize("value", ["a\x00b", LONG], ids=["null", "long"])
def test_odd_words_at_the_door(value, careless):
    answer = careless.post(reverse("admin:login"), {"login": value, "password": value})
    assert answer.status_code == 200
    assert "errornote" in answer.content.decode()


@pytest.mark.parametrize("value", ["a\x00b", LONG, "-1", "99999999999999999999999"])
def test_odd_words_in_the_acts_beside_an_article(value, boss, staff):
    article = writing.publish(staff("editor"))
    for page in ("link", "strike_link", "new_person", "report", "supports", "reworded"):
        address = reverse(f"admin:articles_article_{page}", args=[article.pk])
        answer = boss.post(address, dict.fromkeys([*FIELDS, *ROLL, "_save"], value))
        assert answer.status_code in (200, 302, 400), page
        for name in ("q", "sentence", "same", "when"):
            assert boss.get(address, {name: value}).status_code in (200, 302, 405), (page, name)
    for act in ("update", "take-down", "hold", "correct", "embargo", "nothing", "publish"):
        address = reverse("admin:articles_article_act", args=[article.pk, act])
        assert boss.post(address, dict.fromkeys(FIELDS, value)).status_code in (200, 302, 404), act
    article.refresh_from_db()
    assert article.is_public or value != "a\x00b"  # the others may be a reason to take it down
    assert not {"a\x00b", LONG} & set(Person.objects.values_list("name", flat=True))


def test_more_than_any_form_takes_is_refused_without_a_fault(boss, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000
    answer = boss.post(reverse("admin:articles_article_add"), {"headline": "x", "body": "x" * 20_000})
    assert answer.status_code == 413  # what it says: tests/newsdesk/test_refusals.py
    many = {f"field-{number}": "" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
    assert boss.post(reverse("admin:articles_article_add"), many).status_code == 413
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "content", [b"", b"<?php echo 1;", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff"]
)
def test_a_file_that_is_no_picture_is_refused_beside_its_row(content, boss):
    file = SimpleUploadedFile("hall.jpg", content, "image/jpeg")
    words = dict.fromkeys(("alt", "caption", "credit", "licence", "source"), "x")
    answer = boss.post(reverse("admin:articles_image_add"), words | {"file": file})
    assert answer.status_code == 200
    [arrival] = answer.context["arrivals"]
    assert (arrival.outcome, arrival.sentence[-1:]) == ("refused", ".")
    assert arrival.sentence in html.unescape(answer.content.decode())
    assert answer.context["adminform"].form["alt"].value() == "x"
    assert not Image.objects.exists()


@pytest.mark.parametrize(
    "typed", ["2022-02-30", "30.2.2022", "June 31 2022", "2022-13", "3/4/2022", "9" * 5_000, "\x00"]
)
def test_an_impossible_or_ambiguous_day_is_said_at_its_field(typed, boss, staff):
    meeting = keeping.meeting(staff("record keeper"))
    was = meeting.when
    address = reverse("admin:people_meeting_change", args=[meeting.pk])
    answer = boss.post(address, {"title": "Kept in the form", "kind": "talks", "when": typed})
    form = answer.context["adminform"].form
    assert answer.status_code == 200
    assert form.errors["when"]
    assert (form["when"].value(), form["title"].value()) == (typed, "Kept in the form")
    meeting.refresh_from_db()
    assert meeting.when == was
