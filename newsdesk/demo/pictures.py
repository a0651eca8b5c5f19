"""`make pictures`: photographs the demo desk into `var/pictures`, phone and desktop, light and dark."""

import contextlib
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page, sync_playwright

from newsdesk import run
from newsdesk.demo import chromium, logins

TALKS = "talks-of-qin-gang-with-five-central-asian-diplomats-2023"
ARTICLE = "qin-gang-and-five-central-asian-diplomats-pledge-more-trust-and-trade-in-xian"
# name of the picture, as in the design -> address
READERS = {
    "home": "/",
    "article": f"/articles/{ARTICLE}/",
    "people": "/people/",
    "person": "/people/qin-gang/",
    "organisation": "/organisations/china/",
    "meetings": "/meetings/",
    "meeting": f"/meetings/{TALKS}/",
    "search": "/search/?q=Astana",
    "not-found": "/articles/nothing-is-here/",
    "desk-login": "/admin/login/",
}
# … and, where an address of the desk holds a key, the link on the way to it
DESK = {
    "desk-home": ("/admin/", ""),
    "desk-articles": ("/admin/articles/article/", ""),
    "desk-article": ("/admin/articles/article/", "#result_list tbody th a"),
    "desk-meeting": ("/admin/people/meeting/", "#result_list tbody th a"),
    "desk-images": ("/admin/articles/image/", ""),
    "desk-record-form": ("/admin/people/person/", "#result_list tbody th a"),
}
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}


class NoBrowser(Exception):
    """Why no picture can be taken, in one sentence."""


def take() -> Path:
    """Photograph every page of both lists, in both sizes, light and dark; the folder they are in."""
    path = chromium.find()
    if path is None:
        raise NoBrowser(f"The pictures cannot be taken: {chromium.MISSING}.")
    run.ready()
    call_command("db_worker", batch=True, reload=False, queue_name="*", verbosity=0)  # the sizes of the pictures
    with served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        for size, viewport in SIZES.items():
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport=viewport, color_scheme=scheme, base_url=site, reduced_motion="reduce")
                for name, address in READERS.items():
                    photograph(page, f"{name}-{size}-{scheme}", address)
                log_in(page)
                for name, (address, link) in DESK.items():
                    photograph(page, f"{name}-{size}-{scheme}", address, link)
                page.close()
    return folder()


@contextlib.contextmanager
def served() -> Iterator[str]:
    """The desk on a free port for as long as the pictures take; its address."""
    with socket.socket() as door:
        door.bind((run.HOST, 0))
        port = door.getsockname()[1]
    server = run.start(run.commands(port)[:1])
    try:
        while server[0].poll() is None and not run.answers(port):
            time.sleep(0.1)
        yield f"http://{run.HOST}:{port}"
    finally:
        run.end(server)


def folder() -> Path:
    return settings.VAR_DIR / "pictures"


def photograph(page: Page, name: str, address: str, link: str = "") -> None:
    page.goto(address)
    if link:
        page.goto(page.locator(link).first.get_attribute("href") or address)
    page.screenshot(path=folder() / f"{name}.png", full_page=True)


def log_in(page: Page) -> None:
    page.goto("/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", logins.kept_passwords(settings.VAR_DIR / "demo-logins.txt")["editor"])
    page.press("#id_password", "Enter")
    page.wait_for_url("**/admin/")
