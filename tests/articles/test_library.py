"""The words of a picture and who is in it reach readers at the next request."""

import pytest
from django.core.exceptions import ValidationError

from articles import library as verbs
from articles.models import Depiction, Image
from people.models import Generation, Person, Trail
from people.recording import Refused
from tests.articles import library, writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(staff):
    return staff("editor")


def generation():
    return Generation.objects.get().number


def rendered(article):
    return str(article.publications.get(until=None).rendered)


def portray(image, person, by):
    return verbs.depict(Depiction(image=image, person=person, is_portrait=True), by=by)


def test_new_words_reach_every_article_that_shows_the_picture(editor):
    image = library.row(alt="Rails")
    body = f"{library.figure(image)}<p>Words.</p>"
    top, within = writing.publish(editor, lead_image=image), writing.publish(editor, body=body)
    before = generation()
    verbs.describe(image, {"alt": "Rails in snow", "caption": "The line in winter."}, by=editor)
    assert generation() == before + 1
    assert "The line in winter." in rendered(top)
    assert "The line in winter." in rendered(within)
    assert "Rails in snow" in rendered(within)
    trail = Trail.objects.get(act="changed")
    assert (trail.before["alt"], trail.after["alt"]) == ("Rails", "Rails in snow")
    assert "credit" not in trail.after
    assert Image.objects.named("snow").get() == image


def test_a_missing_word_is_refused_and_nothing_changes(editor):
    image = library.row()
    before = generation()
    with pytest.raises(ValidationError, match="blank"):
        verbs.describe(image, {"credit": ""}, by=editor)
    assert Image.objects.get().credit == library.WORDS["credit"]
    assert generation() == before


def test_a_person_has_one_portrait_the_latest(editor):
    person, other = Person.objects.create(name="Ada Orlan"), Person.objects.create(name="Boris Temir")
    first, second = library.row(), library.row()
    portray(first, person, editor)
    portray(first, other, editor)
    before = generation()
    portrait = portray(second, person, editor)
    assert generation() == before + 1
    portraits = Depiction.objects.filter(is_portrait=True).values_list("person__name", "image")
    assert set(portraits) == {("Ada Orlan", second.pk), ("Boris Temir", first.pk)}
    portrait.is_portrait = False
    verbs.depict(portrait, by=editor)
    assert not person.depictions.filter(is_portrait=True).exists()
    assert person.depictions.count() == 2


def test_no_portrait_is_made_of_a_picture_that_was_killed(editor):
    with pytest.raises(Refused, match="was killed"):
        portray(library.killed(), Person.objects.create(name="Ada Orlan"), editor)
    assert not Depiction.objects.exists()


def test_a_person_who_is_not_in_the_picture_after_all_is_taken_out(editor):
    depiction = portray(library.row(), Person.objects.create(name="Ada Orlan"), editor)
    before = generation()
    verbs.undepict(depiction, by=editor)
    assert generation() == before + 1
    assert not Depiction.objects.exists()
    assert Trail.objects.get(act="removed").before["is_portrait"] is True


def test_a_picture_without_files_is_removed_and_one_in_use_is_not(editor):
    idle, used = library.row(), library.row()
    writing.begin(editor, lead_image=used)
    verbs.remove(idle, by=editor, why="never used")
    with pytest.raises(Refused, match="stays"):
        verbs.remove(used, by=editor)
    assert list(Image.objects.all()) == [used]
    assert Trail.objects.get(act="removed").why == "never used"
