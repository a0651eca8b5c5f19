"""`desk.env`: what a newsroom decided about its desk, kept in `VAR_DIR` and read by the settings.

One `NAME=value` a line, the value as it stands, without quotes; a line that begins with `#` is a remark. A variable of
the environment outranks it. The file goes into every backup: it holds what belongs to the desk wherever it runs, never
what belongs to a machine (hosts, database, ports).
"""

import os
import tempfile
from pathlib import Path

FILE = "desk.env"
NAMES = (
    *("SITE_NAME", "SITE_TAGLINE", "SITE_LANGUAGE", "SITE_LANGUAGES", "TIME_ZONE", "UNCONFIRMED_AFTER_MONTHS"),
    *("BODY_LIMIT", "PICTURE_BYTES_LIMIT", "PICTURE_PIXELS_LIMIT", "IMPORT_BYTES_LIMIT", "IMPORT_ROWS_LIMIT"),
)
HEAD = "# This desk's own settings, as docs/settings.md describes them. Restart the desk after a change.\n"


class BadLine(ValueError):
    """A line that cannot be read: one sentence with its number."""


def parse(text: str) -> dict[str, str]:
    """The values by name. Raises BadLine."""
    values: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, parted, value = (part.strip() for part in line.partition("="))
        if not parted:
            raise BadLine(f"line {number} is no NAME=value")
        if name not in NAMES:
            raise BadLine(f"line {number} sets {name}: only {', '.join(NAMES)} stand here, the rest in the environment")
        if name in values:
            raise BadLine(f"line {number} sets {name} a second time")
        values[name] = value
    return values


def render(values: dict[str, str]) -> str:
    """The text of a file with these values, which `parse` gives back. Raises BadLine for what would not come back."""
    text = HEAD + "".join(f"{name}={value}\n" for name, value in values.items())
    if parse(text) != values:
        raise BadLine("a value has more than one line, or spaces around it")
    return text


def write(file: Path, values: dict[str, str]) -> None:
    """Write the file, whole or not at all. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with open(descriptor, "w", encoding="utf-8") as made:
            made.write(render(values))
        os.chmod(name, 0o644)
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise
