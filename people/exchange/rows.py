"""What every reader of files makes: rows of cells, each knowing where it stood."""

from dataclasses import dataclass, field


class Unreadable(Exception):
    """A file that cannot be taken at all. The message is a sentence that names the file, and the row where it can."""


@dataclass(frozen=True)
class Row:
    """One row of a file: `values` by column name, as they stood there (text; from JSON also lists and objects).

    `number` counts as a spreadsheet does, the headings being row 1; in JSON from 1 in each list.
    """

    kind: str
    file: str
    number: int
    values: dict


@dataclass
class Sheet:
    """What one file held. `notes`: sentences about it, such as columns that are not taken."""

    file: str
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
