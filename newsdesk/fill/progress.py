"""A bar that fills, on a terminal; elsewhere one line a stage."""

import sys
import time
from typing import TextIO

WIDTH = 30


class Bar:
    """`advance()` as rows are made; the line says which stage it is, how far, and how long it may still take."""

    def __init__(self, stage: str, total: int, stream: TextIO | None = None) -> None:
        self.stage, self.total, self.done = stage, total, 0
        self.stream = stream or sys.stderr
        self.began = time.monotonic()

    def advance(self, number: int) -> None:
        self.done += number
        if self.stream.isatty():
            self.stream.write(f"\r{self}")
            self.stream.flush()

    def end(self) -> None:
        took = time.monotonic() - self.began
        start = "\r" if self.stream.isatty() else ""
        self.stream.write(f"{start}{self.stage}: {self.done:,} in {took:.1f} s{' ' * WIDTH}".rstrip() + "\n")

    def __str__(self) -> str:
        share = self.done / self.total if self.total else 1
        full = round(share * WIDTH)
        took = time.monotonic() - self.began
        left = f", {took / share - took:.0f} s left" if share else ""
        return f"{self.stage:<12}{'█' * full}{'░' * (WIDTH - full)} {self.done:,} of {self.total:,}{left}   "
