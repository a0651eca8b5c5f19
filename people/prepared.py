"""Querysets whose SQL is made once: what a reader's page asks in the same way at every request.

Making the SQL of a queryset takes ten times as long as the database takes to answer it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import local

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from people.light import Shape

SIZES = (5, 50, 500, 5_000, 50_000)
"""Keys that a list has room for; what is left of the room is filled with a key that no row has."""
MOST_KEYS = SIZES[-1]
NOBODY = -1


@dataclass(frozen=True)
class Statement:
    """Compiled for one database. `places`: for each parameter which value goes there, or None for what stands."""

    sql: str
    params: tuple
    places: tuple
    converters: tuple
    shape: Shape | None


class Prepared:
    """`Prepared(build, *columns, slug=str, day=date, keys=list)`, where `build(slug=…, day=…, keys=…)` is a queryset.

    Called with values of these types it returns the rows as a list: light rows with these columns (`people.light`), or,
    without columns, the tuples of a `values_list`. `build` may only pass the values to filters: what it decides by
    them is decided once for all.
    """

    def __init__(self, build: Callable[..., QuerySet], *columns: str, **types: type) -> None:
        self.build, self.columns, self.types = build, columns, types
        self.kept = local()

    def __call__(self, **values: object) -> list:
        """The rows for these values. One query, none where all lists are empty."""
        lists = [values[name] for name, kind in self.types.items() if kind is list]
        if lists and not any(lists):
            return []
        connection = connections[DEFAULT_DB_ALIAS]
        statement = self._statement(connection, tuple(map(_room, lists)))
        given = {name: self._adapted(connection, name, value) for name, value in values.items()}
        params = [
            fixed if place is None else given[place[0]][place[1]]
            for fixed, place in zip(statement.params, statement.places, strict=True)
        ]
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, params)
            rows = _converted(connection, cursor.fetchall(), statement.converters)
        return [statement.shape.row(row) for row in rows] if statement.shape else rows

    def _statement(self, connection, sizes: tuple[int, ...]) -> Statement:
        kept, key = self.kept.__dict__, f"{connection.vendor}{sizes}"
        if key not in kept:
            kept[key] = self._compiled(connection, sizes)
        return kept[key]

    def _compiled(self, connection, sizes: tuple[int, ...]) -> Statement:
        rooms = iter(sizes)
        markers = {
            name: _markers(number, next(rooms)) if kind is list else _marker(kind, number)
            for number, (name, kind) in enumerate(self.types.items())
        }
        queryset, shape = self.build(**markers), None
        if self.columns:
            shape = Shape(queryset.model, self.columns)
            queryset = queryset.values_list(*shape.columns)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        where = {
            value: (name, number)
            for name, marker in markers.items()
            for number, value in enumerate(self._adapted(connection, name, marker))
        }
        places = tuple(where.get(param) if isinstance(param, (str, int, date)) else None for param in params)
        expressions = [selected[0] for selected in compiler.select[: compiler.col_count]]
        converters = tuple(compiler.get_converters(expressions).items())
        return Statement(sql, tuple(params), places, converters, shape)

    def _adapted(self, connection, name: str, value) -> Sequence:
        """The value as parameters: one, or as many as a list has room for."""
        if self.types[name] is list:
            return [*value, *[NOBODY] * (_room(value) - len(value))]
        return [connection.ops.adapt_datefield_value(value) if self.types[name] is date else value]


def _room(keys: Sequence) -> int:
    """Raises ValueError for a list that no page can have."""
    if len(keys) > MOST_KEYS:
        raise ValueError(f"{len(keys)} keys: {MOST_KEYS} keys at most.")
    return next(size for size in SIZES if size >= len(keys))


def _marker(kind: type, number: int):
    """A value that stands for another one: no queryset of ours has it as its own."""
    return {str: f"value number {number}", int: -1 - number - 10**9, date: date(1001, 1, number + 1)}[kind]


def _markers(number: int, room: int) -> list[int]:
    return [-(10**6) * (number + 2) - each for each in range(room)]


def _converted(connection, rows: list, converters: Sequence) -> list:
    """What the database gives as what the fields hold."""
    if not converters:
        return rows
    rows = [list(row) for row in rows]
    for place, (functions, expression) in converters:
        for row in rows:
            for function in functions:
                row[place] = function(row[place], expression, connection)
    return rows
