"""Typed readers of environment variables, loud on a bad value.

What the environment leaves open the desk's own file may say (`newsdesk/desk_file.py`), then the default. Every reader
takes the variable's name and a default (None: the variable is required). An empty value counts as not set. A value that
cannot be read raises `BadSetting`, whose text is one sentence: the name, the value, what is expected.
"""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import ParseResult, parse_qsl, unquote, urlparse
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

from newsdesk import desk_file

YES = {"1", "yes", "true", "on"}
NO = {"0", "no", "false", "off"}
# Two processes x 2,000 read-then-write transactions: 0 errors so, 2,479 of 4,000 with SQLite's deferred transactions.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;",
}
# Acts run one at a time: a hung one must not stop all others for ever.
POSTGRES_OPTIONS = {"options": "-c idle_in_transaction_session_timeout=60000"}


class BadSetting(ImproperlyConfigured):
    """An environment variable that is missing or holds something that cannot be used."""

    def __init__(self, name: str, expected: str, value: str = "") -> None:
        found = f"is {value!r}" if value else "is not set"
        in_file = name in _desk and not os.environ.get(name, "").strip()
        which = f"{name} in the file {desk_file.FILE}" if in_file else f"The environment variable {name}"
        super().__init__(f"{which} {found}: it must be {expected}.")


_desk: dict[str, str] = {}


def take_desk(file: Path) -> None:
    """Let the desk's own file answer for what the environment leaves open; no file, no answers."""
    _desk.clear()
    try:
        _desk.update(desk_file.parse(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return
    except OSError as error:
        raise ImproperlyConfigured(f"The file {file} cannot be read ({error.strerror}).") from error
    except ValueError as error:  # a bad line, or no text
        raise ImproperlyConfigured(f"The file {file} cannot be used: {error}.") from error


def text(name: str, default: str | None = None) -> str:
    """The value as it stands."""
    value = os.environ.get(name, "").strip() or _desk.get(name, "")
    if value:
        return value
    if default is None:
        raise BadSetting(name, "given a value")
    return default


def boolean(name: str, default: bool) -> bool:
    """yes or no, also 1, true, on and 0, false, off."""
    value = text(name, "yes" if default else "no")
    if value.lower() not in YES | NO:
        raise BadSetting(name, "yes or no", value)
    return value.lower() in YES


def number(name: str, default: int, *, least: int = 0, most: int = 1_000_000_000) -> int:
    """A whole number from `least` to `most`."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) < 12 and least <= int(value) <= most):
        raise BadSetting(name, f"a whole number from {least:,} to {most:,}", value)
    return int(value)


def choice(name: str, default: str, among: list[str]) -> str:
    """One word of a list."""
    value = text(name, default)
    if value not in among:
        raise BadSetting(name, "one of " + ", ".join(among), value)
    return value


def words(name: str, default: str) -> list[str]:
    """Several words, parted by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def choices(name: str, default: str, among: list[str]) -> list[str]:
    """Several words of a list, parted by commas, each once."""
    value = list(dict.fromkeys(words(name, default)))
    if not value or not set(value) <= set(among):
        raise BadSetting(name, "some of " + ", ".join(among) + ", parted by commas", ",".join(value))
    return value


def zone(name: str, default: str) -> str:
    """A time zone by its IANA name."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise BadSetting(name, "a time zone such as Asia/Almaty", value) from error
    return value


def folder(name: str, default: Path) -> Path:
    """A folder the program may write to, made if it is not there; a relative one stands beside the default."""
    value = default.parent / text(name, default.name)
    try:
        value.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(name, f"a folder that can be made and written to ({error.strerror})", str(value)) from error
    return value


def hosts(name: str, default: str, *, only: list[str] | None = None) -> list[str]:
    """Host names the site answers to; with `only`, no other than these may be named."""
    value = words(name, default)
    if only is not None and not set(value) <= set(only):
        raise BadSetting(name, "left alone or made of " + ", ".join(only) + " while DEMO is on", ",".join(value))
    return value


def database(name: str, default: str) -> dict[str, Any]:
    """A database address (`sqlite:///path`, `postgres://user:password@host:port/name`) as Django's settings of it."""
    value = text(name, default)
    expected = "sqlite:///path/to/file or postgres://user:password@host:port/name"
    try:
        url = urlparse(value)
        port = url.port
    except ValueError as error:
        raise BadSetting(name, expected, "***") from error  # may hold a password
    path = unquote(url.path.removeprefix("/"))
    if url.scheme == "sqlite" and path and not url.netloc:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": SQLITE_OPTIONS}
    if url.scheme in {"postgres", "postgresql"} and path:
        return postgres(url, path, port)
    raise BadSetting(name, expected, f"{url.scheme or value[:12]}…")


def postgres(url: ParseResult, name: str, port: int | None) -> dict[str, Any]:
    """Django's settings of a PostgreSQL database; the address's query (`?sslmode=require`) becomes options."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": unquote(url.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": POSTGRES_OPTIONS | dict(parse_qsl(url.query)),
    }


def secret(name: str, file: Path) -> str:
    """A secret from the environment, else the one kept in `file`, made there (mode 600) the first time."""
    value = text(name, "")
    if not value:
        return kept(file)
    if len(value) < 50:
        raise BadSetting(name, "at least 50 characters of chance", "*" * len(value))
    return value


def kept(file: Path) -> str:
    """What `file` holds; if it is not there, it is made with 50 bytes of chance, whole or not at all."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent) as made:  # mode 600
            made.write(secrets.token_urlsafe(50))
            made.flush()
            try:
                os.link(made.name, file)
            except FileExistsError:
                return file.read_text()  # another process was first
    return file.read_text()
