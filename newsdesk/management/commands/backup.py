"""`manage.py backup`: the whole desk as one file, while people go on working."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from newsdesk.backup import place, rotation
from newsdesk.backup.making import back_up
from newsdesk.backup.progress import Progress
from newsdesk.backup.snapshot import CannotBackUp


class Command(BaseCommand):
    help = "Write database, pictures, secret key and the desk's own settings into one file; people may go on working."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="The file to write.")
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="A folder: the file is named by the moment.")
        parser.add_argument("--keep", type=int, metavar="N", help="With --to: keep the newest N of that folder.")

    def handle(self, **options) -> None:
        file, folder, keep = options["file"], options["to"], options["keep"]
        if (file is None) == (folder is None):
            raise CommandError("Please say where to: a file, or a folder with --to.")
        if keep is not None and (folder is None or keep < 1):
            raise CommandError("--keep needs --to and a number from 1 on.")
        target = file or folder / rotation.name_at(datetime.now(UTC))
        try:
            made = back_up(place.here(), target, Progress(sys.stderr))
        except CannotBackUp as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{made.file}: {made.size / 1e6:,.1f} MB, {made.pictures:,} files of pictures.")
        if made.strangers:
            self.stdout.write(f"Left out: {made.strangers:,} files among the pictures that Newsdesk did not make.")
        self.stdout.write("It holds the secret key and every draft: keep it where nobody else reads.")
        if keep:
            for old in rotation.forget_older(folder, keep):
                self.stdout.write(f"Removed the older {old.name}.")
