"""The desk: Django's admin site with our sidebar, overview, search and choosers."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.urls import path
from django.utils.translation import gettext_lazy as _

from newsdesk.desk import sidebar
from newsdesk.desk.choices import LabelledChoices
from newsdesk.desk.login import DeskLogin
from newsdesk.desk.overview import board
from newsdesk.desk.views import find

OURS = {"newsdesk", "articles", "people"}


class DeskSite(AdminSite):
    """The only admin site; `newsdesk.admin_config` makes it the default one."""

    site_title = settings.SITE_NAME
    site_header = settings.SITE_NAME
    index_title = _("Overview")
    login_form = DeskLogin

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only pages of ours: what a library brings along would be saved past every verb, without a trail."""
        if admin_class and admin_class.__module__.partition(".")[0] in OURS:
            super().register(model_or_iterable, admin_class, **options)

    def each_context(self, request):
        context = super().each_context(request)
        return {**context, "desk_groups": sidebar.groups(context["available_apps"], request.path)}

    def get_urls(self):
        return [path("search/", self.admin_view(self.find), name="desk_search"), *super().get_urls()]

    def index(self, request, extra_context=None):
        """The overview: what waits for somebody today."""
        return super().index(request, {**board(request.user), **(extra_context or {})})

    def find(self, request):
        return find(request, self.each_context(request))

    def autocomplete_view(self, request):
        return LabelledChoices.as_view(admin_site=self)(request)
