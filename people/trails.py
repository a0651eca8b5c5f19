"""Rows of the trail: what stood there before and after an act."""

from django.db import models

from people.models import Trail


def snapshot(row: models.Model) -> dict:
    """The stored columns of a row, as JSON can hold them."""
    columns = {}
    for field in row._meta.concrete_fields:
        value = field.value_from_object(row)
        plain = value is None or isinstance(value, (bool, int, float, str, dict, list))
        columns[field.name] = value if plain else field.value_to_string(row)
    return columns


def leave(act, row, *, by, why="", before=None, after=None, of_import=None) -> Trail:
    """One row of the trail. `before` and `after`: only the columns that differ are kept."""
    told = of(act, row, by=by, why=why, before=before, after=after, of_import=of_import)
    told.save()
    return told


def of(act, row, *, by, why="", before=None, after=None, of_import=None) -> Trail:
    """The same row, not saved yet: what acts on thousands of rows at once write together."""
    before, after = before or {}, after or {}
    if before and after:
        changed = {name for name in after if before.get(name) != after[name]}
        before = {name: value for name, value in before.items() if name in changed}
        after = {name: value for name, value in after.items() if name in changed}
    return Trail(
        act=act,
        by=by,
        why=why,
        kind=row._meta.label_lower,
        object_id=row.pk,
        label=str(row)[:300],
        before=before,
        after=after,
        of_import=of_import,
    )
