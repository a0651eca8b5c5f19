"""The file of a backup: a plain tar that tells at its beginning what it is and at its end whether it is whole.

    newsdesk-backup.json    what it is (`Head`)
    database/000001.gz …    the database in pieces: `cat database/*.gz | gunzip` is the file or the dump
    secret_key, desk.env    the latter if the desk has one
    pictures/…              the uploads folder
    contents.json           how many members there were, and one digest over all of them

Nothing here knows of Django. Whatever a file holds, reading it ends with its members or with `BadArchive`.
"""

import hashlib
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from io import BytesIO
from typing import IO, Any

FORMAT = 1
HEAD, CONTENTS = "newsdesk-backup.json", "contents.json"
KEY, SETTINGS, DATABASE, PICTURES = "secret_key", "desk.env", "database/", "pictures/"
PICTURE = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")
NAME = re.compile(rf"{KEY}|{re.escape(SETTINGS)}|{DATABASE}[0-9]{{6,9}}\.gz|{PICTURES}{PICTURE.pattern}")
SMALL = 1_000_000  # bytes: more than any head, key or file of settings has
STEP = 1 << 20


class BadArchive(Exception):
    """Why this file cannot be read as a backup, in one sentence."""


FOREIGN = "This file is no backup of Newsdesk"
BROKEN = "This backup breaks off or was damaged: it cannot be read to its end"


@dataclass(frozen=True)
class Head:
    """What a backup is of. `migrations`: (app, name) of those the database had; sizes in bytes."""

    version: str
    made_at: str
    database: str
    database_size: int
    pictures_size: int
    migrations: list[tuple[str, str]] = field(default_factory=list)
    format: int = FORMAT


class Digested:
    """A stream that is counted and digested as it is read, at most `size` bytes of it."""

    def __init__(self, source: IO[bytes], digest: "hashlib._Hash") -> None:
        self.source, self.digest = source, digest

    def read(self, size: int = STEP) -> bytes:
        data = self.source.read(size)
        self.digest.update(data)
        return data


class Member(Digested):
    """One member of an archive that is read; what breaks off raises BadArchive."""

    def read(self, size: int = STEP) -> bytes:
        try:
            return super().read(size)
        except (tarfile.TarError, EOFError) as error:
            raise BadArchive(f"{BROKEN}.") from error


class Writer:
    """Writes a backup to a stream, member after member; `close` makes it whole."""

    def __init__(self, stream: IO[bytes], head: Head) -> None:
        self.tar = tarfile.TarFile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT)
        self.members, self.digest = 0, hashlib.sha256()
        self.put(HEAD, json.dumps(asdict(head)).encode())

    def put(self, name: str, data: bytes) -> None:
        self.add(name, BytesIO(data), len(data))

    def add(self, name: str, source: IO[bytes], size: int) -> None:
        """The next `size` bytes of a stream. Raises OSError if it has fewer."""
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        self.members += 1
        self.digest.update(f"{name}\0{size}\0".encode())
        self.tar.addfile(info, Digested(source, self.digest))

    def close(self) -> None:
        contents = json.dumps({"members": self.members, "digest": self.digest.hexdigest()}).encode()
        info = tarfile.TarInfo(CONTENTS)
        info.size, info.mode = len(contents), 0o600
        self.tar.addfile(info, BytesIO(contents))
        self.tar.close()


class Reader:
    """Reads a backup from a stream. `head` is known at once; `members` proves at its end that nothing was missing."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.members_read, self.digest = 0, hashlib.sha256()
        try:
            self.tar = tarfile.TarFile.open(fileobj=stream, mode="r|", bufsize=STEP)
            first = self.tar.next()
            if first is None or first.name != HEAD or not first.isreg():
                raise BadArchive(f"{FOREIGN}.")
            self.head = head_from(self._small(first))
        except (tarfile.TarError, EOFError, ValueError) as error:
            raise BadArchive(f"{FOREIGN}.") from error

    def members(self) -> Iterator[tuple[str, Member, int]]:
        """Name, stream and size of each; a stream must be read to its end before the next. Raises BadArchive."""
        seen = set()
        try:
            while info := self.tar.next():
                if info.name == CONTENTS:
                    return self._check(self._small(info, count=False))
                if info.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or not NAME.fullmatch(info.name):
                    raise BadArchive(f"This file holds «{info.name[:80]}», which no backup of Newsdesk has.")
                if info.name in seen:
                    raise BadArchive(f"This file holds «{info.name[:80]}» twice.")
                seen.add(info.name)
                yield info.name, self._counted(info), info.size
        except (tarfile.TarError, EOFError, ValueError) as error:
            raise BadArchive(f"{BROKEN}.") from error
        raise BadArchive(f"{BROKEN}.")

    def _counted(self, info: tarfile.TarInfo) -> Member:
        self.members_read += 1
        self.digest.update(f"{info.name}\0{info.size}\0".encode())
        stream = self.tar.extractfile(info)
        assert stream is not None
        return Member(stream, self.digest)

    def _small(self, info: tarfile.TarInfo, *, count: bool = True) -> bytes:
        if info.size > SMALL or not info.isreg():
            raise BadArchive(f"{FOREIGN}.")
        if count:
            return self._counted(info).read(info.size)
        stream = self.tar.extractfile(info)
        assert stream is not None
        return stream.read(info.size)

    def _check(self, contents: bytes) -> None:
        if json_of(contents) != {"members": self.members_read, "digest": self.digest.hexdigest()}:
            raise BadArchive(f"{BROKEN}.")


def head_from(data: bytes) -> Head:
    """The head that these bytes describe. Raises BadArchive."""
    told = json_of(data)
    if told.get("format") != FORMAT:
        raise BadArchive(f"{FOREIGN} that this version can read.")
    try:
        migrations = [(str(app), str(name)) for app, name in told.pop("migrations")]
        made = Head(
            version=str(told.pop("version")),
            made_at=str(told.pop("made_at")),
            database=str(told.pop("database")),
            database_size=int(told.pop("database_size")),
            pictures_size=int(told.pop("pictures_size")),
            migrations=migrations,
            format=told.pop("format"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadArchive(f"{FOREIGN}.") from error
    if told:
        raise BadArchive(f"{FOREIGN}.")
    return made


def json_of(data: bytes) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadArchive(f"{FOREIGN}.") from error
    if not isinstance(told, dict):
        raise BadArchive(f"{FOREIGN}.")
    return told
