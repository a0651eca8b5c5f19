"""Offices held, in honest words: what is known of their days, and how long ago somebody last said so."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people import tenure
from people.models import Membership
from people.pages.days import words_of
from people.pages.links import address_of
from people.pages.voices import Voice, voice_of


@dataclass(frozen=True)
class Office:
    """One office of somebody, or one holder of a post. `url` may be "".

    `since`, `until`: the days as the time line draws them; `is_now`: held on the site's day, as far as is known.
    `voice`: the newest sentence that says so, or None; `vouched`: a keeper's reason in its place.
    """

    title: str
    url: str
    days: str
    since: date | None
    until: date | None
    is_now: bool
    voice: Voice | None = None
    vouched: str = ""


def office_of(membership, evidence, *, day, holder=False) -> Office:
    """A membership fetched by `with_known_days`: as one of a person's offices, or with the holder's name as title."""
    spell = tenure.spell_of(membership)
    how = tenure.certainty(spell, day, months=settings.UNCONFIRMED_AFTER_MONTHS)
    is_now = how == tenure.HELD
    page = membership.person if holder else body_of(membership)
    return Office(
        title=membership.person.name if holder else title_of(membership),
        url=address_of(page),
        days=days_of(membership, spell, how),
        since=membership.since_latest or spell.first_known,
        until=membership.until_earliest or membership.until_latest or (None if is_now else spell.last_known),
        is_now=is_now,
        voice=voice_of(evidence[0]) if evidence else None,
        vouched="" if evidence else membership.vouched_reason,
    )


def body_of(membership):
    """The organisation that the office is in."""
    return membership.post.organisation if membership.post else membership.organisation


def title_of(membership) -> str:
    """«Minister of Foreign Affairs, China», with «acting» where it is so."""
    known = vars(membership)
    if "in_words" not in known:  # once a row: a page names the same office on fifty days
        title = str(membership.post or membership.organisation)
        known["in_words"] = _("%(post)s (acting)") % {"post": title} if membership.is_acting else title
    return known["in_words"]


def short_title_of(membership) -> str:
    """The title without its organisation, for a bar of the time line."""
    return membership.post.title_in(get_language()) if membership.post else membership.organisation.label


def held_words(held) -> list[str]:
    """Posts of a day as texts, each once; those the days leave open say so."""
    words = (
        title_of(post.membership)
        if post.certainty == tenure.HELD
        else _("%(post)s, perhaps") % {"post": title_of(post.membership)}
        for post in held
    )
    return list(dict.fromkeys(words))


def days_of(membership, spell, how) -> str:
    """«30 December 2022 to 25 July 2023, dismissed»; without an end «since …» only while somebody confirms it."""
    since = words_of(membership.since) if membership.since else ""
    if membership.until:
        return _ended(membership, since)
    known = words_of(spell.last_known.isoformat()) if spell.last_known else ""
    if how == tenure.HELD:
        return _current(membership, since, known)
    if since and known:
        return _("from %(since)s, last reported %(day)s") % {"since": since, "day": known}
    if known:
        return _("last reported %(day)s") % {"day": known}
    return since or _("days not known")


def _ended(membership, since):
    until = words_of(membership.until)
    words = _("%(since)s to %(until)s") if since else _("until %(until)s")
    said = words % {"since": since, "until": until}
    return f"{said}, {membership.get_how_ended_display()}" if membership.how_ended else said


def _current(membership, since, known):
    if since:
        return _("since %(since)s, as of %(day)s") % {"since": since, "day": known}
    return _("as of %(day)s") % {"day": known}


def latest_first(memberships) -> list[Membership]:
    """In order of their beginnings, the latest first; within a day as they came, the highest rank first."""

    def begun(membership):
        spell = tenure.spell_of(membership)
        return (membership.since_latest or membership.until_earliest or spell.last_known or date.min).toordinal()

    return sorted(memberships, key=begun, reverse=True)
