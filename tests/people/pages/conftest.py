"""Pages as a reader gets them on the day of `tests.people.desk`."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from lxml import html

from tests.people import desk as desks


class Page:
    """An answer of the site, its text without markup and its parts by class."""

    def __init__(self, response):
        self.response, self.status = response, response.status_code
        self.tree = html.fromstring(response.content)
        self.main = self.tree.get_element_by_id("main")
        self.text = words(self.main)

    def parts(self, path):
        return self.main.xpath(path)

    def row(self, of):
        """The table row or roll line that has this text in its head: its words."""
        [found] = [row for row in self.rows() if of in words(row)]
        return found

    def rows(self):
        return self.parts(".//tr[not(@class) and td] | .//ol[@class='roll']/li")

    def links(self):
        return [link.get("href") for link in self.parts(".//a")]

    def heads(self):
        return [words(head) for head in self.parts(".//tr[@class='group'] | .//h3[@class='roll-side']")]


INLINE = {"a", "b", "time"}


def words(element):
    """The text as a reader's eye parts it: elements that stand apart have a space between them."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element):
    gap = "" if element.tag in INLINE else " "
    yield gap + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield gap


@pytest.fixture
def today(monkeypatch):
    """The site's day is that of the desk."""
    noon = datetime.combine(desks.DAY, datetime.min.time(), tzinfo=UTC).replace(hour=7)
    monkeypatch.setattr(timezone, "now", lambda: noon)


@pytest.fixture
def read(client, today):
    """`read("/people/ada-orlan/")`: what an anonymous reader gets."""
    return lambda address: Page(client.get(address))
