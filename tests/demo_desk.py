"""The demonstration as rows: built once a process, put into an empty database as often as tests need it.

Building takes half a minute, putting the rows back a fraction of a second; a live server needs them committed, and a
flush after each of its tests takes them away again.
"""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import override_settings

Rows = dict[str, tuple[list[str], list[tuple]]]


def build(folder) -> Rows:
    """Run `build_demo` in a transaction that is rolled back; what it wrote. `folder` takes the logins."""
    with transaction.atomic(), override_settings(VAR_DIR=folder):
        call_command("build_demo", verbosity=0)
        rows = everything()
        transaction.set_rollback(True)
    return rows


def everything() -> Rows:
    """Every row of every table as the database gives it: table -> names of its columns, rows."""
    found = {}
    with connection.cursor() as cursor:
        for model in _models():
            names = [field.column for field in model._meta.concrete_fields]
            cursor.execute(f"SELECT {_listed(names)} FROM {_quoted(model._meta.db_table)}")
            found[model._meta.db_table] = (names, cursor.fetchall())
    return found


def put(rows: Rows) -> None:
    """Make the database hold these rows and no others, in one transaction: keys are checked at its end."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in rows:
            cursor.execute(f"DELETE FROM {_quoted(table)}")
        for table, (names, values) in rows.items():
            places = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {_quoted(table)} ({_listed(names)}) VALUES ({places})", values)
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def _models():
    """One model for each table."""
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return [model for model in models.values() if model._meta.managed and not model._meta.proxy]


def _quoted(name):
    return connection.ops.quote_name(name)


def _listed(names):
    return ", ".join(map(_quoted, names))
