"""Adjectives of the record. `public()` is the only filter that readers' pages, feeds, counts and search may use."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from people import fields
from people.names import search_tokens

DERIVED = frozenset({"is_public", "state"})


class RecordQuerySet(models.QuerySet):
    """Rows of the record: derived columns have one writer, partial dates move whole."""

    def update(self, **columns):
        """Refuse what would put a derived column or half a date out of step with what it is derived from."""
        if touched := DERIVED & columns.keys():
            raise ValueError(f"{', '.join(sorted(touched))}: written by disclosure and publishing alone.")
        fields.check_update(self.model, columns)
        return super().update(**columns)

    def public(self):
        return self.filter(is_public=True)


class NamedQuerySet(RecordQuerySet):
    """Rows with a folded `key` column of their own name."""

    def named(self, query):
        """Every word of the query, in any order, with or without diacritics, in the row's own name."""
        return self.filter(_has_tokens(search_tokens(query)))


class SpelledQuerySet(NamedQuerySet):
    """Rows that also have Names: found by any stored spelling."""

    def named(self, query, *, public=False):
        """As above, in the own name or in one of the Names; with `public`, in those that readers may know."""
        wanted = _has_tokens(search_tokens(query))
        names = self.model.names.rel.related_model.objects.filter(
            wanted, **{self.model.names.field.name: OuterRef("pk")}
        )
        names = names.public() if public else names.filter(is_struck=False)
        return self.filter(wanted | Exists(names))


class PersonQuerySet(SpelledQuerySet):
    def with_offices(self):
        """With what `desk_label` needs, in a fixed number of queries."""
        return self.prefetch_related("memberships__post__organisation", "memberships__organisation")

    def holding(self, post, *, on):
        """People who held the post on that day, as far as the days stored can tell for sure or perhaps."""
        held = self.model.memberships.rel.related_model.objects.perhaps_on(on).filter(post=post, person=OuterRef("pk"))
        return self.filter(Exists(held))

    def at_meeting(self, meeting):
        return self.filter(attendances__meeting=meeting)

    def met(self, person):
        """People with a public «attended» at a meeting where this person has one, too."""
        attended = self.model.attendances.rel.related_model.objects.public().filter(state="attended")
        meetings = attended.filter(person=person).values("meeting")
        return self.exclude(pk=person.pk).filter(Exists(attended.filter(person=OuterRef("pk"), meeting__in=meetings)))


class MembershipQuerySet(RecordQuerySet):
    def perhaps_on(self, day):
        """Spells that the stored days do not rule out on `day`; `people.tenure` says how sure that is."""
        return self.filter(
            Q(since_earliest=None) | Q(since_earliest__lte=day),
            Q(until_latest=None) | Q(until_latest__gte=day),
            is_struck=False,
        )

    def with_known_days(self):
        """Adds `first_reported` and `last_reported`: the source days of the public sentences that speak for the row."""
        speaks = Q(evidence__is_struck=False, evidence__quotation__is_public=True)
        speaks &= Q(evidence__quotation__is_struck=False)
        day = "evidence__quotation__source__day"
        return self.annotate(
            first_reported=models.Min(day, filter=speaks), last_reported=models.Max(day, filter=speaks)
        )

    def by_person(self):
        return self.select_related("post__organisation", "organisation").order_by("post__rank", "post__title", "pk")


class MeetingQuerySet(NamedQuerySet):
    def latest_first(self):
        return self.order_by(models.F("when_latest").desc(nulls_last=True), "-when_earliest", "slug")

    def earliest_first(self):
        return self.order_by(models.F("when_earliest").asc(nulls_last=True), "when_latest", "slug")


class AttendanceQuerySet(RecordQuerySet):
    def latest_first(self):
        return self.order_by(models.F("day").desc(nulls_last=True), "meeting__slug")


def _has_tokens(tokens):
    """Each token begins a word of the key; no tokens match nothing."""
    if not tokens:
        return Q(pk__in=[])
    found = Q()
    for token in tokens:
        found &= Q(key__contains=f" {token}")
    return found
