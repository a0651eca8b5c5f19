"""The worker: looks every second, outlives a database that is away, ends when told to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from newsdesk.management.commands import worker

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def looks(monkeypatch):
    """What a look did, in order; due acts, lost tasks and tidying are stood in for."""
    done: list[str] = []
    monkeypatch.setattr(worker, "run_due", lambda: done.append("due"))
    monkeypatch.setattr(worker.housekeeping, "revive_lost_tasks", lambda: done.append("revived"))
    monkeypatch.setattr(worker.housekeeping, "forget_old", lambda last: done.append("tidied") or "today")
    monkeypatch.setattr(worker.housekeeping, "retry_failed_tasks", lambda: done.append("retried"))
    monkeypatch.setattr(worker.worker_sign, "give", lambda: done.append("sign"))
    monkeypatch.setattr(worker, "moments", worker.Moments())
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    return done


def test_a_look_does_what_is_due_first(looks):
    assert worker.look(None) == "today"
    assert looks == ["due", "sign", "revived", "retried", "tidied"]
    assert worker.look("today") == "today"
    assert looks[5:] == ["due", "tidied"]


def test_a_database_that_is_away_is_told_and_tried_again(looks, monkeypatch, caplog):
    def away():
        raise OperationalError("database is locked")

    monkeypatch.setattr(worker, "run_due", away)
    assert worker.look("yesterday") == "yesterday"
    assert worker.look("yesterday") == "yesterday"
    assert caplog.messages == ["The database cannot be used, trying again every second: database is locked"]
    assert looks == []
    monkeypatch.setattr(worker, "run_due", lambda: looks.append("due"))
    assert worker.look("yesterday") == "today"


def test_a_queue_that_ends_is_started_again_and_ended_at_last(looks, monkeypatch, caplog):
    started: list[subprocess.Popen] = []
    opened = subprocess.Popen

    def start(command):
        started.append(opened([sys.executable, "-c", "" if not started else "import time; time.sleep(60)"]))
        return started[-1]

    def look(last):
        if len(started) == 1:
            started[0].wait()
        else:
            os.kill(os.getpid(), signal.SIGTERM)
        return last

    monkeypatch.setattr(worker.subprocess, "Popen", start)
    monkeypatch.setattr(worker, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(worker, "START_AGAIN_AFTER", 0.01)
    monkeypatch.setattr(worker, "look", look)
    before = signal.getsignal(signal.SIGTERM)
    call_command("worker")
    assert [child.returncode for child in started] == [0, -signal.SIGTERM]
    assert "starting it again" in caplog.text
    assert signal.getsignal(signal.SIGTERM) == before


def address_of_database() -> str:
    """The test's database, as DATABASE_URL names it."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)


@pytest.mark.django_db(transaction=True)
def test_it_ends_soon_after_it_is_told_to(tmp_path):
    here = {"VAR_DIR": str(tmp_path), "DATABASE_URL": address_of_database(), "LOG_LEVEL": "INFO"}
    options = {"cwd": ROOT, "env": os.environ | here}
    command = [sys.executable, "manage.py", "worker"]
    started = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, **options)
    assert any("At work" in line for line in started.stderr)
    told = time.monotonic()
    started.send_signal(signal.SIGTERM)
    assert started.wait(10) == 0
    assert time.monotonic() - told < 3
    with pytest.raises(ProcessLookupError):  # nothing of its session is left
        os.killpg(started.pid, 0)
    started.stderr.close()
