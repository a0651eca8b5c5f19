"""Many rows written at once, under every constraint of the database."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

Rows = dict[type[models.Model], list]
Tables = list[tuple[str, list[tuple]]]  # a statement for each table, and its values


def filled_in(row):
    """The row with what follows from its own columns, as saving would fill it in."""
    row.fill_in()
    return row


def keys_from(model) -> Iterator[int]:
    """Numbers for new rows, so that rows can name each other before they are written."""
    return count((model._base_manager.aggregate(last=Max("pk"))["last"] or 0) + 1)


def prepared(rows: Rows) -> Tables:
    """What `write` needs, as plain values: any process can make it. Rows of a model have all a key or none."""
    with _own_moments(rows):
        return [_table(model, made) for model, made in rows.items() if made]


def write(tables: Tables) -> None:
    """Write the rows. Call it inside a transaction: rows may name others of the same one that come later."""
    with connection.cursor() as cursor:
        for statement, values in tables:
            cursor.executemany(statement, values)


def _table(model, made) -> tuple[str, list[tuple]]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key or made[0].pk]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({places})"
    return statement, [
        tuple(field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields) for row in made
    ]


@contextmanager
def _own_moments(written: Iterable[type[models.Model]]):
    """Keep the moments that the rows carry, where saving would stamp them with this one."""
    stamped = [
        (field, name)
        for model in written
        for field in model._meta.concrete_fields
        for name in ("auto_now", "auto_now_add")
        if getattr(field, name, False)
    ]
    for field, name in stamped:
        setattr(field, name, False)
    try:
        yield
    finally:
        for field, name in stamped:
            setattr(field, name, True)


def close_up(written: Iterable[type[models.Model]]) -> None:
    """Let the database number on after our keys, and learn how its tables are filled now."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(written)):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
