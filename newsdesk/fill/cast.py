"""Who and what invented meetings and articles can speak of. Plain values: they are sent to other processes."""

from dataclasses import dataclass

from newsdesk.fill.invented import Spellings


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person. `url` is empty without a page; `office` is the key of an office held, `body` of the organisation."""

    key: int
    spellings: Spellings
    url: str
    office: int
    body: int

    @property
    def is_public(self) -> bool:
        return bool(self.url)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation with a page."""

    key: int
    spellings: Spellings
    url: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place."""

    key: int
    spellings: Spellings


@dataclass(frozen=True, slots=True)
class Presence:
    """One line of a roll: who, and what the sentence says of him or her."""

    attendance: int
    person: int  # his or her number among the cast's people
    says: str


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence of one article says of a meeting. `quotation` is the key that the sentence gets."""

    quotation: int
    article: int
    meeting: int
    title: str
    when: str
    spot: Spot
    says: str
    roll: tuple[Presence, ...]
    outcome: int = 0


@dataclass(frozen=True, slots=True)
class Cast:
    people: list[Somebody]
    bodies: list[Body]
    spots: list[Spot]
