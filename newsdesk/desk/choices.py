"""What choosers offer: the name, and beside it what tells two of that name apart."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from people.desk.model_admin import desk_label


class LabelledChoices(AutocompleteJsonView):
    """Django's answer to its autocomplete fields, with the row's `desk_label()` for text."""

    def serialize_result(self, obj, to_field_name):
        return {"id": str(getattr(obj, to_field_name)), "text": desk_label(obj)}
