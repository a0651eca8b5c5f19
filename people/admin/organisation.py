"""Organisations and their posts on the desk."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.admin.claims import MEMBERSHIPS, NAMES
from people.desk.claim_acts import OF_PAGES
from people.desk.parts import PartOfMixin, Parts
from people.desk.record import RecordAdmin
from people.models import Identifier, Organisation, Post


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    """A country, ministry or body with its names and posts."""

    list_display = ["name", "kind", "parent", "is_public"]
    list_filter = ["kind", "is_public", "waits"]
    list_select_related = ["parent"]
    search_fields = ["key"]
    autocomplete_fields = ["parent"]
    acts = OF_PAGES
    page = "people:organisation"
    fieldsets = [
        (None, {"fields": ["name", "short_name", "kind", "iso_code", "parent", "description"]}),
        (_("Days"), {"fields": [("founded", "dissolved")]}),
    ]
    parts = (
        Parts(_("Posts"), Post, "organisation", ((_("Title"), lambda row: row.title),), order=("rank", "title")),
        NAMES("organisation"),
        Parts(_("In other registers"), Identifier, "organisation", ((_("Register"), str),)),
    )


@admin.register(Post)
class PostAdmin(PartOfMixin, RecordAdmin):
    """A seat, whoever holds it, and who does."""

    list_display = ["title", "organisation", "is_single", "is_public_office", "rank"]
    list_filter = ["is_single", "is_public_office"]
    list_select_related = ["organisation"]
    search_fields = ["key"]
    autocomplete_fields = ["organisation"]
    part_of = ("organisation",)
    parts = (MEMBERSHIPS("post"),)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("organisation")
