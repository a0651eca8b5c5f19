"""Linking and recording in a browser: by keyboard, without losing what is typed, without a complaint."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from newsdesk.models import User
from people import quoting, releasing
from people.models import Attendance, Evidence, Meeting, Source
from tests.articles.admin.linking import MET, NEXT, address, build, talks

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def desk(db):
    return build(User.objects.create_superuser("boss"))


def form_of(desk):
    return reverse("admin:articles_article_change", args=[desk.article.pk])


def meeting_of(meeting):
    return reverse("admin:people_meeting_change", args=[meeting.pk])


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def to_sentence(page, desk, sentence):
    page.goto(address(desk.article), wait_until="load")
    page.locator("a.sentence", has_text=sentence).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#record_form")
    page.wait_for_selector(".has-script .as-all-line")


def recorded(desk):
    """A meeting in the record, with one line for which a sentence from elsewhere speaks."""
    meeting = talks(desk)
    row = desk.keep(Attendance(meeting=meeting, person=desk.ada))
    source = desk.keep(Source(publisher="Ministry", day="2023-05-31"))
    quoting.add_evidence(quoting.quote_outside(source, "She came.", by=desk.by), row, says="attended", by=desk.by)
    return meeting


@pytest.mark.look
@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
def test_every_page_is_accessible_and_fits(viewport, desk, log_in, page, axe):
    log_in("editor")
    if viewport:
        page.set_viewport_size(viewport)
    meeting = recorded(desk)
    page.goto(form_of(desk), wait_until="load")
    assert page.locator(".people-panel").count() == 1
    assert fits(page)
    axe(page)
    page.goto(address(desk.article) + "?q=an", wait_until="load")
    page.locator(".new-person summary").click()
    assert fits(page)
    axe(page)
    to_sentence(page, desk, MET)
    page.locator(".rf-people details summary").first.click()
    page.locator(".as-all-line button").first.click()
    assert fits(page)
    axe(page)
    page.goto(meeting_of(meeting), wait_until="load")
    assert fits(page)
    axe(page)


def test_somebody_is_linked_beside_the_form_and_nothing_typed_is_lost(desk, log_in, page):
    log_in("editor")
    page.goto(form_of(desk), wait_until="load")
    page.fill("#id_headline", "A headline half typed")
    page.fill("#find-people-query", "clara")
    button = page.get_by_role("button", name="Link “Clara Ulan”")
    button.wait_for()
    button.press("Enter")
    page.get_by_role("button", name="Strike the link of “Clara Ulan”").wait_for()
    assert page.input_value("#id_headline") == "A headline half typed"
    assert page.evaluate("document.activeElement.id") == "find-people-query"
    assert desk.article.mentions.filter(person=desk.clara).exists()
    page.get_by_role("button", name="Strike the link of “Clara Ulan”").press("Enter")
    page.get_by_text("is not linked to Clara Ulan any more").wait_for()
    assert page.input_value("#id_headline") == "A headline half typed"
    page.fill("#id_headline", desk.article.draft.headline)


def test_somebody_new_is_made_beside_the_form(desk, log_in, page):
    log_in("editor")
    page.goto(address(desk.article), wait_until="load")
    page.fill("#find-people-query", "Oskemen")
    page.get_by_text("Nobody of that name.", exact=True).wait_for()
    page.fill("#id_new-words", "not there")
    page.get_by_role("button", name="Create and link").press("Enter")
    page.get_by_text("«not there» does not stand in the article.").wait_for()
    assert page.evaluate("document.activeElement.id") == "id_new-words"
    page.fill("#id_new-words", "Oskemen")
    page.get_by_role("button", name="Create and link").press("Enter")
    page.get_by_text("Oskemen is new in the record.").wait_for()


def test_a_sentence_becomes_a_meeting_by_keyboard(desk, log_in, page):
    log_in("editor")
    for person in (desk.ada, desk.boris):
        releasing.release(person, by=desk.by)
    to_sentence(page, desk, MET)
    page.fill("#id_title", "Talks in Oskemen")
    page.fill("#id_when", "30 May 2023")
    page.locator('[name="all"][value="attended"]').press("Space")
    page.locator('#roll [type="checkbox"]').nth(1).press("e")
    assert page.evaluate("document.activeElement.name") == "roll-1-says"
    page.keyboard.press("ArrowRight")
    assert page.locator("tr.differs").count() == 1
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.get_by_text("has what this sentence says").wait_for()
    meeting = Meeting.objects.get()
    said = {each.claim.who: each.says for each in Evidence.objects.all()}
    assert (meeting.when, said) == ("2023-05-30", {"Ada Orlan": "attended", "Boris Temir": "expected"})
    assert page.locator("a.sentence.is-quoted").all_inner_texts() == [MET]


def test_a_meeting_we_have_is_offered_while_the_day_is_typed_and_chosen_by_a_key(desk, log_in, page):
    log_in("editor")
    meeting = talks(desk, title="Talks we have")
    to_sentence(page, desk, NEXT)
    assert page.locator("#known-meetings .cand").count() == 1
    page.fill("#id_when", "30 May 2023")
    page.locator("#id_when").blur()
    page.get_by_text("same day").wait_for()
    page.locator('#roll [type="checkbox"]').nth(0).press("Space")
    page.keyboard.press("1")
    expect(page.locator("#id_title")).to_have_value("Talks we have")
    assert not page.locator('#roll [type="checkbox"]').nth(0).is_checked()
    page.locator('[name="all"][value="expected"]').press("Space")
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.get_by_text("has what this sentence says").wait_for()
    assert [str(row) for row in meeting.attendances.all()] == ["Boris Temir: Talks we have"]


def test_an_exception_goes_back_to_as_all(desk, log_in, page):
    log_in("editor")
    to_sentence(page, desk, MET)
    for way_back in (["Space", "Escape"], ["Space", "ArrowLeft"]):
        page.get_by_role("button", name="Exception for Ada Orlan").press("Enter")
        for key in way_back:
            page.keyboard.press(key)
        assert page.locator("tr.differs").count() == 0
        assert page.locator('[name="roll-0-says"][value=""]').is_checked()
        assert page.evaluate("document.activeElement.ariaLabel") == "Exception for Ada Orlan"


def test_what_one_sentence_says_is_changed_on_the_meetings_screen(desk, log_in, page):
    log_in("record keeper")
    meeting = recorded(desk)
    page.goto(meeting_of(meeting), wait_until="load")
    page.fill("#id_title", "A title half typed")
    page.locator('#meeting-roll [value="attended"]').press("ArrowRight")
    page.get_by_role("button", name="Save: Sentence 1 about Ada Orlan says").press("Enter")
    page.get_by_text("Of Ada Orlan the sentence says: expected.").wait_for()
    assert Evidence.objects.get().says == "expected"
    assert page.input_value("#id_title") == "A title half typed"


def test_everything_works_without_a_script(desk, log_in, browser, context, base_url):
    log_in("record keeper")
    plain = browser.new_context(java_script_enabled=False, base_url=base_url)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(address(desk.article))
    page.fill("#find-people-query", "clara")
    page.get_by_role("button", name="Find").press("Enter")
    page.get_by_role("button", name="Link “Clara Ulan”").press("Enter")
    page.get_by_text("«Clara Ulan» is linked to Clara Ulan.").wait_for()
    page.get_by_role("link", name=NEXT).press("Enter")
    page.fill("#id_title", "Second meeting")
    page.fill("#id_when", "June 2023")
    page.locator('[name="all"][value="attended"]').check(force=True)
    page.locator('[name="roll-2-says"][value="expected"]').check(force=True)
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    page.get_by_text("has what this sentence says").wait_for()
    assert {each.claim.who: each.says for each in Evidence.objects.all()}["Clara Ulan"] == "expected"
    plain.close()
