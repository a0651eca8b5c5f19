"""The file of a backup: what goes in comes out, and whatever else a file holds is refused in a sentence."""

import hashlib
import io
import json
import tarfile

import pytest

from newsdesk.backup import archive
from newsdesk.backup.archive import BROKEN, FOREIGN, BadArchive, Head, Reader, Writer

HEAD = Head("0.2.0", "2026-12-01T03:00:00+00:00", "sqlite", 10, 20, [("people", "0001_initial")])
MEMBERS = [("database/000001.gz", b"pages"), ("secret_key", b"key"), ("pictures/originals/aa.png", b"p" * 3_000_000)]


def written(members=MEMBERS) -> bytes:
    stream = io.BytesIO()
    writer = Writer(stream, HEAD)
    for name, data in members:
        writer.put(name, data)
    writer.close()
    return stream.getvalue()


def read(data: bytes) -> list[tuple[str, bytes]]:
    return [(name, stream.read(size)) for name, stream, size in Reader(io.BytesIO(data)).members()]


def refusal(data: bytes) -> str:
    with pytest.raises(BadArchive) as caught:
        read(data)
    return str(caught.value)


def tar_of(*members: tuple[tarfile.TarInfo | str, bytes]) -> bytes:
    """A tar made by hand, its contents told rightly: only the member itself is at fault."""
    stream, digest = io.BytesIO(), hashlib.sha256()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for info, data in members:
            info = tarfile.TarInfo(info) if isinstance(info, str) else info
            info.size = len(data)
            digest.update(f"{info.name}\0{len(data)}\0".encode() + data)
            tar.addfile(info, io.BytesIO(data))
        contents = json.dumps({"members": len(members), "digest": digest.hexdigest()}).encode()
        info = tarfile.TarInfo("contents.json")
        info.size = len(contents)
        tar.addfile(info, io.BytesIO(contents))
    return stream.getvalue()


def head(**changed) -> tuple[str, bytes]:
    told = {"format": 1, "version": "1", "made_at": "now", "database": "sqlite", "migrations": []}
    return archive.HEAD, json.dumps(told | {"database_size": 1, "pictures_size": 1} | changed).encode()


def link(name: str, target: str, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def test_what_goes_in_comes_out():
    assert Reader(io.BytesIO(written())).head == HEAD
    assert read(written()) == MEMBERS
    assert read(tar_of(head(), ("secret_key", b"x"))) == [("secret_key", b"x")]


def test_it_is_a_plain_tar():
    with tarfile.open(fileobj=io.BytesIO(written())) as tar:
        assert tar.getnames() == ["newsdesk-backup.json", *(name for name, _data in MEMBERS), "contents.json"]
        assert {member.mode for member in tar} == {0o600}


def test_a_source_that_is_shorter_than_it_said_is_an_error():
    with pytest.raises(OSError, match="unexpected end of data"):
        Writer(io.BytesIO(), HEAD).add("secret_key", io.BytesIO(b"four"), 5)


@pytest.mark.parametrize("at", [600, 1024, 1500, 2048, 4096, 500_000, 3_000_000, -11_000])
def test_wherever_it_breaks_off_it_is_broken(at):
    data = written()
    assert refusal(data[:at]) in (f"{BROKEN}.", f"{FOREIGN}.")


def test_members_that_nobody_reads_break_off_as_well():
    with pytest.raises(BadArchive, match=BROKEN):
        list(Reader(io.BytesIO(written()[:500_000])).members())


def test_one_flipped_bit_is_seen():
    data = bytearray(written())
    data[1_000_000] ^= 1
    assert refusal(bytes(data)) == f"{BROKEN}."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\0" * 20_000,
        b"\x1f\x8b" + b"x" * 5_000,
        b"SQLite format 3\0" + b"x" * 10_000,
        tar_of(("secret_key", b"x")),
        tar_of((archive.HEAD, b"{")),
        tar_of((archive.HEAD, b"[]")),
        tar_of((archive.HEAD, b"[" * 100_000)),
        tar_of((archive.HEAD, b" " * 1_000_001)),
        tar_of((link(archive.HEAD, "/etc/passwd", tarfile.SYMTYPE), b"")),
        tar_of(head(migrations=[1])),
        tar_of(head(migrations=None)),
        tar_of(head(pictures_size="many")),
        tar_of(head(other=1)),
    ],
)
def test_a_foreign_file_is_refused(data):
    assert refusal(data) == f"{FOREIGN}."


def test_another_format_is_refused():
    assert refusal(tar_of(head(format=2))) == "This file is no backup of Newsdesk that this version can read."


@pytest.mark.parametrize(
    "name",
    [
        "../secret_key",
        "/etc/cron.d/evil",
        "pictures/../../secret_key",
        "pictures//etc/passwd",
        "pictures/./x",
        "pictures/.hidden",
        "pictures/",
        "pictures\\..\\x",
        "pictures/a\nb",
        "database/../../x.gz",
        "database/1.gz",
        "desk.env/x",
        "manage.py",
        "newsdesk-backup.json",
    ],
)
def test_a_name_that_no_backup_has_is_refused(name):
    said = refusal(tar_of(head(), (name, b"x")))
    assert said.startswith("This file holds «")
    assert said.endswith("», which no backup of Newsdesk has.")


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_only_plain_files_are_taken(kind):
    assert "which no backup" in refusal(tar_of(head(), (link("pictures/a.png", "/etc/passwd", kind), b"")))


def test_a_member_twice_is_refused():
    twice = tar_of(head(), ("secret_key", b"x"), ("secret_key", b"y"))
    assert refusal(twice) == "This file holds «secret_key» twice."


def test_contents_that_are_no_contents():
    stream = io.BytesIO()
    writer = Writer(stream, HEAD)
    writer.members += 1
    writer.close()
    assert refusal(stream.getvalue()) == f"{BROKEN}."
    large = tarfile.TarInfo(archive.CONTENTS)
    assert refusal(tar_of(head(), (large, b" " * 1_000_001))) == f"{FOREIGN}."
