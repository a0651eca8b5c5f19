"""Which people of the record the people of a list may be: by any spelling, by the post they held, by their birthday."""

from collections import defaultdict

from django.utils.translation import gettext as _

from people import dates
from people.exchange.entries import Entry
from people.exchange.references import key_of, parts
from people.exchange.same_days import overlap
from people.models import Identifier, Membership, Name, Person
from people.names import key, script, search_tokens


def find(book, matches):
    spellings, offices = _spellings(book), _offices(book)
    by_key = defaultdict(list)
    for entry in matches.entries:
        for text in {entry.name, *spellings[entry]}:
            by_key[key(text)].append(entry)
    by_key.pop("", None)
    for part in parts(by_key):
        for row in Person.objects.filter(key__in=part).only("pk", "key"):
            for entry in by_key[row.key]:
                matches.add(entry, row.pk, _("the same name"))
        for name in Name.objects.filter(key__in=part, person__isnull=False, is_struck=False):
            for entry in by_key[name.key]:
                if name.person_id not in matches.of(entry):
                    said = _("the same name in another spelling: %(name)s") % {"name": name.text}
                    matches.add(entry, name.person_id, said)
    _by_post(matches, offices)
    _by_what_differs(book, matches)


def _spellings(book):
    found = defaultdict(list)
    for name in book.of("name"):
        if isinstance(name.refs.get("person"), Entry):
            found[name.refs["person"]].append(name.name)
    return found


def _offices(book):
    """Entries of people by the key of the post that the list gives them, with the day it begins."""
    found = defaultdict(list)
    for office in book.of("membership"):
        if post := key_of(office.refs.get("post")):
            found[post].append((office.refs.get("person"), office.values.get("since", "")))
    return found


def _by_post(matches, offices):
    wanted = set(matches.entries)
    for part in parts(offices):
        held = Membership.objects.filter(post__in=part, is_struck=False).select_related("person", "post__organisation")
        for row in held:
            for entry, since in offices[row.post_id]:
                if entry in wanted:
                    _held_by_both(entry, since, row, matches)


def _held_by_both(entry, since, row, matches):
    said = {"post": row.post, "days": row.since}
    known = matches.of(entry).get(row.person_id)
    if known and overlap(since, row.since):
        matches.add(entry, row.person_id, _("the same post: %(post)s") % said, is_sure=True)
    elif since and since == row.since and _may_be_called(entry.name, row.person.name):
        matches.add(entry, row.person_id, _("the same post from the same day: %(post)s, %(days)s") % said)


def _may_be_called(a, b):
    """Whether two names share a word, or are written so differently that nobody can tell."""
    return bool(set(search_tokens(a)) & set(search_tokens(b))) or script(a) != script(b)


def _by_what_differs(book, matches):
    """A birthday makes sure or unsure; another number in the same register makes unsure."""
    keys = {pk for entry in matches.entries for pk in matches.of(entry)}
    born, registered = {}, defaultdict(dict)
    for part in parts(keys):
        born |= dict(Person.objects.filter(pk__in=part).values_list("pk", "born"))
        for row in Identifier.objects.filter(person__in=part):
            registered[row.person_id][row.scheme] = row.value
    for entry in matches.entries:
        for pk, match in matches.of(entry).items():
            _weigh(entry, match, born.get(pk, ""), registered[pk])


def _weigh(entry, match, born, registered):
    mine = entry.values.get("born", "")
    if mine and born and not overlap(mine, born):
        match.reasons.append(str(_("but born %(days)s") % {"days": born}))
        match.is_sure = False
    elif mine and mine == born and dates.parse(mine).is_day:
        match.reasons.append(str(_("born on the same day")))
        match.is_sure = True
    for scheme, value in entry.identifiers:
        if registered.get(scheme, value) != value:
            match.reasons.append(str(_("but %(scheme)s %(value)s") % {"scheme": scheme, "value": registered[scheme]}))
            match.is_sure = False
