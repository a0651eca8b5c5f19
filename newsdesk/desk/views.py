"""The desk's own pages."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from newsdesk.desk import search


def find(request, context):
    """Whatever has the words; a pasted public address opens its record. `context` is the admin site's own."""
    query = search.asked(request.GET.get("q", ""))
    if row := search.row_at(query):
        return redirect(search.desk_address(row))
    found = search.everywhere(query, request) if query else []
    words = {"title": _("Search"), "desk_query": query, "found": found}
    return TemplateResponse(request, "admin/desk_search.html", context | words)
