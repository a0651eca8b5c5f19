"""Pictures that are in the library: their words, who is in them, and the end of those that nothing uses."""

from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import licences, rendering, renditions, tasks
from articles.models import Article, Depiction, Image
from people import disclosure, trails
from people.recording import Refused

# Columns that are in the files readers get, or decide how those are cut.
DRAWN_FROM = {"focal_x", "focal_y", "credit", "copyright"}


def describe(image, words, *, by) -> Image:
    """Give a picture other words, rights or another focal point, by column; public articles that show it follow at
    once, its files as soon as the worker has made them anew.
    """
    with disclosure.public_act():
        row = Image.objects.select_for_update().get(pk=image.pk)
        before = trails.snapshot(row)
        for name, value in words.items():
            setattr(row, name, value)
        row.full_clean()
        row.save()
        left = trails.leave("changed", row, by=by, before=before, after=trails.snapshot(row))
        if DRAWN_FROM & set(left.after):
            transaction.on_commit(partial(tasks.make_renditions.enqueue, row.pk))
        rendering.remake_all(list(shown_in(row, Article.objects.public()).values_list("pk", flat=True)))
    return row


def depict(depiction, *, by) -> Depiction:
    """Say who is in a picture, and whether it is the portrait; a portrait takes the place of another one.

    Raises Refused for a new portrait whose picture may not be used.
    """
    with disclosure.public_act():
        is_new = depiction._state.adding
        before = {} if is_new else trails.snapshot(Depiction.objects.get(pk=depiction.pk))
        if refusal := why_no_portrait(depiction):
            raise Refused(refusal)
        if depiction.is_portrait:
            others = Depiction.objects.filter(person=depiction.person, is_portrait=True).exclude(pk=depiction.pk)
            others.update(is_portrait=False)
        depiction.full_clean()
        depiction.save()
        trails.leave("made" if is_new else "changed", depiction, by=by, before=before, after=trails.snapshot(depiction))
    return depiction


def why_no_portrait(depiction) -> str:
    """Why this may not become a portrait; "" if it may, is one already, or is not to be one."""
    if not depiction.is_portrait or Depiction.objects.filter(pk=depiction.pk, is_portrait=True).exists():
        return ""
    return licences.why_not(depiction.image, timezone.localdate())


def undepict(depiction, *, by):
    """This person is not in this picture."""
    with disclosure.public_act():
        trails.leave("removed", depiction, by=by, before=trails.snapshot(depiction))
        depiction.delete()


def remove(image, *, by, why=""):
    """Delete a picture that no version of any article shows and that depicts nobody, and its files. Raises Refused."""
    with transaction.atomic():
        trails.leave("removed", image, by=by, why=why, before=trails.snapshot(image))
        original = image.file.name
        renditions.drop(image)
        try:
            image.delete()
        except ProtectedError as error:
            raise Refused(_("This picture stays: articles, people or contributors use it.")) from error
        if original:
            transaction.on_commit(partial(default_storage.delete, original))


def shown_in(image, articles):
    """Those of the articles whose live or draft version shows the picture."""
    shows = Q(live__lead_image=image) | Q(draft__lead_image=image)
    shows |= Q(live__illustrations__image=image) | Q(draft__illustrations__image=image)
    return articles.filter(pk__in=Article.objects.filter(shows).values("pk"))
