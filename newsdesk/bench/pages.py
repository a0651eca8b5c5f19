"""Readers' pages: processor time as a multiple of the bare response, queries, compressed bytes."""

from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.models import Section, Tag
from newsdesk.bench import busiest
from newsdesk.bench.asking import ask
from newsdesk.bench.figures import Figure
from people.models import MeetingSeries

AIMS = {"article": 24, "home": 43, "people": 59, "meeting": 59, "person": 70, "organisation": 70}


def measure() -> list[Figure]:
    """Each kind of page. On PostgreSQL the clock counts, too: the database works in a process of its own."""
    client, figures = Client(), []
    for kind, address in addresses().items():
        asked = ask(client, address)
        aim = busiest.allowed(AIMS[kind]) if kind in AIMS and connection.vendor == "sqlite" else None
        figures += [
            Figure(kind, asked.time.ratio, "× bare", aim),
            Figure(f"{kind}: processor", asked.time.cpu, "ms"),
            Figure(f"{kind}: clock", asked.time.wall, "ms"),
            Figure(f"{kind}: queries", asked.queries, ""),
            Figure(f"{kind}: HTML compressed", asked.kilobytes, "kB"),
        ]
    return figures


def addresses() -> dict[str, str]:
    """One page of each kind."""
    return {
        "article": reverse("articles:detail", args=[busiest.article().slug]),
        "home": reverse("home"),
        "people": reverse("people:people"),
        "meeting": reverse("people:meeting", args=[busiest.meeting().slug]),
        "person": reverse("people:person", args=[busiest.person().slug]),
        "organisation": reverse("people:organisation", args=[busiest.organisation().slug]),
        "organisations": reverse("people:organisations"),
        "meetings": reverse("people:meetings"),
        "largest meeting": reverse("people:meeting", args=[busiest.largest_meeting().slug]),
        "series": reverse("people:series", args=[MeetingSeries.objects.public().first().slug]),
        "section": reverse("articles:section", args=[Section.objects.exclude(slug=None).first().slug]),
        "tag": reverse("articles:tag", args=[Tag.objects.exclude(slug=None).first().slug]),
        "feed": reverse("articles:feed"),
        "search": f"{reverse('search')}?q=Astana",
    }
