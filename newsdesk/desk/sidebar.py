"""The groups of the sidebar: Today, Articles, The record, House."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Models in the order in which editors look for them; one that is not named here follows at the end of its app's group.
ORDER = {
    "articles": ("article", "image", "section", "tag", "contributor", "scheduledact"),
    "record": ("person", "organisation", "post", "membership", "meeting", "meetingseries", "place", "source", "import"),
    "house": ("user", "group", "trail"),
}
# Rows that are parts of others and are reached from there.
PARTS = frozenset({"name", "identifier", "attendance", "outcome", "quotation", "evidence", "mention", "rendition"})
PARTS |= {"depiction"}
TITLES = {"articles": _("Articles"), "record": _("The record"), "house": _("House")}
GROUP_OF_APP = {"articles": "articles", "people": "record"}
GROUP_OF_MODEL = {name: group for group, names in ORDER.items() for name in names}
ICONS = {
    "article": "pen",
    "image": "image",
    "tag": "flag",
    "contributor": "person",
    "scheduledact": "clock",
    "person": "person",
    "organisation": "org",
    "membership": "clock",
    "meeting": "meeting",
    "meetingseries": "link",
    "place": "place",
    "source": "eye",
    "user": "lock",
    "trail": "history",
}


@dataclass(frozen=True)
class Entry:
    """One line of the sidebar; `icon` names a symbol of the sprite without its `i-`."""

    name: str
    title: str | Promise
    url: str
    icon: str
    add_url: str | None = None
    is_current: bool = False


@dataclass(frozen=True)
class Group:
    name: str
    title: str | Promise
    entries: tuple[Entry, ...]


def groups(available_apps: Iterable[dict], path: str) -> list[Group]:
    """The sidebar of somebody who is at `path` and may see `available_apps`, as `AdminSite.get_app_list` gives them."""
    overview = reverse("admin:index")
    today = Entry("overview", _("Overview"), overview, "flag", is_current=path == overview)
    members: dict[str, list[tuple[int, Entry]]] = {name: [] for name in ORDER}
    for app in available_apps:
        for model in app["models"]:
            name = model["model"]._meta.model_name
            if model["admin_url"] and name not in PARTS:
                group = GROUP_OF_MODEL.get(name) or GROUP_OF_APP.get(app["app_label"], "house")
                members[group].append((_place(group, name), _entry(name, model, path)))
    listed = [Group(name, TITLES[name], tuple(entry for _at, entry in _sorted(rows))) for name, rows in members.items()]
    return [Group("today", _("Today"), (today,)), *(group for group in listed if group.entries)]


def _place(group: str, name: str) -> int:
    return ORDER[group].index(name) if name in ORDER[group] else len(ORDER[group])


def _sorted(rows: list[tuple[int, Entry]]) -> list[tuple[int, Entry]]:
    return sorted(rows, key=lambda row: (row[0], row[1].name))


def _entry(name: str, model: dict, path: str) -> Entry:
    return Entry(
        name=name,
        title=model["name"],
        url=model["admin_url"],
        icon=ICONS.get(name, "list"),
        add_url=model["add_url"],
        is_current=path.startswith(model["admin_url"]),
    )
