"""The words of a picture, and who is in it. Each is a public act: readers may see the picture now."""

from django.db.models import Q

from articles import rendering
from articles.models import Article, Depiction, Image
from people import disclosure, trails


def describe(image: Image, *, by, **words) -> Image:
    """Change alt text, caption, credit, licence or source; the articles that show the picture are made anew.

    Raises ValidationError for a word that is missing.
    """
    with disclosure.public_act():
        before = trails.snapshot(Image.objects.get(pk=image.pk))
        for name, value in words.items():
            setattr(image, name, value)
        image.full_clean()
        image.save()
        trails.leave("described", image, by=by, before=before, after=trails.snapshot(image))
        shown = Q(live__lead_image=image) | Q(live__illustrations__image=image)
        rendering.remake_all(Article.objects.public().filter(shown).distinct().values_list("pk", flat=True))
    return image


def depict(image: Image, person, *, by, is_portrait=False) -> Depiction:
    """Say that the person is to be seen in the picture. A new portrait takes the place of the one before."""
    with disclosure.public_act():
        if is_portrait:
            person.depictions.filter(is_portrait=True).update(is_portrait=False)
        depiction, _is_new = Depiction.objects.update_or_create(
            image=image, person=person, defaults={"is_portrait": is_portrait}
        )
        trails.leave("depicted", image, by=by, after={"person": str(person), "is_portrait": is_portrait})
    return depiction


def undepict(depiction: Depiction, *, by, why="") -> None:
    """Say that the person is not in the picture after all."""
    with disclosure.public_act():
        trails.leave("depiction removed", depiction.image, by=by, why=why, before={"person": str(depiction.person)})
        depiction.delete()
