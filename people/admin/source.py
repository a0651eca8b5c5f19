"""Sources, sentences and evidence on the desk; and the trail, to read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.admin.claims import EVIDENCE_COLUMNS
from people.desk.claim_acts import CONFIRM, RESTORE, STRIKE
from people.desk.model_admin import DeskAdmin
from people.desk.parts import PartOfMixin, Parts
from people.desk.read_only import ReadOnlyMixin
from people.desk.record import RecordAdmin
from people.models import Evidence, Quotation, Source, Trail

LINE = (_("Line of the record"), lambda row: row.claim)


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Outside sources. Those of our articles follow their article."""

    list_display = ["publisher", "title", "kind", "day", "language"]
    ordering = ["-day", "-pk"]
    list_filter = ["language"]
    autocomplete_fields = ["original"]
    fieldsets = [
        (None, {"fields": ["publisher", "title", "kind", "day", "language"]}),
        (_("Where it stands"), {"fields": ["address", "archive_address", "seen_at"]}),
        (_("One voice with"), {"fields": ["original"]}),
    ]
    parts = (Parts(_("Sentences"), Quotation, "source", ((_("Sentence"), str),)),)
    search_fields = ["key"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.is_ours)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.is_ours)


@admin.register(Quotation)
class QuotationAdmin(PartOfMixin, RecordAdmin):
    """A sentence of an outside source. Those of our articles are chosen in the article."""

    list_display = ["text", "source", "is_public"]
    list_filter = ["is_public", "is_struck"]
    list_select_related = ["source"]
    autocomplete_fields = ["source"]
    part_of = ("source",)
    acts = (CONFIRM, STRIKE, RESTORE)
    fields = ["source", "text", "language"]
    parts = (
        Parts(
            _("Speaks for"),
            Evidence,
            "quotation",
            ((_("Line of the record"), lambda row: row.claim), *EVIDENCE_COLUMNS[:1]),
        ),
    )
    search_fields = ["key"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.source.is_ours)


@admin.register(Evidence)
class EvidenceAdmin(PartOfMixin, RecordAdmin):
    list_display = ["says", "quotation", "at"]
    list_filter = ["says", "is_struck"]
    list_select_related = ["quotation"]
    autocomplete_fields = ["quotation", "attendance", "membership", "meeting", "outcome", "name"]
    part_of = ("attendance", "membership", "meeting", "outcome", "name")
    acts = (STRIKE, RESTORE)
    fields = ["quotation", "says", "announced_by", "attendance", "meeting", "outcome", "membership", "name"]


@admin.register(Trail)
class TrailAdmin(ReadOnlyMixin, DeskAdmin):
    """Who did what, when and why: read, never written here."""

    list_display = ["at", "by", "act", "label", "why"]
    list_filter = ["act", "kind", ("at", admin.DateFieldListFilter)]
    list_select_related = ["by"]
