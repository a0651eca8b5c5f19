"""What only PostgreSQL does: its own programs, an empty database made beforehand, tables dropped again."""

import os

import pytest
from django.db import connection

from newsdesk.backup import place as places
from newsdesk.backup import postgres, restoring
from newsdesk.backup.making import back_up
from newsdesk.backup.restoring import CannotRestore, restore
from newsdesk.backup.snapshot import CannotBackUp

from .places import everything_in, quiet

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="is about PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def archived(tmp_path, settings):
    settings.VAR_DIR = tmp_path
    return back_up(places.here(), tmp_path / "one.tar", quiet()).file


def refusal(there, archived) -> str:
    with pytest.raises(CannotRestore) as caught:
        restore(there, archived, quiet())
    assert everything_in(there.var) == []
    return str(caught.value)


def test_a_database_with_tables_is_left_alone(there, archived):
    with there.cursor() as cursor:
        cursor.execute("CREATE TABLE precious (id int)")
    assert refusal(there, archived) == f"The database {there.database['NAME']} has tables already: make an empty one."
    assert postgres.tables(there) == ["precious"]
    with there.cursor() as cursor:
        cursor.execute("CREATE TABLE newsdesk_user (id int)")
        cursor.execute("INSERT INTO newsdesk_user VALUES (1)")
    assert refusal(there, archived).startswith("There is a desk here already")


def test_a_program_that_is_missing_is_told(there, archived, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotBackUp, match="^The program pg_dump is not there: install PostgreSQL's client"):
        back_up(places.here(), tmp_path / "two.tar", quiet())
    assert refusal(there, archived).startswith("The program pg_restore is not there")
    assert not (tmp_path / "two.tar").exists()


def test_a_dump_that_fails_leaves_nothing(tmp_path, monkeypatch):
    program = tmp_path / "bin" / "pg_dump"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho half a dump\necho 'pg_dump: error: server version mismatch' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    with pytest.raises(CannotBackUp, match="^pg_dump could not finish: pg_dump: error: server version mismatch$"):
        back_up(places.here(), tmp_path / "to" / "one.tar", quiet())
    assert everything_in(tmp_path / "to") == []


def test_what_could_not_be_used_is_dropped_again(there, archived, monkeypatch):
    def refuse(place, staged):
        assert "people_person" in postgres.tables(place)
        raise CannotRestore("The backup could not be brought up to this version: a test")

    monkeypatch.setattr(restoring, "migrate", refuse)
    assert refusal(there, archived).endswith("this version: a test")
    assert postgres.tables(there) == []
    monkeypatch.setattr(restoring.pieces, "expand", lambda stream, size: stream.read(size))
    assert refusal(there, archived).startswith("pg_restore could not finish: ")
    assert postgres.tables(there) == []


def test_a_program_that_says_nothing(tmp_path):
    with (tmp_path / "said").open("w+") as said:
        assert postgres.last_line(said) == "it did not say why"
