"""An article readers cannot see never writes the record: its edits wait, and go back when it goes.

Values of rows travel as `people.trails.snapshot` writes them, so that JSON can hold them.
"""

from functools import partial

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, PendingChange
from people import disclosure, recording, trails
from people.models import Attendance, Outcome, Quotation
from people.models.claim import Claim
from people.recording import Refused, touched_by

State = PendingChange.State


def keep_from(article, row, *, by, why="", quotation=None):
    """Save a row of the record as typed from an article: at once where readers see the article, else it waits.

    `quotation`: the sentence of the article that it rests on: one that stands in the draft alone waits, too.

    A new row is stored and stays closed; an edit of an existing row is kept beside it, field by field. Validates
    either way. Returns the row as it stands, which for a waiting edit is the unchanged one.
    """
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        seen = article.is_public and (quotation is None or quotation.is_public)
        note = partial(_note, article, row, by=by, quotation=quotation, seen=seen)
        if row._state.adding:
            row = recording.keep(row, by=by, why=why, waits=not seen)
            if hasattr(row, "waits"):
                note("", None, None)
            return row
        stored = type(row)._base_manager.get(pk=row.pk)
        row.full_clean()
        before, after = trails.snapshot(stored), trails.snapshot(row)
        changed = [name for name in after if before[name] != after[name] and _is_typed(row, name)]
        if not changed:
            return stored
        for name in changed:
            note(name, before[name], after[name])
        return recording.keep(row, by=by, why=why) if seen else stored


def _is_typed(row, name):
    return row._meta.get_field(name).editable


def _note(article, row, name, old, new, *, by, quotation, seen):
    """One pending change; a later edit of the same field from the same article keeps the first `old`.

    Refused where a sentence of the draft alone would change what the same article changed publicly: two values to go
    back to. A question is answered by typing anew: what stands now is what was there before.
    """
    where = {"article": article, "kind": row._meta.label_lower, "object_id": row.pk, "field": name}
    state = State.APPLIED if seen else State.WAITING
    found = PendingChange.objects.filter(**where).exclude(state=State.DROPPED).first()
    if found:
        if found.state == State.APPLIED and not seen:
            raise Refused(_("This article has changed that already: publish the new sentence first. (%s)") % row)
        if found.state == State.QUESTION:
            found.old = old
        found.new, found.state, found.by, found.quotation = new, state, by, quotation
        found.save(update_fields=["old", "new", "state", "by", "quotation"])
    else:
        typed = {"old": old, "new": new, "by": by, "quotation": quotation}
        PendingChange.objects.create(**where, **typed, label=str(row)[:300], state=state)


def apply(article, *, by):
    """What waited for the article takes effect, as far as its sentences are public now; a value that moved meanwhile
    is a question. To be called once the quotations follow. Returns what was touched.
    """
    touched = disclosure.Touched()
    is_said = Q(quotation=None) | Q(quotation__is_public=True)
    for row, changes in _rows(article.pending_changes.filter(is_said, state=State.WAITING)):
        now = trails.snapshot(row)
        for change in changes:
            if not change.field:
                _set_waits(row, False)
                answer(row)
                change.state = State.APPLIED
            elif now[change.field] in (change.old, change.new):
                change.state = State.APPLIED
            else:
                change.state = State.QUESTION
        wanted = {each.field: each.new for each in changes if each.field and each.state == State.APPLIED}
        touched |= _set_values(row, wanted, changes, by=by, act="applied")
    return touched


def take_back(article, *, by):
    """The article goes: its changes go back unless another public article says the same or the value has moved."""
    touched = disclosure.Touched()
    for row, changes in _rows(article.pending_changes.filter(state=State.APPLIED)):
        now = trails.snapshot(row)
        back = {}
        for change in changes:
            if not change.field:
                continue
            if now[change.field] != change.new:
                change.state = State.QUESTION
                continue
            change.state = State.WAITING
            if not _said_elsewhere(change):
                back[change.field] = change.old
        touched |= _set_values(row, back, changes, by=by, act="taken back")
    return touched


def wait_again():
    """Rows made by articles that nobody sees any more wait again once nothing public supports them.

    Not only those of the article that goes: it may have been the last to support what an earlier one made. Returns
    what was touched.
    """
    touched = disclosure.Touched()
    made = PendingChange.objects.filter(field="", state=State.APPLIED, article__is_public=False)
    for row, changes in _rows(made):
        if not _is_supported(row):
            _set_waits(row, True)
            made.filter(pk__in=[change.pk for change in changes]).update(state=State.WAITING)
            touched |= touched_by(row)
    return touched


def ask(article):
    """A waiting row of which the public article speaks stays closed: a question to the desk, until it waits no more."""
    waiting = {(row._meta.label_lower, row.pk): row for row in _waiting_rows(article)}
    for asked in article.pending_changes.filter(field="", state=State.QUESTION):
        if not waiting.pop((asked.kind, asked.object_id), None):
            asked.state = State.DROPPED
            asked.save(update_fields=["state"])
    for (kind, key), row in waiting.items():
        PendingChange.objects.get_or_create(
            article=article,
            kind=kind,
            object_id=key,
            field="",
            state=State.QUESTION,
            defaults={"label": str(row)[:300]},
        )


def _waiting_rows(article):
    evidence = disclosure.public_evidence().filter(quotation__anchor__article=article)
    claims = [row.claim for row in evidence]
    meetings = [claim.meeting for claim in claims if isinstance(claim, Attendance | Outcome)]
    return [row for row in (*claims, *meetings) if row.waits]


def answer(row):
    """The row waits no longer: what articles asked about it is answered."""
    _of_its_making(row).filter(state=State.QUESTION).update(state=State.DROPPED)


def settle(row):
    """A keeper said that the row is right: it waits neither for its article, nor again once that is gone."""
    _of_its_making(row).update(state=State.DROPPED)


def _of_its_making(row):
    """What is noted of the row itself, not of one of its fields."""
    return PendingChange.objects.filter(kind=row._meta.label_lower, object_id=row.pk, field="")


def _rows(rows):
    """The rows of the record that these changes are of, oldest first. A row that is gone drops its changes."""
    by_row = {}
    for change in rows:
        by_row.setdefault((change.kind, change.object_id), []).append(change)
    for (kind, key), changes in by_row.items():
        row = apps.get_model(kind)._base_manager.filter(pk=key).first()
        if row is None:
            PendingChange.objects.filter(pk__in=[each.pk for each in changes]).update(state=State.DROPPED)
        else:
            yield row, changes


def _set_values(row, values, changes, *, by, act):
    """Write the values and the states of the changes; a row that refuses them asks the desk instead."""
    touched = touched_by(row)
    if values:
        before = trails.snapshot(row)
        for name, value in values.items():
            field = row._meta.get_field(name)
            setattr(
                row, field.attname, field.target_field.to_python(value) if field.is_relation else field.to_python(value)
            )
        try:
            row.full_clean()
        except ValidationError:
            for change in changes:
                if change.field in values:
                    change.state = State.QUESTION
        else:
            row.save()
            trails.leave(act, row, by=by, before=before, after=trails.snapshot(row))
            touched |= touched_by(row)
    PendingChange.objects.bulk_update(changes, ["state"])
    return touched


def _set_waits(row, waits):
    type(row)._base_manager.filter(pk=row.pk).update(waits=waits)
    row.waits = waits


def _said_elsewhere(change):
    """Another public article applied the same value to the same field: the change is its own from now on."""
    same = PendingChange.objects.filter(
        kind=change.kind, object_id=change.object_id, field=change.field, state=State.APPLIED, new=change.new
    )
    return same.filter(article__is_public=True).exclude(article=change.article).exists()


def _is_supported(row):
    """Whether something public still speaks for a row that an article made: of a person, the page."""
    if isinstance(row, Quotation):
        return False
    if isinstance(row, Claim) and not row.is_public:
        speaks = disclosure.public_evidence().filter(**{row._meta.model_name: row})
        return bool(row.vouched_reason) or speaks.exists()
    return row.is_public
