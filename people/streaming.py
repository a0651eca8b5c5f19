"""Lists as CSV files, written while they are read: a long list takes no more memory than a short one."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from people.exchange.cells import guarded

AT_ONCE = 500
MARK = "\ufeff"
"""Says at the beginning of the file that it is UTF-8: some spreadsheets take it for something else otherwise."""


class _Line:
    """What `csv.writer` writes to: it gives the line back."""

    def write(self, text: str) -> str:
        return text


def csv_file(name: str, columns: Iterable[str], rows: Iterable[Iterable]) -> StreamingHttpResponse:
    """An answer of rows of plain values, None for an empty cell; no cell is a formula (`people.exchange.cells`)."""
    response = StreamingHttpResponse(_parts(columns, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.csv")
    return response


def _parts(columns, rows) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield MARK + writer.writerow(columns)
    for some in in_parts(rows):
        yield "".join(writer.writerow(map(_cell, row)) for row in some)


def _cell(value) -> str:
    return "" if value is None else guarded(str(value))


def in_parts(rows: Iterable) -> Iterator[list]:
    """The rows, some hundred at a time."""
    rows = iter(rows)
    while some := list(islice(rows, AT_ONCE)):
        yield some
