"""The desk: lists, forms and autocompletes, as an editor with all rights of the newsroom asks for them."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import reverse

from newsdesk.bench import busiest
from newsdesk.bench.asking import Asked, ask
from newsdesk.bench.figures import Figure
from newsdesk.models import User

# name → most queries, most milliseconds of processor time, most kB of HTML as sent
AIMS = {
    "article list": (25, 150, None),
    "article form": (30, 120, None),
    "autocomplete of people": (None, 30, None),
    "meeting with its roll": (20, None, 150),
}


def measure() -> list[Figure]:
    with transaction.atomic():  # the editor and the session are nobody's
        client = _editor()
        figures = [figure for name, address in addresses() for figure in _figures(name, ask(client, address))]
        transaction.set_rollback(True)
    return figures


def addresses() -> Iterator[tuple[str, str]]:
    yield "article list", reverse("admin:articles_article_changelist")
    yield "article list, searched", f"{reverse('admin:articles_article_changelist')}?q=memorandum"
    yield "article form", reverse("admin:articles_article_change", args=[busiest.article().pk])
    yield "meeting with its roll", reverse("admin:people_meeting_change", args=[busiest.largest_meeting().pk])
    yield "person form", reverse("admin:people_person_change", args=[busiest.person().pk])
    yield "list of people", reverse("admin:people_person_changelist")
    yield "list of people, searched", f"{reverse('admin:people_person_changelist')}?q=kar"
    yield "list of meetings", reverse("admin:people_meeting_changelist")
    yield "list of attendances", reverse("admin:people_attendance_changelist")
    yield "list of sources", reverse("admin:people_source_changelist")
    yield "list of the trail", reverse("admin:people_trail_changelist")
    yield "overview", reverse("admin:index")
    for words in ("kar", "karimo", "мар", "王", "zhan gul"):
        asked = {"app_label": "people", "model_name": "membership", "field_name": "person", "term": words}
        yield f"autocomplete of people «{words}»", f"{reverse('admin:autocomplete')}?{urlencode(asked)}"


def _figures(name: str, asked: Asked) -> list[Figure]:
    queries, cpu, kilobytes = AIMS.get(name.partition(" «")[0], (None, None, None))
    return [
        Figure(f"{name}: processor", asked.time.cpu, "ms", cpu),
        Figure(f"{name}: clock", asked.time.wall, "ms"),
        Figure(f"{name}: queries", asked.queries, "", queries),
        Figure(f"{name}: HTML as sent", len(asked.body) / 1000, "kB", kilobytes),
    ]


def _editor() -> Client:
    user = User.objects.create_user("bench-editor", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    client = Client()
    client.force_login(user)
    return client
