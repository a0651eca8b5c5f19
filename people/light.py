"""Rows as pages read them: the columns that were asked for, with the model's own words for them.

A light row has the properties and methods of its model, as far as its columns suffice for them, and none of what costs:
no signals, no state, no saving, no query on the way to another row.
"""

from collections.abc import Iterable, Sequence
from functools import cache, partialmethod
from types import FunctionType

from django.db.models import Model, QuerySet
from django.db.models.options import Options

NOT_OURS = {"save", "delete", "full_clean", "clean", "fill_in"}


class Light:
    """What light rows of all models share: one is the same as another row of the same model and key."""

    _meta: Options
    id: int

    @property
    def pk(self) -> int:
        return self.id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Light, Model)) and (self._meta, self.id) == (other._meta, other.pk)

    def __hash__(self) -> int:
        return hash(self.id)


@cache
def light_class(model: type[Model]) -> type[Light]:
    """The class of light rows of that model."""
    words = {
        name: value
        for base in reversed(model.__mro__)
        if issubclass(base, Model) and base is not Model
        for name, value in vars(base).items()
        if isinstance(value, (property, FunctionType, partialmethod)) and name not in NOT_OURS
    }
    kept = {name: value for name, value in words.items() if not name.startswith("_") or name == "__str__"}
    extra = {"_meta": model._meta, "_get_FIELD_display": Model._get_FIELD_display}
    return type(f"Light{model.__name__}", (Light,), kept | extra)


class Shape:
    """How rows of values become light rows. `columns` such as "id", "person__name", "meeting__place__name".

    Each model on the way has its own row, None where its key is; the key is asked for by itself.
    """

    def __init__(self, model: type[Model], columns: Iterable[str]) -> None:
        paths: dict[tuple[str, ...], list[str]] = {(): ["id"]}
        for column in columns:
            *path, name = column.split("__")
            for length in range(1, len(path) + 1):
                paths.setdefault(tuple(path[:length]), ["id"])
            if name not in paths[tuple(path)]:
                paths[tuple(path)].append(name)
        self.columns, self.parts, start = [], [], 0
        for path, names in paths.items():
            self.columns += ["__".join([*path, name]) for name in names]
            above, name = path[:-1], path[-1] if path else ""
            kind = light_class(_at(model, path))
            self.parts.append((path, above, name, f"{name}_id", kind, names, start, start + len(names)))
            start += len(names)

    def row(self, values: Sequence) -> Light:
        """The light row of these values, which are in the order of `columns`."""
        made: dict[tuple[str, ...], Light | None] = {}
        for path, above, name, name_id, kind, names, start, end in self.parts:
            owner = made[above] if path else None
            if path and owner is None:
                made[path] = None
                continue
            key = values[start]
            if key is None:
                one = None
            else:
                one = kind.__new__(kind)
                one.__dict__.update(zip(names, values[start:end], strict=True))
            made[path] = one
            if owner is not None:
                owner.__dict__[name], owner.__dict__[name_id] = one, key
        return made[()]


def _at(model: type[Model], path: Sequence[str]) -> type[Model]:
    for name in path:
        model = model._meta.get_field(name).related_model
    return model


def light_rows(queryset: QuerySet, columns: Iterable[str]) -> list[Light]:
    """The rows of a queryset of models with these columns. One query."""
    shape = Shape(queryset.model, columns)
    return [shape.row(values) for values in queryset.values_list(*shape.columns)]
