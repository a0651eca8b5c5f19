"""Rows of the record that an import's rows name, fetched once, so that saving thousands asks for none of them again."""

from people.exchange.columns import KINDS
from people.exchange.references import key_of, parts
from people.models import Organisation


class Registry:
    """By kind and key: what is in the record, and what the import makes as it goes."""

    def __init__(self, book):
        self.rows = {kind: {} for kind in KINDS}
        bodies = Organisation._base_manager.in_bulk()
        for body in bodies.values():
            body.parent = bodies.get(body.parent_id)
        self.rows["organization"] = bodies
        asked = {kind: set() for kind in KINDS}
        for entry in book.entries:
            asked[entry.row.kind] |= {entry.chosen} - {None}
            for column in entry.kind.columns:
                if column.of and (key := key_of(entry.refs.get(column.field))):
                    asked[column.of].add(key)
        for kind in ("area", "series", "person", "post", "event", "name", "membership", "attendee", "outcome"):
            for part in parts(asked[kind]):
                self.rows[kind] |= KINDS[kind].model._base_manager.in_bulk(part)
        self._link()

    def _link(self):
        """What printing a row asks for: a post its body, an office its person and post, a roll its meeting."""
        for kind in ("post", "membership", "attendee"):
            for row in self.rows[kind].values():
                for column in KINDS[kind].columns:
                    known = column.of and self.rows[column.of].get(getattr(row, f"{column.field}_id"))
                    if known:
                        setattr(row, column.field, known)

    def get(self, kind, key):
        return self.rows[kind][key]

    def add(self, kind, row):
        self.rows[kind][row.pk] = row

    def named(self, entry):
        """The rows that an entry's cells name, by field."""
        kinds = {column.field: column.of for column in entry.kind.columns if column.of}
        return {field: self.get(kinds[field], key_of(target)) for field, target in entry.refs.items()}
