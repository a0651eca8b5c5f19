"""A picture killed everywhere, and brought back."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from articles import drafting, figures, killing, publishing, renditions, tasks
from articles.models import Contributor, Depiction, Image, Publication
from people import releasing
from people.models import Generation, Person, Trail
from people.recording import Refused
from tests.articles.test_image import add, article_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(staff):
    return staff("editor")


@pytest.fixture
def shown(editor):
    """A picture on top of one public article, in the text of another and in the gallery of a person's page."""
    image = add(size=(330, 220), color="maroon")
    renditions._delete(set(renditions.files_of(image)) - {image.renditions.get().file.name})
    tasks.make_renditions.func(image.pk)
    image.lead = article_with(editor, lead_image=image)
    image.inside = article_with(editor, body=f'<p>A.</p><figure data-image="{image.hash}"></figure>')
    image.person = Person.objects.create(name="Bek Abdiev")
    Depiction.objects.create(image=image, person=image.person, is_portrait=True)
    releasing.release(image.person, by=editor)
    return image


def pages(client, image):
    """How often the pages that show the picture name it."""
    image.person.refresh_from_db()
    articles = [reverse("articles:detail", args=[each.slug]) for each in (image.lead, image.inside)]
    addresses = [reverse("home"), *articles, reverse("people:person", args=[image.person.slug])]
    return [image.hash in client.get(address).content.decode() for address in addresses]


def test_a_killed_picture_is_off_every_page_and_its_files_are_gone(
    client, shown, editor, django_capture_on_commit_callbacks
):
    assert pages(client, shown) == [True, True, True, True]
    files, before = renditions.files_of(shown), Generation.objects.get().number
    with django_capture_on_commit_callbacks(execute=True):
        killing.kill(shown, by=editor, why=" The wrong man. ")
    assert pages(client, shown) == [False, False, False, False]
    assert Generation.objects.get().number == before + 1
    for size in shown.all_sizes():
        for kind in ("avif", "webp", "jpg"):
            response = client.get(figures.address(shown, size.width, kind, size.ratio))
            assert (response.status_code, response.content) == (410, b"")
            assert "no-store" in response.headers["Cache-Control"]
    assert (len(files), renditions.files_of(shown), shown.renditions.count()) == (15, [], 0)
    assert default_storage.exists(shown.file.name)
    killed, trail = Image.objects.get(pk=shown.pk), Trail.objects.get(act="killed")
    assert (killed.killed_by, killed.killed_why, trail.by, trail.why) == (editor, "The wrong man.") * 2
    assert shown.hash not in str(list(Publication.objects.values_list("rendered", flat=True)))


def test_a_killed_picture_brought_back_stands_where_it_stood(client, shown, editor, django_capture_on_commit_callbacks):
    killing.kill(shown, by=editor, why="The wrong man.")
    with django_capture_on_commit_callbacks(execute=True):
        killing.bring_back(shown, by=editor, why="It is him.")
    assert pages(client, shown) == [True, True, True, True]
    assert client.get(figures.address(shown, 320, "jpg")).status_code == 200
    assert DBTaskResult.objects.filter(args_kwargs={"args": [shown.pk], "kwargs": {}}).exists()
    tasks.make_renditions.func(shown.pk)
    assert client.get(figures.address(shown, 320, "avif", "wide")).status_code == 200
    back = Image.objects.get(pk=shown.pk)
    assert (back.killed_at, back.killed_by, back.killed_why) == (None, None, "")
    assert Trail.objects.get(act="brought back").why == "It is him."


def test_a_portrait_of_a_contributor_is_killed_too(client, editor):
    image = add(size=(330, 220), color="navy")
    contributor = Contributor.objects.create(name="Mira Sanat", portrait=image)
    article_with(editor, contributors=[contributor])
    killing.kill(image, by=editor, why="She asked us.")
    assert not Image.objects.public().exists()
    assert client.get(figures.address(image, 320, "jpg")).status_code == 410


def test_what_readers_never_saw_stays_not_found_when_killed(client, client_of, editor):
    image = add(size=(330, 220), color="olive")
    article_with(editor, lead_image=image, is_public=False)
    killing.kill(image, by=editor, why="The wrong man.")
    assert client.get(figures.address(image, 320, "jpg")).status_code == 404
    assert client_of("editor").get(figures.address(image, 320, "jpg")).status_code == 404


def test_what_readers_saw_once_is_gone_though_its_article_shows_another_one(client, editor):
    image = add(size=(330, 220), color="olive")
    article = article_with(editor, lead_image=image)
    words = drafting.words_of(article.draft) | {"lead_image": None}
    publishing.publish(article, revision=drafting.save_draft(article, words, base=article.draft, by=editor), by=editor)
    assert client.get(figures.address(image, 320, "jpg")).status_code == 404
    killing.kill(image, by=editor, why="The wrong man.")
    assert client.get(figures.address(image, 320, "jpg")).status_code == 410


@pytest.mark.parametrize("why", ["", "  "])
def test_both_acts_need_a_reason(shown, editor, why):
    with pytest.raises(Refused, match="Say why it is killed"):
        killing.kill(shown, by=editor, why=why)
    killing.kill(shown, by=editor, why="The wrong man.")
    with pytest.raises(Refused, match="Say why it may be shown again"):
        killing.bring_back(shown, by=editor, why=why)


def test_each_act_is_done_once(shown, editor):
    with pytest.raises(Refused, match="was not killed"):
        killing.bring_back(shown, by=editor, why="It is him.")
    killing.kill(shown, by=editor, why="The wrong man.")
    with pytest.raises(Refused, match="killed already"):
        killing.kill(shown, by=editor, why="Again.")


def test_a_picture_whose_original_is_lost_cannot_come_back(shown, editor):
    killing.kill(shown, by=editor, why="The wrong man.")
    default_storage.delete(shown.file.name)
    with pytest.raises(Refused, match="file of this picture is lost"):
        killing.bring_back(shown, by=editor, why="It is him.")
