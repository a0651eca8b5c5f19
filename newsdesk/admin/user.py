"""Who works here, and what they may do."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from newsdesk.models import User
from people.desk.model_admin import DeskAdmin
from people.names import key, search_tokens


@admin.register(User)
class StaffAdmin(DeskAdmin, UserAdmin):
    """Django's forms for accounts, in the desk's manners."""

    list_display = ["username", "first_name", "last_name", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "groups"]
    search_fields = ["username"]
    filter_horizontal = ["groups", "user_permissions"]

    def get_search_results(self, request, queryset, search_term):
        """Names are folded here and not in a column: a desk has few accounts."""
        if not search_term.strip():
            return queryset, False
        tokens = search_tokens(search_term)
        names = queryset.values_list("pk", "username", "first_name", "last_name", "email")
        found = [pk for pk, *words in names if tokens and all(f" {token}" in key(" ".join(words)) for token in tokens)]
        return queryset.filter(pk__in=found), False
