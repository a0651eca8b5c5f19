"""Rows of a CSV file, whatever its separator; the templates to fill in."""

import csv
from io import StringIO
from pathlib import PurePath

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.exchange.cells import bare, guarded
from people.exchange.columns import KINDS, kind_called
from people.exchange.rows import Row, Sheet, Unreadable

SEPARATORS = ",;\t|"
MOST_COLUMNS = 200


def read(name, text):
    """The rows of a CSV file. Raises Unreadable."""
    table = _table(name, text)
    number, headings = next(table, (0, []))
    kind, columns, sheet = _headed(name, headings)
    for number, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            raise Unreadable(
                _("Row %(row)d of “%(file)s” has %(cells)d cells, the headings are %(columns)d: is a quote missing?")
                % {"row": number, "file": name, "cells": len(cells), "columns": len(columns)}
            )
        pairs = zip(columns, cells, strict=False)
        values = {column.name: bare(cell.strip()) for column, cell in pairs if column and cell.strip()}
        sheet.rows.append(Row(kind.name, name, number, values))
    if not sheet.rows:
        raise Unreadable(_("“%(file)s” has headings and no rows.") % {"file": name})
    return sheet


def _table(name, text):
    """Pairs of row number and cells."""
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        raise Unreadable(
            _("Row %(row)d of “%(file)s” cannot be read as CSV: %(error)s.")
            % {"row": number + 1, "file": name, "error": error}
        ) from error


def _headed(name, headings):
    """The kind of rows, the column of each cell (None where it is not taken), and the sheet with what to say."""
    words = [heading.strip() for heading in headings]
    kind = kind_called(PurePath(name).stem) or _kind_of(words)
    if kind is None or len(words) > MOST_COLUMNS:
        raise Unreadable(
            _("We cannot tell what “%(file)s” lists. Begin with a template, or call it %(names)s.")
            % {"file": name, "names": ", ".join(f"{each.plural}.csv" for each in KINDS.values())}
        )
    columns = [kind.column(word) for word in words]
    taken = [column.name for column in columns if column]
    twice = sorted({column for column in taken if taken.count(column) > 1})
    if twice:
        raise Unreadable(
            _("“%(file)s” has two columns for: %(columns)s.") % {"file": name, "columns": ", ".join(twice)}
        )
    if missing := _missing(kind, taken):
        raise Unreadable(
            _("“%(file)s” lacks the columns: %(columns)s.") % {"file": name, "columns": ", ".join(missing)}
        )
    sheet = Sheet(name)
    left = [word for word, column in zip(words, columns, strict=True) if word and not column]
    if left:
        said = ngettext("The column %(columns)s is not taken.", "The columns %(columns)s are not taken.", len(left))
        sheet.notes.append(said % {"columns": ", ".join(f"“{word}”" for word in left)})
    return kind, columns, sheet


def _kind_of(words):
    """The one kind that has all it needs and knows most of the headings."""
    fitting = []
    for kind in KINDS.values():
        known = [column.name for column in map(kind.column, words) if column]
        if known and not _missing(kind, known):
            fitting.append((len(known) / len(words), kind))
    best = max((share for share, _kind in fitting), default=0)
    found = [kind for share, kind in fitting if share == best]
    return found[0] if len(found) == 1 else None


def _missing(kind, taken):
    needed = [column.name for column in kind.columns if column.is_needed and column.name not in taken]
    return needed + [_(" or ").join(names) for names in kind.one_of if not set(names) & set(taken)]


def written(kind, rows):
    """CSV text of dictionaries by column name, safe to open in a spreadsheet; without rows it is the template."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(column.name for column in kind.columns)
    for row in rows:
        writer.writerow(guarded(row.get(column.name, "")) for column in kind.columns)
    return "\ufeff" + out.getvalue()
