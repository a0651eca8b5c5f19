"""A backup is one moment, whole or not there at all."""

import io
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from newsdesk.backup import making, place, sqlite
from newsdesk.backup.archive import Reader
from newsdesk.backup.making import back_up
from newsdesk.backup.snapshot import CannotBackUp
from newsdesk.management.commands import backup

from .places import everything_in, quiet, small_desk


@pytest.fixture
def desk(tmp_path):
    return small_desk(tmp_path / "desk")


def members_of(file: Path) -> dict[str, bytes]:
    with file.open("rb") as stream:
        return {name: member.read(size) for name, member, size in Reader(stream).members()}


def test_database_key_settings_and_pictures_in_one_file(desk, tmp_path, settings):
    settings.SECRET_KEY = "k" * 50
    made = back_up(desk, tmp_path / "new" / "one.tar", quiet())
    found = members_of(made.file)
    assert list(found) == [
        *("database/000001.gz", "secret_key", "desk.env"),
        *("pictures/originals/aa.png", "pictures/renditions/aa-480.webp"),
    ]
    assert (found["secret_key"], found["desk.env"]) == (b"k" * 50, b"SITE_NAME=Steppe\n")
    assert found["pictures/originals/aa.png"] == b"originals/aa.png" * 1000
    assert (made.pictures, made.strangers, made.size) == (2, 0, made.file.stat().st_size)
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert everything_in(tmp_path / "new") == ["one.tar"]


def test_a_desk_without_pictures_and_settings(desk, tmp_path):
    bare = place.Place(desk.database, tmp_path, tmp_path / "none")
    made = back_up(bare, tmp_path / "one.tar", quiet())
    assert list(members_of(made.file)) == ["database/000001.gz", "secret_key"]


def test_files_that_are_no_pictures_of_ours_stay_out(desk, tmp_path):
    (desk.pictures / ".DS_Store").touch()
    (desk.pictures / "link.png").symlink_to("/etc/passwd")
    made = back_up(desk, tmp_path / "one.tar", quiet())
    assert (made.pictures, made.strangers) == (2, 1)


class Writing:
    """A progress that lets somebody write each time it is told something."""

    def __init__(self, file: Path) -> None:
        self.file, self.written = file, 0

    def begin(self, what: str, total: int) -> None: ...

    def end(self) -> None: ...

    def step(self, by: int) -> None:
        with closing(sqlite3.connect(self.file)) as other, other:
            other.execute("INSERT INTO word VALUES ('later')")
            self.written += 1


def test_what_is_written_meanwhile_goes_on_and_stays_out(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite, "PAGES", 5)
    writing = Writing(desk.file)
    with closing(sqlite.opened(desk.file)) as source, closing(sqlite.opened(tmp_path / "copy")) as target:
        sqlite.copy_moment(source, target, writing)
        count = "SELECT count(*) FROM word"
        assert writing.written > 5
        assert target.execute(count).fetchone()[0] == 50
        assert source.execute(count).fetchone()[0] == 50 + writing.written
        assert target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert everything_in(tmp_path) == sorted(["copy", *(f"desk/{name}" for name in everything_in(desk.var))])


def test_a_picture_removed_meanwhile_is_passed_over(desk, tmp_path, monkeypatch):
    there = [*making.files(desk.pictures), desk.pictures / "originals" / "gone.png"]
    monkeypatch.setattr(making, "files", lambda folder: there)
    assert back_up(desk, tmp_path / "one.tar", quiet()).pictures == 2


def refusal(*args) -> str:
    with pytest.raises(CannotBackUp) as caught:
        back_up(*args, quiet())
    return str(caught.value)


def test_a_file_that_is_there_is_not_overwritten(desk, tmp_path):
    (tmp_path / "one.tar").write_text("precious")
    assert refusal(desk, tmp_path / "one.tar") == f"{tmp_path}/one.tar is there already: a backup overwrites nothing."
    assert (tmp_path / "one.tar").read_text() == "precious"


def test_no_database_is_told(desk, tmp_path):
    desk.file.unlink()
    assert refusal(desk, tmp_path / "one.tar") == f"There is no database: {desk.file} does not exist."


def test_a_database_that_is_none_is_told_and_nothing_is_left(desk, tmp_path):
    desk.file.write_text("no database" * 100)
    assert refusal(desk, tmp_path / "to" / "one.tar") == "The database cannot be copied: file is not a database."
    assert everything_in(tmp_path / "to") == []


def test_a_disk_without_room_is_told_before(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(making, "disk_free", lambda folder: 100_000)
    said = refusal(desk, tmp_path / "one.tar")
    assert said == f"The backup needs about 0.0 GB and {tmp_path} has 0.0 GB left: nothing was written."


def test_a_disk_that_fills_up_is_told_and_nothing_is_left(desk, tmp_path, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device", "/srv/backups/one.tar")

    monkeypatch.setattr(making, "write_pictures", full)
    said = refusal(desk, tmp_path / "to" / "one.tar")
    assert said == "/srv/backups/one.tar cannot be written (No space left on device)."
    assert everything_in(tmp_path / "to") == []
    monkeypatch.setattr(making.os, "replace", full)
    (tmp_path / "file").touch()
    assert "cannot be written (File exists)" in refusal(desk, tmp_path / "file" / "one.tar")


def run(**options) -> str:
    said = io.StringIO()
    call_command("backup", stdout=said, **options)
    return said.getvalue()


def test_the_command_keeps_the_newest_of_a_folder(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(backup.place, "here", lambda: desk)
    days = iter(range(1, 9))
    monkeypatch.setattr(backup.rotation, "name_at", lambda moment: f"newsdesk-2026-12-0{next(days)}T03-00-00Z.tar")
    (desk.pictures / ".DS_Store").touch()
    for _ in range(3):
        said = run(to=tmp_path / "kept", keep=2)
    assert everything_in(tmp_path / "kept") == [f"newsdesk-2026-12-0{day}T03-00-00Z.tar" for day in (2, 3)]
    assert "2 files of pictures." in said
    assert "Left out: 1 files" in said
    assert "Removed the older newsdesk-2026-12-01T03-00-00Z.tar." in said


@pytest.mark.parametrize(
    "options",
    [{}, {"file": Path("a"), "to": Path("b")}, {"file": Path("a"), "keep": 3}, {"to": Path("b"), "keep": 0}],
)
def test_the_command_asks_where_to(options):
    with pytest.raises(CommandError, match=r"Please say where to|--keep needs"):
        call_command("backup", **options)


def test_the_command_says_why_there_is_none(desk, tmp_path, monkeypatch):
    desk.file.unlink()
    monkeypatch.setattr(backup.place, "here", lambda: desk)
    with pytest.raises(CommandError, match="There is no database"):
        call_command("backup", file=tmp_path / "one.tar")
    with pytest.raises(CommandError, match="There is no database"):
        call_command("backup", to=tmp_path, keep=1)


def test_where_the_desk_is_on_this_machine(settings):
    found = place.here()
    assert (found.var, str(found.pictures)) == (settings.VAR_DIR, settings.MEDIA_ROOT)


@pytest.mark.parametrize(
    ("database", "url", "without"),
    [
        ({"NAME": "/srv/my desk.db"}, "sqlite:////srv/my%20desk.db", "sqlite:////srv/my%20desk.db"),
        ({"NAME": "news", "PORT": ""}, "postgres:///news", "postgres:///news"),
        (
            {"NAME": "n/s", "USER": "de@sk", "PASSWORD": "se/cret", "HOST": "h", "PORT": "5433"}
            | {"OPTIONS": {"sslmode": "require", "options": "-c x=1"}},
            "postgres://de%40sk:se%2Fcret@h:5433/n%2Fs?sslmode=require",
            "postgres://de%40sk@h:5433/n%2Fs?sslmode=require",
        ),
    ],
)
def test_the_database_as_an_address(database, url, without, tmp_path):
    engine = "sqlite3" if url.startswith("sqlite") else "postgresql"
    found = place.Place(database | {"ENGINE": f"django.db.backends.{engine}"}, tmp_path, tmp_path)
    assert (found.url(), found.url(password=False)) == (url, without)
