"""The claims about people and organisations: names, offices held, registers; and the lists that show them."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from people.desk.claim_acts import OF_CLAIMS
from people.desk.parts import PartOfMixin, Parts
from people.desk.record import RecordAdmin
from people.models import Evidence, Identifier, Membership, Name
from people.templatetags.dates import partial_date

EVIDENCE_COLUMNS = (
    (_("Says"), lambda row: row.get_says_display()),
    (_("Sentence"), lambda row: row.quotation.text),
    (_("Source"), lambda row: f"{row.quotation.source}, {row.quotation.source.day or '–'}"),
    (_("Readers see it"), lambda row: _("yes") if row.quotation.is_public and not row.is_struck else _("no")),
)


def NAMES(owner):  # noqa: N802 a constant but for its owner
    """The list of spellings on the form of their owner."""
    columns = (
        (_("Name"), lambda row: row.text),
        (_("Language"), lambda row: row.language),
        (_("Kind"), lambda row: row.get_kind_display()),
        (_("Days"), lambda row: days(row)),
    )
    return Parts(_("Names"), Name, owner, columns, order=("language", "text"))


def MEMBERSHIPS(owner):  # noqa: N802 as above
    """The list of offices on the form of the person or the post."""
    other = "post" if owner == "person" else "person"
    columns = (
        (_("Office") if owner == "person" else _("Holder"), lambda row: getattr(row, other) or row.organisation),
        (_("Days"), lambda row: days(row)),
        (_("Confirmed on"), lambda row: row.confirmed_on or ""),
    )
    related = ("post__organisation", "person", "organisation")
    return Parts(_("Offices held"), Membership, owner, columns, related=related, order=("-since_earliest", "pk"))


def EVIDENCE(claim):  # noqa: N802 as above
    """The list of sentences on the form of their claim."""
    return Parts(_("Evidence"), Evidence, claim, EVIDENCE_COLUMNS, related=("quotation__source",), order=("pk",))


def days(row):
    """From when until when, no more precisely than it is known."""
    since, until = partial_date(row.since), partial_date(row.until)
    if since and until:
        return f"{since} – {until}"
    return _("from %s") % since if since else (_("until %s") % until if until else "")


@admin.register(Name)
class NameAdmin(PartOfMixin, RecordAdmin):
    list_display = ["text", "language", "kind", "is_public"]
    list_filter = ["kind", "is_public", "waits"]
    search_fields = ["key"]
    autocomplete_fields = ["person", "organisation", "place"]
    part_of = ("person", "organisation", "place")
    acts = OF_CLAIMS
    parts = (EVIDENCE("name"),)
    fields = ["person", "organisation", "place", "text", "language", "kind", ("since", "until"), "vouched_reason"]


@admin.register(Membership)
class MembershipAdmin(PartOfMixin, RecordAdmin):
    """An office held. A second holder of a single seat is saved, with a warning on the spot."""

    list_display = ["person", "post", "since", "until", "is_public"]
    list_filter = ["is_acting", "is_public", "waits"]
    list_select_related = ["person", "post__organisation", "organisation"]
    search_fields = ["person__key", "post__key"]
    autocomplete_fields = ["person", "post", "organisation"]
    part_of = ("person",)
    acts = OF_CLAIMS
    parts = (EVIDENCE("membership"),)
    fieldsets = [
        (None, {"fields": ["person", "post", "organisation", ("since", "until"), "is_acting"]}),
        (_("How it began and ended"), {"fields": [("how_began", "how_ended")]}),
        (_("How we know"), {"fields": ["vouched_reason", "confirmed_on"]}),
    ]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        for rival in Membership.objects.get(pk=obj.pk).rivals()[:3]:
            messages.warning(
                request,
                _("This seat is for one at a time, and %(person)s may have held it on the same days (%(days)s).")
                % {"person": rival.person, "days": days(rival) or _("days not known")},
            )


@admin.register(Identifier)
class IdentifierAdmin(PartOfMixin, RecordAdmin):
    list_display = ["scheme", "value", "person", "organisation"]
    list_select_related = ["person", "organisation"]
    autocomplete_fields = ["person", "organisation", "place", "series"]
    part_of = ("person", "organisation", "place", "series")
