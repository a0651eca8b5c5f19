"""The way in."""

from allauth.account.forms import LoginForm
from allauth.account.views import LoginView

from newsdesk.accounts.factor_forms import Plain


class DeskLogin(Plain, LoginForm):
    """allauth's, under the id that log-ins of Django have."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {"id": "id_username", "autocapitalize": "none"}


class DeskLoginView(LoginView):
    """Name and password. Limits, the second step and where it leads afterwards are allauth's."""

    form_class = DeskLogin
    template_name = "admin/login.html"

    def _redirect_to_pending_stage(self, request, stage):
        """Nowhere: whoever opens the log-in again between its two steps begins again."""
