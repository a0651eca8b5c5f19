"""`manage.py restore FILE`: the desk of a backup, in a place where none is."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from newsdesk.backup import place
from newsdesk.backup.progress import Progress
from newsdesk.backup.restoring import CannotRestore, restore


class Command(BaseCommand):
    help = "Make the desk of a backup in an empty folder and database; an older backup is brought up to this version."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="A file that `manage.py backup` made.")

    def handle(self, **options) -> None:
        try:
            restored = restore(place.here(), options["file"], Progress(sys.stderr))
        except CannotRestore as error:
            raise CommandError(f"{error} Nothing was restored.") from error
        head = restored.head
        self.stdout.write(
            f"Restored the desk of {head.made_at} ({head.version}); {restored.pictures:,} files of pictures."
        )
        self.stdout.write("Sessions and passwords are those of that moment. Start the server and the worker anew.")
