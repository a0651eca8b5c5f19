"""Imports on the desk: files in, a look at every row, all of it taken in or back; templates and the export."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from people import tasks
from people.admin.import_forms import ReasonForm, RunForm, UploadForm
from people.desk.acts import Act, ActsMixin
from people.desk.history import TrailHistoryMixin
from people.desk.import_sheet import sheet_of
from people.desk.model_admin import DeskAdmin
from people.desk.read_only import ReadOnlyMixin
from people.exchange import archive, exporting, previewing, spreadsheet, vouching
from people.exchange.columns import KINDS
from people.models import Import
from people.permissions import can_keep_record
from people.recording import Refused

State = Import.State


def _keeper(user, row):
    return can_keep_record(user)


RUN = Act(
    name="run",
    label=gettext_lazy("Import the rows"),
    says=gettext_lazy(
        "Rows that are new or in the record already are imported, all in one act; those left for later are not."
    ),
    done=gettext_lazy("«%(row)s» is imported, or will be in a moment."),
    do=lambda row, *, by, **asked: tasks.run(row, by=by, **asked),
    may=_keeper,
    is_offered=lambda row: row.state == State.READY,
    form=RunForm,
)
VOUCH = Act(
    name="vouch",
    label=gettext_lazy("Vouch for it"),
    says=gettext_lazy("What the import says waits no longer: readers see it where the person or body has a page."),
    done=gettext_lazy("«%(row)s» is vouched for."),
    do=vouching.vouch,
    may=_keeper,
    is_offered=lambda row: row.state == State.DONE and not row.vouched_reason,
    form=ReasonForm,
)
WITHDRAW = Act(
    name="withdraw",
    label=gettext_lazy("Vouch no longer"),
    says=gettext_lazy("What the vouching opened closes again, but for what another public sentence says, too."),
    done=gettext_lazy("Nobody vouches for «%(row)s» any more."),
    do=vouching.withdraw,
    may=_keeper,
    is_offered=lambda row: row.state == State.DONE and bool(row.vouched_reason),
    is_dangerous=True,
)
UNDO = Act(
    name="undo",
    label=gettext_lazy("Undo the import"),
    says=gettext_lazy(
        "What it made goes, and what it changed is as it was before. Refused where later work rests on it."
    ),
    done=gettext_lazy("«%(row)s» is undone, or will be in a moment."),
    do=tasks.undo,
    may=_keeper,
    is_offered=lambda row: row.state == State.DONE,
    is_dangerous=True,
)


@admin.register(Import)
class ImportAdmin(TrailHistoryMixin, ActsMixin, ReadOnlyMixin, DeskAdmin):
    """Nothing is typed into a stored import: it is uploaded, looked at, taken in, vouched for, taken back."""

    list_display = ["__str__", "state", "total", "by", "at"]
    list_filter = ["state"]
    list_select_related = ["by"]
    change_list_template = "admin/people/import/list.html"
    acts = (RUN, VOUCH, WITHDRAW, UNDO)

    def has_module_permission(self, request):
        return can_keep_record(request.user)

    def has_view_permission(self, request, obj=None):
        return can_keep_record(request.user)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("upload/", view(self.upload_view), name="people_import_upload"),
            path("templates/<slug:kind>.csv", view(self.template_view), name="people_import_template"),
            path("record.<slug:form>", view(self.export_view), name="people_import_export"),
            *super().get_urls(),
        ]

    def act_form(self, act, row, data):
        """Rows with errors are asked about only where there are any."""
        form = super().act_form(act, row, data)
        if act is RUN and not row.rows.exclude(errors={}).exists():
            del form.fields["leaves_errors"]
        return form

    def _context(self, request, **more):
        if not can_keep_record(request.user):
            raise PermissionDenied
        return {**self.admin_site.each_context(request), "opts": self.opts, "kinds": KINDS.values(), **more}

    def upload_view(self, request):
        form = UploadForm(request.POST or None, request.FILES or None)
        form.label_suffix = ""
        context = self._context(request, title=_("Import a list"), form=form)
        if request.method == "POST" and form.is_valid() and (taken := form.begin(by=request.user)):
            tasks.look(taken)
            return HttpResponseRedirect(self.change_address(taken))
        return TemplateResponse(request, "admin/people/import/upload.html", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        taken = self.get_object(request, object_id)
        if taken is None:
            raise Http404
        context = self._context(request, title=str(taken), original=taken, acts=self.offered_acts(request, taken))
        if request.method == "POST":
            return self._chosen(request, taken)
        sheet = sheet_of(taken, request.GET.get("show", ""), request.GET.get("page", ""))
        return TemplateResponse(request, "admin/people/import/preview.html", {**context, "sheet": sheet})

    def _chosen(self, request, taken):
        """Keep what was chosen on this page, and go where the button leads."""
        typed = {key.removeprefix("row-"): value for key, value in request.POST.items() if key.startswith("row-")}
        choices = {
            int(key): value for key, value in typed.items() if key.isascii() and key.isdecimal() and len(key) < 9
        }
        try:
            number = previewing.choose(taken, choices)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(self.change_address(taken))
        if number:
            messages.success(request, ngettext("%d choice is kept.", "%d choices are kept.", number) % number)
        go, show = request.POST.get("go", ""), request.POST.get("show", "")
        if go == "run":
            return HttpResponseRedirect(reverse("admin:people_import_act", args=[taken.pk, "run"]))
        query = f"?show={show if show.isalpha() else 'all'}&page={go if go.isdecimal() and go.isascii() else 1}"
        return HttpResponseRedirect(self.change_address(taken) + query)

    def template_view(self, request, kind):
        self._context(request)
        found = next((each for each in KINDS.values() if each.plural == kind), None)
        if found is None:
            raise Http404
        return _file(spreadsheet.written(found, ()).encode(), f"{kind}.csv", "text/csv; charset=utf-8")

    def export_view(self, request, form):
        self._context(request)
        if form == "json":
            return _file(exporting.popolo_text().encode(), "record.json", "application/json")
        if form == "zip":
            return _file(archive.packed(exporting.csv_files()), "record.zip", "application/zip")
        raise Http404


def _file(content, name, kind):
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
