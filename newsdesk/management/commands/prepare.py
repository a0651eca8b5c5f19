"""`manage.py prepare`: makes a server ready after an installation or an upgrade, as `make run` does by itself."""

from django.core.management.base import BaseCommand, CommandError

from newsdesk.preparing import CannotPrepare, prepare


class Command(BaseCommand):
    help = "Bring database, translations and static files in step with the program."

    def handle(self, **options: object) -> None:
        try:
            prepare(self.stdout.write)
        except CannotPrepare as error:
            raise CommandError(str(error)) from error
