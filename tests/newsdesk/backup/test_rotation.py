"""Backups in a folder: the newest stay."""

import os
from datetime import UTC, datetime, timedelta, timezone

from newsdesk.backup import rotation

MOMENT = datetime(2026, 12, 1, 3, 0, 5, tzinfo=UTC)


def test_names_say_the_moment():
    assert rotation.name_at(MOMENT) == "newsdesk-2026-12-01T03-00-05Z.tar"
    assert rotation.name_at(MOMENT.astimezone(timezone(timedelta(hours=5)))) == rotation.name_at(MOMENT)


def test_the_newest_stay_and_nothing_of_others_is_touched(tmp_path):
    names = [rotation.name_at(MOMENT + timedelta(days=day)) for day in range(5)]
    others = ["newsdesk-2020.tar", "newsdesk-2020-01-01T00-00-00Z.tar.gpg", "letter.txt"]
    for name in (*names, *others):
        (tmp_path / name).touch()
    fresh, left = tmp_path / ".newsdesk-backup-fresh", tmp_path / ".newsdesk-backup-left"
    for folder in (fresh, left):
        folder.mkdir()
        (folder / "archive").touch()
    os.utime(left, (0, 0))
    assert [file.name for file in rotation.forget_older(tmp_path, 2)] == names[:3]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names[3:], *others, fresh.name])
    assert rotation.forget_older(tmp_path, 9) == []
