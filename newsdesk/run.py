"""`make run`: serves the desk and runs its worker until Ctrl-C. Run as `python -m newsdesk.run`.

A desk that `manage.py start_desk` began is served as it is; where there is none, the demonstration is built.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from newsdesk import desk_file, environment
from newsdesk.preparing import CannotPrepare, prepare

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
STOPS_WITHIN = 12  # seconds: the server gives its last requests 10


class CannotRun(Exception):
    """Why the desk cannot be served, in one sentence."""


def main() -> int:
    """Prepare, serve, wait; the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    try:
        choose_desk(environment.folder("VAR_DIR", ROOT / "var"))
        port = environment.number("PORT", 8000, least=1, most=65_535)
        refuse_taken(port)
        django.setup()
        ready()
        return serve(port)
    except (CannotRun, ImproperlyConfigured) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def choose_desk(folder: Path) -> None:
    """The demonstration, unless the folder holds a desk of somebody's own."""
    if not (folder / desk_file.FILE).exists():
        os.environ.setdefault("DEMO", "yes")
    elif environment.boolean("DEMO", False):
        raise CannotRun(f"{folder} holds a desk of your own: for the demonstration, name another folder by VAR_DIR.")


def refuse_taken(port: int) -> None:
    """Say so when somebody listens there already, or when this account may not."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a desk that just closed is no obstacle
        try:
            door.bind((HOST, port))
        except OSError as error:
            raise CannotRun(
                f"Port {port} cannot be used ({error.strerror}): choose another one, `make run PORT={other(port)}`."
            ) from error


def other(port: int) -> int:
    return port + 1 if 1024 <= port < 65_535 else 8001


def ready() -> None:
    """Prepare the desk; fill it with the demonstration unless it is somebody's own."""
    try:
        prepare()
    except CannotPrepare as error:
        raise CannotRun(str(error)) from error
    if settings.DEMO:
        call_command("build_demo")


def serve(port: int) -> int:
    """Run the server and the worker until one of them ends or somebody stops us; 0 if it was somebody."""
    with asked_to_stop() as asked:
        children = start(commands(port))
        try:
            announced = False
            while not asked and all(child.poll() is None for child in children):
                if not announced and answers(port):
                    announced = True
                    print(announcement(port), flush=True)
                time.sleep(0.1)
        finally:
            end(children)
    if asked:
        return 0
    print("The server or the worker ended by itself: the lines above say why.", file=sys.stderr)
    return 1


@contextlib.contextmanager
def asked_to_stop() -> Iterator[list[int]]:
    """A list that is empty until somebody asks us to stop: Ctrl-C, a SIGTERM, the terminal closed."""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def commands(port: int) -> list[list[str]]:
    """What runs: the server, and the worker that publishes on time and makes pictures."""
    here = Path(sys.executable).parent
    workers = environment.number("WEB_WORKERS", 2, least=1, most=64)
    server = f"granian --interface wsgi --host {HOST} --port {port} --workers {workers} --blocking-threads 4 --no-ws"
    server += " --workers-kill-timeout 10s --log-level warning newsdesk.wsgi:application"
    return [[str(here / "granian"), *server.split()[1:]], [sys.executable, str(ROOT / "manage.py"), "worker"]]


def start(commands: list[list[str]]) -> list[subprocess.Popen]:
    """Each in a session of its own: Ctrl-C reaches us alone. Sent to the whole group it makes the server hang."""
    return [subprocess.Popen(command, cwd=ROOT, start_new_session=True) for command in commands]


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=0.2):
        return True
    return False


def announcement(port: int) -> str:
    """The addresses and, on the demo desk, who may log in."""
    lines = ["", f"{settings.SITE_NAME} is open.", f"  readers  http://{HOST}:{port}/"]
    lines.append(f"  desk     http://{HOST}:{port}/admin/")
    logins = settings.VAR_DIR / "demo-logins.txt"
    if settings.DEMO and logins.exists():
        lines += ["  log in as (name, password):", *(f"    {line}" for line in logins.read_text().splitlines())]
    elif not get_user_model().objects.exists():
        lines.append("  Nobody can log in yet: .venv/bin/python manage.py start_desk")
    return "\n".join([*lines, "Ctrl-C closes it.", ""])


def end(children: list[subprocess.Popen]) -> None:
    """Ask every child to finish, and end those that do not."""
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            child.terminate()
    last = time.monotonic() + STOPS_WITHIN
    for child in children:
        try:
            child.wait(max(0.1, last - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


if __name__ == "__main__":
    sys.exit(main())
