"""The way in with a security key, in a browser under the site's policy: added, used, refused, without a complaint."""

import pytest
from django.urls import reverse

from tests.newsdesk.accounts.entering import PASSWORD, somebody

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.look]
KEY = {"protocol": "ctap2", "transport": "usb", "hasResidentKey": True, "hasUserVerification": True}
PHONE, DESKTOP = {"width": 390, "height": 800}, {"width": 1440, "height": 900}
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture(autouse=True)
def _key(context, page):
    """A security key in the machine, touched by its owner whenever it blinks."""
    wire = context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    touched = {"isUserVerified": True, "automaticPresenceSimulation": True}
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": KEY | touched})


def enter(page):
    page.goto(reverse("admin:login"))
    page.fill("#id_username", "mira")
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Log in").click()


def look(page, axe):
    axe(page)
    page.set_viewport_size(PHONE)
    assert page.evaluate(FITS), page.url
    page.set_viewport_size(DESKTOP)


def test_a_security_key_is_added_and_opens_the_desk(page, axe):
    somebody()
    enter(page)
    page.get_by_role("link", name="My account").click()
    page.get_by_role("link", name="Add a security key").click()
    page.fill("#id_password", PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    look(page, axe)
    page.get_by_role("link", name="I have them").click()
    assert page.get_by_role("link", name="Rename Key 1").count() == 1
    look(page, axe)
    page.goto(reverse("mfa_activate_totp"))
    look(page, axe)
    page.get_by_role("button", name="Log out").click()
    enter(page)
    page.evaluate("void (navigator.credentials.get = () => Promise.reject(new Error('nobody touched it')))")
    page.get_by_role("button", name="Use a security key").click()
    page.get_by_text("The key did not answer").wait_for()
    look(page, axe)
    page.reload()
    page.get_by_role("button", name="Use a security key").click()
    page.wait_for_url("**/admin/")
