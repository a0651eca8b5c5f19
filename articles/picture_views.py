"""Pictures for readers: only what something public shows, and never the original."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseGone, HttpResponseRedirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from articles import figures
from articles.models import Image, Rendition

CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
# Seconds. Short, so that a picture taken down is soon gone from what others keep; then one question by ETag.
KEPT_FOR = 600
# A width of version 0.1, which stored pages name until they are made anew.
FORMER_WIDTH = 480


@require_safe
def picture(request, name, width, kind):
    """One size of a picture. Staff see those of drafts, too; to anybody else these do not exist."""
    hash, _dash, cut = name.partition("-")
    image, is_public = _find(request, hash)
    response = _answer(request, image, cut, int(width), kind) if image else _answer_killed(hash)
    if is_public and response.status_code in (200, 304):
        patch_cache_control(response, public=True, max_age=KEPT_FOR)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def _find(request, hash):
    """The picture if this reader may see it, and whether everybody may."""
    image = Image.objects.public().filter(hash=hash).first()
    if image is None and request.user.is_staff:
        return Image.objects.filter(hash=hash, killed_at=None).first(), False
    return image, image is not None


def _answer_killed(hash):
    """«Gone» for what readers could see before it was killed; anything else never was."""
    if Image.objects.once_public().filter(hash=hash, killed_at__isnull=False).exists():
        return HttpResponseGone(content_type="text/plain")
    raise Http404


def _answer(request, image, cut, width, kind):
    """The file, «not modified», or while the worker has not made this size yet, the way to the best one there is."""
    if (cut and not image.cut_for(cut)) or not _is_width(image, cut, width):
        raise Http404
    rendition = image.renditions.filter(ratio=cut, width=width, type=kind).first()
    if rendition is None:
        return _way_to_another(image, cut, width)
    etag = f'"{image.hash}-{cut}-{width}-{kind}-{rendition.recipe}"'
    if unchanged := get_conditional_response(request, etag=etag):
        unchanged.headers["ETag"] = etag
        return unchanged
    return _file(rendition, {"Content-Type": CONTENT_TYPES[kind], "ETag": etag})


def _is_width(image, cut, width):
    return width in {size.width for size in image.sizes(cut)} or (not cut and width in (FORMER_WIDTH, image.width))


def _way_to_another(image, cut, width):
    """To the JPEG that is next in width, of the same cut if there is one."""
    there = image.renditions.filter(type=Rendition.Type.JPEG, ratio__in={cut, ""}).values_list("ratio", "width")
    nearest = min(there, key=lambda each: (each[0] != cut, abs(each[1] - width)), default=None)
    if nearest is None:
        raise Http404
    return HttpResponseRedirect(figures.address(image, nearest[1], Rendition.Type.JPEG, nearest[0]))


def _file(rendition, headers):
    """The bytes; or, behind nginx, where it finds them."""
    if settings.PICTURES_BY_NGINX:
        headers["X-Accel-Redirect"] = f"/{settings.PICTURES_BY_NGINX.strip('/')}/{rendition.file.name}"
        return HttpResponse(headers=headers)
    try:
        return FileResponse(rendition.file.open(), headers=headers)
    except FileNotFoundError as error:
        raise Http404 from error
