"""A backup makes the same desk in an empty place; anything else leaves everything as it was."""

import io
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from newsdesk.backup import restoring, sqlite
from newsdesk.backup.archive import Head, Writer
from newsdesk.backup.making import back_up
from newsdesk.backup.restoring import CannotRestore, restore
from newsdesk.management.commands import restore as command

from .places import everything_in, place, quiet, small_desk, words_in


@pytest.fixture
def archived(tmp_path):
    return back_up(small_desk(tmp_path / "desk"), tmp_path / "one.tar", quiet()).file


@pytest.fixture
def unmigrated(monkeypatch):
    """The small desk has none of our tables: nothing to migrate."""
    monkeypatch.setattr(restoring, "migrate", lambda place, staged: None)


def refusal(there, file) -> str:
    before = {name: (there.var / name).read_bytes() for name in everything_in(there.var)}
    with pytest.raises(CannotRestore) as caught:
        restore(there, file, quiet())
    assert {name: (there.var / name).read_bytes() for name in everything_in(there.var)} == before
    return str(caught.value)


def test_the_same_desk_in_an_empty_place(archived, tmp_path, unmigrated, settings):
    there = place(tmp_path / "there")
    (there.var / "secret_key").write_text("made by the first command")
    for folder in ("originals", "renditions"):
        (there.pictures / folder).mkdir(parents=True)
    done = restore(there, archived, quiet())
    assert (done.pictures, done.head.database) == (2, "sqlite")
    assert everything_in(there.var) == [
        *("desk.env", "newsdesk.sqlite3", "secret_key"),
        *("uploads/originals/aa.png", "uploads/renditions/aa-480.webp"),
    ]
    assert words_in(there.file) == 50
    assert (there.var / "secret_key").read_text() == settings.SECRET_KEY
    assert os.stat(there.var / "secret_key").st_mode & 0o777 == 0o600
    assert (there.pictures / "originals/aa.png").read_bytes() == b"originals/aa.png" * 1000
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in there.pictures.rglob("*")}
    assert modes == {"originals": 0o755, "renditions": 0o755, "aa.png": 0o644, "aa-480.webp": 0o644}


def test_a_database_that_was_only_migrated_is_replaced(archived, tmp_path, unmigrated):
    there = place(tmp_path / "there")
    with closing(sqlite3.connect(there.file)) as database, database:
        database.execute("CREATE TABLE newsdesk_user (id)")
    Path(f"{there.file}-wal").write_bytes(b"of the database before")
    restore(there, archived, quiet())
    assert words_in(there.file) == 50
    assert not Path(f"{there.file}-wal").exists()


def test_a_desk_is_not_overwritten(archived, tmp_path):
    there = place(tmp_path / "there")
    with closing(sqlite3.connect(there.file)) as database, database:
        database.execute("CREATE TABLE newsdesk_user (id)")
        database.execute("INSERT INTO newsdesk_user VALUES (1)")
    assert refusal(there, archived).startswith("There is a desk here already")


def test_pictures_are_not_overwritten(archived, tmp_path):
    there = place(tmp_path / "there")
    there.pictures.mkdir()
    (there.pictures / "a.png").touch()
    assert refusal(there, archived).startswith(f"There are files in {there.pictures} already")


def test_a_database_that_cannot_be_read_is_not_overwritten(archived, tmp_path):
    there = place(tmp_path / "there")
    there.file.write_text("something" * 500)
    assert "is there already and cannot be read (file is not a database)" in refusal(there, archived)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_backup_that_breaks_off_leaves_nothing(archived, tmp_path, part):
    data = archived.read_bytes()
    archived.write_bytes(data[: int(part * (len(data) - 10_000))])
    assert refusal(place(tmp_path / "there"), archived).startswith("This backup breaks off or was damaged")


def archive_of(file: Path, *members: tuple[str, bytes], **head) -> Path:
    told = {"version": "9.9", "made_at": "now", "database": "sqlite", "database_size": 9, "pictures_size": 9}
    stream = io.BytesIO()
    writer = Writer(stream, Head(**told | head))
    for name, data in members:
        writer.put(name, data)
    writer.close()
    file.write_bytes(stream.getvalue())
    return file


def test_what_is_no_backup_is_told(tmp_path):
    there = place(tmp_path / "there")
    (tmp_path / "letter.txt").write_text("Dear all")
    assert refusal(there, tmp_path / "letter.txt") == "This file is no backup of Newsdesk."
    assert "nothing.tar cannot be used (No such file or directory)" in refusal(there, tmp_path / "nothing.tar")
    outside = archive_of(tmp_path / "evil.tar", ("pictures/../../evil", b"x"))
    assert "which no backup of Newsdesk has" in refusal(there, outside)
    assert not (tmp_path / "evil").exists()


def test_a_member_that_is_missing_or_no_database_is_told(tmp_path):
    there = place(tmp_path / "there")
    small_desk(tmp_path / "desk")
    [(piece, _size)] = restoring.pieces.compressed(io.BytesIO(b"no database" * 100))
    for members in ([("secret_key", b"k")], [("database/000001.gz", piece)]):
        assert refusal(there, archive_of(tmp_path / "a.tar", *members)).startswith("This backup breaks off")
    whole = [("database/000001.gz", piece), ("secret_key", b"k")]
    assert refusal(there, archive_of(tmp_path / "a.tar", *whole)).startswith("This backup breaks off or was damaged")


def test_another_database_a_newer_version_and_a_small_disk_are_told(archived, tmp_path, monkeypatch):
    there = place(tmp_path / "there")
    other = archive_of(tmp_path / "a.tar", database="postgresql")
    assert refusal(there, other) == "This backup is of a PostgreSQL database, and DATABASE_URL names SQLite."
    newer = archive_of(tmp_path / "a.tar", migrations=[("gone_app", "0001_x"), ("people", "9999_later")])
    assert refusal(there, newer) == (
        "This backup was made by a newer Newsdesk (9.9; people 9999_later): install that version first."
    )
    large = archive_of(tmp_path / "a.tar", database_size=10**15)
    assert refusal(there, large).startswith("This backup needs 1000000.0 GB and")


def test_a_head_that_names_other_migrations_than_the_database_is_broken(tmp_path, monkeypatch):
    desk = small_desk(tmp_path / "desk")
    with closing(sqlite3.connect(desk.file)) as database, database:
        database.execute("INSERT INTO django_migrations VALUES ('people', '0001_initial')")
    with desk.file.open("rb") as stream:
        [(piece, _size)] = restoring.pieces.compressed(stream)
    forged = archive_of(tmp_path / "a.tar", ("database/000001.gz", piece), ("secret_key", b"k"))
    assert refusal(place(tmp_path / "there"), forged).startswith("This backup breaks off")


def test_should_one_renaming_fail_those_before_it_go_back(archived, tmp_path, monkeypatch, unmigrated):
    there = place(tmp_path / "there")
    (there.var / "secret_key").write_text("before")
    renamed = os.replace

    def fail(source, target):
        if Path(target) == there.file:
            raise OSError(30, "Read-only file system", str(target))
        renamed(source, target)

    monkeypatch.setattr(restoring.os, "replace", fail)
    with pytest.raises(CannotRestore, match=r"newsdesk.sqlite3 cannot be used \(Read-only file system\)"):
        restore(there, archived, quiet())
    assert everything_in(there.var) == ["secret_key"]


def test_settings_that_this_version_cannot_use_are_told(tmp_path):
    desk = small_desk(tmp_path / "desk")
    (desk.var / "desk.env").write_text("TIME_ZONE=Mars\n")
    file = back_up(desk, tmp_path / "one.tar", quiet()).file
    said = refusal(place(tmp_path / "there"), file)
    assert said.startswith(
        "The backup could not be brought up to this version: TIME_ZONE in the file desk.env is 'Mars'"
    )


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="is made from the test's own database")
def test_an_older_backup_is_brought_up_to_this_version(tmp_path):
    """The desk of a version that had no sessions yet."""
    older, there = place(tmp_path / "older"), place(tmp_path / "there")
    with closing(sqlite.opened(connection.settings_dict["NAME"])) as today, closing(sqlite.opened(older.file)) as then:
        today.backup(then)
        then.execute("DROP TABLE django_session")
        then.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    file = back_up(older, tmp_path / "one.tar", quiet()).file
    done = restore(there, file, quiet())
    assert "sessions" not in {app for app, _name in done.head.migrations}
    assert ("sessions", "0001_initial") in sqlite.settle(there.file)
    with closing(sqlite.opened(there.file)) as database:
        assert database.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
    assert everything_in(there.var) == ["newsdesk.sqlite3", "secret_key"]


def test_the_command(archived, tmp_path, monkeypatch, unmigrated, capsys):
    there = place(tmp_path / "there")
    monkeypatch.setattr(command.place, "here", lambda: there)
    call_command("restore", archived)
    assert "2 files of pictures" in capsys.readouterr().out
    with pytest.raises(CommandError, match=r"^There are files in .+ Nothing was restored\.$"):
        call_command("restore", archived)
