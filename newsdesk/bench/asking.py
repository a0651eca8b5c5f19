"""One page of the desk asked for: its time, queries and bytes."""

import gzip
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsdesk.bench.timing import Timed, timed


class NotAnswered(Exception):
    """A page that was to be measured gave another answer than 200."""


@dataclass(frozen=True)
class Asked:
    """What an address took. `body` as it was sent, not compressed."""

    time: Timed
    queries: int
    body: bytes

    @property
    def kilobytes(self) -> float:
        """Compressed, in kB."""
        return len(gzip.compress(self.body, 6)) / 1000


def ask(client: Client, address: str) -> Asked:
    """Measure one address. Raises NotAnswered."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    if response.status_code != 200:
        raise NotAnswered(f"{address} answered {response.status_code}")
    number = len(queries)  # before the next request empties the log
    return Asked(timed(lambda: client.get(address)), number, response.content)
