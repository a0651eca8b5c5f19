"""Keep a row of the record: the one verb behind every form of it."""

from django.db.models import ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from people import disclosure, signals, trails
from people.models import (
    Attendance,
    Evidence,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Place,
    Post,
    Source,
    Trail,
)


class Refused(Exception):
    """An act that a person must answer first. The message is a sentence for the screen."""


def keep(row, *, by, why="", waits=False, of_import=None):
    """Save one row, new or changed, with its trail, and show readers what follows.

    `waits`: a new claim, person, organisation or outside quotation stays closed until its article is published or a
    keeper confirms it. Raises ValidationError for what the row itself refuses. Returns the row.
    """
    with disclosure.public_act():
        is_new = row._state.adding
        stored = None if is_new else type(row)._base_manager.filter(pk=row.pk).first()
        before = trails.snapshot(stored) if stored else {}
        if is_new and hasattr(row, "waits"):
            row.waits = waits
        if getattr(row, "vouched_reason", "") and not row.vouched_by_id:
            row.vouched_by, row.vouched_at = by, timezone.now()
        if is_new and isinstance(row, Evidence):
            row.by = by
        row.full_clean()
        row.save()
        act, after = "made" if is_new else "changed", trails.snapshot(row)
        trails.leave(act, row, by=by, why=why, before=before, after=after, of_import=of_import)
        touched = touched_by(row)
        if stored:
            touched |= touched_by(stored)
            touched |= printing(row) if str(stored) != str(row) else disclosure.Touched()
            touched |= _reseated(row, stored)
        disclosure.touch(touched)
    return row


def keep_all(rows, *, by, whys=None, waits=False, of_import=None):
    """Save many new rows of one model at once, each cleaned and with its trail, as `keep` would one by one.

    The rows must not contradict each other or what is stored: what only the database can tell (two of a kind) raises
    IntegrityError. `whys`: a reason for each. Returns the rows, which have their keys now.
    """
    whys = whys or [""] * len(rows)
    with disclosure.public_act():
        for row in rows:
            if hasattr(row, "waits"):
                row.waits = waits
            row.clean_fields(exclude=[field.name for field in row._meta.concrete_fields if field.is_relation])
            row.clean()
            row.fill_in()
        if rows:
            type(rows[0])._base_manager.bulk_create(rows, batch_size=disclosure.BATCH)
        told = [
            trails.of("made", row, by=by, why=why, after=trails.snapshot(row), of_import=of_import)
            for row, why in zip(rows, whys, strict=True)
        ]
        Trail.objects.bulk_create(told, batch_size=disclosure.BATCH)
        for row in rows:
            disclosure.touch(_touched_by_new(row))
    return rows


def _touched_by_new(row):
    """A claim that waits is closed as it was made; of a new line on a roll only the meeting's day follows."""
    if not getattr(row, "waits", False):
        return touched_by(row)
    return disclosure.Touched(meetings={row.meeting_id}) if isinstance(row, Attendance) else disclosure.Touched()


def touched_by(row):
    """What readers may see differently once this row is saved."""
    match row:
        case Source():
            return disclosure.Touched(quotations=_keys(row.quotations))
        case MeetingSeries():
            return disclosure.Touched(meetings=_keys(row.meetings))
        case Name() if row.place_id:
            return disclosure.Touched.of(row) | printing(row.place)
    return disclosure.Touched.of(row)


def printing(row):
    """The pages, besides its own, on which the row's name stands: they are found by it, and follow a new name."""
    match row:
        case Post():
            return disclosure.Touched(people=set(row.memberships.values_list("person", flat=True)))
        case Place():
            return disclosure.Touched(meetings=_keys(row.meetings))
        case Organisation():
            in_office = Membership._base_manager.filter(Q(post__organisation=row) | Q(organisation=row))
            people = set(in_office.values_list("person", flat=True)) | _keys(row.citizens)
            return disclosure.Touched(people=people, organisations=_keys(row.parts), meetings=_keys(row.hosted))
    return disclosure.Touched()


def _reseated(row, stored):
    """A body moved beneath another one: who speaks for it sits on another side from now on."""
    if not isinstance(row, Organisation) or row.parent_id == stored.parent_id:
        return disclosure.Touched()
    roll = Attendance._base_manager.filter(on_behalf_of__in=row.whole())
    roll.update(side=row.side)
    return disclosure.Touched(meetings=set(roll.values_list("meeting", flat=True)))


def _keys(rows):
    return set(rows.values_list("pk", flat=True))


def confirm(row, *, by, why):
    """A record keeper says that the values of a waiting row are right: it waits no longer."""
    with disclosure.public_act():
        type(row)._base_manager.filter(pk=row.pk).update(waits=False)
        row.waits = False
        trails.leave("confirmed", row, by=by, why=why, before={"waits": True}, after={"waits": False})
        signals.confirmed.send(sender=type(row), row=row)
        disclosure.touch(touched_by(row))
    return row


def remove(row, *, by, why=""):
    """Delete a row that nothing rests on. Raises Refused with the list of what rests on it.

    What readers could open once stays, too: its address must never lead to somebody else.
    """
    with disclosure.public_act():
        if getattr(row, "slug", None):
            raise Refused(_("«%s» had a page of its own: its address stays. Close or strike it instead.") % row)
        touched, before = touched_by(row), trails.snapshot(row)
        left = trails.leave("removed", row, by=by, why=why, before=before)
        try:
            row.delete()
        except ProtectedError as error:
            resting = sorted({f"{each._meta.verbose_name} «{each}»" for each in error.protected_objects})
            raise Refused(_("This stays, because of what rests on it: %s.") % "; ".join(resting)) from error
        disclosure.touch(touched)
    return left
