"""The search: who is meant first, then meetings, organisations and articles."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsdesk.pages.found import Found, of_articles, of_index
from newsdesk.pages.meant import Meant, meant_by
from newsdesk.search.fold import CHINESE, tokens
from newsdesk.search.index import search

LONGEST = 200
MOST_ARTICLES = 20
# What is shown of each kind, in this order.
KINDS = {"person": 10, "meeting": 10, "series": 5, "organisation": 10, "article": MOST_ARTICLES + 1}


def words_of(params) -> str:
    """What was typed, as far as it is read: no null bytes, at most 200 characters."""
    return params.get("q", "").replace("\0", "")[:LONGEST].strip()


def search_page(q: str, *, day) -> dict:
    """What `newsdesk/search.html` prints on the site's day. Nothing that somebody types is an error."""
    message = _message(q)
    is_asked = bool(q) and not message
    hits = {kind: search(q, kind=kind, limit=limit) if is_asked else [] for kind, limit in KINDS.items()}
    best = meant_by(q, day=day) if is_asked else None
    found = _found(hits, best) if is_asked else []
    return {
        "q": q,
        "message": message,
        "best": best.page if best else None,
        "also": best.also if best else [],
        "hits": found,
        "sum_words": _sum_words(len(found), has_more=len(hits["article"]) > MOST_ARTICLES),
    }


def _message(q):
    """A single letter begins a tenth of all words; a Chinese character is a word."""
    words = tokens(q)
    is_short = len(words) <= 1 and sum(map(len, words)) < 2 and not any(CHINESE.match(word) for word in words)
    return _("Write at least two letters.") if q and is_short else ""


def _found(hits, best: Meant | None) -> list[Found]:
    """All but the page on top; articles that name the person meant follow those that have the words."""
    pages = [hit for kind in KINDS if kind != "article" for hit in hits[kind]]
    pages = [hit for hit in pages if best is None or not best.is_page_of(hit)]
    return of_index(pages) + of_articles(hits["article"][:MOST_ARTICLES], best)


def _sum_words(number, *, has_more):
    if has_more:
        words = _("%(number)s found; of the articles the best. One more word narrows it down.")
    else:
        words = ngettext("%(number)s found", "%(number)s found", number)
    return words % {"number": number}
