"""The way in."""

from django.contrib.admin.forms import AdminAuthenticationForm


class DeskLogin(AdminAuthenticationForm):
    """Django's, with labels that carry no colon."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
