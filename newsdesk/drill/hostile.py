"""Hostile input, made from a seed: the same seed gives the same thousand. Pure."""

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsdesk.drill.visitor import Upload

MARK = "hostileInputRan"  # what a script of ours would set on the window if a browser ran it
RUNS = f"window.{MARK}=1"
SCRIPTS = [
    f"<script>{RUNS}</script>",
    f'<img src="x" onerror="{RUNS}">',
    f'<svg onload="{RUNS}"><script>{RUNS}</script></svg>',
    f'<a href="javascript:{RUNS}" id="hostile">here</a>',
    f'<iframe srcdoc="<script>parent.{RUNS}</script>"></iframe>',
    f'<body onload="{RUNS}"><style>@import "javascript:{RUNS}";</style>',
    f'<math><mtext></form><form><mglyph><style></math><img src onerror="{RUNS}">',
    f'"><script>{RUNS}</script>',
    f"'-{RUNS}-'",
    f"</title></textarea></script><script>{RUNS}</script>",
    f"{{{{ constructor.constructor('{RUNS}')() }}}}",
    f'<p style="background:url(javascript:{RUNS})">text</p><object data="data:text/html,<script>{RUNS}</script>">',
    f'<figure data-image="&quot; onerror=&quot;{RUNS}"><figcaption>c</figcaption></figure>',
    f'<template><img src=x onerror="{RUNS}"></template><noscript><p title="</noscript><img src=x onerror={RUNS}>">',
]
WORDS = [
    "\x00",
    "a\x00b",
    "\ud800",
    "\u202egnorw",
    "\ufffe\uffff",
    "e" + "\u0301" * 500,
    "%s%n%d{0}{{",
    "' OR 1=1 --",
    '"; DROP TABLE people_person; --',
    '=HYPERLINK("http://a")',
    "../../../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "秦刚" * 3_000,
    "x" * 200_000,
    "😀" * 2_000,
    "(" * 3_000 + "a" * 3_000,
    "a" * 30_000 + "!",
    "<" * 20_000,
    "<b>" * 5_000,
    "&" * 10_000,
    " " * 50_000 + "x",
]
DAYS = ["2022-02-30", "31.02.2022", "0000-00-00", "9999-12-31", "10000-01-01", "-1", "2022/..", "../..", "[2023..2022]"]
DAYS += ["2023-05-18/2022-01-01", "1/2/2022", "second Tuesday", "２０２２-０６", "2022-06-08T25:61", "NaN", "1e400"]
NUMBERS = ["-1", "0", "1.5", "1e999", "NaN", "inf", "9" * 400, "0x41", "１２", "", " ", "99999999999999999999"]
HEADERS = ["Host", "Cookie", "Accept-Language", "Referer", "User-Agent", "Range", "If-None-Match", "If-Modified-Since"]
HEADERS += [
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "Accept",
    "Content-Language",
    "X-Requested-With",
]
QUERY_NAMES = [
    "q",
    "page",
    "before",
    "year",
    "letter",
    "country",
    "on",
    "lang",
    "next",
    "o",
    "p",
    "e",
    "_popup",
    "format",
]


@dataclass(frozen=True)
class Hostility:
    """One input. `way`: field, file, query or header; `spread`: over how many fields it is to be put."""

    number: int
    way: str
    value: str | Upload
    name: str = ""
    spread: int = 1


def inputs(seed: int, number: int) -> Iterator[Hostility]:
    """`number` inputs, the same for the same seed: half of them in fields, the rest as files, queries and headers."""
    chance = random.Random(seed)
    for count in range(number):
        way = chance.choices(["field", "file", "query", "header"], [10, 3, 4, 3])[0]
        if way == "file":
            yield Hostility(count, way, upload(chance))
        elif way == "query":
            yield Hostility(count, way, words(chance), name=chance.choice([*QUERY_NAMES, words(chance)[:40]]))
        elif way == "header":
            yield Hostility(count, way, header(chance), name=chance.choice(HEADERS))
        else:
            yield Hostility(count, way, words(chance), spread=chance.choice([1, 1, 1, 2, 5, 50]))


def words(chance: random.Random) -> str:
    """Something for a field: scripts, odd signs, impossible days and numbers, or noise, alone and together."""
    one = chance.choice([SCRIPTS, SCRIPTS, WORDS, DAYS, NUMBERS])
    found = chance.choice(one) if chance.random() < 0.85 else noise(chance)
    return found + chance.choice(SCRIPTS) if chance.random() < 0.15 else found


def noise(chance: random.Random) -> str:
    return "".join(chr(chance.choice([chance.randrange(128), chance.randrange(0xD7FF)])) for _ in range(80))


def header(chance: random.Random) -> str:
    """As `words`, of what can stand in a header at all."""
    return "".join(
        sign for sign in words(chance)[:6_000] if sign not in "\r\n\x00" and not "\ud800" <= sign <= "\udfff"
    )


def upload(chance: random.Random) -> Upload:
    """A file that is not what it says, or far more than it says."""
    make: Callable[[random.Random], bytes] = chance.choice(FILES)
    name = chance.choice(
        ["photo.jpg", "photo.png", "a.webp", "../../../x.jpg", "x.php.jpg", "图" * 120 + ".jpg", "a\x00.png"]
    )
    return Upload(name, make(chance), chance.choice(["image/jpeg", "image/png", "text/html", "image/svg+xml"]))


def _png(width: int, height: int) -> bytes:
    """A picture that says to be of that size and holds one line of it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = zlib.compress(b"\x00" * min(3 * width + 1, 100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def _bomb(chance: random.Random) -> bytes:
    return _png(chance.choice([30_000, 100_000, 2**31 - 1]), 30_000)


def _truncated(chance: random.Random) -> bytes:
    return _png(64, 64)[: chance.randrange(8, 60)]


def _svg(chance: random.Random) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" onload="{RUNS}"/>'.encode()


def _page(chance: random.Random) -> bytes:
    return b"\xff\xd8\xff\xe0" + f"<html><script>{RUNS}</script>".encode() + b"\xff\xd9"


def _table(chance: random.Random) -> bytes:
    return b"name,family_name\r\n\"=cmd|' /C calc'!A0\",\x00\xff\xfe\r\n" * chance.randrange(1, 50)


def _tree(chance: random.Random) -> bytes:
    depth = chance.choice([10, 5_000, 200_000])
    return b'{"persons":' + b"[" * depth + b"]" * depth + b"}"


FILES = [_bomb, _truncated, _svg, _page, _table, _tree, lambda chance: b"", lambda chance: chance.randbytes(4_000)]
