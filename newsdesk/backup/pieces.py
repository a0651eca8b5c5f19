"""A long stream as many small compressed ones: little memory, both cores, no second copy on the disk."""

import gzip
import zlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO

from newsdesk.backup.archive import BROKEN, BadArchive, Digested

PIECE = 8 << 20  # bytes before compression
AT_ONCE = 2


def compressed(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Each piece as a gzip file of its own, in order, with its size before."""
    with ThreadPoolExecutor(AT_ONCE) as workers:
        waiting: deque[tuple[Future[bytes], int]] = deque()
        while data := stream.read(PIECE):
            waiting.append((workers.submit(gzip.compress, data, 1, mtime=0), len(data)))
            if len(waiting) > AT_ONCE:
                done, size = waiting.popleft()
                yield done.result(), size
        for done, size in waiting:
            yield done.result(), size


def expand(stream: Digested, size: int) -> bytes:
    """What one piece holds. Raises BadArchive for what is no piece of ours, however large it would become."""
    if size > 2 * PIECE:
        raise BadArchive(f"{BROKEN}.")
    machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        data = machine.decompress(stream.read(size), PIECE + 1)
    except zlib.error as error:
        raise BadArchive(f"{BROKEN}.") from error
    if len(data) > PIECE or not machine.eof:
        raise BadArchive(f"{BROKEN}.")
    return data
