"""The desk: Django's admin site with our sidebar, overview, search and choosers."""

from functools import wraps

from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from newsdesk.accounts import second_factor, signing_out
from newsdesk.desk import sidebar, signed_out
from newsdesk.desk.choices import LabelledChoices
from newsdesk.desk.login import DeskLoginView
from newsdesk.desk.overview import board
from newsdesk.desk.views import find

OURS = {"newsdesk", "articles", "people"}
# What stays open to somebody whose second factor is still missing, beside their account.
WITHOUT_FACTOR = {"logout", "password_change", "password_change_done", "jsi18n"}


class DeskSite(AdminSite):
    """The only admin site; `newsdesk.admin_config` makes it the default one."""

    site_title = settings.SITE_NAME
    site_header = settings.SITE_NAME
    index_title = _("Overview")

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only pages of ours: what a library brings along would be saved past every verb, without a trail."""
        if admin_class and admin_class.__module__.partition(".")[0] in OURS:
            super().register(model_or_iterable, admin_class, **options)

    def each_context(self, request):
        context = super().each_context(request)
        return {**context, "desk_groups": sidebar.groups(context["available_apps"], request.path)}

    def get_urls(self):
        return [path("search/", self.admin_view(self.find), name="desk_search"), *super().get_urls()]

    def admin_view(self, view, cacheable=False, *, may_lack_factor=False):
        """As Django's. A page of the desk is for whoever has the second factor that their role asks for."""

        @wraps(view)
        def guarded(request, *args, **kwargs):
            signing_out.note(request)
            open_to_all = may_lack_factor or request.resolver_match.url_name in WITHOUT_FACTOR
            if not open_to_all and second_factor.is_missing(request.user):
                return redirect("mfa_index")
            return view(request, *args, **kwargs)

        inner = super().admin_view(guarded, cacheable)

        @wraps(inner)
        def outer(request, *args, **kwargs):
            response = inner(request, *args, **kwargs)
            if request.method == "POST" and not self.has_permission(request) and (words := signed_out.typed(request)):
                return signed_out.kept(request, self.each_context(request), words)
            return response

        return outer

    def login(self, request, extra_context=None):
        """Name and password, then a second factor where there is one."""
        if request.user.is_authenticated and not self.has_permission(request):
            logout(request)  # may not enter the desk any more: without this, log-in and desk would send in a circle
        context = {**self.each_context(request), "title": _("Log in"), **(extra_context or {})}
        return DeskLoginView.as_view(extra_context=context)(request)

    @method_decorator(rate_limit(action="change_password"))
    def password_change(self, request, extra_context=None):
        """As Django's; every other browser is signed out, and nobody guesses at a desk left open."""
        response = super().password_change(request, extra_context)
        if response.status_code == 302:
            signing_out.password_changed(request)
        return response

    def index(self, request, extra_context=None):
        """The overview: what waits for somebody today."""
        return super().index(request, {**board(request.user), **(extra_context or {})})

    def find(self, request):
        return find(request, self.each_context(request))

    def autocomplete_view(self, request):
        return LabelledChoices.as_view(admin_site=self)(request)
