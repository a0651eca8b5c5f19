"""Adjectives of the record. `public()` is the only filter that readers' pages, feeds, counts and search may use."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Left

from people import fields
from people.names import letter_of, search_tokens, sort_key
from people.names.alphabet import LATIN, NO_ALPHABET, OTHERS

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
        wanted, owner = _has_tokens(search_tokens(query)), self.model.names.field.name
        names = self.model.names.rel.related_model.objects.filter(wanted, **{f"{owner}__isnull": False})
        names = names.public() if public else names.filter(is_struck=False)
        return self.filter(wanted | Q(pk__in=names.values(owner)))  # once through the names, not once a row


class PersonQuerySet(SpelledQuerySet):
    def with_offices(self):
        """With what `desk_label` needs, in a fixed number of queries."""
        return self.prefetch_related("memberships__post__organisation", "memberships__organisation")

    def holding(self, post, *, on):
        """People who held the post on that day, as far as the days stored can tell for sure or perhaps."""
        held = self.model.memberships.rel.related_model.objects.perhaps_on(on).filter(post=post, person=OuterRef("pk"))
        return self.filter(Exists(held))

    def holding_anything(self, *, on):
        """People with a public office on that day, surely or perhaps as far as the days stored can tell."""
        held = self.model.memberships.rel.related_model.objects.public().perhaps_on(on)
        return self.filter(Exists(held.filter(person=OuterRef("pk"))))

    def under(self, letter):
        """Those whose name is listed under that capital; "#" for digits and for no letter."""
        if letter == OTHERS:
            return self.filter(sort_key__lt=sort_key(LATIN[0]))
        return self.filter(sort_key__startswith=sort_key(letter))

    def letters(self):
        """The capitals under which their names are listed, as a set."""
        first = models.Case(
            models.When(sort_key__startswith=NO_ALPHABET, then=Left("sort_key", 5)), default=Left("sort_key", 2)
        )
        return {letter_of(key) for key in self.order_by().values_list(first, flat=True).distinct()}

    def with_meetings_attended(self):
        """Adds `meetings_attended`: how many public «attended» they have, as `people.counting` keeps it."""
        return self.annotate(meetings_attended=Coalesce("record_count__attended", 0))

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

    def in_organisation(self, organisation):
        """In one of its posts, or in the body itself; posts do not mix with each other in `by_person`'s order."""
        posts = self.model.post.field.related_model.objects.filter(organisation=organisation).values("pk")
        return self.filter(Q(post__in=posts) | Q(organisation=organisation))

    def by_person(self):
        """The highest rank first; an organisation without a post after all posts."""
        return self.select_related("post__organisation", "organisation").order_by(
            models.F("post__rank").asc(nulls_last=True),
            "post__title",
            "post__organisation__sort_key",
            "organisation__sort_key",
            "since_earliest",
            "pk",
        )


class MeetingQuerySet(NamedQuerySet):
    def latest_first(self):
        latest, earliest = (models.F(f"when_{side}").desc(nulls_last=True) for side in ("latest", "earliest"))
        return self.order_by(latest, earliest, "slug")

    def earliest_first(self):
        earliest, latest = (models.F(f"when_{side}").asc(nulls_last=True) for side in ("earliest", "latest"))
        return self.order_by(earliest, latest, "slug")

    def beyond(self, meeting):
        """Those that come after this one in `latest_first`."""
        days = (("when_latest", meeting.when_latest), ("when_earliest", meeting.when_earliest))
        beyond, same = Q(pk__in=[]), Q()
        for column, day in days:
            if day:
                beyond |= same & (Q(**{f"{column}__lt": day}) | Q(**{f"{column}__isnull": True}))
            same &= Q(**{column: day}) if day else Q(**{f"{column}__isnull": True})
        return self.filter(beyond | same & Q(slug__gt=meeting.slug))

    def upcoming(self, day):
        """Of that day and later, as far as the days stored can tell."""
        return self.filter(when_latest__gte=day)

    def past(self, day):
        return self.filter(Q(when_latest__lt=day) | Q(when_latest__isnull=True))

    def newest_past(self, day, number):
        """The first so many of `past` in `latest_first`, from an index: the dated and the endless."""
        dated = self.filter(when_latest__lt=day).order_by("-when_latest", "-when_earliest", "slug").values("pk")
        endless = self.filter(when_latest__isnull=True).latest_first().values("pk")
        wanted = Q(pk__in=dated[:number]) | Q(pk__in=endless[:number])
        return self.model.objects.filter(wanted).latest_first()[:number]

    def in_year(self, year):
        """Those whose last possible day is in that year, as they are listed."""
        return self.filter(when_latest__year=year)

    def by_year(self):
        """Pairs of a year and how many meetings are listed under it, the latest first."""
        rows = self.filter(when_latest__isnull=False).order_by().values_list("when_latest__year")
        return rows.annotate(number=models.Count("pk")).order_by("-when_latest__year")


class SeriesQuerySet(NamedQuerySet):
    def public(self):
        """A series has no column of its own for that: it is public while a meeting of it is."""
        meetings = self.model.meetings.rel.related_model.objects.public().filter(series=OuterRef("pk"))
        return self.filter(Exists(meetings), slug__isnull=False)


class AttendanceQuerySet(RecordQuerySet):
    def latest_first(self):
        """By day, then by what is public of meeting and person; somebody without a name last."""
        day, person = models.F("day").desc(nulls_last=True), models.F("person__slug").asc(nulls_last=True)
        return self.order_by(day, "meeting__slug", person, "description")

    def with_first_report(self):
        """Adds `reported`: the earliest day of an article of ours that speaks for the row publicly."""
        speaks = Q(evidence__is_struck=False, evidence__quotation__is_public=True)
        speaks &= Q(evidence__quotation__is_struck=False, evidence__quotation__source__is_ours=True)
        return self.annotate(reported=models.Min("evidence__quotation__source__day", filter=speaks))

    def for_organisation(self, organisation):
        """Public lines of its people: they spoke for it, for a part of it or its side, or had a post in it that day."""
        return self.filter(involvements__organisation=organisation)


def _has_tokens(tokens):
    """Each token begins a word of the key; no tokens match nothing."""
    if not tokens:
        return Q(pk__in=[])
    found = Q()
    for token in tokens:
        found &= Q(key__contains=f" {token}")
    return found
