"""`manage.py bench`: every benchmark, as `make bench` runs them."""

import os
import subprocess
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from newsdesk.bench import timing
from newsdesk.bench.figures import Figure, table
from newsdesk.bench.measurements import is_of, measurements, take, title
from newsdesk.bench.sizes import SIZES, prepare


class Command(BaseCommand):
    help = "Measure a demonstration desk and one of 100,000 articles, kept in var/bench: figures, aims, reached or not."

    def add_arguments(self, parser: CommandParser) -> None:
        names = sorted(measurements())
        parser.add_argument("--only", nargs="+", choices=names, default=names, help="what to measure; else everything")
        parser.add_argument("--size", choices=SIZES, help="the desk to measure; else both")
        parser.add_argument("--rounds", type=int, default=timing.ROUNDS, help="how often each page is asked for")
        parser.add_argument("--here", choices=SIZES, help="measure the desk of these settings: how bench runs itself")

    def handle(self, *, only: list[str], size: str | None, rounds: int, here: str | None, **options: object) -> None:
        if here:
            timing.ROUNDS = max(1, rounds)
            self.measure(here, only)
            return
        only = [*only, f"--rounds={rounds}"]
        for each in [size] if size else SIZES:
            self.run_on(each, only, DATABASE_URL="")
            if connection.vendor == "postgresql":
                self.run_on(each, only, DATABASE_URL=os.environ["DATABASE_URL"])

    def run_on(self, size: str, only: list[str], **database: str) -> None:
        """In a process of its own, with the settings of that desk."""
        folder = settings.BASE_DIR / "var" / "bench" / size
        folder.mkdir(parents=True, exist_ok=True)
        environment = os.environ | {"VAR_DIR": str(folder), "DEMO": "yes", "DEBUG": "no"} | database
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "bench", "--here", size, "--only", *only]
        if subprocess.run(command, env=environment, check=False).returncode:
            raise CommandError(f"The desk of size {size} could not be measured.")

    def measure(self, size: str, only: list[str]) -> None:
        prepare(size)
        figures: list[Figure] = []
        for name, module in measurements().items():
            if name in only and is_of(module, size):
                taken = take(module)
                self.stdout.write(table(f"{title(module)} · {size} · {connection.vendor}", taken))
                self.stdout.flush()
                figures += taken
        aims = [each for each in figures if each.aim is not None]
        missed = [each.name for each in aims if not each.is_reached]
        self.stdout.write(f"\n{len(aims) - len(missed)} of {len(aims)} aims reached. {'; '.join(missed)}".rstrip())
