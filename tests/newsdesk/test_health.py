"""`/healthz`: which part is well, and not a word more."""

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from newsdesk import health, worker_sign
from newsdesk.models import WorkerSign

pytestmark = pytest.mark.django_db
ALL_WELL = "database: ok\nmigrations: ok\nworker: ok\ndisk: ok\n"


def test_all_is_well(client, django_assert_max_num_queries):
    worker_sign.give()
    client.get("/healthz")
    with django_assert_max_num_queries(5):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content.decode()) == (200, ALL_WELL)
    assert answer.headers == {
        "Content-Type": "text/plain; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex",
    }


def test_it_answers_whatever_the_host_and_without_https(client, settings):
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["desk.example"]
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 503  # no worker yet
    assert client.get("/people/", headers={"host": "10.0.0.7"}).status_code == 400


def answer_of(client) -> tuple[int, list[str]]:
    answer = client.get("/healthz")
    return answer.status_code, [line for line in answer.content.decode().splitlines() if not line.endswith(": ok")]


def test_a_worker_that_is_silent(client):
    assert answer_of(client) == (503, ["worker: not ok"])
    worker_sign.give()
    worker_sign.give()
    assert answer_of(client) == (200, [])
    WorkerSign.objects.update(at=timezone.now() - timedelta(seconds=61))
    assert answer_of(client) == (503, ["worker: not ok"])
    assert str(WorkerSign.objects.get()).startswith("20")


def test_a_migration_that_is_missing(client):
    worker_sign.give()
    MigrationRecorder(connection).record_unapplied("newsdesk", "0005_worker_sign")
    assert answer_of(client) == (503, ["migrations: not ok"])


def test_a_disk_without_room_and_one_that_is_read_only(client, monkeypatch):
    worker_sign.give()
    monkeypatch.setattr(health.shutil, "disk_usage", lambda folder: SimpleNamespace(free=health.LEAST_ROOM - 1))
    assert answer_of(client) == (503, ["disk: not ok"])
    monkeypatch.undo()
    monkeypatch.setattr(health.os, "statvfs", lambda folder: SimpleNamespace(f_flag=os.ST_RDONLY))
    assert answer_of(client) == (503, ["disk: not ok"])


def test_a_database_that_is_away(client, monkeypatch, caplog):
    def away():
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", away)
    assert answer_of(client) == (503, ["database: not ok", "migrations: not ok", "worker: not ok"])
    assert "connection refused" in caplog.text
