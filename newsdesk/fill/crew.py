"""Several processes make batches of articles while this one writes them."""

import os
import pickle
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

import django

WORTH_A_PROCESS = 8  # batches
AHEAD = 2  # batches that each process may be ahead of the writing: they are held in memory


def made_in_order(work, newsroom, batches: list[tuple]) -> Iterator:
    """What `work(newsroom)` makes of each batch, in their order; by this process alone where there are few.

    `work` is a class, `newsroom` what all batches share; what it makes has to be plain values.
    """
    processes = min(os.cpu_count() or 1, len(batches) // WORTH_A_PROCESS)
    if processes < 2:
        make = work(newsroom)
        yield from (make(*batch) for batch in batches)
        return
    shared = pickle.dumps((work, newsroom))
    # A fork would take open connections along.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_begin, initargs=(shared,))
    with pool:
        waiting: deque[Future] = deque()
        for batch in batches:
            waiting.append(pool.submit(_make, batch))
            if len(waiting) > AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_makers: list = []  # of this process: one, once it has begun


def _begin(shared: bytes) -> None:
    django.setup()
    work, newsroom = pickle.loads(shared)
    _makers.append(work(newsroom))


def _make(batch: tuple):
    return _makers[0](*batch)
