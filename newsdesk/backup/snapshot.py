"""What a copy of a database is, whichever database it is."""

from dataclasses import dataclass
from typing import IO

MIGRATIONS = "SELECT app, name FROM django_migrations ORDER BY app, name"


class CannotBackUp(Exception):
    """Why there is no backup, in one sentence."""


@dataclass(frozen=True)
class Snapshot:
    """The database at one moment: about how many bytes, which migrations, and its bytes as a stream."""

    size: int
    migrations: list[tuple[str, str]]
    stream: IO[bytes]
