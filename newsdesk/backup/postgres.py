"""A PostgreSQL database through PostgreSQL's own programs."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsdesk.backup.place import Place
from newsdesk.backup.progress import Progress
from newsdesk.backup.snapshot import MIGRATIONS, CannotBackUp, Snapshot

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
HOW = ["--no-owner", "--no-privileges"]


class ProgramFailed(Exception):
    """A program is missing, or what it said at its end."""


@contextmanager
def snapshot(place: Place, folder: Path, progress: Progress) -> Iterator[Snapshot]:
    """A dump as pg_dump makes it: one moment, while others go on writing. Raises CannotBackUp."""
    with place.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        size = cursor.fetchone()[0]
        cursor.execute(MIGRATIONS)
        migrations = cursor.fetchall()
    command = ["pg_dump", "--format=custom", "--compress=0", *HOW, f"--dbname={place.url(password=False)}"]
    with tempfile.TemporaryFile("w+") as said:
        try:
            running = subprocess.Popen(command, env=surroundings(place), stdout=subprocess.PIPE, stderr=said)
        except FileNotFoundError as error:
            raise CannotBackUp(missing("pg_dump")) from error
        try:
            assert running.stdout is not None
            yield Snapshot(size, migrations, running.stdout)
            if running.wait():
                raise CannotBackUp(f"pg_dump could not finish: {last_line(said)}")
        finally:
            running.kill()
            running.communicate()


def tables(place: Place) -> list[str]:
    """What stands in the database already."""
    with place.cursor() as cursor:
        cursor.execute(TABLES)
        return [name for (name,) in cursor.fetchall()]


def has_rows(place: Place, table: str) -> bool:
    with place.cursor() as cursor:
        cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')
        return cursor.fetchone() is not None


def fill(place: Place, dump: Path) -> None:
    """Put a dump into an empty database, all of it or nothing. Raises ProgramFailed."""
    command = ["pg_restore", "--single-transaction", "--exit-on-error", *HOW]
    command += [f"--dbname={place.url(password=False)}", str(dump)]
    with tempfile.TemporaryFile("w+") as said:
        try:
            ended = subprocess.run(command, env=surroundings(place), stdout=subprocess.DEVNULL, stderr=said)
        except FileNotFoundError as error:
            raise ProgramFailed(missing("pg_restore")) from error
        if ended.returncode:
            raise ProgramFailed(f"pg_restore could not finish: {last_line(said)}")


def empty(place: Place) -> None:
    """Drop every table again: what was restored could not be used."""
    with place.cursor() as cursor:
        for name in tables(place):
            cursor.execute(f'DROP TABLE IF EXISTS "{name}" CASCADE')


def surroundings(place: Place) -> dict[str, str]:
    """The environment of PostgreSQL's programs: the password there, where no list of processes shows it."""
    return os.environ | {"PGPASSWORD": str(place.database.get("PASSWORD") or ""), "LC_ALL": "C.UTF-8"}


def missing(program: str) -> str:
    return f"The program {program} is not there: install PostgreSQL's client (Debian: apt install postgresql-client)."


def last_line(said) -> str:
    said.seek(0)
    return ([line.strip() for line in said if line.strip()] or ["it did not say why"])[-1]
