"""People on the desk."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.admin.claims import MEMBERSHIPS, NAMES
from people.desk.claim_acts import OF_PAGES
from people.desk.parts import Parts
from people.desk.record import RecordAdmin
from people.models import Attendance, Identifier, Person


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    """A person, the spellings, the offices and the meetings, each row edited alone."""

    list_display = ["name", "country", "is_public", "waits"]
    list_filter = ["is_public", "waits"]
    list_select_related = ["country"]
    search_fields = ["key"]
    autocomplete_fields = ["country"]
    acts = OF_PAGES
    page = "people:person"
    fieldsets = [
        (None, {"fields": ["name", "biography", "country"]}),
        (
            _("Parts of the name"),
            {"fields": [("family_name", "given_name", "additional_name"), "is_family_name_first"]},
        ),
        (_("Days"), {"fields": [("born", "died")]}),
    ]
    parts = (
        NAMES("person"),
        MEMBERSHIPS("person"),
        Parts(
            _("Meetings"),
            Attendance,
            "person",
            (
                (_("Meeting"), lambda row: row.meeting),
                (_("Readers see"), lambda row: row.get_state_display()),
                (_("On behalf of"), lambda row: row.on_behalf_of),
            ),
            related=("meeting", "on_behalf_of", "person"),
            order=("-day", "pk"),
        ),
        Parts(_("In other registers"), Identifier, "person", ((_("Register"), str),)),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_offices()
