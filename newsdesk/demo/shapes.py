"""What the demonstration's files may say, as plain dataclasses. Ids are the files' own; no database key appears."""

from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime

VOUCHED = "Public knowledge, checked by the desk"


class ContentError(ValueError):
    """The files of the demonstration contradict themselves. The message has one line a problem."""


@dataclass(frozen=True)
class Spelling:
    """One name of a person or place. `since` and `until` are EDTF."""

    text: str
    language: str
    script: str
    kind: str = "alias"
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Organisation:
    """`names`: language tag to name. `parent` is an organisation's id."""

    id: str
    name: str
    kind: str
    short_name: str = ""
    parent: str = ""
    iso: str = ""
    description: str = ""
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """`latitude` and `longitude` in degrees."""

    id: str
    name: str
    country: str
    latitude: float | None = None
    longitude: float | None = None
    names: tuple[Spelling, ...] = field(default=(), metadata={"of": Spelling})


@dataclass(frozen=True)
class Post:
    """`titles`: language tag to title."""

    id: str
    organisation: str
    title: str
    titles: dict[str, str] = field(default_factory=dict)
    is_single: bool = True
    is_public_office: bool = True


@dataclass(frozen=True)
class Office:
    """A post held. `vouched` is the keeper's reason, or "" where a sentence of an article supports it."""

    post: str
    key: str = ""
    since: str = ""
    until: str = ""
    how_began: str = ""
    how_ended: str = ""
    is_acting: bool = False
    confirmed_on: date | None = None
    vouched: str = VOUCHED


@dataclass(frozen=True)
class Person:
    """`speaks_for`: the organisation at the table, where it is not the country."""

    id: str
    name: str
    country: str
    biography: str
    family_name: str
    given_name: str
    additional_name: str = ""
    is_family_name_first: bool = False
    speaks_for: str = ""
    released: bool = True
    names: tuple[Spelling, ...] = field(default=(), metadata={"of": Spelling})
    offices: tuple[Office, ...] = field(default=(), metadata={"of": Office})

    def office_ids(self) -> dict[str, Office]:
        """Offices by the id that articles use: person/post, and /key where the same post was held twice."""
        return {"/".join(filter(None, (self.id, each.post, each.key))): each for each in self.offices}


@dataclass(frozen=True)
class Series:
    id: str
    name: str
    description: str = ""


@dataclass(frozen=True)
class Meeting:
    """`when` is EDTF."""

    id: str
    title: str
    kind: str
    when: str
    place: str
    series: str = ""
    ordinal: int | None = None
    host: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Source:
    """An outside source without quotation: who published it, what it is, and its day where that is sure."""

    id: str
    publisher: str
    kind: str
    title: str = ""
    day: date | None = None
    language: str = "en"
    meetings: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    id: str
    name: str
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Contributor:
    id: str
    name: str
    biography: str


@dataclass(frozen=True)
class Tag:
    id: str
    name: str


@dataclass(frozen=True)
class Picture:
    """`drawing` and `light` are those of drawings.py; `portrait_of` is an invented person: nobody real is drawn."""

    id: str
    drawing: str
    light: str
    caption: str
    alt: str
    credit: str = "Drawing: Newsdesk"
    licence: str = "Drawn for this demonstration; free to use with it"
    source: str = "Drawn by newsdesk/demo/drawings.py"
    portrait_of: str = ""


@dataclass(frozen=True)
class Outcome:
    kind: str
    text: str


@dataclass(frozen=True)
class Presence:
    """What one sentence says of one person at one meeting, in one of the words of `reading.PRESENCES`."""

    person: str
    says: str
    on_behalf_of: str
    role: str = "participant"
    title_as_printed: str = ""
    stands_in_for: str = ""


@dataclass(frozen=True)
class Claim:
    """All that one sentence says: of a meeting, of the people there, of an outcome, of offices held (office ids)."""

    sentence: str
    meeting: str = ""
    says: str = ""
    announced_by: str = ""
    people: tuple[Presence, ...] = ()
    outcome: Outcome | None = None
    offices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Correction:
    """`before` stood in the body where `after` stands now."""

    at: datetime
    text: str
    before: str
    after: str
    kind: str = "correction"


@dataclass(frozen=True)
class TakenDown:
    at: datetime
    reason: str


@dataclass(frozen=True)
class Article:
    """`body` is Markdown. `day` and `due` may be "+1 year": counted from the build. `mentions`: id to words."""

    id: str
    headline: str
    short_headline: str
    standfirst: str
    dateline: str
    day: date | str
    section: str
    tags: tuple[str, ...]
    contributors: tuple[str, ...]
    picture: str
    body: str
    language: str = "en"
    published: datetime | None = None
    due: str = ""
    status: str = "published"
    source_credit: str = ""
    translation_of: str = ""
    mentions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    record: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = field(default=(), metadata={"of": Correction})
    taken_down: TakenDown | None = None


def made(shape, raw, where: str):
    """The dataclass of what a file says. Raises ContentError on a missing or unknown field."""
    if not isinstance(raw, dict):
        raise ContentError(f"{where}: a block of fields is needed here, not {raw!r}")
    known = {each.name: each for each in fields(shape)}
    needed = {name for name, each in known.items() if each.default is MISSING and each.default_factory is MISSING}
    if missing := sorted(needed - set(raw)):
        raise ContentError(f"{where}: {', '.join(missing)} is missing")
    if unknown := sorted(set(raw) - set(known)):
        raise ContentError(f"{where}: {', '.join(unknown)} is no field of {shape.__name__}")
    return shape(**{name: _value(known[name], value, where) for name, value in raw.items()})


def _value(known, value, where):
    if of := known.metadata.get("of"):
        return tuple(made(of, each, f"{where}, {known.name} {number}") for number, each in enumerate(value, 1))
    return tuple(value) if isinstance(value, list) else value
