"""`manage.py import_record FILE…`: lists into the record, all or nothing, as the desk's page does it."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from newsdesk.models import User
from people.exchange import importing, previewing, undoing
from people.exchange.columns import KINDS
from people.exchange.rows import Unreadable
from people.models import Import
from people.permissions import can_keep_record
from people.recording import Refused

WIDTH = 40
SHOWN = 20


class Command(BaseCommand):
    help = "Take lists (CSV, Popolo JSON) into the record, all of their rows or none; --look only tells."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", metavar="FILE")
        parser.add_argument("--by", required=True, help="the account that answers for it: a record keeper's user name")
        parser.add_argument("--publisher", help="whose list it is")
        parser.add_argument("--kind", default="list", help="register, list of ministers …")
        parser.add_argument("--day", type=date.fromisoformat, help="the day the list is of: 2023-05-31")
        parser.add_argument("--address", default="", help="where it stands: https://…")
        parser.add_argument("--language", default="en", help="a tag such as en, ru, kk, zh-Hans")
        parser.add_argument("--scheme", default="", help="the register that the column id is of; kept as identifiers")
        parser.add_argument("--look", action="store_true", help="compare and tell, take nothing in")
        parser.add_argument("--leave-errors", action="store_true", help="take in the rows without errors")
        parser.add_argument("--vouch", default="", metavar="REASON", help="vouch for the whole list at once")
        parser.add_argument("--undo", type=int, metavar="NUMBER", help="undo an import")
        parser.add_argument("--why", default="", help="the reason of --undo")

    def handle(self, *, files, by, undo, **options) -> None:
        keeper = User.objects.filter(username=by, is_active=True).first()
        if keeper is None or not can_keep_record(keeper):
            raise CommandError(f"There is no record keeper “{by}”.")
        try:
            if undo is not None:
                self._undo(undo, keeper, options["why"])
            else:
                self._import(files, keeper, options)
        except (Unreadable, Refused) as refusal:
            raise CommandError(str(refusal)) from refusal
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error

    def _undo(self, number, keeper, why):
        taken = Import.objects.filter(pk=number).first()
        if taken is None:
            raise CommandError(f"There is no import {number}.")
        undoing.undo(taken, by=keeper, why=why, tell=self._bar("Undoing"))
        self.stdout.write(f"Import {number} is undone.")

    def _import(self, files, keeper, options):
        if not files or not options["publisher"]:
            raise CommandError("Name the files, and whose list they are: --publisher.")
        told = {name: options[name] for name in ("publisher", "kind", "day", "address", "language", "scheme")}
        taken = previewing.begin(self._read(files), by=keeper, **told)
        previewing.look(taken, tell=self._bar("Comparing"))
        if options["look"]:
            self._tell(taken)
            taken.delete()
            return
        try:
            reason, leaves = options["vouch"], options["leave_errors"]
            importing.run(taken, by=keeper, reason=reason, leaves_errors=leaves, tell=self._bar("Writing"))
        except Refused:
            self._tell(taken)
            taken.delete()
            raise
        self._tell(taken)
        self.stdout.write(
            f"Imported as number {taken.pk}; undone with: import_record --undo {taken.pk} --by {keeper} --why …"
        )

    def _read(self, files):
        read = []
        for name in files:
            try:
                read.append((Path(name).name, Path(name).read_bytes()))
            except OSError as error:
                raise CommandError(f"{name} cannot be read: {error.strerror}.") from error
        return read

    def _tell(self, taken):
        """Sentences about the files, how many rows of each kind come to what, and the rows with errors or questions."""
        for file in taken.files:
            for note in file["notes"]:
                self.stdout.write(f"{file['name']}: {note}")
        rows = list(taken.rows.all())
        counted = Counter((row.kind, row.choice) for row in rows)
        for kind in KINDS:
            parts = [
                f"{counted[kind, choice]:,} {choice}" for choice in ("new", "same", "later") if counted[kind, choice]
            ]
            if parts:
                self.stdout.write(f"{KINDS[kind].plural}: {', '.join(parts)}")
        asks = [row for row in rows if row.errors or (row.choice == "later" and row.matches)]
        for row in asks[:SHOWN]:
            for column, sentence in row.errors.items():
                self.stdout.write(f"{row.file}, row {row.number}, {column}: {sentence}")
            for match in row.matches if not row.errors else ():
                self.stdout.write(
                    f"{row.file}, row {row.number}, {row.label}: {match['label']}? {', '.join(match['reasons'])}"
                )
        if len(asks) > SHOWN:
            self.stdout.write(f"and {len(asks) - SHOWN:,} more rows")

    def _bar(self, title):
        """A bar that grows on the line of a terminal; elsewhere nothing."""

        def tell(done, total):
            if sys.stderr.isatty() and total:
                filled = WIDTH * done // total
                end = "\n" if done >= total else ""
                self.stderr.write(f"\r{title} [{'#' * filled}{'.' * (WIDTH - filled)}] {done:,}/{total:,}", ending=end)

        return tell
