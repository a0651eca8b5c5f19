"""The rows of an import as the desk looks at them: a page of one view, with what can be chosen for each."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.exchange.columns import KINDS
from people.exchange.previewing import offered, value_of
from people.models import Import, ImportRow

ROWS = 50
ERRORS = ~Q(errors={})
ASKS = Q(errors={}) & ~Q(matches=[]) & (Q(choice="later") | Q(is_chosen=True))
VIEWS = {
    "asks": (_("To decide"), ASKS),
    "errors": (_("Errors"), ERRORS),
    "new": (_("New"), Q(choice="new")),
    "same": (_("In the record"), Q(choice="same")),
    "later": (_("Later"), Q(choice="later")),
    "all": (_("All"), Q()),
}


@dataclass(frozen=True)
class Option:
    """One thing to choose: `value` of the form, what it is called, and why it may be the same."""

    value: str
    label: str | Promise
    reasons: tuple[str, ...] = ()
    is_chosen: bool = False
    is_sure: bool = False


@dataclass(frozen=True)
class Line:
    row: ImportRow
    options: tuple[Option, ...]
    address: str

    @property
    def kind(self):
        return KINDS[self.row.kind].model._meta.verbose_name


@dataclass(frozen=True)
class Tab:
    name: str
    title: str | Promise
    number: int
    is_current: bool


@dataclass(frozen=True)
class ImportSheet:
    tabs: tuple[Tab, ...]
    show: str
    lines: tuple[Line, ...]
    page: Page


def sheet_of(taken: Import, show: str = "", page: str = "") -> ImportSheet:
    """A page of the rows; without a view asked for, the first that has rows. A number that is none is the first."""
    numbers = {name: taken.rows.filter(condition).count() for name, (_title, condition) in VIEWS.items()}
    if show not in VIEWS:
        show = next((name for name in ("errors", "asks") if numbers[name]), "all")
    paginator = Paginator(taken.rows.filter(VIEWS[show][1]).order_by("place"), ROWS)
    rows = paginator.get_page(page)
    tabs = tuple(Tab(name, title, numbers[name], name == show) for name, (title, _condition) in VIEWS.items())
    lines = tuple(Line(row, tuple(_options(row)), _address(row)) for row in rows)
    return ImportSheet(tabs, show, lines, rows)


def _options(row):
    chosen, by_value = value_of(row), {f"same:{match['id']}": match for match in row.matches}
    words = {"new": _("New"), "later": _("Later")}
    for value in offered(row):
        match = by_value.get(value, {"label": words.get(value), "reasons": (), "is_sure": False})
        yield Option(value, match["label"], tuple(match["reasons"]), value == chosen, match["is_sure"])


def _address(row):
    """Where the row of the record is edited that the line became."""
    name = KINDS[row.kind].model._meta.model_name
    return reverse(f"admin:people_{name}_change", args=[row.object_id]) if row.object_id else ""
