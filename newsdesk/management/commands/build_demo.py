"""`manage.py build_demo`: fills an empty desk with the demonstration, once."""

from django.core.management.base import BaseCommand

from newsdesk.demo import logins
from newsdesk.demo.build import build
from newsdesk.models import User
from people.disclosure import public_act


class Command(BaseCommand):
    help = "Fill an empty desk with the demonstration; does nothing where there is an account already."

    def handle(self, **options: object) -> None:
        if User.objects.exists():
            return
        self.stdout.write("Building the demo desk …")
        with public_act():  # whole or not at all, and what readers see is worked out once, at the end
            build(by=logins.create())
