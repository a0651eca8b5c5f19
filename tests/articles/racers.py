"""Processes that race and die: `python -m tests.articles.racers requests|mortals` on the database of DATABASE_URL."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[2]
THREADS = 20
KILLS = 30
GIVE_UP_AFTER = 60  # seconds


def start(part: str, address: str) -> subprocess.Popen:
    """One process that plays this part on the database at this address."""
    environment = os.environ | {"DATABASE_URL": address}
    command = [sys.executable, "-m", "tests.articles.racers", part]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def requests():
    """Twenty threads of one process serve requests until nothing waits any more."""
    from articles.middleware import DueActs
    from articles.models import ScheduledAct

    middleware, over = DueActs(lambda request: None), threading.Event()

    def serve():
        while not over.wait(0.02):
            middleware(None)
        django.db.connection.close()

    threads = [threading.Thread(target=serve) for _number in range(THREADS)]
    for thread in threads:
        thread.start()
    end = time.monotonic() + GIVE_UP_AFTER
    while ScheduledAct.objects.waiting().exists() and time.monotonic() < end:
        time.sleep(0.05)
    over.set()
    for thread in threads:
        thread.join()


def mortals():
    """Runners that are killed with -9, one after the other, in the middle of an act; the last one may finish."""
    kills = 0
    for _life in range(KILLS):
        heard, said = os.pipe()
        child = os.fork()
        if not child:
            live(said)
        os.close(said)
        if os.read(heard, 1):  # it has begun an act
            time.sleep(random.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
        os.close(heard)
        _pid, status = os.waitpid(child, 0)
        kills += os.WIFSIGNALED(status)
    print(kills, flush=True)
    live()


def live(said=None):
    """Run what is due, with a short lease and short pauses, so that the next life need not wait for them."""
    from articles import due, publishing
    from articles.models import ScheduledAct

    real = publishing.publish

    def publish(*args, **others):
        if said:
            os.write(said, b".")
        return real(*args, **others)

    publishing.publish = publish
    due.LEASE = timedelta(milliseconds=20)
    due.pause = lambda attempts: timedelta(milliseconds=20)
    end = time.monotonic() + GIVE_UP_AFTER
    while ScheduledAct.objects.waiting().exists() and time.monotonic() < end:
        due.run_due()
        time.sleep(0.002)
    os._exit(0)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    django.setup()
    {"requests": requests, "mortals": mortals}[sys.argv[1]]()
