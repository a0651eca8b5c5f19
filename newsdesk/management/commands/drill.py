"""`manage.py drill`: treat a desk of its own badly and print what came of it, as `make drill` does."""

import os
from contextlib import contextmanager
from functools import partial
from urllib.parse import urlsplit
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from newsdesk.drill import attack, browser, rows, traffic
from newsdesk.drill.desk import DESK, DidNotOpen, opened

ATTACKERS = ("editor", "administrator")
LOOKED_AT = 200  # pages opened in the browser at most


class Command(BaseCommand):
    help = "Drill a throw-away desk: `hostile` input through real forms, or `traffic` of editors and readers."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("drill", choices=["hostile", "traffic"])
        parser.add_argument("--number", type=int, default=1000, help="hostile: so many inputs (1000)")
        parser.add_argument("--seed", type=int, default=1, help="hostile: the same seed makes the same inputs (1)")
        parser.add_argument("--minutes", type=float, default=5, help="traffic: for so long (5)")
        parser.add_argument("--editors", type=int, default=10, help="traffic: so many editors (10)")
        parser.add_argument("--rate", type=float, default=50, help="traffic: pages read a second (50)")

    def handle(self, *, drill, **options):
        try:
            wrong = getattr(self, drill)(options)
        except DidNotOpen as error:
            raise CommandError(f"The desk did not open:\n{error}") from error
        if wrong:
            raise CommandError("\n".join(wrong[:50]))

    def hostile(self, options):
        """Returns what went wrong, a line each."""
        seed, number = options["seed"], options["number"]
        self.stdout.write(f"Hostile input: seed {seed}, {number} inputs")
        with opened() as desk:
            visitors = [desk.visitor(name) for name in ATTACKERS]
            doors = [door for visitor in visitors for door in attack.doors_of(visitor, DESK)]
            digests = partial(rows.digests, desk.database)
            outcome = attack.Attack(doors, seed=seed, digests=digests).run(seed, number, self.stdout.write)
            pages = list(dict.fromkeys(outcome.saved))[-LOOKED_AT:] + traffic.public_addresses(desk.visitor())
            ran = browser.executed(f"http://{desk.host}:{desk.port}", pages, visitors[0].cookies)
        self.stdout.write(f"{len(doors)} doors; sent {outcome.sent}")
        self.stdout.write(f"{len(outcome.saved)} taken in, {outcome.refused} refused, {len(pages)} pages opened")
        self.stdout.write(
            f"{len(ran)} executed, {len(outcome.faults)} of status 500, {len(outcome.half_saved)} half-saves"
        )
        return [*(f"executed at {each}" for each in ran), *outcome.faults, *outcome.half_saved]

    def traffic(self, options):
        """Returns what went wrong, a line each."""
        with empty_database() as address, opened(address) as desk:
            figures = traffic.run(
                desk,
                editors=options["editors"],
                rate=options["rate"],
                seconds=options["minutes"] * 60,
                say=self.stdout.write,
            )
        self.stdout.write(f"{figures.saves} saves and {figures.pages} pages in {figures.seconds:.0f} s")
        self.stdout.write(f"{figures.pages / figures.seconds:.1f} pages a second of {options['rate']:.0f} asked for")
        waits = ", ".join(f"{part:.0%} within {figures.slowest(part):.3f} s" for part in (0.5, 0.95, 0.99))
        self.stdout.write(f"pages: {waits}")
        memory = " ".join(f"{size / 2**20:.0f}" for size in figures.memory)
        self.stdout.write(f"memory of all its processes, MiB: {memory}")
        self.stdout.write(f"{len(figures.errors)} errors, {figures.locked} «database is locked»")
        return [*figures.errors, *(["The log speaks of locks."] if figures.locked else [])]


@contextmanager
def empty_database():
    """On PostgreSQL a new database beside the one of `DATABASE_URL`, dropped at the end; else none: a file is made."""
    if connection.vendor != "postgresql":
        yield ""
        return
    name = f"newsdesk_drill_{uuid4().hex[:8]}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
