"""`make run`: what it says when it cannot, what it starts, and that it ends all of it."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk import preparing, run
from newsdesk.models import User
from newsdesk.run import CannotRun

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.socket() as door:
        door.bind((run.HOST, 0))
        door.listen()
        yield door.getsockname()[1]


def free() -> int:
    with socket.socket() as door:
        door.bind((run.HOST, 0))
        return door.getsockname()[1]


def test_a_port_in_use_is_told(taken):
    with pytest.raises(CannotRun, match=rf"Port {taken} cannot be used \(Address already in use\): choose another one"):
        run.refuse_taken(taken)
    run.refuse_taken(free())


@pytest.mark.parametrize(("port", "proposed"), [(8000, 8001), (80, 8001), (65_535, 8001)])
def test_another_port_is_proposed(port, proposed):
    assert run.other(port) == proposed


def test_it_says_so_and_ends_without_a_trace(taken, tmp_path):
    ended = subprocess.run(
        [sys.executable, "-m", "newsdesk.run"],
        cwd=ROOT,
        env=os.environ | {"PORT": str(taken), "VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert f"Port {taken} cannot be used" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told(monkeypatch, capsys):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied", "/srv/desk/var")

    monkeypatch.setattr(preparing, "call_command", refuse)
    monkeypatch.setenv("PORT", str(free()))
    assert run.main() == 1
    assert capsys.readouterr().err == "/srv/desk/var cannot be written to (Permission denied).\n"


def test_a_desk_of_one_s_own_is_no_demonstration(monkeypatch, tmp_path):
    monkeypatch.delenv("DEMO", raising=False)
    (tmp_path / "desk.env").touch()
    run.choose_desk(tmp_path)
    assert "DEMO" not in os.environ
    run.choose_desk(tmp_path / "empty")
    assert os.environ["DEMO"] == "yes"
    with pytest.raises(CannotRun, match="holds a desk of your own"):
        run.choose_desk(tmp_path)
    os.environ.pop("DEMO")


def sleeper(*, stubborn: bool = False) -> list[str]:
    deaf = "signal.signal(signal.SIGTERM, signal.SIG_IGN);" if stubborn else ""
    return [sys.executable, "-c", f"import signal, time; {deaf} print('up', flush=True); time.sleep(60)"]


def test_children_are_ended_the_stubborn_ones_too(monkeypatch):
    monkeypatch.setattr(run, "STOPS_WITHIN", 1)
    children = [
        subprocess.Popen(sleeper(stubborn=stubborn), stdout=subprocess.PIPE, start_new_session=True)
        for stubborn in (False, True)
    ]
    for child in children:
        child.stdout.readline()
    run.end(children)
    assert [child.returncode for child in children] == [-signal.SIGTERM, -signal.SIGKILL]


def test_when_one_child_ends_by_itself_the_other_is_ended_and_it_is_told(monkeypatch, capsys):
    monkeypatch.setattr(run, "commands", lambda port: [sleeper(), [sys.executable, "-c", "raise SystemExit(3)"]])
    assert run.serve(free()) == 1
    assert "ended by itself" in capsys.readouterr().err


@pytest.mark.django_db
def test_the_demo_says_who_may_log_in(settings, tmp_path):
    settings.VAR_DIR, settings.DEMO = tmp_path, True
    (tmp_path / "demo-logins.txt").write_text("editor        open-sesame\n")
    said = run.announcement(8000)
    assert "http://127.0.0.1:8000/admin/" in said
    assert "editor        open-sesame" in said
    settings.DEMO = False
    said = run.announcement(8000)
    assert "open-sesame" not in said
    assert "Nobody can log in yet: .venv/bin/python manage.py start_desk" in said
    User.objects.create_user("mira")
    assert "Nobody" not in run.announcement(8000)
