"""What a browser fetches for an article, compressed: HTML, styles and scripts. (The fonts: see `browser`.)"""

import gzip
import re
from pathlib import Path

from django.conf import settings
from django.test import Client
from django.urls import reverse

from newsdesk.bench import busiest
from newsdesk.bench.figures import Figure

SIZES = ("demo",)
FILES = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"')


def measure() -> list[Figure]:
    html = Client().get(reverse("articles:detail", args=[busiest.article().slug])).content
    files = [_read(address) for address in dict.fromkeys(FILES.findall(html.decode()))]
    parts = {"HTML": html, "styles and scripts": b"".join(files)}
    sizes = {name: len(gzip.compress(part, 6)) / 1000 for name, part in parts.items()}
    return [
        *(Figure(f"article: {name} compressed", size, "kB") for name, size in sizes.items()),
        Figure("article: HTML, styles and scripts", sum(sizes.values()), "kB", 60),
    ]


def _read(address: str) -> bytes:
    return (Path(settings.STATIC_ROOT) / address.removeprefix(f"/{settings.STATIC_URL.strip('/')}/")).read_bytes()
