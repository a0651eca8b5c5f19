"""An editor writes the article of 27 April 2023 anew, from an empty form to what readers see; actions are counted."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article, Section, Tag
from newsdesk.demo import content, drawings, reading, shapes
from newsdesk.demo.record import Record
from people.models import Meeting, Person
from tests.browser import choosers

pytestmark = pytest.mark.django_db(transaction=True)
AIM = 60  # actions
SIX = ["Qin Gang", "Murat Nurtleu", "Jeenbek Kulubaev", "Sirojiddin Muhriddin", "Vepa Hajiyev", "Bakhtiyor Saidov"]
FAMILY_NAMES = ["Qin", "Nurtleu", "Kulubaev", "Muhriddin", "Hajiyev", "Saidov"]
TALKS = "Talks of Qin Gang with five Central Asian diplomats"
FOURTH = "Fourth China–Central Asia foreign ministers’ meeting"
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(".ProseMirror").dispatchEvent(event);
}"""


@pytest.fixture
def told(staff):
    """The article to write, on a desk whose record has the six, their offices, and the series, but no meeting."""
    files = content.load()
    people = {key: each for key, each in files.people.items() if each.name in SIX}
    for key, each in people.items():
        people[key] = replace(each, offices=[replace(office, vouched=shapes.VOUCHED) for office in each.offices])
    series = {key: each for key, each in files.series.items() if key == "china-central-asia-fm"}
    places = {key: each for key, each in files.places.items() if key in ("xian", "astana")}
    Record(replace(files, people=people, series=series, places=places, sources={}), by=staff("record keeper")).build()
    Section.objects.create(name="Diplomacy")
    Tag.objects.create(name="China–Central Asia")
    return files.articles["xian-talks"]


class Writer:
    """The editor at the desk: what is done with the hands goes through `actions`, which counts."""

    def __init__(self, page, actions, told):
        self.page, self.actions, self.told = page, actions, told

    def choose(self, label, words):
        """Open a chooser, type, take the first that it offers."""
        row = self.page.locator(".form-row, .rf-fields > div", has=self.page.get_by_text(label, exact=True))
        self.actions.click(row.locator(".select2-selection").first)
        choosers.ready(self.page)
        self.take(words)

    def take(self, words):
        self.actions.type(words)
        self.page.locator(".select2-results__option--highlighted", has_text=words).wait_for()
        self.actions.press("Enter")

    def upload(self, file):
        """A picture comes into the library with all its words."""
        self.page.goto(reverse("admin:articles_image_add"))
        self.actions.upload("#id_file", file)
        self.actions.fill("#id_alt", "A drawing of a gate tower")
        self.actions.fill("#id_caption", "The south wall of Xi’an.")
        self.actions.fill("#id_credit", "Drawing: Newsdesk")
        self.actions.fill("#id_licence", "Our own")
        self.actions.fill("#id_source", "Drawn by the desk")
        self.actions.click(self.page.get_by_role("button", name="Send, then describe each"))
        self.page.wait_for_selector(".focal")

    def write(self):
        self.page.goto(reverse("admin:articles_article_add"), wait_until="load")
        self.page.wait_for_selector(".ProseMirror[aria-label=Body]")
        self.actions.fill("#id_headline", self.told.headline)
        self.actions.fill("#id_standfirst", self.told.standfirst)
        self.actions.click(".ProseMirror")
        self.actions.count += 1  # Control+V, with what another program put on the clipboard
        self.page.evaluate(PASTE, reading.body_html(self.told))
        self.actions.fill("#id_day", "2023-04-27")
        self.choose("Section", "Diplomacy")
        self.choose("Tags", "China–Central Asia")
        self.choose("Picture", "A drawing of a gate tower")
        self.actions.fill("#id_source_credit", self.told.source_credit)
        self.actions.click(self.page.get_by_role("button", name="Save and keep editing"))
        self.page.wait_for_selector(".messagelist .success")

    def link(self, family_name):
        self.actions.fill("#find-people-query", family_name)
        found = self.page.locator(".candidates li", has_text=family_name)
        found.get_by_role("button", name="Link “").first.wait_for()
        self.actions.click(found.get_by_role("button", name="Link “").first)
        self.page.locator(".found.linked", has_text=family_name).wait_for()

    def begin_report(self, sentence):
        self.actions.click(self.page.locator("a.sentence", has_text=sentence[:60]))
        self.page.wait_for_selector("#record_form")

    def describe(self, title, when):
        self.actions.fill("#id_title", title)
        self.actions.fill("#id_when", when)
        self.choose("Place", "Xi’an")

    def all_of_them(self, state):
        self.actions.click(self.page.locator(".rf-all label", has_text=state))

    def save(self):
        self.actions.click(self.page.get_by_role("button", name="Save", exact=True))
        self.page.get_by_text("has what this sentence says").wait_for()

    def publish(self):
        self.actions.click(self.page.get_by_role("link", name="Back to the text"))
        self.actions.click(self.page.get_by_role("link", name="Publish", exact=True))
        self.actions.click(self.page.locator("#content").get_by_role("button", name="Publish"))
        self.page.get_by_text("is public.").first.wait_for()


def sentences(told):
    """Of the file: who came to the talks, and who is expected on the next day."""
    return [claim.sentence for claim in told.record[1:3]]


def test_an_editor_writes_the_story_anew_and_readers_see_it(told, log_in, page, actions, tmp_path, axe):
    file = tmp_path / "gate.png"
    file.write_bytes(drawings.draw("gate"))
    log_in("editor")
    writer = Writer(page, actions, told)
    writer.upload(file)
    writer.write()
    article = Article.objects.get()
    actions.click(page.get_by_role("link", name="Record from a sentence"))
    for family_name in FAMILY_NAMES:
        writer.link(family_name)
    guests, next_day = sentences(told)
    writer.begin_report(guests)
    writer.describe(TALKS, "26 April 2023")
    writer.all_of_them("attended")
    actions.click(page.get_by_role("button", name="Save, next sentence"))
    page.locator(".task-sentence", has_text=next_day).wait_for()
    writer.describe(FOURTH, "27 April 2023")
    actions.choose("#id_meeting_says", "planned")
    writer.choose("Series", "Foreign Ministers")
    actions.fill("#id_ordinal", "4")
    writer.all_of_them("expected")
    writer.save()
    writer.publish()
    print(f"\nThe story of 27 April 2023, written anew in {actions.count} actions (aim: {AIM}).")
    assert actions.count <= AIM
    readers_see(page, article, told, axe)


def readers_see(page, article, told, axe):
    """The article with its notes, both meetings with six on the roll, and the pages of the six."""
    page.context.clear_cookies()
    article.refresh_from_db()
    address = f"/articles/{article.slug}/"
    page.goto(address)
    assert page.locator("h1").inner_text() == told.headline
    guests, next_day = sentences(told)
    assert page.locator(".said").all_inner_texts() == [guests, next_day]
    assert page.locator(".beat .note").count() == 2
    assert page.locator("#record .ledger").count() == 2
    assert page.get_by_text(told.source_credit).count() == 1
    expect(page.locator(".article-hero img")).not_to_have_js_property("naturalWidth", 0)
    axe(page)
    for title, state, said in ((TALKS, "attended", guests), (FOURTH, "expected", next_day)):
        meeting = Meeting.objects.get(title=title)
        page.goto(f"/meetings/{meeting.slug}/")
        assert page.locator(".roll .name").all_inner_texts() == SIX
        assert page.locator(".roll .roll-state").all_inner_texts() == [state] * 6
        assert said in page.locator(".roll").last.inner_text()
    for person in Person.objects.filter(name__in=SIX):
        page.goto(f"/people/{person.slug}/")
        rows = page.locator(".sheet tbody tr:not(.group)")
        assert [row.split() for row in rows.locator("td:nth-child(2)").all_inner_texts()] == [
            ["expected"],
            ["attended"],
        ]
        links = rows.locator(".evidence cite a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        assert len(links) >= 2
        assert all(link.startswith(f"{quote(address)}#s-") for link in links)
