"""Who works here, and what they may do: Django's own forms, with our trail instead of its log."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group

from newsdesk.models import User
from people import trails
from people.desk.history import TrailHistoryMixin
from people.desk.model_admin import DeskAdmin
from people.names import key, search_tokens


class AccountTrail(TrailHistoryMixin):
    """Who gave which rights to whom. The trail names the fields that changed and the rights; never a password."""

    def log_addition(self, request, obj, message):
        trails.leave("made", obj, by=request.user, after={"what": message, "rights": rights(obj)})

    def log_change(self, request, obj, message):
        trails.leave("changed", obj, by=request.user, after={"what": message, "rights": rights(obj)})

    def log_deletions(self, request, queryset):
        for row in queryset:
            trails.leave("removed", row, by=request.user, before={"rights": rights(row)})


def rights(row):
    """The groups of an account, the permissions of an account or a group, in words."""
    if isinstance(row, Group):
        return sorted(str(each) for each in row.permissions.all())
    return sorted(str(each) for each in (*row.groups.all(), *row.user_permissions.all()))


@admin.register(Group)
class RightsAdmin(AccountTrail, DeskAdmin, GroupAdmin):
    """A group is a set of rights."""

    search_fields = ["name"]

    def get_search_results(self, request, queryset, search_term):
        """As of accounts: there are few."""
        tokens = search_tokens(search_term)
        found = [row.pk for row in queryset if all(f" {token}" in key(row.name) for token in tokens)]
        return queryset.filter(pk__in=found), False


@admin.register(User)
class StaffAdmin(AccountTrail, DeskAdmin, UserAdmin):
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
