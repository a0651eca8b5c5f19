"""How far something long has come: one line that is written over on a terminal, now and then a new one elsewhere."""

import time
from typing import IO

EVERY = {True: 0.2, False: 10.0}  # seconds between two notes, on a terminal and elsewhere


class Progress:
    """`step(n)` counts; `begin` and `end` tell of a stage. `total`: what it will count to, 0 if nobody knows."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream, self.is_terminal = stream, stream.isatty()
        self.begin("", 0)

    def begin(self, what: str, total: int) -> None:
        self.what, self.total, self.done = what, total, 0
        self.noted_at = time.monotonic()

    def step(self, by: int) -> None:
        self.done += by
        if time.monotonic() - self.noted_at >= EVERY[self.is_terminal]:
            self.note("\r" if self.is_terminal else "\n")

    def note(self, ending: str) -> None:
        self.noted_at = time.monotonic()
        share = f"{min(100, 100 * self.done // self.total)} %" if self.total else f"{self.done / 1e6:,.0f} MB"
        self.stream.write(f"{self.what} … {share}{ending}")
        self.stream.flush()

    def end(self) -> None:
        self.stream.write(f"{self.what}: {self.done / 1e6:,.0f} MB      \n")
        self.stream.flush()
