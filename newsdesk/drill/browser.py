"""Pages in a real browser: did anything run that somebody had typed?"""

from collections.abc import Iterable

from playwright.sync_api import Error, sync_playwright

from newsdesk.demo import chromium
from newsdesk.drill.hostile import MARK


def executed(base: str, addresses: Iterable[str], cookies: dict[str, str]) -> list[str]:
    """The pages on which typed scripts ran or a window opened. Raises RuntimeError without Chromium."""
    path = chromium.find()
    if path is None:
        raise RuntimeError(chromium.MISSING)
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        context = browser.new_context(base_url=base)
        context.add_cookies([{"name": name, "value": value, "url": base} for name, value in cookies.items()])
        page = context.new_page()
        page.on("dialog", lambda dialog: (found.append(page.url), dialog.dismiss()))
        for address in addresses:
            if _runs(page, address):
                found.append(address)
        browser.close()
    return found


def _runs(page, address):
    """Open the page, press what was typed as a link, and look for what a script of ours leaves behind."""
    try:
        page.goto(address, wait_until="load")
        for link in page.locator("a#hostile, a[href^='javascript:']").all()[:3]:
            link.click(timeout=1_000)
        return page.evaluate(f"'{MARK}' in window")
    except Error:
        return False  # nothing to show: a download, an answer without a body
