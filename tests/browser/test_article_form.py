"""Writing an article in a browser: the editor, pasting, pictures of the library, choosers; both themes, phone, keys."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image as Drawing

from articles import uploading
from articles.models import Article, Contributor, Section, Tag
from tests.articles import writing
from tests.browser import choosers

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 360, "height": 740}
EDITOR = ".ProseMirror"
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(".ProseMirror").dispatchEvent(event);
}"""
GOOGLE_DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"
style="line-height:1.38"><span style="font-weight:400;font-style:normal">Six ministers </span><span
style="font-weight:700;color:#000">met</span><span style="font-style:italic"> in Xi’an</span></p><h1
style="x:y"><span style="font-size:20pt;font-weight:400">Agreed</span></h1></b>"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color:red}</style></head>
<body><!--StartFragment--><p class=MsoNormal style='margin:0'><b>Bold</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Trade</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp;&nbsp;
</span></span><![endif]>Transit</p><p class=MsoListParagraph>1. First</p><!--EndFragment--></body></html>"""
TWO_ITEMS = "<ul><li><p>Trade</p></li><li><p>Transit</p></li></ul>"
HOSTILE = """<p onclick="alert(1)" style="color:red">Text<script>alert(1)</script><img src=x onerror="alert(1)"></p>
<svg onload="alert(1)"><style>*{color:red}</style></svg><iframe src="javascript:alert(1)"></iframe>
<a href="javascript:alert(1)">link</a><figure data-image="javascript:alert(1)"><img src="x" style="y"></figure>
<template><img src=z onerror=alert(1)></template><math href="javascript:alert(1)"></math>"""


@pytest.fixture
def desk(log_in, page):
    log_in("editor")
    return page


@pytest.fixture
def image(staff):
    file = BytesIO()
    Drawing.new("RGB", (600, 400), "teal").save(file, "JPEG")
    received = uploading.receive(ContentFile(file.getvalue(), "hall.jpg"))
    words = {"alt": "Guests in a hall", "caption": "Before the talks", "credit": "Bek A.", "licence": "own"}
    return uploading.upload(received, by=staff("editor"), source="own", **words)[0]


def open_form(page, article=None):
    name = "admin:articles_article_change" if article else "admin:articles_article_add"
    page.goto(reverse(name, args=[article.pk] if article else []), wait_until="load")
    page.wait_for_selector(f"{EDITOR}[aria-label=Body]")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def loaded(page, selector):
    """Wait for a picture; by hand, since Playwright's waiting for an expression needs eval."""
    image = page.locator(selector)
    for _try in range(50):
        if image.evaluate("image => image.complete && image.naturalWidth > 0"):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{selector} did not load")


def body_of(page):
    return page.locator("textarea[name=body]").input_value()


def pasted(page, html):
    open_form(page)
    page.locator(EDITOR).click()
    page.evaluate(PASTE, html)
    return body_of(page)


def choose(page, label, words):
    """Type into a chooser and take the first that it offers."""
    page.locator(".form-row", has=page.get_by_text(label, exact=True)).locator(".select2-selection").first.click()
    choosers.ready(page)
    page.keyboard.type(words)
    page.locator(".select2-results__option--highlighted", has_text=words).wait_for()
    page.keyboard.press("Enter")


def save(page):
    page.get_by_role("button", name="Save and keep editing").click()
    page.wait_for_selector(".messagelist .success")


def test_an_article_is_written_with_all_its_parts(desk, image, actions):
    Section.objects.create(name="Diplomacy")
    Contributor.objects.create(name="Asel N.")
    Tag.objects.create(name="Talks")
    open_form(desk)
    actions.fill("#id_headline", "Six ministers meet in Xi’an")
    assert desk.locator(".field-headline .count").inner_text() == "27 of 90"
    desk.locator(EDITOR).click()
    desk.keyboard.type("Six ministers met in Xi’an. 外交部长会晤")
    assert desk.locator(".field-body .count").inner_text() == "11 words, 1 minute"
    assert "&nbsp;" not in body_of(desk)
    choose(desk, "Section", "Diplomacy")
    choose(desk, "Tags", "Xi’an, the city")
    choose(desk, "Tags", "Talks")
    choose(desk, "Contributors", "Asel N.")
    choose(desk, "Picture", "Guests in a hall")
    loaded(desk, ".lead-thumb")
    save(desk)
    draft = Article.objects.get().draft
    assert (draft.headline, draft.section.name, draft.lead_image) == ("Six ministers meet in Xi’an", "Diplomacy", image)
    assert draft.body == "<p>Six ministers met in Xi’an. 外交部长会晤</p>"
    assert draft.words_in_body == 11  # as the browser counted
    assert [str(row) for row in draft.tag_rows.all()] == ["Xi’an, the city", "Talks"]
    assert [str(row) for row in draft.contributor_rows.all()] == ["Asel N."]


def test_a_picture_of_the_library_comes_into_the_text_by_keyboard(desk, image, axe):
    open_form(desk)
    desk.fill("#id_headline", "A hall")
    desk.locator(EDITOR).click()
    desk.keyboard.type("Before.")
    desk.get_by_role("button", name="Picture").focus()
    desk.keyboard.press("Enter")
    dialog = desk.get_by_role("dialog", name="A picture of the library")
    dialog.get_by_role("button", name="Guests in a hall").wait_for()
    axe(desk)
    desk.keyboard.type("zzz")
    dialog.get_by_text("No picture has these words.").wait_for()
    desk.keyboard.press("Control+A")
    desk.keyboard.type("HALL guests")
    dialog.get_by_role("button", name="Guests in a hall").wait_for()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    dialog.wait_for(state="hidden")
    loaded(desk, ".ProseMirror figure img")
    desk.keyboard.type("Said here")
    desk.keyboard.press("Enter")
    desk.keyboard.type("After.")
    axe(desk)
    save(desk)
    figure = f'<figure data-image="{image.hash}"><figcaption>Said here</figcaption></figure>'
    draft = Article.objects.get().draft
    assert draft.body == f"<p>Before.</p>{figure}<p>After.</p>"
    assert [row.image for row in draft.illustrations.all()] == [image]
    desk.wait_for_selector(f"{EDITOR} figure figcaption:text('Said here')")


def test_the_dialog_closes_without_a_picture(desk, image):
    open_form(desk)
    desk.get_by_role("button", name="Picture").click()
    desk.keyboard.press("Escape")
    assert body_of(desk) == ""


@pytest.mark.parametrize(
    ("html", "stands"),
    [
        (GOOGLE_DOCS, "<p>Six ministers <strong>met</strong><em> in Xi’an</em></p><h2>Agreed</h2>"),
        (WORD, f'<p><strong>Bold</strong></p>{TWO_ITEMS}<ol data-type="decimal"><li><p>First</p></li></ol>'),
        (HOSTILE, "<p>Text</p><p>link</p>"),
    ],
    ids=["Google Docs", "Word", "hostile"],
)
def test_what_is_pasted_is_plain(html, stands, desk):
    assert pasted(desk, html).replace("<p></p>", "") == stands


def test_what_was_cut_in_the_editor_is_pasted_whole(desk, image):
    html = (
        f'<p data-pm-slice="1 1 []">Words</p><figure data-image="{image.hash}"><figcaption>Here</figcaption></figure>'
    )
    assert f'<figure data-image="{image.hash}"><figcaption>Here</figcaption></figure>' in pasted(desk, html)


@pytest.mark.look
@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desktop", "phone"])
def test_every_page_of_articles_is_accessible_and_fits(viewport, desk, axe, staff, image):
    article = writing.publish(staff("editor"), lead_image=image)
    writing.save(article, staff("editor"), headline="A long headline without end " * 6, lead_image=image)
    section = article.draft.section
    if viewport:
        desk.set_viewport_size(viewport)
    pages = [reverse("admin:articles_article_change", args=[article.pk]), reverse("admin:articles_article_add")]
    pages += [reverse(f"admin:articles_{name}_changelist") for name in ("article", "image", "section", "scheduledact")]
    pages += [reverse(f"admin:articles_{name}_add") for name in ("image", "contributor", "depiction")]
    pages += [reverse("admin:articles_image_change", args=[image.pk])]
    pages += [reverse("admin:articles_section_change", args=[section.pk])]
    pages += [reverse("admin:articles_article_history", args=[article.pk])]
    for act in ("update", "update-later", "correct", "take-down", "hold", "embargo"):
        pages.append(reverse("admin:articles_article_act", args=[article.pk, act]))
    for address in pages:
        desk.goto(address, wait_until="load")
        assert desk.locator("h1").count() == 1, address
        assert fits(desk), address
        axe(desk)


def test_two_texts_stand_side_by_side_and_nothing_typed_is_lost(desk, staff, axe):
    article = writing.begin(staff("editor"), body="<p>One came.</p>")
    open_form(desk, article)
    writing.save(article, staff("editor", "daniyar"), body="<p>Two came.</p>")
    desk.locator(EDITOR).click()
    desk.keyboard.press("End")
    desk.keyboard.type(" Then all left.")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.wait_for_selector(".conflict .versions")
    assert "Then all left." in desk.locator(EDITOR).inner_text()
    assert desk.locator(".conflict ins").all_inner_texts() != []
    assert fits(desk)
    axe(desk)
    save(desk)
    article.refresh_from_db()
    assert (article.draft.number, article.draft.body) == (3, "<p>One came. Then all left.</p>")


def test_leaving_with_unsaved_words_is_asked_about(desk, staff):
    article = writing.begin(staff("editor"))
    open_form(desk, article)
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    desk.fill("#id_standfirst", "Not saved yet")
    desk.get_by_role("link", name="Publish").click()
    desk.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert desk.locator("#id_standfirst").input_value() == "Not saved yet"


def test_the_record_keeper_reads_the_text_without_a_field(log_in, page, axe, staff):
    article = writing.begin(staff("editor"), body="<p>Read <strong>me</strong>.</p>")
    log_in("record keeper")
    page.goto(reverse("admin:articles_article_change", args=[article.pk]), wait_until="load")
    assert page.locator("strong", has_text="me").count() == 1
    assert page.locator("textarea").count() == 0
    axe(page)
