"""`manage.py build_demo`: fills an empty desk with the demonstration, once."""

from django.core.management.base import BaseCommand
from django.db import transaction

from newsdesk.demo import logins
from newsdesk.demo.build import build
from newsdesk.models import User


class Command(BaseCommand):
    help = "Fill an empty desk with the demonstration; does nothing where there is an account already."

    def handle(self, **options: object) -> None:
        if User.objects.exists():
            return
        self.stdout.write("Building the demo desk …")
        with transaction.atomic():  # whole or not at all: an interrupted build starts afresh
            build(by=logins.create())
