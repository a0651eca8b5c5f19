"""Everything that stands in a database, a short text for each table: alike where nothing was written in between."""

import hashlib
import sqlite3
from pathlib import Path

# Written without anybody having sent a form: sessions, log-in attempts, the queue, and what the worker makes of it.
NOT_RECORD = ("_session", "_signin", "_cache", "django_tasks", "articles_runner", "rendition", "sqlite_")


def is_record(table: str) -> bool:
    """Whether the table holds what people typed."""
    return not any(word in table for word in NOT_RECORD)


def digests(database: Path) -> dict[str, str]:
    """Of each table of people's work in an SQLite file, read in one transaction beside whoever writes."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20)
    try:
        connection.execute("BEGIN")
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return {name: _digest(connection.execute(f'SELECT * FROM "{name}"')) for (name,) in names if is_record(name)}
    finally:
        connection.close()


def _digest(rows):
    found = hashlib.sha256()
    for row in rows:
        found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()
