"""The demo desk's accounts: one for each group, with passwords of chance kept in `var/demo-logins.txt` (mode 600)."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group

from newsdesk.models import User

# user name -> the group it belongs to
ACCOUNTS = {
    "editor": "editor",
    "reporter": "reporter",
    "keeper": "record keeper",
    "administrator": "administrator",
}


def create() -> dict[str, User]:
    """Make the accounts that are not there yet, leave the others alone; all of them by user name."""
    passwords = kept_passwords(settings.VAR_DIR / "demo-logins.txt")
    for name, group in ACCOUNTS.items():
        if not User.objects.filter(username=name).exists():
            user = User.objects.create_user(name, password=passwords[name], is_staff=True, first_name=name.capitalize())
            user.groups.add(Group.objects.get(name=group))
    return {user.username: user for user in User.objects.filter(username__in=ACCOUNTS)}


def kept_passwords(file: Path) -> dict[str, str]:
    """The password of each account, from the file; the file is made, readable by its owner alone, the first time."""
    if not file.exists():
        lines = [f"{name:<14}{secrets.token_urlsafe(9)}\n" for name in ACCOUNTS]
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
            made.writelines(lines)
    return dict(line.split() for line in file.read_text().splitlines())
