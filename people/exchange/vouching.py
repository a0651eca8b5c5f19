"""A keeper vouches for an import as a whole, with a reason: what it says waits no longer. And takes that back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from people import disclosure, signals, trails
from people.exchange.references import parts
from people.models import Attendance, Evidence, Import, Meeting, Membership, Name, Outcome, Quotation, Trail
from people.recording import Refused, touched_by

MODELS = (Quotation, Name, Membership, Meeting, Attendance, Outcome)
CLAIMS = MODELS[1:]


def vouch(taken, *, by, reason):
    """Open what the import made, as far as readers may see it otherwise: people without a page stay without one."""
    if not reason.strip():
        raise Refused(_("Say how you know that the list is right: the reason stays on the trail."))
    with disclosure.public_act():
        taken.refresh_from_db()
        if taken.state != Import.State.DONE or taken.vouched_reason:
            raise Refused(_("Only an import that is done can be vouched for, and only once."))
        for model in MODELS:
            waiting = [row for row in _rows(model, made_keys(taken, model)) if row.waits]
            _set_waits(taken, model, waiting, False, by=by, why=reason)
            for row in waiting:
                signals.confirmed.send(sender=model, row=row)
        _speak_for(taken, by, reason)
        taken.vouched_reason, taken.vouched_by, taken.vouched_at = reason, by, timezone.now()
        taken.save(update_fields=["vouched_reason", "vouched_by", "vouched_at"])
        trails.leave("vouched for", taken, by=by, why=reason)
    return taken


def withdraw(taken, *, by, why):
    """Take the vouching back: what it opened waits again, unless something else that is public speaks for it."""
    if not why.strip():
        raise Refused(_("Say why nobody vouches for it any more: the reason stays on the trail."))
    with disclosure.public_act():
        taken.refresh_from_db()
        if not taken.vouched_reason:
            raise Refused(_("Nobody vouches for this import."))
        for model in MODELS:
            opened = _keys(taken.trail.filter(act="confirmed", kind=model._meta.label_lower))
            rows = [row for row in _rows(model, opened - _supported(taken, model, opened)) if not row.waits]
            _set_waits(taken, model, rows, True, by=by, why=why)
        for part in parts(made_keys(taken, Meeting)):
            Meeting._base_manager.filter(pk__in=part, vouched_reason=taken.vouched_reason).update(vouched_reason="")
        taken.trail.filter(act="confirmed").update(act="confirmed, taken back")
        taken.vouched_reason, taken.vouched_by, taken.vouched_at = "", None, None
        taken.save(update_fields=["vouched_reason", "vouched_by", "vouched_at"])
        trails.leave("vouching taken back", taken, by=by, why=why)
    return taken


def made_keys(taken, model):
    """Keys of the rows of the model that the import made."""
    return _keys(taken.trail.filter(act="made", kind=model._meta.label_lower))


def _keys(trail):
    return set(trail.values_list("object_id", flat=True))


def _rows(model, keys):
    return [row for part in parts(keys) for row in model._base_manager.filter(pk__in=part)]


def _set_waits(taken, model, rows, waits, *, by, why):
    for part in parts({row.pk for row in rows}):
        model._base_manager.filter(pk__in=part).update(waits=waits)
    told = []
    for row in rows:
        row.waits = waits
        act = "waits again" if waits else "confirmed"
        before, after = {"waits": not waits}, {"waits": waits}
        told.append(trails.of(act, row, by=by, why=why, before=before, after=after, of_import=taken))
        disclosure.touch(touched_by(row))
    Trail.objects.bulk_create(told, batch_size=disclosure.BATCH)


def _speak_for(taken, by, reason):
    """A meeting of which the list does not say whether it was held has no sentence: the keeper's word stands for it."""
    said = set(Evidence.objects.filter(meeting__isnull=False).values_list("meeting", flat=True))
    for part in parts(made_keys(taken, Meeting) - said):
        silent = Meeting._base_manager.filter(pk__in=part, vouched_reason="")
        silent.update(vouched_reason=reason, vouched_by=by, vouched_at=timezone.now())


def _supported(taken, model, keys):
    """Keys of the claims for which a public sentence of another source speaks."""
    if model not in CLAIMS:
        return set()
    column, found = model._meta.model_name, set()
    for part in parts(keys):
        others = disclosure.public_evidence().filter(**{f"{column}__in": part})
        found |= set(others.exclude(quotation__source=taken.source).values_list(column, flat=True))
    return found
