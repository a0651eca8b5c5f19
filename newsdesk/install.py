"""Makes `.venv` from requirements.lock, and again only when the lock changed. Run as `python3 -m newsdesk.install`.

`python3 -m newsdesk.install production` takes requirements-production.lock: a server needs no tools of development.
Runs before any package is there: the standard library only. The Makefile has refused an old Python before.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"development": "requirements.lock", "production": "requirements-production.lock"}


class CannotInstall(Exception):
    """Why the packages cannot be installed, in one sentence."""


def install(root: Path, say: Callable[[str], None] = print, *, purpose: str = "development") -> bool:
    """Bring `root/.venv` in step with the lock of that purpose; True if there was something to do."""
    stamp, lock = root / ".venv" / "installed-from", root / LOCKS[purpose]
    wanted = fingerprint(lock)
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    refuse_read_only(root)
    say(f"Installing the packages of {lock.name} into .venv (about a minute the first time) …")
    if not (root / ".venv" / "bin" / "python").exists():
        make_environment(root / ".venv")
    fill_environment(root, lock)
    stamp.write_text(wanted)
    return True


def refuse_read_only(root: Path) -> None:
    probe = root / ".can-write"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise CannotInstall(
            f"The folder {root} cannot be written to ({error.strerror}): copy Newsdesk to one that can."
        ) from error


def fingerprint(lock: Path) -> str:
    """What the environment depends on: the lock, and which Python made it."""
    major, minor = sys.version_info[:2]
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} python{major}.{minor}\n"


def make_environment(folder: Path) -> None:
    """An empty environment; Debian's python3 without ensurepip makes it without a pip of its own."""
    flags = [] if has("ensurepip") else ["--without-pip"]
    run([sys.executable, "-m", "venv", *flags, str(folder)], "The environment .venv could not be made")


def fill_environment(root: Path, lock: Path) -> None:
    python = root / ".venv" / "bin" / "python"
    own_pip = has_own_pip(python)
    if not own_pip and not has("pip"):
        raise CannotInstall("This Python has neither pip nor ensurepip: install python3-pip (Debian: apt install it).")
    pip = [str(python), "-m", "pip"] if own_pip else [sys.executable, "-m", "pip", "--python", str(python)]
    # The lock names every package: asked about dependencies, older pips take `coverage[toml]` for the newest release.
    flags = ["--require-hashes", "--no-deps", "-qq", "--disable-pip-version-check", "--no-input"]
    run([*pip, "install", *flags, "-r", str(lock)], "The packages could not be installed")


def has_own_pip(python: Path) -> bool:
    return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode == 0


def has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def run(command: list[str], complaint: str) -> None:
    if subprocess.run(command, env=dict(os.environ, PIP_ROOT_USER_ACTION="ignore")).returncode:
        raise CannotInstall(f"{complaint}: the lines above say why.")


if __name__ == "__main__":
    if sys.argv[1:] not in ([], *([purpose] for purpose in LOCKS)):
        sys.exit(f"Usage: python3 -m newsdesk.install [{' | '.join(LOCKS)}]")
    try:
        install(ROOT, purpose="".join(sys.argv[1:]) or "development")
    except CannotInstall as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
