"""A long stream in small compressed pieces."""

import gzip
import io
import os

import pytest

from newsdesk.backup import pieces
from newsdesk.backup.archive import BadArchive


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 1000)


def test_in_order_and_whole():
    data = os.urandom(7_500)
    made = list(pieces.compressed(io.BytesIO(data)))
    assert [size for _piece, size in made] == [1000] * 7 + [500]
    assert b"".join(pieces.expand(io.BytesIO(piece), len(piece)) for piece, _size in made) == data
    assert gzip.decompress(b"".join(piece for piece, _size in made)) == data  # as gunzip would
    assert list(pieces.compressed(io.BytesIO())) == []


@pytest.mark.parametrize(
    "piece",
    [b"", b"no gzip", gzip.compress(b"x" * 1001), gzip.compress(b"x" * 10_000_000), gzip.compress(b"x" * 900)[:-9]],
    ids=["empty", "no gzip", "a little too large", "a bomb", "cut short"],
)
def test_what_is_no_piece_of_ours_is_refused_however_large_it_would_become(piece):
    with pytest.raises(BadArchive):
        pieces.expand(io.BytesIO(piece), len(piece))


def test_a_piece_larger_than_any_is_not_even_read():
    with pytest.raises(BadArchive):
        pieces.expand(None, 2001)
