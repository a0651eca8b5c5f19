"""What every model's admin of the desk does alike."""

from functools import partial

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import ngettext
from js_asset import Media

from people.desk.choosers import ChooseOne
from people.names import search_tokens

SHOWN = 50  # rows listed when a deletion is refused


def desk_label(row):
    """The words by which choosers show a row: its `desk_label()` (name, post, organisation) where it has one."""
    return row.desk_label() if hasattr(row, "desk_label") else str(row)


class LabelledChoosers:
    """Drop-downs and autocomplete boxes that show `desk_label()`; for ModelAdmin and inlines alike."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", ChooseOne(db_field, self.admin_site))
        return _labelled(super().formfield_for_foreignkey(db_field, request, **kwargs))

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return _labelled(super().formfield_for_manytomany(db_field, request, **kwargs))


class DeskAdmin(LabelledChoosers, admin.ModelAdmin):
    """Base of our admins: folded search, no counting of whole tables, nothing deleted in bulk, scripts with a nonce.

    `search_fields` names folded key columns («key», «person__key»); a queryset with `named()` is asked instead.
    Saving and deleting are the subclass's: every write goes through a verb.
    """

    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    can_delete_selected = False

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return queryset, False
        if hasattr(queryset, "named"):
            return queryset.named(search_term), False
        return queryset.filter(*_begun_by_each_word(search_term, self.get_search_fields(request))), False

    def get_actions(self, request):
        actions = super().get_actions(request)
        if not self.can_delete_selected:
            actions.pop("delete_selected", None)
        return actions

    def render_change_form(self, request, context, *args, **kwargs):
        """Labels without a colon; the editor's import map, an inline script, with the nonce of this answer."""
        context["adminform"].form.label_suffix = ""
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_deleted_objects(self, objs, request):
        """As Django's, but what rests on the row is listed only as far as somebody would read."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        more = len(protected) - SHOWN
        if more > 0:
            protected = [*protected[:SHOWN], ngettext("and %d more", "and %d more", more) % more]
        return deleted, counts, lacking, protected


def _labelled(field):
    if field is not None:
        field.label_from_instance = desk_label
    return field


def _begun_by_each_word(words, columns):
    """One condition for each word: some column has a word that begins with it. No words match nothing."""
    tokens = search_tokens(words)
    if not tokens:
        return [Q(pk__in=[])]
    contains = partial(_some_column, columns)
    return [contains(token) for token in tokens]


def _some_column(columns, token):
    found = Q()
    for column in columns:
        found |= Q(**{f"{column}__contains": f" {token}"})
    return found
