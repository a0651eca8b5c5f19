"""The words of a picture and who is in it reach readers at the next request."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image as Picture

from articles import describing, uploading
from articles.models import Depiction, Image
from people.models import Generation, Person, Trail
from tests.articles import writing

pytestmark = pytest.mark.django_db
WORDS = {"alt": "Rails", "caption": "The line.", "credit": "Abdiev", "licence": "Our own", "source": "Ours"}


@pytest.fixture
def editor(staff):
    return staff("editor")


def add(color="teal"):
    file = BytesIO()
    Picture.new("RGB", (60, 40), color).save(file, "PNG")
    image, _is_new = uploading.upload(uploading.receive(file), by=None, **WORDS)
    return image


def generation():
    return Generation.objects.get().number


def rendered(article):
    return str(article.publications.get(until=None).rendered)


def test_new_words_reach_every_article_that_shows_the_picture(editor):
    image = add()
    body = f'<figure data-image="{image.hash}"></figure><p>Words.</p>'
    top, within = writing.publish(editor, lead_image=image), writing.publish(editor, body=body)
    before = generation()
    describing.describe(image, by=editor, alt="Rails in snow", caption="The line in winter.")
    assert generation() == before + 1
    assert "The line in winter." in rendered(top)
    assert "The line in winter." in rendered(within)
    assert "Rails in snow" in rendered(within)
    trail = Trail.objects.get(act="described")
    assert (trail.before["alt"], trail.after["alt"]) == ("Rails", "Rails in snow")
    assert "credit" not in trail.after
    assert Image.objects.named("snow").get() == image


def test_a_missing_word_is_refused_and_nothing_changes(editor):
    image = add()
    before = generation()
    with pytest.raises(ValidationError, match="blank"):
        describing.describe(image, by=editor, credit="")
    assert Image.objects.get().credit == WORDS["credit"]
    assert generation() == before


def test_a_person_has_one_portrait_the_latest(editor):
    person, other = Person.objects.create(name="Ada Orlan"), Person.objects.create(name="Boris Temir")
    first, second = add(), add("red")
    describing.depict(first, person, by=editor, is_portrait=True)
    describing.depict(first, other, by=editor, is_portrait=True)
    before = generation()
    describing.depict(second, person, by=editor, is_portrait=True)
    assert generation() == before + 1
    portraits = Depiction.objects.filter(is_portrait=True).values_list("person__name", "image")
    assert set(portraits) == {("Ada Orlan", second.pk), ("Boris Temir", first.pk)}
    describing.depict(second, person, by=editor)
    assert not person.depictions.filter(is_portrait=True).exists()
    assert person.depictions.count() == 2


def test_a_person_who_is_not_in_the_picture_after_all_is_taken_out(editor):
    depiction = describing.depict(add(), Person.objects.create(name="Ada Orlan"), by=editor)
    before = generation()
    describing.undepict(depiction, by=editor, why="her sister")
    assert generation() == before + 1
    assert not Depiction.objects.exists()
    assert Trail.objects.get(act="depiction removed").before == {"person": "Ada Orlan"}
