"""`manage.py let_in NAME`: for the one person of a desk who lost password or phone, with nobody else to help."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import ngettext

from newsdesk.accounts import links, second_factor
from newsdesk.models import User
from people.recording import Refused

WHY = "manage.py let_in"


class Command(BaseCommand):
    help = (
        "Print a link with which NAME sets a new password. Whoever can run this on the server could change anything "
        "anyway; it leaves its trail, and NAME is told at the next log-in."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="The username, as at the log-in.")
        parser.add_argument(
            "--without-second-factor", action="store_true", help="Take off the second factor, too: the phone is lost."
        )

    def handle(self, *, name, without_second_factor, **options):
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account {name!r}.")
        try:
            if without_second_factor:
                second_factor.take_off(user, by=None, why=WHY)
            path = links.make(user, by=None, why=WHY)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        hours = settings.PASSWORD_RESET_TIMEOUT // 3600
        self.stdout.write(ngettext("Works once, within %d hour:", "Works once, within %d hours:", hours) % hours)
        self.stdout.write(f"{'https' if settings.HTTPS else 'http'}://{settings.ALLOWED_HOSTS[0]}{path}")
