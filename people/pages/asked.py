"""The row that an address asks for, with what its page prints of it."""

from django.http import Http404

from people.models import Meeting, Organisation, Person
from people.prepared import Prepared

PAGE = ("name", "slug", "is_public")
PERSON = Prepared(
    lambda slug: Person.objects.public().filter(slug=slug),
    *(*PAGE, "family_name", "biography"),
    *(f"country__{column}" for column in (*PAGE, "short_name")),
    slug=str,
)
ORGANISATION = Prepared(
    lambda slug: Organisation.objects.public().filter(slug=slug),
    *(*PAGE, "short_name", "kind", "description", "founded", "dissolved"),
    *(f"parent__{column}" for column in PAGE),
    slug=str,
)
MEETING = Prepared(
    lambda slug: Meeting.objects.public().filter(slug=slug),
    *("title", "slug", "kind", "state", "ordinal", "when", "when_earliest", "when_latest", "vouched_reason"),
    *("place__name", "place__country__name", "place__country__short_name", "series__name", "series__slug"),
    *("parent__title", "parent__slug", "parent__is_public"),
    *(f"host__{column}" for column in PAGE),
    *("host__parent__name", "host__parent__parent__name"),
    slug=str,
)


def found(prepared: Prepared, slug: str):
    """The one public row with that slug, light. Raises Http404. One query."""
    rows = prepared(slug=slug)
    if not rows:
        raise Http404("Nothing public has this address.")
    return rows[0]
