"""Acts on one row that the desk asks about first: a page of their own, with a reason where one is needed."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from people.recording import Refused


class WhyForm(forms.Form):
    """The reason of an act; acts that ask for more subclass it."""

    why = forms.CharField(
        label=_("Why"), max_length=300, help_text=_("The reason stays on the trail."), widget=forms.TextInput
    )


class WhyOptionalForm(WhyForm):
    why = forms.CharField(label=_("Note for the trail"), max_length=300, required=False)


class AddressForm(WhyOptionalForm):
    """What stands in the address for this one row."""

    slug = forms.CharField(
        label=_("New address"), max_length=200, help_text=_("Small letters, digits and hyphens, in any script.")
    )
    field_order = ["slug"]


@dataclass(frozen=True)
class Act:
    """One act of an admin page. `do(row, by=, **fields of the form)` is a verb and may raise Refused.

    `may(user, row)` decides who may; `is_offered(row)` whether it makes sense now. `says`: what will happen, one
    sentence; `done`: what has happened; `initial(row)`: what the form begins with.
    """

    name: str
    label: str
    says: str
    done: str
    do: Callable
    may: Callable
    is_offered: Callable = lambda row: True
    form: type[forms.Form] = WhyForm
    initial: Callable = lambda row: {}
    is_dangerous: bool = False


class ActsMixin:
    """Gives a ModelAdmin a page for each of its `acts`, and buttons for those offered on the change form."""

    acts: tuple[Act, ...] = ()

    def get_urls(self):
        pattern = "<path:object_id>/act/<slug:name>/"
        name = f"{self.opts.app_label}_{self.opts.model_name}_act"
        return [path(pattern, self.admin_site.admin_view(self.act_view), name=name), *super().get_urls()]

    def offered_acts(self, request, row):
        """The acts that this person may do on this row now."""
        return [act for act in self.acts if act.may(request.user, row) and act.is_offered(row)]

    def render_change_form(self, request, context, *args, **kwargs):
        row = context.get("original")
        context["acts"] = self.offered_acts(request, row) if row else []
        return super().render_change_form(request, context, *args, **kwargs)

    def act_view(self, request, object_id, name):
        row = self.get_object(request, object_id)
        act = next((each for each in self.acts if each.name == name), None)
        if row is None or act is None or not self.has_view_permission(request, row):
            raise Http404
        if not act.may(request.user, row):
            raise PermissionDenied
        form = self.act_form(act, row, request.POST if request.method == "POST" else None)
        form.label_suffix = ""
        if request.method == "POST" and form.is_valid() and (done := self._do(request, act, row, form)):
            return self.after_act(request, act, row, *done)
        return TemplateResponse(request, "admin/act.html", self._act_context(request, act, row, form))

    def act_form(self, act, row, data):
        """The act's form, with what was typed. Admins whose forms need to know the row give it to them."""
        return act.form(data, initial=act.initial(row))

    def after_act(self, request, act, row, result):
        """Where it leads: back to the row. Admins whose acts give something to show show it here."""
        return HttpResponseRedirect(self.change_address(row))

    def change_address(self, row):
        """Where the row is edited."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])

    def _do(self, request, act, row, form):
        """Do it and say so: what the verb gave, as a tuple. A refusal stands in the form, with what was typed: None."""
        try:
            result = act.do(row, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return None
        messages.success(request, act.done % {"row": row})
        return (result,)

    def _act_context(self, request, act, row, form):
        return {
            **self.admin_site.each_context(request),
            "title": act.label,
            "subtitle": str(row),
            "act": act,
            "form": form,
            "original": row,
            "opts": self.opts,
            "back": self.change_address(row),
            "media": self.media + form.media,
        }
