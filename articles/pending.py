"""An article readers cannot see never writes the record: its edits wait, and go back when it goes.

Values of rows travel as `people.trails.snapshot` writes them, so that JSON can hold them.
"""

from django.apps import apps
from django.core.exceptions import ValidationError

from articles.models import Article, PendingChange
from people import disclosure, recording, trails
from people.models import Quotation
from people.models.claim import Claim
from people.recording import touched_by

State = PendingChange.State


def keep_from(article, row, *, by, why="", seen=None):
    """Save a row of the record as typed from an article: at once where readers see the article, else it waits.

    `seen`: whether readers see what the row rests on; by default whether the article is public. False for a sentence
    that stands only in the draft of a public article.

    A new row is stored and stays closed; an edit of an existing row is kept beside it, field by field. Validates
    either way. Returns the row as it stands, which for a waiting edit is the unchanged one.
    """
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        seen = article.is_public if seen is None else seen
        if row._state.adding:
            row = recording.keep(row, by=by, why=why, waits=not seen)
            _note(article, row, "", None, None, by, seen)
            return row
        stored = type(row)._base_manager.get(pk=row.pk)
        before, after = trails.snapshot(stored), trails.snapshot(row)
        changed = [name for name in after if before[name] != after[name] and _is_typed(row, name)]
        if not changed:
            return stored
        row.full_clean()
        for name in changed:
            _note(article, row, name, before[name], after[name], by, seen)
        return recording.keep(row, by=by, why=why) if seen else stored


def _is_typed(row, name):
    return row._meta.get_field(name).editable


def _note(article, row, name, old, new, by, seen):
    """One pending change; a later edit of the same field from the same article keeps the first `old`."""
    where = {"article": article, "kind": row._meta.label_lower, "object_id": row.pk, "field": name}
    state = State.APPLIED if seen else State.WAITING
    found = PendingChange.objects.filter(**where).exclude(state=State.DROPPED).first()
    if found:
        found.new, found.state, found.by = new, state, by
        found.save(update_fields=["new", "state", "by"])
    else:
        PendingChange.objects.create(**where, label=str(row)[:300], old=old, new=new, state=state, by=by)


def apply(article, *, by):
    """What waited for the article takes effect; a value that moved meanwhile is a question. Returns the touched."""
    touched = disclosure.Touched()
    for row, changes in _rows(article, State.WAITING):
        now = trails.snapshot(row)
        for change in changes:
            if not change.field:
                _set_waits(row, False)
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
    for row, changes in _rows(article, State.APPLIED):
        now = trails.snapshot(row)
        back = {}
        for change in changes:
            if not change.field:
                continue
            if now[change.field] != change.new:
                change.state = State.QUESTION
            elif not _said_elsewhere(change):
                back[change.field] = change.old
                change.state = State.WAITING
        touched |= _set_values(row, back, changes, by=by, act="taken back")
    return touched


def wait_again(article):
    """Rows the article made that nothing public supports wait again. Returns what was touched."""
    touched = disclosure.Touched()
    for row, changes in _rows(article, State.APPLIED):
        for change in changes:
            if not change.field and not _is_supported(row):
                _set_waits(row, True)
                change.state = State.WAITING
                change.save(update_fields=["state"])
                touched |= touched_by(row)
    return touched


def _rows(article, state):
    """The rows with changes of the article in that state, oldest first. A row that is gone drops its changes."""
    by_row = {}
    for change in article.pending_changes.filter(state=state):
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
    """Whether something public still speaks for a row that an article made."""
    if isinstance(row, Quotation):
        return False
    if isinstance(row, Claim):
        return row.is_public or bool(row.vouched_reason)
    return row.is_public
