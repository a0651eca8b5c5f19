"""Public offices as pages need them: of some people, or in an organisation."""

from people.models import Membership
from people.prepared import Prepared

BODY = ("name", "short_name", "slug", "is_public")
OFFICE = (
    *("person_id", "is_acting", "how_ended", "confirmed_on", "vouched_reason", "first_reported", "last_reported"),
    *("since", "since_earliest", "since_latest", "until", "until_earliest", "until_latest"),
    *("post__title", "post__titles", "post__rank"),
    *(f"post__organisation__{column}" for column in BODY),
    *(f"organisation__{column}" for column in BODY),
)


def _offices():
    return Membership.objects.public().with_known_days().by_person()


OFFICES_OF = Prepared(lambda people: _offices().filter(person__in=people), *OFFICE, people=list)
OFFICES_IN = Prepared(
    lambda organisation: _offices().in_organisation(organisation),
    *OFFICE,
    *(f"person__{column}" for column in ("name", "slug", "is_public")),
    organisation=int,
)


def offices_of(people) -> list:
    """Light memberships of these people, the highest rank first, with the days on which they are known. One query."""
    return OFFICES_OF(people=list(people))


def offices_in(organisation: int) -> list:
    """The same in an organisation's posts or in the body itself, with their people."""
    return OFFICES_IN(organisation=organisation)
