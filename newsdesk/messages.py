"""Compiles the translations (`locale/*/LC_MESSAGES/*.po`) of every app with Babel: no gettext needs to be installed."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_messages(root: Path) -> list[Path]:
    """Remake each `.mo` that is older than its `.po` in the apps of `root`; the files made. Fuzzy entries stay out."""
    made = []
    for source in sorted(root.glob("*/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as words:
            catalog = read_po(words, locale=source.parent.parent.name, abort_invalid=True)
        with target.open("wb") as compiled:
            write_mo(compiled, catalog)
        made.append(target)
    return made
