"""What an upgrade leaves behind."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from articles import catching_up
from articles.models import Publication
from tests.articles.test_image import add, article_with

pytestmark = pytest.mark.django_db


def test_renditions_and_stored_pages_are_made_anew_once(staff, capsys, monkeypatch):
    monkeypatch.setattr(catching_up, "SLICE", 1)
    image = add(size=(330, 220), color="teal")
    body = f'<p>A.</p><figure data-image="{image.hash}"></figure>'
    for article in (article_with(staff("editor"), body=body), article_with(staff("editor"), body=body)):
        Publication.objects.filter(article=article).update(rendered={})
    call_command("catch_up")
    assert capsys.readouterr().out == "15 renditions made, 2 stored pages made anew.\n"
    call_command("catch_up")
    assert capsys.readouterr().out == "0 renditions made, 0 stored pages made anew.\n"


def test_a_picture_without_its_original_is_named_and_the_others_are_made(capsys):
    lost, broken, sound = (add(size=(33, 22), color=color) for color in ("red", "lime", "blue"))
    default_storage.delete(lost.file.name)
    default_storage.delete(broken.file.name)
    default_storage.save(broken.file.name, default_storage.open(sound.file.name))
    with default_storage.open(broken.file.name, "wb") as file:
        file.write(b"no picture")
    call_command("catch_up")
    told = capsys.readouterr()
    assert told.out == "15 renditions made, 0 stored pages made anew.\n"
    assert [line.partition(" is lost")[0] for line in told.err.splitlines()] == [
        f"The original of «{each}» ({each.file.name})" for each in (lost, broken)
    ]
