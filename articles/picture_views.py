"""Pictures for readers: only what something public shows, and never the original."""

from django.http import FileResponse, Http404, HttpResponseRedirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from articles import figures
from articles.models import Image, Rendition

CONTENT_TYPES = {
    Rendition.Type.AVIF: "image/avif",
    Rendition.Type.WEBP: "image/webp",
    Rendition.Type.JPEG: "image/jpeg",
}
# Seconds. Short, so that a picture taken down is soon gone from what others keep; then one question by ETag.
KEPT_FOR = 600


@require_safe
def picture(request, hash, width, kind):
    """One size of a picture. Staff see those of drafts, too; to anybody else these do not exist."""
    width = int(width)
    image = Image.objects.public().filter(hash=hash).first()
    is_public = image is not None
    if not is_public and request.user.is_staff:
        image = Image.objects.filter(hash=hash).first()
    if image is None or width not in image.widths:
        raise Http404
    response = _answer(request, image, width, kind)
    if is_public and response.status_code != HttpResponseRedirect.status_code:
        patch_cache_control(response, public=True, max_age=KEPT_FOR)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def _answer(request, image, width, kind):
    """The file, «not modified», or while the worker has not made this size yet, the way to the smallest one."""
    rendition = image.renditions.filter(width=width, type=kind).first()
    if rendition is None:
        return HttpResponseRedirect(figures.address(image, image.widths[0], Rendition.Type.JPEG))
    etag = f'"{image.hash}-{width}-{kind}"'
    if unchanged := get_conditional_response(request, etag=etag):
        unchanged.headers["ETag"] = etag
        return unchanged
    try:
        return FileResponse(rendition.file.open(), content_type=CONTENT_TYPES[kind], headers={"ETag": etag})
    except FileNotFoundError as error:
        raise Http404 from error
