"""A place for a desk of the test's own kind of database."""

import shutil

import pytest
from django.db import connection

from newsdesk.backup.place import Place


@pytest.fixture
def there(tmp_path, db):
    """An empty place, its database of the same kind as the test's own; a PostgreSQL database goes afterwards."""
    var = tmp_path / "there"
    var.mkdir()
    database = dict(connection.settings_dict)
    if connection.vendor == "sqlite":
        yield Place(database | {"NAME": str(var / "newsdesk.sqlite3")}, var, var / "uploads")
        return
    if not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not there")
    name = f"{database['NAME']}_restored"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield Place(database | {"NAME": name}, var, var / "uploads")
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
