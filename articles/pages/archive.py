"""The archive: all articles by the month of the day that their words are of."""

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Count
from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.models import Article
from articles.pages.listing import NEWEST
from people.models import Meeting
from people.pages.days import words_of
from people.pages.language import tag_of
from people.pages.lines import lines_of
from people.pages.links import Link

MOST_MEETINGS = 5
DAY_OF_MONTH = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True)
class Month:
    """A month with articles. `first`: its first day."""

    first: date

    @property
    def last(self) -> date:
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])

    @property
    def name(self) -> str:
        return date_format(self.first, "F Y")

    @property
    def url(self) -> str:
        return self._address("articles:archive_month")

    @property
    def feed_url(self) -> str:
        return self._address("articles:archive_month_feed")

    @property
    def csv_url(self) -> str:
        return self._address("articles:archive_month_csv")

    def articles(self):
        return Article.objects.public().filter(day__range=(self.first, self.last))

    def meetings(self):
        """Those that surely were in that month, whichever day."""
        return Meeting.objects.public().filter(when_earliest__gte=self.first, when_latest__lte=self.last)

    def _address(self, name):
        return reverse(name, args=[f"{self.first:%Y}", f"{self.first:%m}"])


@dataclass(frozen=True)
class Cell:
    """A month in the row of its year. `url` is "" where nothing is of that month."""

    name: str
    number: int
    url: str
    is_here: bool


@dataclass(frozen=True)
class Year:
    year: int
    number: int
    months: list[Cell]


@dataclass(frozen=True)
class Row:
    """An article on one line. `published` is None where it went out on another day than its words are of."""

    headline: str
    url: str
    lang: str
    section: str
    published: datetime | None


def month_of(year: str, month: str) -> Month:
    """The month of an address. Raises Http404 for one that the calendar does not have, or without articles."""
    try:
        found = Month(date(int(year), int(month), 1))
    except ValueError as error:
        raise Http404("No such month.") from error
    if not found.articles().exists():
        raise Http404("No article of that month.")
    return found


def archive_page() -> dict:
    """What `articles/archive.html` prints: years and months that have articles, the latest first."""
    numbers = _numbers(Article.objects.public())
    years = sorted({year for year, _month in numbers}, reverse=True)
    return {
        "years": [_year(year, numbers) for year in years],
        "number": sum(numbers.values()),
        "since": date_format(date(*min(numbers), 1), "F Y") if numbers else "",
    }


def month_page(month: Month, params) -> dict:
    """What `articles/archive_month.html` prints of a month, or of its days before `?before=24`."""
    before = _day_before(month, params.get("before", ""))
    listed = month.articles().filter(day__lt=before) if before else month.articles()
    rows = _whole_days(listed)
    older = month.articles().filter(day__lt=rows[-1].day).order_by("-day").values_list("day", flat=True).first()
    meetings = list(month.meetings().select_related("place").latest_first())
    numbers = _numbers(Article.objects.public().filter(day__year=month.first.year))
    return {
        "month": month,
        "number": numbers[month.first.year, month.first.month],
        "year": _year(month.first.year, numbers, here=month.first.month),
        "groups": _by_day(rows),
        "older": Link(words_of(f"{month.first}/{older}"), f"?before={rows[-1].day.day}") if older else None,
        "is_newest": before is None,
        "meetings": lines_of(meetings[:MOST_MEETINGS]),
        "number_of_meetings": len(meetings),
        "previous": _neighbour(day__lt=month.first, order="-day"),
        "next": _neighbour(day__gt=month.last, order="day"),
        "trail": _trail(month),
    }


def _day_before(month, asked):
    """The day before which the list is to go on, or None. Raises Http404 for one before which the month has nothing."""
    if not asked:
        return None
    if not DAY_OF_MONTH.fullmatch(asked) or not 1 < int(asked) <= month.last.day:
        raise Http404("No such day.")
    day = month.first.replace(day=int(asked))
    if not month.articles().filter(day__lt=day).exists():
        raise Http404("No article before that day.")
    return day


def _whole_days(articles):
    """The newest articles: 50, and the rest of the day of the fiftieth."""
    newest = list(articles.by_day().values_list("day", flat=True)[:NEWEST])
    return list(articles.filter(day__gte=newest[-1]).by_day().select_related("section"))


def _by_day(articles):
    """Days with their weekday, and the articles of each."""
    return [
        {
            "name": date_format(day, "j F"),
            "note": date_format(day, "l"),
            "slug": day.isoformat(),
            "rows": [_row(article) for article in its],
        }
        for day, its in groupby(articles, key=lambda article: article.day)
    ]


def _row(article):
    published = localtime(article.first_public_at)
    return Row(
        headline=article.headline,
        url=reverse("articles:detail", args=[article.slug]),
        lang=tag_of(article.language),
        section=article.section.name,
        published=published if published.date() == article.day else None,
    )


def _numbers(articles) -> Counter:
    """How many articles there are, by (year, month). The database counts days: it has them in an index."""
    numbers = Counter()
    for day, number in articles.order_by().values_list("day").annotate(Count("pk")):
        numbers[day.year, day.month] += number
    return numbers


def _year(year, numbers, *, here=None):
    months = [_cell(year, month, numbers[year, month], here) for month in range(1, 13)]
    return Year(year, sum(cell.number for cell in months), months)


def _cell(year, month, number, here):
    of = Month(date(year, month, 1))
    return Cell(date_format(of.first, "M"), number, of.url if number else "", is_here=month == here)


def _neighbour(*, order, **beyond) -> Link | None:
    """The nearest month with articles before or after: its name, with the year where that is another one."""
    day = Article.objects.public().filter(**beyond).order_by(order).values_list("day", flat=True).first()
    if day is None:
        return None
    month = Month(day.replace(day=1))
    (here,) = beyond.values()
    return Link(date_format(month.first, "F") if day.year == here.year else month.name, month.url)


def _trail(month):
    """Archive / 2023: the year leads to its place in the overview."""
    overview = reverse("articles:archive")
    return [Link(_("Archive"), overview), Link(str(month.first.year), f"{overview}#y{month.first.year}")]
