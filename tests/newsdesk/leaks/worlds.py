"""The same desk twice, with secrets and without: everything a reader can get, byte by byte."""

import re
from contextlib import contextmanager
from unittest.mock import patch

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from .addresses import every_address
from .desk import NOW, build

NONCE = re.compile(rb"'nonce-([^']+)'")


class RolledBack(Exception):
    pass


@contextmanager
def rolled_back():
    """Nothing of what happens inside stays."""
    try:
        with transaction.atomic():
            yield
            raise RolledBack
    except RolledBack:
        pass


@contextmanager
def frozen(moment):
    """The clock stands: the code asks `timezone.now()` through the module, Django's log-in page asks `time`."""
    with patch.object(timezone, "now", lambda: moment), patch("time.time", lambda: moment.timestamp()):
        yield


def steady(response):
    """Status, headers and body of an answer, its nonce replaced and nothing else."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = repr(sorted(response.headers.items())).encode()
    for nonce in set(NONCE.findall(headers)):
        headers, body = headers.replace(nonce, b"NONCE"), body.replace(nonce, b"NONCE")
    return response.status_code, headers, body


def crawl(addresses=None):
    """What an anonymous reader gets from every address, or these, and how many queries each answer took."""
    found = {}
    for address in addresses or every_address(reverse):
        connection.queries_log.clear()  # it holds 9,000 and counts no further
        with CaptureQueriesContext(connection) as queries:
            response = Client(raise_request_exception=False).get(address)
        assert response.status_code < 500, f"{address}: {response.status_code}"
        found[address] = (*steady(response), len(queries))
    return found


def world(secret_acts, later_acts=(), addresses=None):
    """Two looks: at the desk with these secrets, and after later public acts on top of them."""
    looks = []
    with frozen(NOW), rolled_back():
        desk = build()
        for act in secret_acts:
            act(desk)
        looks.append(crawl(addresses))
        for act in later_acts:
            act(desk)
        looks.append(crawl(addresses))
    return looks


def differences(one, other):
    """Addresses whose answers differ, with what differs of them."""
    parts = ("status", "headers", "body", "queries")
    return {
        address: [
            (part, one[address][n], other[address][n])
            for n, part in enumerate(parts)
            if one[address][n] != other[address][n]
        ]
        for address in one
        if one[address] != other[address]
    }


def leaks(secret_acts, later_acts=(), addresses=None):
    """The addresses by which these secrets show, now or after the later acts."""
    worlds = zip(world([], later_acts, addresses), world(secret_acts, later_acts, addresses), strict=True)
    return {address for one, other in worlds for address in differences(one, other)}
