"""Pictures come into the library in a browser: many at once, each told of; then the focal point, by mouse and keys."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Image
from tests.articles import library
from tests.articles.metadata import files
from tests.articles.test_uploading import drawn

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.look]


def file(name, data):
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def test_many_files_then_the_focal_point(page, log_in, axe):
    log_in("editor")
    page.goto(reverse("admin:articles_image_add"))
    agency = files.picture(app13=files.iptc([(80, b"Asel Nur"), (110, b"Agency")]))
    sent = [file("a.jpg", drawn().getvalue()), file("poster.pdf.jpg", b"%PDF-1.7"), file("b.jpg", agency)]
    page.set_input_files("#id_file", sent)
    expect(page.locator(".drop-files progress")).to_have_count(3)
    page.select_option("#id_source_kind", "handout")
    page.get_by_label("Caption").fill("Xi’an, 27 April 2023")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status")).to_have_text("2 of 3 files arrived")
    rows = page.locator(".drop-files li")
    assert [row.get_attribute("data-outcome") for row in rows.all()] == ["new", "refused", "new"]
    assert "PDF" in rows.nth(1).locator(".bad").inner_text()
    assert rows.nth(2).locator(".ok").inner_text() == "Read from the file: credit."
    axe(page)
    assert set(Image.objects.values_list("caption", "source_kind")) == {("Xi’an, 27 April 2023", "handout")}

    rows.nth(0).get_by_role("link", name="a.jpg").click()
    view, image = page.locator(".focal-view"), Image.objects.get(credit="")
    square = page.locator(".focal-crops svg").nth(3)
    assert (image.width, square.get_attribute("viewBox")) == (600, "100 0 400 400")
    frame = view.bounding_box()
    view.click(position={"x": frame["width"] * 0.2, "y": frame["height"] * 0.3})
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_label("From the left, %")).to_have_value("19")
    expect(page.get_by_label("From above, %")).to_have_value("40")
    assert square.get_attribute("viewBox") == "0 0 400 400"
    page.get_by_label("From the left, %").fill("100")
    assert square.get_attribute("viewBox") == "200 0 400 400"
    for name in ("alt", "credit", "licence", "source"):
        page.fill(f"#id_{name}", library.WORDS[name])
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/image/")
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y, image.alt) == (1.0, 0.4, "A river")
