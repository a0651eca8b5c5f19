"""A desk of the drill's own: the demonstration in a folder and on a port of its own, stopped and gone at the end."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk import run
from newsdesk.drill.visitor import Visitor

OPENS_WITHIN = 240  # seconds, for building the demonstration and starting
DESK = "/admin/"


class DidNotOpen(Exception):
    """Why there is no desk to drill on: what it printed."""


@dataclass(frozen=True)
class Desk:
    """Where a running demonstration answers. `logins`: name -> password; `folder`: its `var/`; `log`: what it says."""

    port: int
    folder: Path
    process: int
    host: str = run.HOST
    logins: dict[str, str] = field(default_factory=dict)

    @property
    def log(self) -> Path:
        return self.folder / "drill.log"

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return self.folder / "newsdesk.sqlite3"

    def visitor(self, name: str = "") -> Visitor:
        """A new browser; with the name of a login, logged in."""
        visitor = Visitor(self.host, self.port)
        if name:
            visitor.log_in(DESK, name, self.logins[name])
        return visitor


@contextmanager
def opened(database_url: str = "") -> Iterator[Desk]:
    """A fresh desk that answers. `database_url`: an empty PostgreSQL database in place of a file."""
    with TemporaryDirectory(prefix="newsdesk-drill-") as name, socket.socket() as door:
        door.bind((run.HOST, 0))
        port = door.getsockname()[1]
        door.close()
        folder = Path(name)
        settings = {"VAR_DIR": name, "DEMO": "yes", "PORT": str(port), "DATABASE_URL": database_url}
        environment = {key: value for key, value in {**os.environ, **settings}.items() if value}
        with (folder / "drill.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "newsdesk.run"], cwd=run.ROOT, env=environment, stdout=log, stderr=log
            )
        try:
            yield _wait_for(Desk(port, folder, process.pid), process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(run.STOPS_WITHIN * 2)


def _wait_for(desk, process):
    last = time.monotonic() + OPENS_WITHIN
    while not run.answers(desk.port):
        if process.poll() is not None or time.monotonic() > last:
            raise DidNotOpen(desk.log.read_text(errors="replace"))
        time.sleep(0.2)
    lines = (desk.folder / "demo-logins.txt").read_text().splitlines()
    return Desk(desk.port, desk.folder, desk.process, logins=dict(line.split()[:2] for line in lines))
