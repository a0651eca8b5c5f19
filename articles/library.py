"""Pictures that are in the library: their words, who is in them, and the end of those that nothing uses."""

from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from articles import rendering
from articles.models import Article, Depiction, Image
from people import disclosure, trails
from people.recording import Refused


def describe(image, words, *, by) -> Image:
    """Give a picture other words (`forms.image.WORDS`); public articles that show it follow at once."""
    with disclosure.public_act():
        row = Image.objects.select_for_update().get(pk=image.pk)
        before = trails.snapshot(row)
        for name, value in words.items():
            setattr(row, name, value)
        row.full_clean()
        row.save()
        trails.leave("changed", row, by=by, before=before, after=trails.snapshot(row))
        rendering.remake_all(list(shown_in(row, Article.objects.public()).values_list("pk", flat=True)))
    return row


def depict(depiction, *, by) -> Depiction:
    """Say who is in a picture, and whether it is the portrait; a portrait takes the place of another one."""
    with disclosure.public_act():
        is_new = depiction._state.adding
        before = {} if is_new else trails.snapshot(Depiction.objects.get(pk=depiction.pk))
        if depiction.is_portrait:
            others = Depiction.objects.filter(person=depiction.person, is_portrait=True).exclude(pk=depiction.pk)
            others.update(is_portrait=False)
        depiction.full_clean()
        depiction.save()
        trails.leave("made" if is_new else "changed", depiction, by=by, before=before, after=trails.snapshot(depiction))
    return depiction


def undepict(depiction, *, by):
    """This person is not in this picture."""
    with disclosure.public_act():
        trails.leave("removed", depiction, by=by, before=trails.snapshot(depiction))
        depiction.delete()


def remove(image, *, by):
    """Delete a picture that no version of any article shows and that depicts nobody. Raises Refused."""
    with transaction.atomic():
        trails.leave("removed", image, by=by, before=trails.snapshot(image))
        try:
            image.delete()
        except ProtectedError as error:
            raise Refused(_("This picture stays: articles, people or contributors use it.")) from error


def shown_in(image, articles):
    """Those of the articles whose live or draft version shows the picture."""
    shows = Q(live__lead_image=image) | Q(draft__lead_image=image)
    shows |= Q(live__illustrations__image=image) | Q(draft__illustrations__image=image)
    return articles.filter(pk__in=Article.objects.filter(shows).values("pk"))
