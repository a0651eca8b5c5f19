"""The way in."""

from allauth.account.forms import LoginForm
from allauth.account.views import LoginView


class DeskLogin(LoginForm):
    """allauth's, with nothing written into empty fields."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"id": "id_username", "autocapitalize": "none", "autofocus": True}
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder")
        self.fields["password"].help_text = ""


class DeskLoginView(LoginView):
    """Name and password. Limits, the second step and where it leads afterwards are allauth's."""

    form_class = DeskLogin
    template_name = "admin/login.html"

    def _redirect_to_pending_stage(self, request, stage):
        """Nowhere: whoever opens the log-in again between its two steps begins again."""
