"""Sections, tags and contributors on the desk: every save and deletion through `articles.filing`."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles import filing
from articles.forms.filing import FilingForm
from articles.models import Contributor, Section, Tag
from articles.permissions import can_file
from people.desk.acts import ActsMixin
from people.desk.claim_acts import readdress
from people.desk.history import TrailHistoryMixin
from people.desk.model_admin import DeskAdmin


class FilingAdmin(TrailHistoryMixin, ActsMixin, DeskAdmin):
    """What is typed is kept by the verb; somebody may take the name between our look and our save.

    `page`: the URL name of readers' page.
    """

    form = FilingForm
    change_form_template = "admin/record_change_form.html"
    search_fields = ["key"]
    acts = (readdress(can_file),)
    page = ""

    def view_on_site(self, obj):
        """The address of readers' page, once something public stands there."""
        return reverse(self.page, args=[obj.slug]) if obj.slug else None

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError:  # the second look finds the name and says so at its field
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        filing.keep(obj, by=request.user)

    def delete_model(self, request, obj):
        filing.remove(obj, by=request.user)


@admin.register(Section)
class SectionAdmin(FilingAdmin):
    list_display = ["name", "description", "order"]
    fields = ["name", "description", "order"]
    page = "articles:section"


@admin.register(Tag)
class TagAdmin(FilingAdmin):
    list_display = ["name", "slug"]
    fields = ["name"]
    page = "articles:tag"


@admin.register(Contributor)
class ContributorAdmin(FilingAdmin):
    list_display = ["name", "biography", "user"]
    list_select_related = ["user"]
    fields = ["name", "biography", "portrait", "user"]
    autocomplete_fields = ["portrait", "user"]
    page = "articles:author"
