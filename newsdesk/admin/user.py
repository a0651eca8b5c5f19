"""Who works here, and what they may do: Django's own forms, with our trail instead of its log."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from newsdesk.accounts import second_factor, signing_out
from newsdesk.accounts.forms import CloseForm, NewAccountForm
from newsdesk.admin.user_acts import ACTS, LINK
from newsdesk.models import User
from people import trails
from people.desk.acts import ActsMixin
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
class StaffAdmin(AccountTrail, ActsMixin, DeskAdmin, UserAdmin):
    """Accounts in the desk's manners: nobody types another's password, and acts do what a tick would do in silence."""

    acts = ACTS
    add_form = NewAccountForm
    change_form_template = "admin/record_change_form.html"
    list_display = ["username", "first_name", "last_name", "is_active", "has_factor", "last_login"]
    list_filter = ["is_active", "groups"]
    search_fields = ["username"]
    filter_horizontal = ["groups", "user_permissions"]
    add_fieldsets = [(None, {"fields": ["username", "first_name", "last_name", "groups"]})]
    fieldsets = [
        (None, {"fields": ["username", "first_name", "last_name", "email"]}),
        (_("Roles"), {"fields": ["groups"]}),
        (
            _("Beyond roles"),
            {"fields": ["is_staff", "is_superuser", "user_permissions"], "classes": ["collapse"]},
        ),
        (_("Signed in"), {"fields": ["state", "last_login", "where", "factor"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        """Rights beyond roles are a superuser's to give; an account is closed and opened by acts."""
        if obj is None:
            return []
        beyond = [] if request.user.is_superuser else ["is_staff", "is_superuser", "user_permissions"]
        return ["state", "last_login", "where", "factor", *beyond]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(has_factor=Exists(second_factor.of(OuterRef("pk"))))

    @admin.display(description=_("second factor"), boolean=True)
    def has_factor(self, user):
        return user.has_factor

    @admin.display(description=_("account"))
    def state(self, user):
        return _("open") if user.is_active else _("closed")

    @admin.display(description=_("where"))
    def where(self, user):
        """In which browsers, in words."""
        devices = [row.device for row in signing_out.of(user)]
        return ", ".join(devices) if devices else _("nowhere")

    @admin.display(description=_("second factor"))
    def factor(self, user):
        kinds = sorted({str(second_factor.WORDS[each.type]) for each in second_factor.of(user)})
        return ", ".join(kinds) if kinds else _("none")

    def act_form(self, act, row, data):
        return act.form(data, row=row) if act.form is CloseForm else super().act_form(act, row, data)

    def after_act(self, request, act, row, result):
        """A link is shown once, on the page that answers; it is kept nowhere."""
        if act.name != LINK:
            return super().after_act(request, act, row, result)
        form = act.form()
        context = self._act_context(request, act, row, form)
        words = {"link": request.build_absolute_uri(result), "hours": settings.PASSWORD_RESET_TIMEOUT // 3600}
        return TemplateResponse(request, "admin/account/link.html", context | words)

    def response_add(self, request, obj, post_url_continue=None):
        """A new account has no password: the next page makes the link for its first."""
        if "_addanother" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_act", obj.pk, LINK)

    def user_change_password(self, request, id, form_url=""):
        """Where Django lets one person type another's password."""
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_act", id, LINK)

    def get_search_results(self, request, queryset, search_term):
        """Names are folded here and not in a column: a desk has few accounts."""
        if not search_term.strip():
            return queryset, False
        tokens = search_tokens(search_term)
        names = queryset.values_list("pk", "username", "first_name", "last_name", "email")
        found = [pk for pk, *words in names if tokens and all(f" {token}" in key(" ".join(words)) for token in tokens)]
        return queryset.filter(pk__in=found), False
