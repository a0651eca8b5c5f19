"""What a row may be the same as in the record, and why; what is done with it unless somebody chooses otherwise.

Sure are an identifier, the same row of an earlier import, and a name together with a post or a birthday. A name alone
is a question: two people may share it.
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from people.exchange import same_claims, same_people, same_things
from people.exchange.columns import KINDS
from people.exchange.entries import Entry, Match, parents_first
from people.exchange.references import OWNER, earlier, parts
from people.models import Attendance, Identifier, Membership, Person, Post

LATER, NEW, SAME = "later", "new", "same"
PRINTED_WITH = {
    Post: ("organisation",),
    Membership: ("person", "post__organisation", "organisation"),
    Attendance: ("person", "meeting"),
}


class Matches:
    """Matches of the entries of one kind while they are collected: reasons add up, labels are fetched at the end."""

    def __init__(self, entries):
        self.entries, self.found = entries, defaultdict(dict)

    def add(self, entry, pk, reason, *, is_sure=False, is_of_earlier_import=False, is_numbered=False):
        match = self.found[entry].setdefault(pk, Match(pk, ""))
        match.reasons.append(str(reason))
        match.is_sure = match.is_sure or is_sure
        match.is_of_earlier_import = match.is_of_earlier_import or is_of_earlier_import
        match.is_numbered = match.is_numbered or is_numbered or is_of_earlier_import

    def of(self, entry):
        return self.found[entry]

    def settle(self, model):
        """Give the entries their matches, the sure ones first."""
        labels = _labels(model, {pk for matches in self.found.values() for pk in matches})
        for entry, matches in self.found.items():
            for match in matches.values():
                match.label = labels.get(match.id, "")
            entry.matches = sorted(matches.values(), key=lambda match: (not match.is_sure, match.label, match.id))


def match(book, kind):
    """Find the matches of all entries of the kind, and choose for each: new, the same, or later."""
    if KINDS[kind].has_identifiers:
        _refuse_shared(book, kind)
    for level in parents_first(book.of(kind)):
        _match_level(book, kind, [entry for entry in level if not entry.errors])
        for entry in level:
            _choose(entry)


def _match_level(book, kind, entries):
    matches = Matches(entries)
    _by_earlier(kind, matches)
    if KINDS[kind].has_identifiers:
        _by_identifiers(book, kind, matches)
    if kind in same_things.KINDS:
        same_things.find(kind, matches)
    elif kind == "person":
        same_people.find(book, matches)
    else:
        same_claims.FIND[kind](book, matches)
    matches.settle(KINDS[kind].model)


def _choose(entry):
    """What somebody chose stands; else a sure match, a question for later, or new. Never without what it rests on."""
    sure = [match for match in entry.matches if match.is_sure]
    sure = [match for match in sure if match.is_numbered] or sure
    if entry.errors:
        entry.choice, entry.chosen = LATER, None
    elif not entry.is_chosen_by_hand:
        entry.choice = SAME if len(sure) == 1 else LATER if entry.matches else NEW
        entry.chosen = sure[0].id if entry.choice == SAME else None
    for target in entry.refs.values():
        if isinstance(target, Entry) and target.choice == LATER and entry.choice != LATER:
            entry.choice, entry.chosen = LATER, None
            where = {"file": target.row.file, "number": target.row.number, "name": target.words[:80]}
            entry.notes.append(_("It waits for row %(number)d of “%(file)s”: %(name)s.") % where)


def _by_earlier(kind, matches):
    by_ref = {entry.ref: entry for entry in matches.entries}
    for part in parts(by_ref):
        for ref, pk in earlier(kind, part):
            said = _("the same row came in an earlier import")
            matches.add(by_ref[ref], pk, said, is_sure=True, is_of_earlier_import=True)


def _refuse_shared(book, kind):
    """A number of a register is of one row."""
    seen = {}
    for entry in book.of(kind):
        for scheme, value in all_identifiers(book, entry):
            first = seen.setdefault((scheme, value), entry)
            if first is not entry:
                said = {"number": first.row.number, "file": first.row.file, "scheme": scheme, "value": value}
                entry.refuse("identifiers", _("Row %(number)d of “%(file)s” has %(scheme)s %(value)s, too.") % said)


def _by_identifiers(book, kind, matches):
    asked = {pair: entry for entry in matches.entries for pair in all_identifiers(book, entry)}
    column = f"{OWNER[kind]}_id"
    for part in parts({value for _scheme, value in asked}):
        for row in Identifier.objects.filter(value__in=part):
            if entry := asked.get((row.scheme, row.value)):
                _same_identifier(entry, row, getattr(row, column), matches)


def _same_identifier(entry, row, pk, matches):
    said = {"scheme": row.scheme, "value": row.value}
    if pk:
        matches.add(entry, pk, _("the same identifier: %(scheme)s %(value)s") % said, is_sure=True, is_numbered=True)
    else:
        entry.refuse("identifiers", _("%(scheme)s %(value)s is of something else in the record.") % said)


def all_identifiers(book, entry):
    """Those of the row, its id in the import's register among them."""
    own = ((book.scheme, entry.id),) if book.scheme and entry.id else ()
    return dict.fromkeys((*own, *entry.identifiers))


def _labels(model, keys):
    """How a row is called, with all that its words ask for fetched along."""
    labels, asked = {}, PRINTED_WITH.get(model, ())
    for part in parts(keys):
        rows = model.objects.filter(pk__in=part).select_related(*asked)
        for row in rows.with_offices() if model is Person else rows:
            labels[row.pk] = (row.desk_label() if model is Person else str(row))[:300]
    return labels
