"""The desk's pages of one's own account, and the page of a link of one use."""

from functools import wraps

from allauth.account.adapter import get_adapter
from django.contrib import admin, messages
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from newsdesk.accounts import links, second_factor, signing_out, telling

SHOWN = 20


def in_the_desks_frame(view):
    """The view's template gets what every page of the desk has: names, sidebar, rights."""

    @wraps(view)
    def framed(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse):
            response.context_data = {**admin.site.each_context(request), **(response.context_data or {})}
        return response

    return framed


def on_the_desk(view):
    """For members of staff, also those whose second factor is still missing: here they set it up."""
    return admin.site.admin_view(in_the_desks_frame(view), may_lack_factor=True)


@require_safe
def account(request):
    """Who I am, what I log in with, where I am signed in, and what happened to my account."""
    user = request.user
    factors = list(second_factor.of(user).order_by("created_at"))
    context = {
        "title": _("My account"),
        "app": next((each for each in factors if each.type == second_factor.Type.TOTP), None),
        "keys": [each for each in factors if each.type == second_factor.Type.WEBAUTHN],
        "codes_left": second_factor.codes_left(user),
        "is_factor_missing": second_factor.is_missing(user),
        "sign_ins": signing_out.of(user),
        "current": request.session.session_key,
        "trail": telling.about(user)[:SHOWN],
    }
    return TemplateResponse(request, "admin/account/account.html", context)


@require_POST
def sign_out_one(request):
    """Out of one browser of one's own."""
    if signing_out.end_one(request.user, request.POST.get("which", "")):
        messages.success(request, _("Signed out there."))
    else:
        messages.warning(request, _("That one is signed out already."))
    return HttpResponseRedirect(reverse("mfa_index"))


@require_POST
def sign_out_others(request):
    """Out of every browser of one's own but this one."""
    ended = signing_out.end_others(request.user, request.session.session_key)
    messages.success(
        request, ngettext("Signed out in %d other browser.", "Signed out in %d other browsers.", ended) % ended
    )
    return HttpResponseRedirect(reverse("mfa_index"))


class NewPasswordView(PasswordResetConfirmView):
    """The page of a link: two fields for a password of one's own. The link itself leaves the address at once."""

    template_name = "admin/account/new_password.html"
    token_generator = links.tokens
    title = gettext_lazy("Set your password")
    success_url = reverse_lazy("admin:login")

    def form_valid(self, form):
        links.use(form.user, form.cleaned_data["new_password1"])
        get_adapter().unlock(self.request, form.user)
        self.request.session.flush()
        messages.success(self.request, _("Your password is set. Log in with it now."))
        return HttpResponseRedirect(self.get_success_url())
