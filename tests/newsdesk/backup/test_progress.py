"""How far it has come, on a terminal and elsewhere."""

import io

from newsdesk.backup import progress
from newsdesk.backup.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def told(stream, monkeypatch, total):
    clock = iter(range(0, 1000, 6))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    tells = Progress(stream)
    tells.begin("Packing", total)
    for _ in range(3):
        tells.step(50_000_000)
    tells.end()
    return stream.getvalue()


def test_on_a_terminal_one_line_is_written_over(monkeypatch):
    said = told(Terminal(), monkeypatch, 200_000_000)
    assert said == "Packing … 25 %\rPacking … 50 %\rPacking … 75 %\rPacking: 150 MB      \n"


def test_elsewhere_now_and_then_a_line(monkeypatch):
    assert told(io.StringIO(), monkeypatch, 0) == "Packing … 100 MB\nPacking: 150 MB      \n"
