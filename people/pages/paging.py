"""Long lists go by year, and by the meeting after which they go on: never by a number of pages."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _

NEWEST = 50
YEAR = re.compile(r"[0-9]{4}")
SLUG = re.compile(r"[-\w]{1,120}")


@dataclass(frozen=True)
class Window:
    """The part of a list that a reader asked for: all of it or one year, from the top or from after a meeting."""

    year: int | None = None
    before: str = ""

    @classmethod
    def asked(cls, params):
        """From the address (`?year=2022&before=slug`). Raises Http404 for what is no year and can be no slug."""
        year, before = params.get("year", ""), params.get("before", "")
        if (year and not YEAR.fullmatch(year)) or year == "0000":
            raise Http404("No such year.")
        if before and not SLUG.fullmatch(before):
            raise Http404("No such meeting.")
        return cls(int(year) if year else None, before)

    def address(self, **changes) -> str:
        """The same part with changes, as the query of an address; "?" for the whole list."""
        asked = {"year": self.year, "before": self.before} | changes
        return "?" + urlencode({name: value for name, value in asked.items() if value})


@dataclass(frozen=True)
class Pager:
    """Addresses of the older part and of the newest, "" where there is none; `words`: «50 of 316»."""

    older_url: str = ""
    newest_url: str = ""
    words: str = ""


def pager(window: Window, *, last: str, has_older: bool, number: int, of: int | None = None) -> Pager:
    """`last`: slug of the last meeting shown, `number` of those shown, `of` all in this list where that is known."""
    words = _("%(number)s of %(all)s") % {"number": number, "all": of} if of else ""
    return Pager(
        older_url=window.address(before=last) if has_older else "",
        newest_url=window.address(before="") if window.before else "",
        words=words,
    )
