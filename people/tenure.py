"""Which posts somebody held on a day, and how sure that is."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from people.models import Membership

HELD, PERHAPS, NOT_HELD, UNKNOWN = "held", "perhaps", "not held", "unknown"


@dataclass(frozen=True)
class Spell:
    """One office held: its days as far as they are known, and the first and last day on which it is known to be so.

    `is_ended`: an end was typed, even one whose day is not known.
    """

    since_earliest: date | None
    since_latest: date | None
    until_earliest: date | None
    until_latest: date | None
    is_ended: bool
    first_known: date | None
    last_known: date | None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


def certainty(spell: Spell, day: date, *, months: int) -> str:
    """Whether the office was held on `day`: held, perhaps, not held or unknown.

    An office without an end counts as held until `months` after the last day on which somebody knew of it.
    """
    if spell.since_earliest and day < spell.since_earliest:
        return NOT_HELD
    if spell.until_latest and day > spell.until_latest:
        return NOT_HELD
    if spell.first_known and spell.last_known and spell.first_known <= day <= spell.last_known:
        return HELD
    begun = spell.since_latest or spell.first_known
    if begun is None:
        return UNKNOWN
    if day < begun:  # before the first report of an office whose beginning nobody told, anything may have been
        return PERHAPS if spell.since_earliest else UNKNOWN
    return _after_its_beginning(spell, day, begun, months)


def _after_its_beginning(spell, day, begun, months):
    if spell.until_earliest:
        return HELD if day <= spell.until_earliest else PERHAPS
    if spell.until_latest:
        return PERHAPS
    known = max(filter(None, (begun, spell.last_known)))
    if spell.is_ended:
        return HELD if day <= known else UNKNOWN
    return HELD if day <= months_after(known, months) else UNKNOWN


@dataclass(frozen=True)
class HeldPost:
    """An office of somebody on a day: `certainty` is held or perhaps."""

    membership: Membership
    certainty: str

    @property
    def post(self):
        return self.membership.post

    @property
    def organisation(self):
        return self.membership.post.organisation if self.membership.post_id else self.membership.organisation

    def __str__(self):
        return str(self.membership.post or self.membership.organisation)


def spell_of(membership) -> Spell:
    """The days of a membership fetched by `with_known_days`.

    A sentence of before or after the office («is to become», «was until») is no sign that it was held that day.
    """
    first, last = membership.since_earliest or date.min, membership.until_latest or date.max
    known = [membership.first_reported, membership.last_reported, membership.confirmed_on, membership.since_latest]
    known = sorted(day for day in known if day and first <= day <= last)
    return Spell(
        since_earliest=membership.since_earliest,
        since_latest=membership.since_latest,
        until_earliest=membership.until_earliest,
        until_latest=membership.until_latest,
        is_ended=bool(membership.until),
        first_known=known[0] if known else None,
        last_known=known[-1] if known else None,
    )


def certainty_between(spell: Spell, earliest: date, latest: date, *, months: int) -> str:
    """The same for a day somewhere between two: what holds on both ends, else perhaps."""
    first, last = (certainty(spell, day, months=months) for day in (earliest, latest))
    lies_within = first == NOT_HELD and spell.since_earliest and earliest < spell.since_earliest <= latest
    return first if first == last and not lies_within else PERHAPS


def posts_held(memberships, moments, *, months: int) -> dict:
    """All posts that people held, surely or perhaps, at some moments; the highest rank first.

    `memberships`: a queryset, public or the desk's. `moments`: (person id, earliest day, latest day) each.
    Returns {moment: [HeldPost]}; a moment without days has none. One query.
    """
    wanted = {person for person, earliest, latest in moments if earliest and latest}
    rows = memberships.filter(person__in=wanted, is_struck=False).with_known_days().by_person() if wanted else ()
    return held_among(rows, moments, months=months)


def held_among(memberships, moments, *, months: int) -> dict:
    """The same of memberships that are fetched already, by `with_known_days().by_person()`. No query."""
    by_person = defaultdict(list)
    for membership in memberships:
        by_person[membership.person_id].append((membership, spell_of(membership)))
    found = {}
    for moment in moments:
        person, earliest, latest = moment
        found[moment] = [
            HeldPost(membership, sure)
            for membership, spell in by_person[person]
            if earliest
            and latest
            and (sure := certainty_between(spell, earliest, latest, months=months)) in (HELD, PERHAPS)
        ]
    return found


def holders(memberships, post, day: date, *, months: int) -> list[HeldPost]:
    """Who held the post on that day, surely or perhaps. One query."""
    rows = memberships.filter(post=post, is_struck=False).perhaps_on(day).with_known_days().select_related("person")
    sure = ((row, certainty(spell_of(row), day, months=months)) for row in rows.by_person())
    return [HeldPost(row, how) for row, how in sure if how in (HELD, PERHAPS)]
