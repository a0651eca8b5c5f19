"""`manage.py export_record`: the whole record as Popolo JSON, or as a ZIP of CSV files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from people.exchange import archive, exporting


class Command(BaseCommand):
    help = "Write the whole record to a file: Popolo JSON if its name ends with .json, CSV files in a ZIP otherwise."

    def add_arguments(self, parser):
        parser.add_argument("file", help="record.json or record.zip")

    def handle(self, *, file: str, **options: object) -> None:
        path = Path(file)
        content = exporting.popolo_text().encode() if path.suffix == ".json" else archive.packed(exporting.csv_files())
        try:
            path.write_bytes(content)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path}: {len(content):,} bytes.")
