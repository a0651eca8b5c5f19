"""What was wrong and what was taken down, in the open: the newest first, by month."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from django.db.models import Count, Min
from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localdate, localtime, make_aware
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, Correction
from articles.pages.listing import NEWEST, Pager
from people.pages.days import words_of
from people.pages.language import tag_of

MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True)
class Fix:
    """One entry. `url` is "" and `title` says the day alone where the article was taken down."""

    kind: str
    at: datetime
    title: str
    url: str
    lang: str
    text: str


def corrected():
    """Corrections of what is public, the newest first."""
    rows = Correction.objects.filter(article__is_public=True).select_related("article")
    return rows.order_by("-at", "article__slug", "text")


def gone():
    """What is taken down, the last first."""
    return Article.objects.taken_down().order_by("-taken_down_at", "slug")


def newest() -> tuple[list, list]:
    """The newest 50 corrections, and the last 50 articles that were taken down."""
    return list(corrected()[:NEWEST]), list(gone()[:NEWEST])


def corrections_page(params) -> dict:
    """What `articles/corrections.html` prints: the newest whole months with fifty entries or more, or those before.

    `?before=2023-03`: what stands in the months before that one. Raises Http404 for what is no month.
    """
    before = _month_of(params.get("before", ""))
    since = _month_of_the_last(_moments(before)[:NEWEST])
    fixes = _fixes(since, before)
    if before and not fixes:
        raise Http404("Nothing was put right before that month.")
    has_older = bool(since and _moments(since))
    months = groupby(fixes, key=lambda fix: fix.at.date().replace(day=1))
    return {
        "groups": [_group(month, list(its)) for month, its in months],
        "pager": Pager(
            older_url=f"?before={since:%Y-%m}" if has_older else "",
            newest_url="?" if before else "",
            words=_in_all() if has_older or before else "",
        ),
    }


def _month_of(asked):
    """The first moment of the month of an address, None for no month. Raises Http404 for what is none."""
    if not asked:
        return None
    found = MONTH.fullmatch(asked)
    try:
        return _begin(date(int(found[1]), int(found[2]), 1))
    except (TypeError, ValueError, OverflowError) as error:
        raise Http404("No such month.") from error


def _begin(day):
    return make_aware(datetime.combine(day, time()))


def _moments(before) -> list[datetime]:
    """The last moments at which something was put right, of each kind one page at most, the newest first."""
    fixed, taken_down = _until(before)
    moments = [
        *fixed.values_list("at", flat=True)[:NEWEST],
        *taken_down.values_list("taken_down_at", flat=True)[:NEWEST],
    ]
    return sorted(moments, reverse=True)


def _until(before):
    """Both kinds of entries, those before a moment if one is given."""
    if before is None:
        return corrected(), gone()
    return corrected().filter(at__lt=before), gone().filter(taken_down_at__lt=before)


def _month_of_the_last(moments):
    """Where a page begins that is full: the month of its last entry. None where all that there is fits."""
    return _begin(localdate(moments[-1]).replace(day=1)) if len(moments) == NEWEST else None


def _fixes(since, before):
    fixed, taken_down = _until(before)
    if since:
        fixed, taken_down = fixed.filter(at__gte=since), taken_down.filter(taken_down_at__gte=since)
    fixes = [*map(_of_correction, fixed), *map(_of_gone, taken_down)]
    return sorted(fixes, key=lambda fix: fix.at, reverse=True)


def _of_correction(row):
    article = row.article
    url = reverse("articles:detail", args=[article.slug])
    kind = capfirst(row.get_kind_display())
    return Fix(kind, localtime(row.at), article.headline, url, tag_of(article.language), row.text)


def _of_gone(article):
    """Neither its headline nor its address, whose words say what was there."""
    day = words_of(localdate(article.first_public_at).isoformat())
    title = _("An article of %(day)s") % {"day": day}
    return Fix(_("Taken down"), localtime(article.taken_down_at), title, "", "", article.taken_down_reason)


def _group(month, fixes):
    return {"name": date_format(month, "F Y"), "slug": f"{month:%Y-%m}", "fixes": fixes}


def _in_all():
    """«214 corrections since March 2016»."""
    found = corrected().order_by().aggregate(number=Count("pk"), first=Min("at"))
    if not found["number"]:
        return ""
    words = ngettext("%(number)s correction since %(month)s", "%(number)s corrections since %(month)s", found["number"])
    return words % {"number": found["number"], "month": date_format(localdate(found["first"]), "F Y")}
