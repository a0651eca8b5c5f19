"""Many rows written at once, under every constraint of the database."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

Rows = dict[type[models.Model], list]


def filled_in(row):
    """The row with what follows from its own columns, as saving would fill it in."""
    row.fill_in()
    return row


def keys_from(model) -> Iterator[int]:
    """Numbers for new rows, so that rows can name each other before they are written."""
    return count((model._base_manager.aggregate(last=Max("pk"))["last"] or 0) + 1)


def write(rows: Rows) -> None:
    """Write all rows of all models; constraints hold as ever. Call it inside a transaction."""
    with own_moments(*rows):
        for model, made in rows.items():
            model._base_manager.bulk_create(made)


@contextmanager
def own_moments(*written: type[models.Model]):
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
