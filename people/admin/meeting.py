"""Meetings, rolls and outcomes on the desk."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.admin.claims import EVIDENCE, NAMES
from people.admin.roll import RollMixin
from people.desk.claim_acts import OF_CLAIMS, READDRESS
from people.desk.parts import PartOfMixin, Parts
from people.desk.record import RecordAdmin
from people.models import Attendance, Identifier, Meeting, MeetingSeries, Outcome, Place

WHEN = (_("When"), lambda row: row.when)


@admin.register(Meeting)
class MeetingAdmin(RollMixin, RecordAdmin):
    """A meeting with its roll, outcomes and evidence. Each line of the roll is edited alone."""

    change_form_template = "admin/people/meeting_form.html"

    list_display = ["title", "when", "place", "series", "state", "is_public"]
    list_filter = ["kind", "state", "is_public", "waits"]
    list_select_related = ["place", "series"]
    search_fields = ["key"]
    autocomplete_fields = ["place", "series", "parent", "host"]
    page = "people:meeting"
    acts = (*OF_CLAIMS, READDRESS)
    fieldsets = [
        (None, {"fields": ["title", ("kind", "when"), ("place", "host")]}),
        (
            _("In a series, or within a larger meeting"),
            {"fields": [("series", "ordinal"), "parent"], "classes": ["collapse"]},
        ),
        (_("How we know"), {"fields": ["vouched_reason"], "classes": ["collapse"]}),
    ]
    parts = (
        EVIDENCE("meeting"),
        Parts(_("Outcomes"), Outcome, "meeting", ((_("What"), str),)),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("place", "series")


@admin.register(Attendance)
class AttendanceAdmin(PartOfMixin, RecordAdmin):
    list_display = ["who", "meeting", "state", "is_public"]
    list_filter = ["state", "is_public", "waits"]
    list_select_related = ["person", "meeting"]
    search_fields = ["person__key", "meeting__key"]
    autocomplete_fields = ["meeting", "person", "on_behalf_of", "stands_in_for"]
    part_of = ("meeting",)
    acts = OF_CLAIMS
    parts = (EVIDENCE("attendance"),)
    fieldsets = [
        (None, {"fields": ["meeting", "person", "description"]}),
        (_("In what capacity"), {"fields": ["on_behalf_of", "role", "title_as_printed", "stands_in_for"]}),
        (_("Known without a sentence"), {"fields": [("vouched_says", "vouched_reason")]}),
    ]


@admin.register(Outcome)
class OutcomeAdmin(PartOfMixin, RecordAdmin):
    list_display = ["text", "kind", "meeting", "is_public"]
    list_filter = ["kind", "is_public"]
    list_select_related = ["meeting"]
    search_fields = ["meeting__key"]
    autocomplete_fields = ["meeting"]
    part_of = ("meeting",)
    acts = OF_CLAIMS
    parts = (EVIDENCE("outcome"),)
    fields = ["meeting", "kind", "text", "vouched_reason"]


@admin.register(MeetingSeries)
class MeetingSeriesAdmin(RecordAdmin):
    list_display = ["name", "description"]
    page = "people:series"
    acts = (READDRESS,)
    search_fields = ["key"]
    parts = (
        Parts(
            _("Meetings"),
            Meeting,
            "series",
            ((_("Number"), lambda row: row.ordinal or "–"), (_("Meeting"), lambda row: row.title), WHEN),
            order=("ordinal", "when_earliest"),
        ),
        Parts(_("In other registers"), Identifier, "series", ((_("Register"), str),)),
    )


@admin.register(Place)
class PlaceAdmin(RecordAdmin):
    list_display = ["name", "country"]
    list_select_related = ["country"]
    search_fields = ["key"]
    autocomplete_fields = ["country"]
    fieldsets = [(None, {"fields": ["name", "country", ("latitude", "longitude")]})]
    parts = (NAMES("place"),)
