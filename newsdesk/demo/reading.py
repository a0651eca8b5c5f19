"""The demonstration’s YAML and Markdown, read file by file. `content.load` checks them against one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml
from markdown_it import MarkdownIt

from newsdesk.demo import shapes
from newsdesk.demo.shapes import ContentError, made

FOLDER = Path(__file__).parent
MARKDOWN = MarkdownIt("commonmark").enable("table")
PRESENCES = ("attended", "absent", "expected", "announced", "not_reported")
UNDATED = "+1 year"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one where PyYAML was built with it: ten times faster


@dataclass(frozen=True)
class Content:
    """Everything by its id, in the order of the files."""

    organisations: dict[str, shapes.Organisation]
    places: dict[str, shapes.Place]
    posts: dict[str, shapes.Post]
    people: dict[str, shapes.Person]
    series: dict[str, shapes.Series]
    meetings: dict[str, shapes.Meeting]
    sources: dict[str, shapes.Source]
    sections: dict[str, shapes.Section]
    contributors: dict[str, shapes.Contributor]
    tags: dict[str, shapes.Tag]
    pictures: dict[str, shapes.Picture]
    articles: dict[str, shapes.Article]

    def offices(self) -> dict[str, shapes.Office]:
        """Every office held, by person/post."""
        return {key: office for person in self.people.values() for key, office in person.office_ids().items()}


def body_html(article: shapes.Article) -> str:
    """The article's Markdown as HTML."""
    return MARKDOWN.render(article.body)


def read(folder: Path = FOLDER) -> Content:
    """The content of a folder, each file by itself: its fields are right, its references not yet looked at.

    Raises ContentError.
    """
    meetings, desk = _yaml(folder / "meetings.yaml"), _yaml(folder / "desk.yaml")
    people = _rows(shapes.Person, map(_person, _yaml(folder / "people.yaml")), "people.yaml")
    return Content(
        organisations=_rows(shapes.Organisation, _yaml(folder / "organisations.yaml"), "organisations.yaml"),
        places=_rows(shapes.Place, _yaml(folder / "places.yaml"), "places.yaml"),
        posts=_rows(shapes.Post, _yaml(folder / "posts.yaml"), "posts.yaml"),
        people=people,
        series=_rows(shapes.Series, meetings["series"], "meetings.yaml"),
        meetings=_rows(shapes.Meeting, meetings["meetings"], "meetings.yaml"),
        sources=_rows(shapes.Source, map(_dated, _yaml(folder / "sources.yaml")), "sources.yaml"),
        sections=_rows(shapes.Section, desk["sections"], "desk.yaml"),
        contributors=_rows(shapes.Contributor, desk["contributors"], "desk.yaml"),
        tags=_rows(shapes.Tag, desk["tags"], "desk.yaml"),
        pictures=_rows(shapes.Picture, _yaml(folder / "pictures.yaml"), "pictures.yaml"),
        articles=_by_id(_article(path, people) for path in sorted((folder / "articles").glob("*.md"))),
    )


def _yaml(path):
    return _parsed(path.read_text(encoding="utf-8"), path.name)


def _parsed(text, where):
    try:
        return yaml.load(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise ContentError(f"{where}: {error}") from error


def _rows(shape, rows, where):
    return _by_id(made(shape, raw, f"{where}, {_label(raw)}") for raw in rows)


def _label(raw):
    return raw.get("id", "a row without id") if isinstance(raw, dict) else "a row"


def _by_id(rows: Iterable):
    found = {}
    for row in rows:
        if row.id in found:
            raise ContentError(f"{row.id}: the id is used twice among {type(row).__name__} rows")
        found[row.id] = row
    return found


def _person(raw):
    """`vouched: false` says that a sentence supports the office."""
    offices = [
        office | ({"vouched": ""} if office.get("vouched") is False else {}) | _day_of(office, "confirmed_on")
        for office in raw.get("offices", ())
    ]
    return raw | {"offices": offices}


def _dated(raw):
    return raw | _day_of(raw, "day")


def _day_of(raw, name):
    return {name: _moment(date, raw[name], f"{_label(raw)}, {name}")} if name in raw else {}


def _moment(kind, text, where):
    try:
        return kind.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise ContentError(f"{where}: {text!r} is not written like {kind(2023, 4, 27).isoformat()}") from error


def _article(path, people):
    head, body = _halves(path)
    where = f"{path.name}, {_label(head)}"
    if head.get("day") != UNDATED:
        head |= _day_of(head, "day")
    if "published" in head:
        head["published"] = _moment(datetime, head["published"], f"{where}, published")
    if "taken_down" in head:
        head["taken_down"] = made(shapes.TakenDown, _at(head["taken_down"], where), where)
    head["corrections"] = [_at(each, where) for each in head.get("corrections", ())]
    head["record"] = [_claim(raw, people, where) for raw in head.get("record", ())]
    head["mentions"] = {key: tuple(words) for key, words in head.get("mentions", {}).items()}
    return made(shapes.Article, head | {"body": body}, where)


def _halves(path):
    """The YAML between two lines of dashes, and the Markdown after it."""
    parts = path.read_text(encoding="utf-8").split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise ContentError(f"{path.name}: an article begins with a head between two lines of ---")
    return _parsed(parts[1], path.name), parts[2].strip()


def _at(raw, where):
    return raw | {"at": _moment(datetime, raw.get("at"), f"{where}, at")}


def _claim(raw, people, where):
    """A sentence's row: `attended: [ids]` and its kin become one Presence a person."""
    details = raw.get("details", {})
    listed = [(key, says) for says in PRESENCES for key in raw.get(says, ())]
    if strangers := sorted(set(details) - {key for key, _says in listed}):
        raise ContentError(f"{where}: details of {', '.join(strangers)}, of whom the sentence says nothing")
    kept = {name: value for name, value in raw.items() if name not in (*PRESENCES, "details")}
    if "outcome" in raw:
        kept["outcome"] = made(shapes.Outcome, raw["outcome"], where)
    kept["people"] = [_presence(key, says, details.get(key, {}), people, where) for key, says in listed]
    return made(shapes.Claim, kept, where)


def _presence(key, says, details, people, where):
    if key not in people:
        raise ContentError(f"{where}: there is no person «{key}» in people.yaml")
    side = people[key].speaks_for or people[key].country
    return made(shapes.Presence, {"on_behalf_of": side} | details | {"person": key, "says": says}, f"{where}, {key}")
