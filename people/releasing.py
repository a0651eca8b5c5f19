"""A page is a decision: pages of people and organisations opened and closed."""

from django.utils import timezone
from django.utils.translation import gettext as _

from people import disclosure, trails
from people.addresses import give_slug
from people.recording import Refused

STANDING = ["slug", "is_public", "released_at", "waits"]  # as they are in the act, whatever a caller's copy says


def release(page, *, by, why=""):
    """Give a person or organisation a page that readers can open. Raises Refused for a provisional row."""
    with disclosure.public_act():
        page.refresh_from_db(fields=STANDING)
        if page.waits:
            raise Refused(_("«%s» is provisional: a record keeper confirms it first.") % page)
        give_slug(page)
        _set_open(page, "released", is_open=True, by=by, why=why)
    return page


def close(page, *, by, why):
    """Close the page again: plain text everywhere, in no list, count or search. The slug stays its own."""
    if not why.strip():
        raise Refused(_("Say why the page is closed: the reason stays on the trail."))
    with disclosure.public_act():
        page.refresh_from_db(fields=STANDING)
        _set_open(page, "closed", is_open=False, by=by, why=why)
    return page


def _set_open(page, act, *, is_open, by, why):
    before = {"is_public": page.is_public}
    page.is_public = is_open
    page.released_at = timezone.now() if is_open else page.released_at
    type(page)._base_manager.filter(pk=page.pk).update(is_public=is_open, released_at=page.released_at)
    trails.leave(act, page, by=by, why=why, before=before, after={"is_public": is_open})
    disclosure.touch(disclosure.Touched.of(page))
