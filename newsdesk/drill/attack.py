"""Hostile input through the real forms, addresses and headers of a running desk."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import html

from newsdesk.drill.hostile import Hostility, inputs
from newsdesk.drill.visitor import Answer, Form, Visitor

READERS = ["/", "/search/", "/people/", "/organisations/", "/meetings/", "/feed/", "/meetings.ics", "/robots.txt"]
LEAVES_THE_DESK = ("logout", "password", "newsdesk/user/")  # nobody locks himself out in the middle of a drill

Door = tuple[Visitor, str]


@dataclass
class Outcome:
    """What came of a drill. `saved`: addresses of what was taken in, to be looked at in a browser."""

    sent: dict[str, int] = field(default_factory=dict)
    refused: int = 0
    faults: list[str] = field(default_factory=list)
    half_saved: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)

    def count(self, way: str) -> None:
        self.sent[way] = self.sent.get(way, 0) + 1


class Attack:
    """Attackers, each with the doors that his rights open. `digests`: of everything that is stored, by table."""

    def __init__(self, doors: list[Door], *, seed: int, digests: Callable[[], dict[str, str]]) -> None:
        self.doors, self.digests = doors, digests
        self.chance = random.Random(seed)
        self.outcome = Outcome()

    def run(self, seed: int, number: int, say: Callable[[str], None]) -> Outcome:
        """Send `number` inputs made from `seed`."""
        for each in inputs(seed, number):
            self.outcome.count(each.way)
            if each.way in ("query", "header"):
                self.ask(each)
            else:
                self.fill(each)
            if (each.number + 1) % 50 == 0:
                say(f"{each.number + 1} of {number} sent")
        return self.outcome

    def ask(self, hostility: Hostility) -> None:
        """A hostile query or header at an address of readers or of the desk."""
        visitor, address = self.chance.choice(self.doors)
        address = self.chance.choice([*READERS, address])
        if hostility.way == "header":
            answer = visitor.get(address, headers=[(hostility.name, str(hostility.value))])
        else:
            answer = visitor.get(f"{address}?{hostility.name}={hostility.value}")
        self.judge(answer, hostility)

    def fill(self, hostility: Hostility) -> None:
        """A form as it stands, with the input in one or several of its fields."""
        visitor, form = self.form(takes_files=hostility.way == "file")
        names = form.files if hostility.way == "file" else [name for name in form.names() if name not in form.files]
        for name in self.chance.sample(names, min(hostility.spread, len(names))):
            form.put(name, hostility.value)
        before = self.digests()
        answer = visitor.send(form)
        self.judge(answer, hostility, form)
        if answer.leads_to:
            self.outcome.saved.append(urljoin(answer.address, answer.leads_to))
        else:
            self.outcome.refused += 1
            if changed := [table for table, its in self.digests().items() if its != before[table]]:
                self.outcome.half_saved.append(f"{told(hostility, form.action, answer)} wrote {', '.join(changed)}")

    def form(self, *, takes_files: bool) -> tuple[Visitor, Form]:
        """A form behind some door, one with a file where one is wanted. Raises LookupError if no door has one."""
        for visitor, door in self.chance.sample(self.doors, len(self.doors)):
            answer, forms = visitor.open(door)
            if answer.status >= 500:
                self.outcome.faults.append(f"{door} answered {answer.status}")
            fitting = [form for form in forms if (form.files or not takes_files) and is_safe(form.action)]
            if fitting:
                return visitor, self.chance.choice(fitting)
        raise LookupError("No door shows such a form.")

    def judge(self, answer: Answer, hostility: Hostility, form: Form | None = None) -> None:
        if answer.status >= 500:
            self.outcome.faults.append(told(hostility, form.action if form else answer.address, answer))


def told(hostility: Hostility, where: str, answer: Answer) -> str:
    """One line from which somebody finds the input again by its seed and number."""
    return f"no. {hostility.number} ({hostility.way} {hostility.name[:30]!r}) at {where[:120]}: {answer.status}"


def is_safe(action: str) -> bool:
    """Whether sending the form leaves the attacker logged in."""
    return not any(word in action for word in LEAVES_THE_DESK)


def doors_of(visitor: Visitor, desk: str) -> list[Door]:
    """Pages of the desk that show forms: of each kind of row the empty form, one row, and that row's acts."""
    index, _forms = visitor.open(desk)
    found = []
    for listed in sorted(links_in(index, f"{desk}*/*/")):
        page, _forms = visitor.open(listed)
        rows = links_in(page, f"{listed}*/change/")
        found += [link for link in links_in(page, f"{listed}*/") if link.endswith("/add/")]
        for row in rows[:1]:
            found.append(row)
            opened, _forms = visitor.open(row)
            found += [link for link in links_in(opened, f"{listed}*") if "/act/" in link or "/people/" in link]
    return [(visitor, address) for address in dict.fromkeys(found) if is_safe(address)]


def links_in(answer: Answer, pattern: str) -> list[str]:
    """Addresses on a page that begin as the pattern does up to its first star and have as many steps."""
    if answer.status != 200 or not answer.body.strip():
        return []
    stem, _star, rest = pattern.partition("*")
    found = []
    for link in html.fromstring(answer.body).xpath("//a/@href"):
        address = urljoin(answer.address, link).partition("?")[0].partition("#")[0]
        if address.startswith(stem) and (rest in ("", "/") or address.count("/") == pattern.count("/")):
            found.append(address)
    return list(dict.fromkeys(found))
