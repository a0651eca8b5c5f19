"""The ears and eyes of the browser tests notice what they are there for."""

import pytest

POLICY = {"content-security-policy": "script-src 'self'; style-src 'self'", "content-type": "text/html"}
PAGE = "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>{}</main>"


def show(page, inside: str, status: int = 200) -> None:
    """A page of the test's own, under the site's policy."""
    page.route("**/shown/", lambda route: route.fulfill(status=status, headers=POLICY, body=PAGE.format(inside)))
    page.goto("/shown/")


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>1</script>", "script-src"),
        ("<p style='color: red'>x</p>", "style-src"),
        ("<img src='/nowhere.png' alt=''>", "404"),
    ],
)
def test_a_violation_or_a_missing_file_is_heard(page, complaints, inside, told):
    show(page, inside)
    page.wait_for_load_state("networkidle")
    heard = list(complaints)
    complaints.clear()
    assert any(told in complaint for complaint in heard)


def test_a_script_that_fails_is_heard(page, complaints):
    show(page, "")
    page.evaluate("setTimeout(() => { throw new Error('it broke') })")
    page.wait_for_timeout(100)
    heard = list(complaints)
    complaints.clear()
    assert any("it broke" in complaint for complaint in heard)


def test_a_page_that_is_not_there_is_no_complaint(page, complaints):
    show(page, "", status=404)
    assert complaints == []


def test_an_inaccessible_page_is_seen(page, axe):
    show(page, "<p>words</p>")
    axe(page)
    page.evaluate("document.querySelector('p').innerHTML = '<input>'")
    with pytest.raises(AssertionError, match=r"label"):
        axe(page)


def test_actions_are_counted(page, actions):
    show(page, "<input id=name aria-label=Name><select id=kind><option>call<option>visit</select><button>Save</button>")
    actions.fill("#name", "Talks in the city")
    actions.choose("#kind", "visit")
    actions.press("End", "#name")
    actions.type("!")
    actions.press("Tab")
    actions.click(page.get_by_role("button"))
    assert actions.count == 6
    assert page.input_value("#name") == "Talks in the city!"


def test_a_member_of_staff_is_logged_in(page, log_in):
    log_in("editor")
    page.goto("/admin/password_change/")
    assert page.url.endswith("/admin/password_change/")
