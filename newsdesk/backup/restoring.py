"""Makes a desk out of a backup in a place where none is: everything is unpacked, proved and migrated beside its place
first, then put there by renaming."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from newsdesk.backup import archive, pieces, postgres, sqlite
from newsdesk.backup.archive import BadArchive, Head, Reader
from newsdesk.backup.place import Place
from newsdesk.backup.progress import Progress
from newsdesk.desk_file import FILE
from newsdesk.models import User

KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
LOGS = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


class CannotRestore(Exception):
    """Why nothing was restored, in one sentence."""


@dataclass(frozen=True)
class Restored:
    head: Head
    pictures: int


def restore(place: Place, file: Path, progress: Progress) -> Restored:
    """Make the desk of a backup here. Raises CannotRestore; then everything stands as before."""
    refuse_begun(place)
    try:
        with file.open("rb") as stream:
            reader = Reader(stream)
            refuse_other(place, reader.head)
            with tempfile.TemporaryDirectory(dir=place.var, prefix=".restore-") as name:
                staged = Staged(Path(name), beside(place))
                with staged.cleared():
                    pictures = unpack(reader, staged, progress)
                    settle(place, staged, reader.head)
        return Restored(reader.head, pictures)
    except BadArchive as error:
        raise CannotRestore(str(error)) from error
    except OSError as error:
        raise CannotRestore(f"{error.filename or place.var} cannot be used ({error.strerror}).") from error


@dataclass(frozen=True)
class Staged:
    """Where the parts wait: `folder` beside the desk's own, the database where a rename can put it in its place."""

    folder: Path
    database: Path

    @contextmanager
    def cleared(self):
        """The database is outside the folder: it goes, too, and what a killed run left of it."""
        self.clear()
        try:
            yield
        finally:
            self.clear()

    def clear(self):
        for ending in ("", *LOGS):
            Path(f"{self.database}{ending}").unlink(missing_ok=True)


def beside(place: Place) -> Path:
    """Where the database of a backup waits."""
    if place.kind == "postgresql":
        return place.var / ".restoring-dump"
    place.file.parent.mkdir(parents=True, exist_ok=True)
    return place.file.with_name(f".restoring-{place.file.name}")


def refuse_begun(place: Place) -> None:
    """Nobody's work is overwritten."""
    if has_accounts(place):
        raise CannotRestore("There is a desk here already: restore into an empty folder (VAR_DIR) and database.")
    if place.kind == "postgresql" and postgres.tables(place):
        raise CannotRestore(f"The database {place.database['NAME']} has tables already: make an empty one.")
    if place.pictures.exists() and any(path.is_file() for path in place.pictures.rglob("*")):
        raise CannotRestore(f"There are files in {place.pictures} already: restore into an empty folder.")


def has_accounts(place: Place) -> bool:
    table = User._meta.db_table
    if place.kind == "postgresql":
        return table in postgres.tables(place) and postgres.has_rows(place, table)
    try:
        return place.file.exists() and sqlite.has_rows(place.file, table)
    except sqlite3.Error as error:
        raise CannotRestore(f"{place.file} is there already and cannot be read ({error}).") from error


def refuse_other(place: Place, head: Head) -> None:
    """A backup of the other kind of database, or of a newer version."""
    if head.database != place.kind:
        held = KINDS.get(head.database, head.database)
        raise CannotRestore(f"This backup is of a {held} database, and DATABASE_URL names {KINDS[place.kind]}.")
    loader = MigrationLoader(None)
    known, apps = set(loader.disk_migrations), loader.migrated_apps
    if unknown := [f"{app} {name}" for app, name in head.migrations if app in apps and (app, name) not in known]:
        raise CannotRestore(
            f"This backup was made by a newer Newsdesk ({head.version}; {unknown[0]}): install that version first."
        )
    free = shutil.disk_usage(place.var).free
    if head.database_size + head.pictures_size > free:
        needed = (head.database_size + head.pictures_size) / 1e9
        raise CannotRestore(f"This backup needs {needed:.1f} GB and {place.var} has {free / 1e9:.1f} GB left.")


def unpack(reader: Reader, staged: Staged, progress: Progress) -> int:
    """Every member into its staged file; how many pictures. Raises BadArchive also for a member that is missing."""
    head, seen, pictures = reader.head, set(), 0
    progress.begin("Unpacking", head.database_size + head.pictures_size)
    with staged.database.open("wb") as database:
        for name, stream, size in reader.members():
            if name.startswith(archive.DATABASE):
                data = pieces.expand(stream, size)
                database.write(data)
                progress.step(len(data))
            else:
                save(staged.folder / name, stream)
                progress.step(size)
            seen.add(name.partition("/")[0])
            pictures += name.startswith(archive.PICTURES)
    if not {"database", archive.KEY} <= seen:
        raise BadArchive(f"{archive.BROKEN}.")
    progress.end()
    return pictures


def save(file: Path, stream: archive.Member) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as saved:
        while data := stream.read(archive.STEP):
            saved.write(data)


def settle(place: Place, staged: Staged, head: Head) -> None:
    """Migrate what was unpacked, then put it in its place."""
    if place.kind == "sqlite":
        try:
            if [*map(tuple, sqlite.settle(staged.database))] != head.migrations:
                raise BadArchive(f"{archive.BROKEN}.")
            migrate(replace(place, database=place.database | {"NAME": str(staged.database)}), staged)
            sqlite.settle(staged.database)
        except sqlite3.Error as error:
            raise BadArchive(f"{archive.BROKEN}.") from error
        put(place, staged)
        return
    try:
        postgres.fill(place, staged.database)
        migrate(place, staged)
        put(place, staged)
    except BaseException as error:
        postgres.empty(place)
        if isinstance(error, postgres.ProgramFailed):
            raise CannotRestore(str(error)) from error
        raise


def migrate(place: Place, staged: Staged) -> None:
    """Bring the database up to this version, as a process that reads the restored settings and key."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "migrate", "--no-input", "-v0"]
    surroundings = os.environ | {"VAR_DIR": str(staged.folder), "DATABASE_URL": place.url()}
    ended = subprocess.run(command, env=surroundings, capture_output=True, text=True)
    if ended.returncode:
        said = ended.stderr.strip().splitlines() or ["it did not say why"]
        raise CannotRestore(f"The backup could not be brought up to this version: {said[-1]}")


def put(place: Place, staged: Staged) -> None:
    """Rename every part to where it belongs; should one fail, those before it go back."""
    moves = [(staged.folder / archive.KEY, place.var / archive.KEY)]
    if (staged.folder / FILE).exists():
        moves.append((staged.folder / FILE, place.var / FILE))
    pictures = staged.folder / archive.PICTURES
    pictures.mkdir(exist_ok=True)
    open_to_nginx(pictures)
    moves.append((pictures, place.pictures))
    if place.kind == "sqlite":
        for ending in LOGS:
            Path(f"{place.file}{ending}").unlink(missing_ok=True)
        moves.append((staged.database, place.file))
    os.chmod(staged.folder / archive.KEY, 0o600)
    rename(moves)


def open_to_nginx(pictures: Path) -> None:
    """As the storage leaves them: renditions are sent by another user's process."""
    for above, _folders, names in os.walk(pictures):
        os.chmod(above, settings.FILE_UPLOAD_DIRECTORY_PERMISSIONS)
        for name in names:
            os.chmod(Path(above) / name, settings.FILE_UPLOAD_PERMISSIONS)


def rename(moves: list[tuple[Path, Path]]) -> None:
    """All of them or none; what was there before is put aside until the last one is done."""
    done: list[tuple[Path, Path]] = []

    def step(source: Path, target: Path) -> None:
        os.replace(source, target)
        done.append((source, target))

    try:
        for source, target in moves:
            if target.exists():
                step(target, aside(target))
            step(source, target)
    except OSError:
        for source, target in reversed(done):
            os.replace(target, source)
        raise
    for _source, target in moves:
        before = aside(target)
        if before.is_dir():
            shutil.rmtree(before)
        else:
            before.unlink(missing_ok=True)


def aside(path: Path) -> Path:
    return path.with_name(f".before-{path.name}")
