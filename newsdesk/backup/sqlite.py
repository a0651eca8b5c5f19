"""An SQLite database as one moment left it, while others go on writing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsdesk.backup.place import Place
from newsdesk.backup.progress import Progress
from newsdesk.backup.snapshot import MIGRATIONS, CannotBackUp, Snapshot

PAGES = 4096  # copied at a time


@contextmanager
def snapshot(place: Place, folder: Path, progress: Progress) -> Iterator[Snapshot]:
    """A copy in `folder`, gone afterwards. Raises CannotBackUp."""
    copy = folder / "database"
    if not place.file.is_file():
        raise CannotBackUp(f"There is no database: {place.file} does not exist.")
    try:
        with closing(opened(place.file)) as source, closing(opened(copy)) as target:
            copy_moment(source, target, progress)
            migrations = target.execute(MIGRATIONS).fetchall()
    except sqlite3.Error as error:
        raise CannotBackUp(f"The database cannot be copied: {error}.") from error
    with copy.open("rb") as stream:
        yield Snapshot(os.path.getsize(copy), migrations, stream)


def opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=20, isolation_level=None)


def copy_moment(source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress) -> None:
    """Page by page, inside one read transaction: what others write meanwhile goes to the log and stays out."""
    target.execute("PRAGMA journal_mode=OFF")
    target.execute("PRAGMA synchronous=OFF")
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the transaction begins with its first reading
    size = source.execute("PRAGMA page_size").fetchone()[0]
    progress.begin("Copying the database", size * source.execute("PRAGMA page_count").fetchone()[0])
    copied = 0

    def tell(_status: int, remaining: int, total: int) -> None:
        nonlocal copied
        progress.step(size * (total - remaining - copied))
        copied = total - remaining

    source.backup(target, pages=PAGES, progress=tell)
    source.execute("ROLLBACK")
    target.execute("PRAGMA journal_mode=DELETE")  # the copy says of itself that it has a log beside it; it has none
    progress.end()


def has_rows(file: Path, table: str) -> bool:
    """Whether the table of this database has a row. Raises sqlite3.Error for a file that is none."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as found:
        tables = {name for (name,) in found.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return table in tables and found.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() is not None


def settle(file: Path) -> list[tuple[str, str]]:
    """Bring a database and its log into one file; its migrations. Raises sqlite3.Error."""
    with closing(opened(file)) as settled:
        settled.execute("PRAGMA journal_mode=DELETE")
        return settled.execute(MIGRATIONS).fetchall()
