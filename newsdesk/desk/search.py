"""One search over the whole desk, and public addresses that open their record."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import get_language

from articles.models import Article, Contributor, Section, Tag
from people import dates
from people.desk.model_admin import desk_label
from people.models import Meeting, MeetingSeries, Organisation, Person

SHOWN = 20
LONGEST = 2000  # characters of a query; what is beyond is no name and no address
MODEL_AT = {
    "articles": Article,
    "sections": Section,
    "tags": Tag,
    "authors": Contributor,
    "people": Person,
    "organisations": Organisation,
    "meetings": Meeting,
    "series": MeetingSeries,
}


@dataclass(frozen=True)
class Found:
    """One row: the words that choosers use for it, its desk address, and a line under it."""

    label: str
    address: str
    about: str = ""


@dataclass(frozen=True)
class Shelf:
    """What one model has for the query. `has_more`: there is more than is shown; the list's own search goes on."""

    title: str
    rows: tuple[Found, ...]
    has_more: bool
    more_address: str


def asked(text: str) -> str:
    """A query as it was typed or pasted, fit for the database: no NUL, no surrounding space, not without end."""
    return text.replace("\x00", "").strip()[:LONGEST]


def row_at(address: str) -> Model | None:
    """The row whose public page stands at `address`: a whole one of any host, or its path. None for anything else."""
    try:
        path = urlsplit(address).path if address.startswith(("http://", "https://", "/")) else ""
    except ValueError:
        return None
    kind, _slash, rest = path.strip("/").partition("/")
    slug = unquote(rest.partition("/")[0]).replace("\x00", "")
    if kind not in MODEL_AT or not slug:
        return None
    return MODEL_AT[kind].objects.filter(slug=slug).first()


def desk_address(row: Model) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def everywhere(query: str, request) -> list[Shelf]:
    """What articles, people, organisations and meetings have for the words; only models that this person may see."""
    articles = Article.objects.visible_to(request.user).select_related("draft", "live").order_by("-drafted_at")
    searches = {
        Article: lambda: articles.drafted_as(query),
        Person: lambda: Person.objects.named(query).with_offices(),
        Organisation: lambda: Organisation.objects.named(query),
        Meeting: lambda: Meeting.objects.named(query).latest_first(),
    }
    shelves = (_shelf(model, search()) for model, search in searches.items() if _may_see(model, request))
    return [shelf for shelf in shelves if shelf.rows]


def _may_see(model: type[Model], request) -> bool:
    return admin.site.is_registered(model) and admin.site.get_model_admin(model).has_view_permission(request)


def _shelf(model: type[Model], rows: Iterable[Model]) -> Shelf:
    shown = list(rows[: SHOWN + 1])
    options = model._meta
    return Shelf(
        title=str(options.verbose_name_plural),
        rows=tuple(Found(desk_label(row), desk_address(row), _about(row)) for row in shown[:SHOWN]),
        has_more=len(shown) > SHOWN,
        more_address=reverse(f"admin:{options.app_label}_{options.model_name}_changelist"),
    )


def _about(row: Model) -> str:
    """When a meeting was, as far as it is known."""
    return dates.words(dates.parse(row.when), get_language() or "en") if isinstance(row, Meeting) else ""
