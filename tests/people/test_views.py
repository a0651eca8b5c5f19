"""Addresses of the record: what is not there, what cannot be read, and what no page may hold."""

import re
from urllib.parse import quote

import pytest
from django.core.management.color import no_style
from django.db import connection

from people import releasing
from people.models import Meeting, Person
from tests.people import desk as desks

pytestmark = pytest.mark.django_db
KINDS = ("people", "organisations", "meetings", "series")
BAD = ["nobody", "никто", "秦刚", "%00", "a%00b", "x" * 10_000, "..%2F..", "-", "a.b", "%F0%9F%8E%89", "%FF%FE"]


@pytest.mark.parametrize("slug", BAD)
def test_an_unknown_address_is_not_found(client, slug):
    for kind in KINDS:
        assert client.get(f"/{kind}/{slug}/").status_code in {400, 404}
        assert client.get(f"/{kind}/{slug}.ics").status_code in {400, 404}


@pytest.mark.parametrize("query", ["page=-1", "page=99999999999999999999", "q=%00", "q=" + "я" * 5000, "%00=1"])
def test_what_no_list_understands_is_ignored(client, query):
    for path in ("/people/", "/organisations/", "/meetings/", "/meetings.ics"):
        assert client.get(f"{path}?{query}").status_code == 200


def test_a_unicode_slug_is_an_address(client, staff):
    editor = staff("editor")
    desks.person(editor, "Пётр Ёлкин")
    assert client.get(f"/people/{quote('пётр-ёлкин')}/").status_code == 200


def test_a_page_that_is_closed_or_never_opened_is_not_found(client, staff):
    editor = staff("editor")
    ada = desks.person(editor, "Ada Orlan")
    desks.person(editor, "Dana Aul", released=False)
    assert client.get("/people/ada-orlan/").status_code == 200
    releasing.close(ada, by=editor, why="private")
    never = client.get("/people/nobody/")
    for address in ("/people/ada-orlan/", "/people/dana-aul/"):
        closed = client.get(address)
        assert closed.status_code == 404
        assert without_nonce(closed) == without_nonce(never)


def without_nonce(response):
    return re.sub(rb'nonce="[^"]+"', b"", response.content)


def test_no_database_key_stands_on_a_page(client, staff):
    """Keys that occur nowhere else: the rows are made after one with a number of its own."""
    Person(pk=7_654_000, name="Far Off").save()
    Meeting(pk=7_654_000, title="Far Off", when="2020").save()
    with connection.cursor() as cursor:  # PostgreSQL counts on from where it was unless told
        for statement in connection.ops.sequence_reset_sql(no_style(), [Person, Meeting]):
            cursor.execute(statement)
    desks.build(staff("editor"))
    assert Person.objects.filter(pk__gt=7_654_000, is_public=True).exists()
    pages = ["/people/", "/people/ada-orlan/", "/meetings/", "/meetings/talks-in-astana-2023/", "/people/ada-orlan.ics"]
    assert not [page for page in pages if re.search(rb"7654\d{3}", client.get(page).content)]
