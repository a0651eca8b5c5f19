"""Everything a start needs after an installation or an upgrade; each step does nothing when there is nothing to do."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from newsdesk.messages import compile_messages

ROOT = Path(__file__).resolve().parent.parent


class CannotPrepare(Exception):
    """Why the desk cannot be made ready, in one sentence."""


def prepare(say: Callable[[str], None] = print) -> None:
    """Bring database, translations and static files in step with the program. Raises CannotPrepare."""
    try:
        call_command("migrate", verbosity=0, interactive=False)
        compile_messages(ROOT)
        collect_static(say)
    except OSError as error:
        raise CannotPrepare(f"{error.filename or settings.VAR_DIR} cannot be written to ({error.strerror}).") from error


def collect_static(say: Callable[[str], None]) -> None:
    """Join, hash and compress the static files, if they or the packages changed since the last time."""
    stamp = settings.VAR_DIR / "static-collected-from"
    folders = [Path(folder) for folder in settings.STATICFILES_DIRS]
    wanted = fingerprint([ROOT / "requirements.lock", *(file for folder in folders for file in folder.rglob("*"))])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say("Collecting static files …")
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)


def fingerprint(files: Iterable[Path]) -> str:
    """One number for the names and contents of files."""
    total = hashlib.sha256()
    for file in sorted(file for file in files if file.is_file()):
        total.update(f"{file.relative_to(ROOT)} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
