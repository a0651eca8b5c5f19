"""Joins a stylesheet and all it imports into one text (pure): the only build step the site's CSS has.

`@import url("x.css") layer(components) supports(…) print;` becomes `@layer components { … }` inside `@supports` and
`@media`; addresses inside the imported file are rewritten as seen from the first one; comments go, except `/*! … */`.
"""

import posixpath
import re
from collections.abc import Callable

QUOTED = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
COMMENT = re.compile(rf"({QUOTED}|/\*!.*?\*/)|/\*.*?\*/", re.DOTALL)
CHARSET = re.compile(r"@charset\s+[\"'][^\"']*[\"']\s*;")
IMPORT = re.compile(
    rf"@import\s+(?:url\(\s*)?(?P<address>{QUOTED}|[^\s\"')]+)(?:\s*\))?"
    r"(?P<layer>\s+layer\b(?:\((?P<name>[^)]*)\))?)?"
    r"(?:\s+supports\((?P<supports>(?:[^()]|\([^()]*\))*)\))?"
    r"(?P<media>[^;\"']*);"
)
ADDRESS = re.compile(rf"(?P<before>url\(\s*)(?P<address>{QUOTED}|[^\s\"')]+)(?P<after>\s*\))")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)  # https:, data:, /from/the/root, #fragment

Read = Callable[[str], str]


class BadImport(ValueError):
    """A stylesheet imports one that is not there, or itself."""


def has_imports(text: str) -> bool:
    """Whether a stylesheet imports another one of this site."""
    return any(not ELSEWHERE.match(bare(found["address"])) for found in IMPORT.finditer(without_comments(text)))


def join(name: str, read: Read) -> str:
    """The stylesheet `name` (a path such as `css/site.css`) with every import of a file of ours in its place.

    `read` gives the text of a path and raises KeyError for one that is not there.
    """
    return joined(name, read, seen_from=posixpath.dirname(name), above=())


def joined(name: str, read: Read, *, seen_from: str, above: tuple[str, ...]) -> str:
    """The text of one file of the tree, ready to stand inside the first file; `above` are the files that import it."""
    if name in above:
        raise BadImport(f"{name} imports itself, by way of {' → '.join(above)}.")
    try:
        text = CHARSET.sub("", without_comments(read(name)))
    except KeyError as error:
        raise BadImport(f"{above[-1] if above else 'Nothing'} imports {name}, which is not there.") from error

    def replaced(found: re.Match[str]) -> str:
        address = bare(found["address"])
        if ELSEWHERE.match(address):
            return found[0]
        part = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
        return wrapped(joined(part, read, seen_from=seen_from, above=(*above, name)), found)

    return IMPORT.sub(replaced, readdressed(text, posixpath.dirname(name), seen_from))


def wrapped(text: str, found: re.Match[str]) -> str:
    """An imported text inside the layer, the condition and the medium its import asked for."""
    if found["layer"]:
        text = f"{' '.join(['@layer', *(found['name'] or '').split()])} {{\n{text.strip()}\n}}\n"
    if found["supports"]:
        text = f"@supports ({found['supports'].strip()}) {{\n{text}}}\n"
    if media := found["media"].strip():
        text = f"@media {media} {{\n{text}}}\n"
    return text


def readdressed(text: str, folder: str, seen_from: str) -> str:
    """The text with its relative `url(…)`, written for `folder`, as they read from `seen_from`; imports left alone."""

    def replaced(found: re.Match[str]) -> str:
        address = bare(found["address"])
        if ELSEWHERE.match(address) or text[: found.start()].rstrip().endswith("@import"):
            return found[0]
        path = posixpath.normpath(posixpath.join(folder, address))
        return f'url("{posixpath.relpath(path, seen_from or ".")}")'

    return ADDRESS.sub(replaced, text)


def without_comments(text: str) -> str:
    return COMMENT.sub(lambda found: found[1] or "", text)


def bare(address: str) -> str:
    """An address without its quotation marks."""
    return address[1:-1] if address[0] in "\"'" else address
