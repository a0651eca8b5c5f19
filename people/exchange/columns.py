"""The kinds of rows, in the order in which they rest on each other, and their columns, under Popolo's names."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model

from people.exchange import values
from people.models import (
    Attendance,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Place,
    Post,
)


@dataclass(frozen=True)
class Column:
    """One column. `field`: the model's, "" where the row itself is meant; `of`: the kind of row that it names.

    `also`: other headings under which it is found. `otherwise`: what a word that is none of the choices is taken for.
    """

    name: str
    field: str = ""
    read: Callable = values.text
    of: str = ""
    also: tuple[str, ...] = ()
    otherwise: str = ""
    is_needed: bool = False

    @property
    def is_by_name(self):
        """Whether it names another row by its name, not by its id."""
        return bool(self.of) and not self.name.endswith("_id")


@dataclass(frozen=True)
class Kind:
    """One kind of rows. `plural` names its file and Popolo's list of it; `also`: other names of both.

    `one_of`: columns of which one must be filled.
    """

    name: str
    plural: str
    model: type[Model]
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    has_identifiers: bool = False

    def column(self, heading):
        """The column of that heading, however it is written; None where it is not taken."""
        word = heading.strip().casefold().replace(" ", "_")
        return next((each for each in self.columns if word in (each.name, *each.also)), None)


def names(of, field, *, bare=""):
    """Two columns that name another row: by its id in these files, and by its name."""
    bare = bare or field
    return Column(f"{bare}_id", field, of=of), Column(bare, field, of=of)


ID = Column("id")
IDENTIFIERS = Column("identifiers", read=values.identifiers)
SINCE = Column("start_date", "since", values.partial_date, also=("since", "from"))
UNTIL = Column("end_date", "until", values.partial_date, also=("until",))
ORGANISATION = names("organization", "organisation", bare="organization")

KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "organization",
            "organizations",
            Organisation,
            (
                ID,
                Column("name", "name", is_needed=True),
                Column("short_name", "short_name"),
                Column("classification", "kind", values.choice, also=("kind",), otherwise="other"),
                *names("organization", "parent"),
                Column("iso_code", "iso_code"),
                Column("description", "description", also=("abstract", "summary")),
                Column("founding_date", "founded", values.partial_date),
                Column("dissolution_date", "dissolved", values.partial_date),
                IDENTIFIERS,
            ),
            also=("organisations", "organization", "organisation"),
            has_identifiers=True,
        ),
        Kind(
            "area",
            "areas",
            Place,
            (
                ID,
                Column("name", "name", is_needed=True),
                *names("organization", "country"),
                Column("latitude", "latitude", values.degrees),
                Column("longitude", "longitude", values.degrees),
                IDENTIFIERS,
            ),
            also=("places", "area", "place"),
            has_identifiers=True,
        ),
        Kind(
            "series",
            "series",
            MeetingSeries,
            (ID, Column("name", "name", is_needed=True), Column("description", "description"), IDENTIFIERS),
            has_identifiers=True,
        ),
        Kind(
            "post",
            "posts",
            Post,
            (
                ID,
                *ORGANISATION,
                Column("label", "title", is_needed=True, also=("title",)),
                Column("other_labels", "titles", values.titles, also=("titles",)),
                Column("is_single", "is_single", values.yes_or_no),
                Column("is_public_office", "is_public_office", values.yes_or_no),
                Column("rank", "rank", values.number),
            ),
            also=("post",),
            one_of=(("organization_id", "organization"),),
        ),
        Kind(
            "person",
            "people",
            Person,
            (
                ID,
                Column("name", "name", is_needed=True),
                Column("family_name", "family_name"),
                Column("given_name", "given_name"),
                Column("additional_name", "additional_name", also=("patronymic_name",)),
                Column("is_family_name_first", "is_family_name_first", values.yes_or_no),
                *names("organization", "country"),
                Column("biography", "biography", also=("summary",)),
                Column("birth_date", "born", values.partial_date),
                Column("death_date", "died", values.partial_date),
                IDENTIFIERS,
            ),
            also=("persons", "person"),
            has_identifiers=True,
        ),
        Kind(
            "name",
            "names",
            Name,
            (
                *names("person", "person"),
                *ORGANISATION,
                *names("area", "place", bare="area"),
                Column("name", "text", is_needed=True),
                Column("language", "language", also=("lang",)),
                Column("script"),
                Column("kind", "kind", values.choice),
                SINCE,
                UNTIL,
            ),
            also=("other_names", "name"),
            one_of=(("person_id", "person", "organization_id", "organization", "area_id", "area"),),
        ),
        Kind(
            "membership",
            "memberships",
            Membership,
            (
                ID,
                *names("person", "person"),
                *names("post", "post"),
                *ORGANISATION,
                SINCE,
                UNTIL,
                Column("how_began", "how_began", values.choice),
                Column("how_ended", "how_ended", values.choice),
                Column("is_acting", "is_acting", values.yes_or_no),
                Column("confirmed_on", "confirmed_on", values.day),
            ),
            also=("membership", "offices"),
            one_of=(("person_id", "person"), ("post_id", "post", "organization_id", "organization")),
        ),
        Kind(
            "event",
            "events",
            Meeting,
            (
                ID,
                Column("name", "title", is_needed=True, also=("title",)),
                Column("classification", "kind", values.choice, also=("kind",), otherwise="meeting"),
                Column("when", "when", values.partial_date, also=("date",)),
                Column("start_date"),
                Column("end_date"),
                *names("area", "place", bare="location"),
                *names("series", "series"),
                Column("ordinal", "ordinal", values.number),
                *names("event", "parent"),
                *names("organization", "host", bare="organization"),
                Column("status"),
            ),
            also=("meetings", "event", "meeting"),
            one_of=(("when", "start_date"),),
        ),
        Kind(
            "attendee",
            "attendees",
            Attendance,
            (
                *names("event", "meeting", bare="event"),
                *names("person", "person"),
                Column("description", "description", also=("note",)),
                *names("organization", "on_behalf_of"),
                Column("role", "role", values.choice),
                Column("title_as_printed", "title_as_printed", also=("title",)),
                *names("person", "stands_in_for"),
                Column("state", read=values.states, also=("status",)),
            ),
            also=("attendances", "attendance"),
            one_of=(("event_id", "event"), ("person_id", "person", "description")),
        ),
        Kind(
            "outcome",
            "outcomes",
            Outcome,
            (
                *names("event", "meeting", bare="event"),
                Column("classification", "kind", values.choice, also=("kind",)),
                Column("text", "text", is_needed=True),
            ),
            one_of=(("event_id", "event"),),
        ),
    )
}
CLAIMS = ("name", "membership", "event", "attendee", "outcome")


def kind_called(word):
    """The kind whose file or list is called so; None where there is none."""
    wanted = word.strip().casefold().replace(" ", "_")
    return next((kind for kind in KINDS.values() if wanted in (kind.plural, *kind.also)), None)
