"""The upload screen: one file or many, each taken or refused beside its own row."""

from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from js_asset import ImportMap, Media, Script

from articles import arriving
from articles.arriving import Arrival, Outcome
from articles.forms.upload import UploadForm

FETCHED = "fetch"  # what our scripts send as X-Requested-With: they want the rows alone
ADDED = "_added"  # in the address: a picture just uploaded in a pop-up window is being described
UPLOAD = Media(
    importmap=ImportMap({"newsdesk/upload-row": "js/desk/upload-row.js"}),
    js=[Script("js/desk/upload.js", type="module")],
)


class PictureUploadMixin:
    """Adding is uploading. Without script all files go in one request; our script sends each in one of its own."""

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        arrivals = self._arrivals(request, form) if form.is_bound else []
        if request.headers.get("X-Requested-With") == FETCHED:
            status = 422 if form.errors else 200
            context = {"arrivals": arrivals, "in_popup": _in_popup(request)}
            return render(request, "admin/articles/image/arrivals.html", context, status=status)
        if len(arrivals) == 1 and arrivals[0].image:
            return self._after_one(request, arrivals[0])
        return self._upload_page(request, form, arrivals)

    def _arrivals(self, request, form):
        """What became of each file; words that cannot be read stop all of them before anything is kept."""
        if form.is_valid():
            return [arriving.arrive(file, form.words, by=request.user) for file in form.cleaned_data["file"]]
        said = " ".join(error for errors in form.errors.values() for error in errors)
        return [Arrival(file.name, Outcome.REFUSED, said) for file in request.FILES.getlist("file")]

    def _after_one(self, request, arrival):
        """To the words of the one picture; in a pop-up window back to the article, once it has them."""
        messages.success(request, arrival.sentence)
        return HttpResponseRedirect(self.change_address(arrival.image) + _in_popup(request))

    def _upload_page(self, request, form, arrivals):
        fieldsets = [(None, {"fields": list(form.fields)})]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add pictures"),
            "opts": self.opts,
            "form": form,
            "adminform": helpers.AdminForm(form, fieldsets, {}, model_admin=self),
            "arrivals": arrivals,
            "in_popup": _in_popup(request),
            "is_popup": IS_POPUP_VAR in request.POST or IS_POPUP_VAR in request.GET,
            "is_popup_var": IS_POPUP_VAR,
            "media": Media.from_media(self.media + UPLOAD, nonce=request.csp_nonce),
        }
        return TemplateResponse(request, "admin/articles/image/upload.html", context)

    def response_change(self, request, obj):
        """A picture that was added in a pop-up window and is described now goes into the field that asked for it."""
        if ADDED in request.GET and IS_POPUP_VAR in request.POST:
            return self.response_add(request, obj)
        return super().response_change(request, obj)


def _in_popup(request):
    """What the address of a picture's form ends in, so that describing it ends in the field that asked for it."""
    return f"?{IS_POPUP_VAR}=1&{ADDED}=1" if IS_POPUP_VAR in request.POST else ""
