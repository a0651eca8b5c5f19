"""A picture killed everywhere in one act, and brought back by another.

A killed picture is on no page from the next request on. The rows that say where it stands stay as they are, so bringing
it back puts it where it was. Its renditions are removed from the storage, so no server can find them; the original
stays where it always was, out of every server's reach.
"""

from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rendering, renditions, tasks
from articles.models import Article, Image
from people import disclosure, trails
from people.recording import Refused

SLICE = 200


def kill(image: Image, *, by, why: str) -> Image:
    """Take the picture off every page. Raises Refused without a reason, or if it was killed before."""
    with disclosure.public_act():
        row = Image.objects.select_for_update().get(pk=image.pk)
        if row.is_killed:
            raise Refused(_("This picture was killed already."))
        if not why.strip():
            raise Refused(_("Say why it is killed: the reason stays on the trail."))
        row.killed_at, row.killed_by, row.killed_why = timezone.now(), by, why.strip()
        row.save(update_fields=["killed_at", "killed_by", "killed_why"])
        renditions.drop(row)
        trails.leave("killed", row, by=by, why=row.killed_why)
        _remake_where_shown(row)
    return row


def bring_back(image: Image, *, by, why: str) -> Image:
    """Put a killed picture where it was. Raises Refused without a reason, if it was not killed or its file is lost."""
    first = _first_of(image)
    with disclosure.public_act():
        row = Image.objects.select_for_update().get(pk=image.pk)
        if not row.is_killed:
            raise Refused(_("This picture was not killed."))
        if not why.strip():
            raise Refused(_("Say why it may be shown again: the reason stays on the trail."))
        row.killed_at, row.killed_by, row.killed_why = None, None, ""
        row.save(update_fields=["killed_at", "killed_by", "killed_why"])
        renditions.keep(row, first)
        trails.leave("brought back", row, by=by, why=why.strip())
        _remake_where_shown(row)
        transaction.on_commit(partial(tasks.make_renditions.enqueue, row.pk))
    return row


def _first_of(image):
    """The small rendition, drawn before the act begins: others need not wait for it."""
    try:
        with image.file.open() as original:
            return renditions.draw_first(original, image.width, image.height)
    except FileNotFoundError as error:
        raise Refused(_("The file of this picture is lost: please upload it again.")) from error


def _remake_where_shown(image):
    shown = Q(live__lead_image=image) | Q(live__illustrations__image=image)
    keys = list(Article.objects.public().filter(shown).distinct().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), SLICE):
        rendering.remake_all(keys[start : start + SLICE])
