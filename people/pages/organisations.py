"""The list of organisations, by kind."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from people.models import Organisation
from people.pages.links import Link, address_of, link_to
from people.pages.spellings import Spelling, Spellings
from people.prepared import Prepared

HEADINGS = {
    Organisation.Kind.COUNTRY: _("Countries"),
    Organisation.Kind.MINISTRY: _("Ministries and agencies"),
    Organisation.Kind.BODY: _("Intergovernmental bodies"),
    Organisation.Kind.COMPANY: _("Companies"),
    Organisation.Kind.PARTY: _("Parties"),
    Organisation.Kind.OTHER: _("Others"),
}


@dataclass(frozen=True)
class Row:
    """A body in the list. `part_of`: what it belongs to, linked where that has a page."""

    name: str
    url: str
    native: Spelling | None
    description: str
    part_of: Link | None


@dataclass(frozen=True)
class Group:
    """Bodies of one kind. `kind` names the section on the page."""

    kind: str
    title: str
    organisations: list[Row]


PUBLIC = Prepared(
    lambda: Organisation.objects.public().order_by("sort_key", "slug"),
    *("name", "slug", "is_public", "kind", "description"),
    *(f"parent__{column}" for column in ("name", "slug", "is_public")),
)


def organisations_page() -> dict:
    """What `people/organisations.html` prints: every organisation with a page."""
    public = PUBLIC()
    spellings = Spellings(organisations=[each.pk for each in public])
    groups = (
        Group(kind.value, title, [_row(each, spellings) for each in public if each.kind == kind])
        for kind, title in HEADINGS.items()
    )
    return {"groups": [group for group in groups if group.organisations]}


def _row(organisation, spellings):
    return Row(
        name=organisation.name,
        url=address_of(organisation),
        native=spellings.native(organisation),
        description=organisation.description,
        part_of=link_to(organisation.parent),
    )
