"""A name with the page it leads to."""

from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import quote

from django.urls import reverse

PLAIN = "slug"
"""Stands for a slug while the address around it is looked up."""


@dataclass(frozen=True)
class Link:
    """`url` is "" where there is no page to lead to: then the name is printed plain."""

    name: str
    url: str

    @property
    def label(self):
        """As the way to a page (`components/crumbs.html`) calls it."""
        return self.name


def link_to(page) -> Link | None:
    """A person or an organisation; one without a released page by name alone."""
    return Link(page.name, address_of(page)) if page else None


def address_of(page) -> str:
    """The address of a person or organisation that has a page, else ""."""
    return address(f"people:{page._meta.model_name}", page.slug) if page.is_public else ""


def meeting_address(slug) -> str:
    return address("people:meeting", slug)


@lru_cache(maxsize=10_000)
def address(view: str, slug: str) -> str:
    """What `reverse` gives for a view whose one argument is a slug: pages have hundreds of links."""
    before, after = _around(view)
    return f"{before}{quote(slug)}{after}"


@cache
def _around(view):
    before, _slug, after = reverse(view, args=[PLAIN]).rpartition(PLAIN)
    return before, after
