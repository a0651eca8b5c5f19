"""A newsroom at work: editors who save again and again, readers at a fixed rate, and what went wrong meanwhile."""

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Lock
from urllib.parse import urljoin

from lxml import html

from newsdesk.drill.desk import DESK, Desk
from newsdesk.drill.memory import resident
from newsdesk.drill.visitor import Visitor

PAUSE = 3.0  # seconds between two saves of one editor
READER_THREADS = 12
LOCKED = re.compile("database is locked|deadlock detected|could not obtain lock", re.IGNORECASE)


@dataclass
class Figures:
    """What was done in `seconds`. `memory`: bytes at the beginning, then once in a while."""

    seconds: float = 0
    saves: int = 0
    pages: int = 0
    errors: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    locked: int = 0
    lock: Lock = field(default_factory=Lock, repr=False)

    def read(self, seconds: float) -> None:
        with self.lock:
            self.pages += 1
            self.waits.append(seconds)

    def saved(self) -> None:
        with self.lock:
            self.saves += 1

    def wrong(self, words: str) -> None:
        with self.lock:
            self.errors.append(words)

    def slowest(self, part: float) -> float:
        """Seconds within which that part of the pages had come."""
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def run(desk: Desk, *, editors: int, rate: float, seconds: float, say: Callable[[str], None]) -> Figures:
    """`editors` save, `rate` pages a second are read, for so many seconds."""
    figures, stop = Figures(), Event()
    addresses = public_addresses(desk.visitor())
    begun = time.monotonic()
    with ThreadPoolExecutor(editors + READER_THREADS) as threads:
        for number in range(editors):
            threads.submit(guarded, figures, edit, desk, figures, stop, number)
        turn = count()
        for _reader in range(READER_THREADS):
            threads.submit(guarded, figures, read, desk, figures, stop, addresses, turn, begun, rate)
        while (passed := time.monotonic() - begun) < seconds:
            if (size := resident(desk.process)) is not None:
                figures.memory.append(size)
            say(f"{passed:.0f} s: {figures.saves} saves, {figures.pages} pages, {len(figures.errors)} errors")
            stop.wait(min(15, seconds - passed))
        stop.set()
    figures.seconds = time.monotonic() - begun
    figures.locked = len(LOCKED.findall(desk.log.read_text(errors="replace")))
    return figures


def guarded(figures, work, *arguments):
    """A thread that dies says so."""
    try:
        work(*arguments)
    except Exception as error:
        figures.wrong(f"{work.__name__}: {error!r}")


def edit(desk, figures, stop, number):
    """One editor with a draft of his own, saved again and again from the form as the last save left it."""
    visitor = desk.visitor("editor")
    _page, forms = visitor.open(f"{DESK}articles/article/add/")
    form = article_form(forms)
    form.put("headline", f"Drill of editor {number}")
    for version in count(1):
        form.put("body", "".join(f"<p>Paragraph {n} in version {version}.</p>" for n in range(30)))
        form.put("_continue", "1")
        answer = visitor.send(form)
        if not answer.leads_to:
            figures.wrong(f"a save answered {answer.status} without going on")
        figures.saved()
        if stop.wait(PAUSE):
            return
        page, forms = visitor.open(urljoin(answer.address, answer.leads_to or form.action))
        if not forms:
            figures.wrong(f"{page.address} answered {page.status}")
            return
        form = article_form(forms)


def article_form(forms):
    """That of the words, among all forms of the page."""
    return next(form for form in forms if "headline" in form.names())


def read(desk, figures, stop, addresses, turn, begun, rate):
    """One of the readers: all of them together ask for `rate` pages a second, or as many as come."""
    visitor = desk.visitor()
    while not stop.is_set():
        number = next(turn)
        if stop.wait(max(0.0, begun + number / rate - time.monotonic())):
            return
        asked = time.monotonic()
        answer = visitor.get(addresses[number % len(addresses)])
        figures.read(time.monotonic() - asked)
        if answer.status != 200:
            figures.wrong(f"{answer.address} answered {answer.status}")


def public_addresses(visitor: Visitor) -> list[str]:
    """The home page and every page of ours it and the lists lead to."""
    found = ["/", "/people/", "/organisations/", "/meetings/", "/search/?q=talks", "/feed/"]
    for each in found[:4]:
        links = html.fromstring(visitor.get(each).body).xpath("//a/@href")
        found += [urljoin(each, link).partition("#")[0] for link in links]
    ours = re.compile(r"/((articles|people|organisations|meetings|sections|tags|series)/[^?]*/|search/.*|feed/)?")
    return [address for address in dict.fromkeys(found) if ours.fullmatch(address)]
