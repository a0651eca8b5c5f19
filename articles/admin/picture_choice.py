"""Choosing a picture of the library while writing: the dialog's list, and small pictures by hash or key."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from articles.figures import smallest
from articles.models import Image

OFFERED = 24
LONGEST_QUERY = 200
TOLD = ("hash", "alt", "caption", "credit")


@require_safe
def choices(request):
    """The newest pictures that may be used and whose words have those of `q`, as JSON: hash, alt, caption, credit."""
    _may_look(request.user)
    query = request.GET.get("q", "")[:LONGEST_QUERY].strip()
    images = Image.objects.usable(localdate())
    images = (images.named(query) if query else images)[:OFFERED]
    return JsonResponse({"pictures": [{name: getattr(image, name) for name in TOLD} for image in images]})


@require_safe
def small_picture(request, key):
    """The way to the smallest size; to a crossed square if there is no such picture, or it was killed."""
    _may_look(request.user)
    column = "hash" if len(key) == 32 else "pk"
    image = Image.objects.alive().filter(**{column: key}).first()
    return HttpResponseRedirect(smallest(image) if image else static("img/mark-absent.svg"))


def _may_look(user):
    if not user.has_perm("articles.view_image"):
        raise PermissionDenied
