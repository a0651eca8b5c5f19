"""Lists of articles: the newest 50, grouped by day or month, and the way on: `?before=` and a slug, never a number."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.pages.tallies import tallies_of
from articles.teasers import LISTED, teaser
from people.light import light_rows

NEWEST = 50
SLUG = re.compile(r"[-\w]{1,120}")


@dataclass(frozen=True)
class Listing:
    """The head of a list."""

    title: str
    lede: str
    feed_url: str
    csv_url: str


@dataclass(frozen=True)
class Group:
    """Articles of one day or month. `slug`: of the day, for ids; `note`: what stands under the name, or ""."""

    name: str
    note: str
    slug: str
    teasers: list[dict]


@dataclass(frozen=True)
class Pager:
    """Addresses of the older part and of the newest, "" where there is none."""

    older_url: str
    newest_url: str
    words: str = ""


@dataclass(frozen=True)
class Part:
    """A part of a list: at most 50 articles. `is_first`: from the top; `has_older`: more follow."""

    articles: list
    is_first: bool
    has_older: bool


def head_of(kind: str, row, lede: str) -> Listing:
    """The head of the page of a section, tag or author: `kind` is the URL name of the page."""
    return Listing(row.name, lede, *(reverse(f"articles:{kind}_{form}", args=[row.slug]) for form in ("feed", "csv")))


def part_of(articles, params) -> Part:
    """The part that the address asks for: `before` is the slug of the last article seen.

    `articles`: public ones. Raises Http404 for a list without any and for what is no slug of one. Two queries at most.
    """
    before, listed = params.get("before", ""), articles.by_day()
    if before:
        listed = listed.beyond(_known(articles, before))
    rows = light_rows(listed[: NEWEST + 1], LISTED)
    if not rows and not before:
        raise Http404("Nothing public stands on this page.")
    return Part(rows[:NEWEST], is_first=not before, has_older=len(rows) > NEWEST)


def _known(articles, slug):
    found = articles.filter(slug=slug).only("day", "first_public_at", "slug").first() if SLUG.fullmatch(slug) else None
    if found is None:
        raise Http404("No such article in this list.")
    return found


def pager_of(part: Part) -> Pager:
    """Where to go on from this part."""
    older = f"?before={part.articles[-1].slug}" if part.has_older else ""
    return Pager(older_url=older, newest_url="" if part.is_first else "?")


def teasers_of(articles) -> list[dict]:
    """Each article as lists show it, with what it says of rolls. One query."""
    tallies = tallies_of(articles)
    return [teaser(article, tallies.get(article.pk, ())) for article in articles]


def by_day(articles, teasers, *, day) -> list[Group]:
    """Under the days that the words are of: «Today», «Wednesday»."""
    return _grouped(articles, teasers, of=lambda article: article.day, names=lambda each, _its: _day_names(each, day))


def by_month(part: Part, teasers) -> list[Group]:
    """Under months, with how many articles where all of them are on this page."""

    def names(month, its):
        is_cut = (its[-1] is part.articles[-1] and part.has_older) or (its[0] is part.articles[0] and not part.is_first)
        number = ngettext("%(number)s article", "%(number)s articles", len(its)) % {"number": len(its)}
        return date_format(month, "F Y"), "" if is_cut else number

    return _grouped(part.articles, teasers, of=lambda article: article.day.replace(day=1), names=names)


def _grouped(articles, teasers, *, of: Callable, names: Callable) -> list[Group]:
    pairs = groupby(zip(articles, teasers, strict=True), key=lambda pair: of(pair[0]))
    groups = []
    for day, its in ((day, list(its)) for day, its in pairs):
        name, note = names(day, [article for article, _teaser in its])
        groups.append(Group(name, note, day.isoformat(), [shown for _article, shown in its]))
    return groups


def _day_names(each, today):
    known = {0: _("Today"), 1: _("Yesterday")}.get((today - each).days)
    return known or date_format(each, "l"), date_format(each, "j F Y")
