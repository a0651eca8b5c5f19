"""A folder of backups, one after the other: names by the moment, the oldest forgotten."""

import re
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

OURS = re.compile(r"newsdesk-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.tar")
LEFT = ".newsdesk-backup-*"  # what a killed run leaves
LEFT_FOR = 86_400  # seconds: no run takes a day


def name_at(moment: datetime) -> str:
    """The name of a backup of that moment; names sort as their moments do."""
    return f"newsdesk-{moment.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}.tar"


def forget_older(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest `keep` backups of ours, and what killed runs left; the backups removed."""
    backups = sorted(file for file in folder.iterdir() if OURS.fullmatch(file.name))
    old = backups[: max(0, len(backups) - keep)]
    for file in old:
        file.unlink()
    for left in folder.glob(LEFT):
        if time.time() - left.stat().st_mtime > LEFT_FOR:
            shutil.rmtree(left, ignore_errors=True)
    return old
