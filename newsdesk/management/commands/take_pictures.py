"""`manage.py take_pictures`: photographs the demo desk, as `make pictures` does."""

from django.core.management.base import BaseCommand, CommandError

from newsdesk.demo import pictures


class Command(BaseCommand):
    help = "Photograph the demo desk into var/pictures: phone and desktop, light and dark."

    def handle(self, **options: object) -> None:
        try:
            folder = pictures.take()
        except pictures.NoBrowser as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The pictures are in {folder}.")
