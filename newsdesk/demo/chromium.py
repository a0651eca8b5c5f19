"""Where the browser of the tests and the pictures is, and how it is started."""

import os
import shutil

MISSING = "no Chromium found (Debian: apt install chromium; elsewhere set CHROMIUM to its path)"
FLAGS = [
    "--headless",
    "--no-sandbox",  # in a container one is root, and Chromium refuses a sandbox to root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """Chromium's path, or None."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
