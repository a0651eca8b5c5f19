"""What articles are filed under: sections, tags and contributors are kept and removed here.

Their names stand on readers' pages once they have a slug: then it is a public act.
"""

from contextlib import AbstractContextManager

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from articles.models import Contributor
from people import disclosure, trails
from people.names import key
from people.recording import Refused


def keep(row, *, by):
    """Save a section, tag or contributor, new or changed. Raises ValidationError; returns the row."""
    with _act(row):
        is_new = row._state.adding
        before = {} if is_new else trails.snapshot(type(row)._base_manager.get(pk=row.pk))
        row.full_clean()
        if known := same_name(row):
            raise ValidationError({"name": _("There is one of that name already: «%s».") % known})
        row.save()
        trails.leave("made" if is_new else "changed", row, by=by, before=before, after=trails.snapshot(row))
    return row


def same_name(row):
    """Another section or tag whose name is the same to a reader's eye; contributors may share a name."""
    if isinstance(row, Contributor):
        return None
    return type(row).objects.filter(key=key(row.name)).exclude(pk=row.pk).first()


def remove(row, *, by):
    """Delete a row under which nothing was ever filed. Raises Refused."""
    with _act(row):
        left = trails.leave("removed", row, by=by, before=trails.snapshot(row))
        try:
            row.delete()
        except ProtectedError as error:
            raise Refused(_("«%s» stays: articles are filed under it.") % row) from error
    return left


def _act(row) -> AbstractContextManager:
    return disclosure.public_act() if row.slug else transaction.atomic()
