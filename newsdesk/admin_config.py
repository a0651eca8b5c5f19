"""Django's admin with our site in the place of its own."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    """Listed in INSTALLED_APPS instead of `django.contrib.admin`."""

    default_site = "newsdesk.admin_site.DeskSite"
