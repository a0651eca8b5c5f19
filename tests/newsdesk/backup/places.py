"""Small desks on the disk: just enough database for a backup, made without Django's."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

from newsdesk.backup.place import Place
from newsdesk.backup.progress import Progress

OPTIONS = {"ENGINE": "django.db.backends.sqlite3"}


def quiet() -> Progress:
    return Progress(io.StringIO())


def place(folder: Path) -> Place:
    """A place in that folder where nothing is yet."""
    folder.mkdir(exist_ok=True)
    return Place(OPTIONS | {"NAME": str(folder / "newsdesk.sqlite3")}, folder, folder / "uploads")


def small_desk(folder: Path) -> Place:
    """A place with a database of one table beside the migrations, two pictures and settings of its own."""
    made = place(folder)
    with closing(sqlite3.connect(made.file)) as database, database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE django_migrations (app, name)")
        database.execute("CREATE TABLE word (text)")
        database.executemany("INSERT INTO word VALUES (?)", [("сло́во" * 500,) for _ in range(50)])
    for name in ("originals/aa.png", "renditions/aa-480.webp"):
        file = made.pictures / name
        file.parent.mkdir(parents=True)
        file.write_bytes(name.encode() * 1000)
    (folder / "desk.env").write_text("SITE_NAME=Steppe\n")
    return made


def words_in(file: Path) -> int:
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT count(*) FROM word").fetchone()[0]


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
