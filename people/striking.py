"""A wrong claim, a wrong report or a wrong sentence, off every page at once; and back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from people import disclosure, trails
from people.models import Evidence, Name
from people.models.source import CLAIMS
from people.recording import Refused, touched_by


def strike(row, *, by, reason):
    """Take a claim, a piece of evidence or a quotation off every page. A reason is needed. Returns the row."""
    if not reason.strip():
        raise Refused(_("Say why this is struck: the reason stays on the trail."))
    return _set(row, "struck", by=by, why=reason, is_struck=True, struck_by=by, struck_at=timezone.now(), reason=reason)


def restore(row, *, by, why=""):
    """Undo a striking: what its evidence says counts again. Refused if something else took its place."""
    return _set(row, "restored", by=by, why=why, is_struck=False, struck_by=None, struck_at=None, reason="")


def _set(row, act, *, by, why, reason, **columns):
    with disclosure.public_act():
        if act == "restored" and _stands_anew(row):
            raise Refused(_("Something else stands in its place by now: strike that first."))
        columns["struck_reason"] = reason
        before = {"is_struck": row.is_struck, "struck_reason": row.struck_reason}
        type(row)._base_manager.filter(pk=row.pk).update(**columns)
        for column, value in columns.items():
            setattr(row, column, value)
        after = {"is_struck": row.is_struck, "struck_reason": row.struck_reason}
        trails.leave(act, row, by=by, why=why, before=before, after=after)
        disclosure.touch(touched_by(row))
    return row


def _stands_anew(row):
    """Whether the same sentence speaks for the same claim anew, or another name is the house spelling by now."""
    if isinstance(row, Name):
        return Name.objects.filter(**row.place_as_house_spelling, is_struck=False).exclude(pk=row.pk).exists()
    if not isinstance(row, Evidence):
        return False
    same = {f"{claim}_id": getattr(row, f"{claim}_id") for claim in CLAIMS}
    return Evidence.objects.filter(quotation=row.quotation_id, is_struck=False, **same).exclude(pk=row.pk).exists()
