"""An import taken in: all of its rows in one act, or none. People it makes have no page; its claims wait."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from people import disclosure, recording, trails
from people.exchange import filling, vouching
from people.exchange.columns import CLAIMS, KINDS
from people.exchange.comparing import compared
from people.exchange.entries import parents_first
from people.exchange.matching import all_identifiers
from people.exchange.previewing import row_of
from people.exchange.references import OWNER, parts
from people.exchange.registry import Registry
from people.models import Evidence, Generation, Identifier, Import, ImportRow, Quotation, Source
from people.recording import Refused

BATCH = 500
SAYS_SO = ("supports",)


def run(taken, *, by, reason="", leaves_errors=False, tell=lambda done, total: None):
    """Take the import in. `reason`: a keeper vouches for the whole at once. Raises Refused; then nothing is kept."""
    try:
        book, seen = compared(taken, tell)
        with disclosure.public_act():
            taken.refresh_from_db()
            if taken.state not in (Import.State.READY, Import.State.RUNNING):
                raise Refused(_("This import was imported or undone already."))
            if Generation.objects.get(pk=1).number != seen + 1:
                book, _seen = compared(taken, tell)  # somebody acted meanwhile
            _refuse_errors(book, leaves_errors)
            Writing(taken, book, by=by, is_vouched=bool(reason), tell=tell).write()
            if reason:
                vouching.vouch(taken, by=by, reason=reason)
    except (IntegrityError, ValidationError) as error:
        said = _("The record refuses two of a kind, so nothing was imported: %s") % _sentence(error)
        raise Refused(said) from error
    return taken


def _sentence(error):
    return "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _refuse_errors(book, leaves_errors):
    wrong = [entry for entry in book.entries if entry.errors]
    if wrong and not leaves_errors:
        row, (column, sentence) = wrong[0].row, next(iter(wrong[0].errors.items()))
        said = {"number": len(wrong), "row": row.number, "file": row.file, "column": column, "sentence": sentence}
        raise Refused(
            _("%(number)d rows have errors, the first: “%(file)s”, row %(row)d, %(column)s: %(sentence)s") % said
        )


class Writing:
    """One import on its way into the record, kind by kind."""

    def __init__(self, taken, book, *, by, is_vouched, tell):
        self.taken, self.book, self.by, self.is_vouched, self.tell = taken, book, by, is_vouched, tell
        self.registry, self.source = Registry(book), None

    def write(self):
        done = 0
        for kind in KINDS:
            for level in parents_first(self.book.of(kind)):
                self._make([entry for entry in level if entry.choice == "new"])
            filling.fill(self.book, kind, by=self.by, taken=self.taken, is_vouched=self.is_vouched, why=self._why)
            if KINDS[kind].has_identifiers:
                self._identify(kind)
            if kind in CLAIMS:
                self._support(kind)
            self.tell(done := done + len(self.book.of(kind)), len(self.book.entries))
        self._finish()

    def _why(self, entry):
        return f"{self.taken}: {entry.row.file}, {entry.row.number}"[:300]

    def _keep(self, rows, entries, *, waits=False):
        whys = [self._why(entry) for entry in entries]
        return recording.keep_all(rows, by=self.by, whys=whys, waits=waits, of_import=self.taken)

    def _make(self, entries):
        rows = [entry.kind.model(**entry.values, **self.registry.named(entry)) for entry in entries]
        is_claim = bool(entries) and entries[0].row.kind in CLAIMS
        for entry, row in zip(entries, self._keep(rows, entries, waits=is_claim), strict=True):
            entry.chosen = row.pk
            self.registry.add(entry.row.kind, row)

    def _identify(self, kind):
        """Give each row of the record the identifiers that the list has for it and that it lacks."""
        column, asked = OWNER[kind], []
        for entry in self.book.of(kind):
            if entry.chosen:
                asked += [(pair, entry) for pair in all_identifiers(self.book, entry)]
        known = set()
        for part in parts({value for (_scheme, value), _entry in asked}):
            known |= set(Identifier.objects.filter(value__in=part).values_list("scheme", "value"))
        asked = [(pair, entry) for pair, entry in asked if pair not in known]
        rows = [Identifier(scheme=pair[0], value=pair[1], **{f"{column}_id": entry.chosen}) for pair, entry in asked]
        self._keep(rows, [entry for _pair, entry in asked])

    def _support(self, kind):
        """Each row of the list becomes a sentence of its source that speaks for the claim: closed, as the claim is."""
        speaks = []
        for entry in self.book.of(kind):
            if entry.chosen and not entry.is_of_earlier_import:
                speaks += [(entry, says) for says in self._says(entry)]
        if not speaks:
            return
        source = self._its_source()
        quotations = [
            Quotation(source=source, language=source.language, text=_words(entry, says)) for entry, says in speaks
        ]
        entries = [entry for entry, _says in speaks]
        self._keep(quotations, entries, waits=True)
        column = KINDS[kind].model._meta.model_name
        evidence = [
            Evidence(quotation=quotation, says=says, by=self.by, **{f"{column}_id": entry.chosen})
            for quotation, (entry, says) in zip(quotations, speaks, strict=True)
        ]
        for row in evidence:
            setattr(row, column, self.registry.get(kind, getattr(row, f"{column}_id")))
        self._keep(evidence, entries)

    def _says(self, entry):
        if entry.row.kind == "attendee":
            return entry.says or ("not_reported",)
        return entry.says if entry.row.kind == "event" else SAYS_SO

    def _its_source(self):
        if self.source is None:
            taken = self.taken
            told = {name: getattr(taken, name) for name in ("publisher", "kind", "day", "address", "language")}
            title = ", ".join(each["name"] for each in taken.files)[:300]
            self.source = recording.keep(Source(title=title, **told), by=self.by, of_import=taken)
        return self.source

    def _finish(self):
        rows = [row_of(entry) for entry in self.book.entries]
        for place, (row, entry) in enumerate(zip(rows, self.book.entries, strict=True)):
            row.of, row.place, row.object_id = self.taken, place, entry.chosen
        self.taken.rows.all().delete()
        ImportRow.objects.bulk_create(rows, batch_size=BATCH)
        self.taken.state, self.taken.taken_at, self.taken.source = Import.State.DONE, timezone.now(), self.source
        self.taken.refusal = ""
        self.taken.save()
        trails.leave("imported", self.taken, by=self.by)


def _words(entry, says):
    """The row as the sentence that is quoted: where it stands, and what it says."""
    said = _("Row %(number)d: %(words)s") % {"number": entry.row.number, "words": entry.words}
    return (said if len(entry.says) < 2 else f"{said} ({says})")[:2000]
