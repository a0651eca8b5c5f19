"""What choosers offer: the name, and beside it what tells two of that name apart."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.paginator import EmptyPage, Page, Paginator
from django.utils.translation import gettext as _

from people.desk.model_admin import desk_label

LAST = 1_000  # page: nobody scrolls so far


class Uncounted(Paginator):
    """Pages of rows that nobody counts: each is read with one row more, which tells whether another page follows."""

    def page(self, number):
        if not 1 <= number <= LAST:
            raise EmptyPage(_("There is no such page."))
        start = (number - 1) * self.per_page
        rows = list(self.object_list[start : start + self.per_page + 1])
        found = UncountedPage(rows[: self.per_page], number, self)
        found.goes_on = len(rows) > self.per_page
        return found


class UncountedPage(Page):
    goes_on = False

    def has_next(self):
        return self.goes_on


class LabelledChoices(AutocompleteJsonView):
    """Django's answer to its autocomplete fields, with the row's `desk_label()` for text."""

    def serialize_result(self, obj, to_field_name):
        return {"id": str(getattr(obj, to_field_name)), "text": desk_label(obj)}

    def get_paginator(self, queryset, per_page, *args, **options):
        return Uncounted(queryset, per_page, *args, **options)
