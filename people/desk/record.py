"""The base of every admin of the record: what is typed is kept by a verb, and only what was changed is written."""

from django.urls import reverse
from django.utils.translation import gettext as _

from people import disclosure, recording
from people.desk.acts import ActsMixin
from people.desk.history import TrailHistoryMixin
from people.desk.model_admin import DeskAdmin
from people.desk.parts import Parts, listed
from people.desk.seen import SeenModelForm
from people.permissions import can_keep_record


class RecordAdmin(TrailHistoryMixin, ActsMixin, DeskAdmin):
    """Saves through `recording.keep`, deletes through `recording.remove`.

    Only the fields somebody changed since the form was opened are written, onto the row as it stands: two people in
    two fields lose nothing, and in one field the second is told what the first typed.
    `parts`: the lists of rows that belong to this one, shown below its form. `page`: the URL name of readers' page.
    """

    form = SeenModelForm
    change_form_template = "admin/record_change_form.html"
    parts: tuple[Parts, ...] = ()
    page = ""

    def view_on_site(self, obj):
        """The address of what readers see of it, once it has one."""
        has_page = self.page and obj.slug and getattr(obj, "is_public", True)
        return reverse(self.page, args=[obj.slug]) if has_page else None

    def render_change_form(self, request, context, *args, **kwargs):
        row = context.get("original")
        context["part_groups"] = [listed(each, row, request.user) for each in self.parts] if row else []
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        with disclosure.public_act():
            row = self._as_it_stands(obj, form) if change else obj
            recording.keep(row, by=request.user, waits=not can_keep_record(request.user))

    def _as_it_stands(self, obj, form):
        """The stored row with what this person changed."""
        row = type(obj)._base_manager.get(pk=obj.pk)
        for name in form.changed_data:
            setattr(row, name, form.cleaned_data[name])
        return row

    def get_deleted_objects(self, objs, request):
        """What had a page stays, like what others rest on: the verb would refuse it."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        pages = [_("its address: %s") % row.slug for row in objs if getattr(row, "slug", None)]
        return deleted, counts, lacking, [*pages, *protected]

    def delete_model(self, request, obj):
        recording.remove(obj, by=request.user)
