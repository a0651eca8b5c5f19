"""A browser at the site's door: Chromium, logged-in people, accessibility, and an ear for every complaint."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as site_settings

from newsdesk.demo import chromium as browser_of_tests
from tests.actions import Actions

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the test

LISTEN = """addEventListener("securitypolicyviolation", event => console.error(
  `Content-Security-Policy: ${event.violatedDirective} forbids ${event.blockedURI || "inline"}: ${event.sample}`));"""

RULES = {"light": {}, "dark": {"runOnly": ["color-contrast", "link-in-text-block"]}}


@pytest.fixture(scope="session")
def chromium():
    """The browser's path; without one the test is skipped by name, in CI it fails."""
    if path := browser_of_tests.find():
        return path
    return (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(browser_of_tests.MISSING)


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium, browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": chromium, "args": browser_of_tests.FLAGS}


@pytest.fixture(scope="session")
def base_url(live_server):
    """So that `page.goto("/people/")` is enough."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, base_url):
    return {
        **browser_context_args,
        "base_url": base_url,
        "viewport": {"width": 1440, "height": 900},
        "locale": "en-GB",
        "timezone_id": site_settings.TIME_ZONE,
        "reduced_motion": "reduce",
    }


@pytest.fixture(autouse=True)
def complaints(context):
    """Every console error, script error and policy violation of the test; there must be none at its end.

    That a page asked for answers 404 or 410 is no complaint; that something on a page is missing is one.
    """
    heard: list[str] = []

    def listen(message):
        page = message.page
        if message.type == "error" and not (
            page and message.location["url"] == page.url and "status of 4" in message.text
        ):
            heard.append(f"{message.text} ({message.location['url']})")

    context.add_init_script(LISTEN)
    context.on("console", listen)
    context.on("weberror", lambda error: heard.append(str(error.error)))
    yield heard
    assert heard == []


@pytest.fixture
def log_in(context, client_of, live_server):
    """`log_in("editor")`: the browser is logged in as somebody in that group."""

    def enter(role: str) -> None:
        cookie = client_of(role).cookies[site_settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])

    return enter


@pytest.fixture
def actions(page):
    """Counts clicks, keys and fields filled on `page`."""
    return Actions(page)


@pytest.fixture
def axe():
    """`axe(page)`: no accessibility violation on what the page shows now, light and dark.

    Only colours differ in the dark: there the rules about colours are asked again, in a tenth of the time.
    """

    def check(page) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            # No preload: axe would fetch every style sheet again and inline it, which the policy forbids.
            options = {"preload": False, "resultTypes": ["violations"]} | RULES[scheme]
            found = Axe().run(page, options=options).response["violations"]
            told = [f"{one['id']} ({one['help']}): {node['html'][:200]}" for one in found for node in one["nodes"]]
            assert told == [], f"{page.url} in {scheme}"
        page.emulate_media(color_scheme=None)

    return check
