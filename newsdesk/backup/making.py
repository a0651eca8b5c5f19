"""Makes a backup while people go on working."""

import os
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from newsdesk.backup import archive, pieces, postgres, sqlite
from newsdesk.backup.archive import PICTURE, Head, Writer
from newsdesk.backup.place import Place
from newsdesk.backup.progress import Progress
from newsdesk.backup.snapshot import CannotBackUp, Snapshot
from newsdesk.desk_file import FILE

SNAPSHOTS = {"sqlite": sqlite.snapshot, "postgresql": postgres.snapshot}


@dataclass(frozen=True)
class Made:
    """What was made. `size` in bytes; `strangers`: files among the pictures that Newsdesk did not make, left out."""

    file: Path
    size: int
    pictures: int
    strangers: int


def back_up(place: Place, target: Path, progress: Progress) -> Made:
    """Write a backup to `target`, whole or not at all. Raises CannotBackUp.

    The pictures follow the database: every one that the database of that moment names is there by then.
    """
    if target.exists():
        raise CannotBackUp(f"{target} is there already: a backup overwrites nothing.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        refuse_tight(place, target.parent)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".newsdesk-backup-") as folder:
            part = Path(folder) / "archive"
            with SNAPSHOTS[place.kind](place, Path(folder), progress) as snapshot:
                counts = write(place, snapshot, part, progress)
            os.replace(part, target)
        flush_folder(target.parent)
    except OSError as error:
        raise CannotBackUp(f"{error.filename or target} cannot be written ({error.strerror}).") from error
    return Made(target, target.stat().st_size, *counts)


def refuse_tight(place: Place, folder: Path) -> None:
    """A backup must not fill the disk that the desk lives on."""
    database = place.file.stat().st_size if place.kind == "sqlite" and place.file.exists() else 0
    needed, free = int(1.4 * database) + size_of(place.pictures), disk_free(folder)
    if needed > free:
        words = f"The backup needs about {needed / 1e9:.1f} GB and {folder} has {free / 1e9:.1f} GB left"
        raise CannotBackUp(f"{words}: nothing was written.")


def disk_free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def write(place: Place, snapshot: Snapshot, part: Path, progress: Progress) -> tuple[int, int]:
    """The archive; how many pictures went in, and how many files stayed out."""
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        writer = Writer(stream, head_of(place, snapshot))
        progress.begin("Packing the database", snapshot.size)
        for number, (piece, size) in enumerate(pieces.compressed(snapshot.stream), 1):
            writer.put(f"{archive.DATABASE}{number:06d}.gz", piece)
            progress.step(size)
        progress.end()
        writer.put(archive.KEY, settings.SECRET_KEY.encode())
        if (place.var / FILE).exists():
            writer.put(archive.SETTINGS, (place.var / FILE).read_bytes())
        counts = write_pictures(place, writer, progress)
        writer.close()
        stream.flush()
        os.fsync(stream.fileno())
    return counts


def head_of(place: Place, snapshot: Snapshot) -> Head:
    return Head(
        version=tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]["version"],
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        database=place.kind,
        database_size=snapshot.size,
        pictures_size=size_of(place.pictures),
        migrations=snapshot.migrations,
    )


def write_pictures(place: Place, writer: Writer, progress: Progress) -> tuple[int, int]:
    progress.begin("Packing the pictures", size_of(place.pictures))
    packed = strangers = 0
    for file in files(place.pictures):
        name = file.relative_to(place.pictures).as_posix()
        if not PICTURE.fullmatch(name):
            strangers += 1
            continue
        try:
            opened = file.open("rb")
        except FileNotFoundError:  # removed since the folder was read: the database of that moment says so by now
            continue
        with opened:
            size = os.fstat(opened.fileno()).st_size
            writer.add(archive.PICTURES + name, opened, size)
            progress.step(size)
        packed += 1
    progress.end()
    return packed, strangers


def files(folder: Path) -> Iterator[Path]:
    """Every plain file below the folder, in a fixed order; no link is followed."""
    for above, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(above) / name for name in sorted(names) if not (Path(above) / name).is_symlink())


def size_of(folder: Path) -> int:
    """Bytes of the files below the folder, while some of them may be removed."""
    total = 0
    for file in files(folder):
        with suppress(FileNotFoundError):
            total += file.stat().st_size
    return total


def flush_folder(folder: Path) -> None:
    """What a rename did outlives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
