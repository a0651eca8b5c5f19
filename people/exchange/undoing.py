"""One undo for a whole import: what it made goes, what it changed is as before; refused where others rest on it."""

from django.apps import apps
from django.db.models import CASCADE
from django.utils.translation import gettext as _

from people import disclosure, recording, trails
from people.exchange.references import parts
from people.models import (
    Attendance,
    Evidence,
    Identifier,
    Import,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Place,
    Post,
    Quotation,
    Source,
    Trail,
)
from people.models.source import CLAIMS
from people.recording import Refused

# What rests on others goes first.
ORDER = (
    Evidence, Quotation, Outcome, Attendance, Membership, Name, Identifier,
    Meeting, MeetingSeries, Post, Person, Place, Organisation, Source,
)  # fmt: skip
SHOWN = 10
OWN = (Trail, Import)  # they tell of the import, and rest on nothing of it


def undo(taken, *, by, why, tell=lambda done, total: None):
    """Take back all that the import made and changed. Raises Refused with a list of what rests on it."""
    if not why.strip():
        raise Refused(_("Say why the import is undone: the reason stays on the trail."))
    with disclosure.public_act():
        taken.refresh_from_db()
        if taken.state not in (Import.State.DONE, Import.State.UNDOING):
            raise Refused(_("Only an import that is done can be undone."))
        made = {model: _made(taken, model) for model in ORDER}
        changed = list(taken.trail.filter(act="changed").order_by("-pk"))
        _refuse(_later_acts(taken, made, changed) + _with_address(made) + _resting(made))
        Import.objects.filter(pk=taken.pk).update(source=None, state=Import.State.UNDONE)
        for told in changed:
            recording.keep(_restored(told), by=by, why=str(_("the import is undone")), of_import=taken)
        for done, model in enumerate(ORDER, start=1):
            _remove(model, made[model])
            tell(done, len(ORDER))
        taken.rows.update(object_id=None)
        taken.refresh_from_db()
        trails.leave("undone", taken, by=by, why=why, after={"removed": sum(map(len, made.values()))})
    return taken


def _made(taken, model):
    """Keys of what the import made and what is still there."""
    keys = set(taken.trail.filter(act="made", kind=model._meta.label_lower).values_list("object_id", flat=True))
    there = set()
    for part in parts(keys):
        there |= set(model._base_manager.filter(pk__in=part).values_list("pk", flat=True))
    return there


def _refuse(reasons):
    if reasons:
        more = len(reasons) - SHOWN
        listed = reasons[:SHOWN] + ([_("and %d more") % more] if more > 0 else [])
        raise Refused(_("This import cannot be undone, since later work rests on it: %s.") % "; ".join(listed))


def _later_acts(taken, made, changed):
    """What somebody did to rows of the import after it; an import that was undone itself left nothing."""
    touched = {model._meta.label_lower: set(keys) for model, keys in made.items()}
    for told in changed:
        touched.setdefault(told.kind, set()).add(told.object_id)
    first = {(told.kind, told.object_id): told.pk for told in taken.trail.order_by("-pk")}
    found = []
    for kind, keys in touched.items():
        for part in parts(keys):
            later = (
                Trail.objects.filter(kind=kind, object_id__in=part)
                .exclude(of_import=taken)
                .exclude(of_import__state=Import.State.UNDONE)
            )
            for told in later.select_related("by").order_by("pk"):
                if told.pk > first[kind, told.object_id]:
                    found.append(_("“%(row)s” was %(act)s") % {"row": told.label, "act": told.act})
    return list(dict.fromkeys(found))


def _with_address(made):
    """What readers could open keeps its address, so it stays."""
    found = []
    for model in (Person, Organisation, Meeting, MeetingSeries):
        for part in parts(made[model]):
            rows = model._base_manager.filter(pk__in=part, slug__isnull=False)
            found += [_("“%s” has an address that readers could open") % row for row in rows]
    return found


def _resting(made):
    """Rows that are not of the import and point at rows that are."""
    found = []
    for model, keys in made.items():
        for relation in model._meta.related_objects:
            if relation.related_model in OWN or relation.on_delete is CASCADE:
                continue  # a part of the row, such as its counts
            for part in parts(keys):
                rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": part})
                own = made.get(relation.related_model, ())
                found += [f"{row._meta.verbose_name} “{row}”" for row in rows if row.pk not in own]
    return list(dict.fromkeys(found))


def _restored(told):
    """The row with the values that it had before the import, which nobody changed since."""
    model = apps.get_model(told.kind)
    row = model._base_manager.get(pk=told.object_id)
    for name, value in told.before.items():
        field = row._meta.get_field(name)
        setattr(
            row, field.attname, field.target_field.to_python(value) if field.is_relation else field.to_python(value)
        )
    return row


def _remove(model, keys):
    """Nothing else points at these rows: `_resting` looked. What they spoke for is recomputed."""
    for part in parts(keys):
        rows = model._base_manager.filter(pk__in=part)
        for row in rows.select_related(*CLAIMS) if model is Evidence else rows:
            disclosure.touch(disclosure.Touched.of(row))
        for relation in model._meta.related_objects:
            if relation.on_delete is CASCADE:
                relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": part}).delete()
        rows._raw_delete(rows.db)
