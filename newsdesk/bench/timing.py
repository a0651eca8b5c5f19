"""Processor time of requests, beside that of a bare response measured in the same moments."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from newsdesk.bench import bare

ROUNDS = 60
WARM_UP = 5


@dataclass(frozen=True)
class Timed:
    """Milliseconds, each the median of a request: processor and clock, and the processor's for the bare response."""

    cpu: float
    wall: float
    bare: float

    @property
    def ratio(self) -> float:
        return self.cpu / self.bare


def timed(ask: Callable[[], object]) -> Timed:
    """Ask so often, each time after a bare response: both meet the same state of the machine."""
    client = bare.client()
    for _ in range(WARM_UP):
        ask()
    asked, passed, unit = [], [], []
    for _ in range(ROUNDS):
        unit.append(_milliseconds(lambda: client.get("/"))[0])
        cpu, wall = _milliseconds(ask)
        asked.append(cpu)
        passed.append(wall)
    return Timed(median(asked), median(passed), median(unit))


def _milliseconds(ask: Callable[[], object]) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    ask()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000
