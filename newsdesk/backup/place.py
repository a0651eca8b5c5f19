"""Where the parts of a desk are on this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import ConnectionHandler, connection
from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True)
class Place:
    """`database`: Django's settings of it. `var`: where `secret_key` and `desk.env` are. `pictures`: the uploads."""

    database: dict[str, Any]
    var: Path
    pictures: Path

    @property
    def kind(self) -> str:
        """sqlite or postgresql."""
        return "sqlite" if self.database["ENGINE"].endswith("sqlite3") else "postgresql"

    @property
    def file(self) -> Path:
        """The file of an SQLite database."""
        return Path(self.database["NAME"])

    def url(self, *, password: bool = True) -> str:
        """The database as DATABASE_URL and PostgreSQL's programs name it."""
        name = str(self.database["NAME"])
        if self.kind == "sqlite":
            return f"sqlite:///{quote(name)}"
        words = {key: quote(str(self.database.get(key) or ""), safe="") for key in ("USER", "PASSWORD", "HOST", "PORT")}
        login = words["USER"] + (f":{words['PASSWORD']}" if password and words["PASSWORD"] else "")
        port = f":{words['PORT']}" if words["PORT"] else ""
        options = {key: value for key, value in self.database.get("OPTIONS", {}).items() if isinstance(value, str)}
        asked = urlencode({key: value for key, value in options.items() if key != "options"})
        host = f"{login}@{words['HOST']}" if login else words["HOST"]
        return f"postgres://{host}{port}/{quote(name, safe='')}?{asked}".rstrip("?")

    @contextmanager
    def cursor(self) -> Iterator[CursorWrapper]:
        """A cursor on a connection of its own, closed afterwards."""
        own = ConnectionHandler({"default": dict(self.database)})["default"]
        try:
            with own.cursor() as cursor:
                yield cursor
        finally:
            own.close()


def here() -> Place:
    """The desk that the settings name."""
    return Place(connection.settings_dict, settings.VAR_DIR, Path(settings.MEDIA_ROOT))
