"""Which lines of the record the rows of a list may be: names, posts, offices, meetings, rolls, outcomes."""

from collections import defaultdict

from django.utils.translation import gettext as _

from people.exchange.references import key_of, parts
from people.exchange.same_days import overlap
from people.models import Attendance, Meeting, Membership, Name, Outcome, Post
from people.names import key

OWNERS = ("person", "organisation", "place")


def find_names(book, matches):
    """The same text in the same language stands already; a second house spelling cannot stand beside the first."""
    houses, theirs = {}, defaultdict(list)
    for entry in matches.entries:
        owner, target = next((column, entry.refs[column]) for column in OWNERS if column in entry.refs)
        if pk := key_of(target):
            theirs[owner, pk].append(entry)
        if entry.values.get("kind") == "house" and not entry.values.get("until"):
            first = houses.setdefault((owner, target, entry.values["language"]), entry)
            if first is not entry:
                entry.refuse("kind", _("Row %d gives the house spelling in this language.") % first.row.number)
    for owner in OWNERS:
        for part in parts({pk for column, pk in theirs if column == owner}):
            for row in Name.objects.filter(**{f"{owner}__in": part}, is_struck=False):
                for entry in theirs[owner, getattr(row, f"{owner}_id")]:
                    _compare_names(entry, row, matches)


def _compare_names(entry, row, matches):
    is_in_its_language = row.language == entry.values["language"]
    if row.text == entry.name and is_in_its_language:
        matches.add(entry, row.pk, _("this spelling is stored already"), is_sure=True)
    elif (
        entry.values.get("kind") == row.kind == "house"
        and is_in_its_language
        and not (row.until or entry.values.get("until"))
    ):
        entry.refuse("kind", _("The house spelling in this language is “%s” already.") % row.text)


def find_posts(book, matches):
    theirs, titles = defaultdict(list), {}
    for entry in matches.entries:
        body = entry.refs.get("organisation")
        first = titles.setdefault((body, entry.name), entry)
        if first is not entry:
            said = {"number": first.row.number, "file": first.row.file}
            entry.refuse("label", _("Row %(number)d of “%(file)s” is the post of that title.") % said)
        if pk := key_of(body):
            theirs[pk].append(entry)
    for part in parts(theirs):
        for row in Post.objects.filter(organisation__in=part):
            for entry in theirs[row.organisation_id]:
                if key(row.title) == entry.key:
                    matches.add(entry, row.pk, _("the same title in the same body"), is_sure=True)


def find_memberships(book, matches):
    theirs = defaultdict(list)
    for entry in matches.entries:
        if pk := key_of(entry.refs.get("person")):
            theirs[pk].append(entry)
    for part in parts(theirs):
        for row in Membership.objects.filter(person__in=part, is_struck=False):
            for entry in theirs[row.person_id]:
                seat = key_of(entry.refs.get("post")), key_of(entry.refs.get("organisation"))
                if any(seat) and seat == (row.post_id, row.organisation_id):
                    _compare_spells(entry, row, matches)


def _compare_spells(entry, row, matches):
    since, until = entry.values.get("since", ""), entry.values.get("until", "")
    if since == row.since and (until == row.until or (since and not (until and row.until))):
        matches.add(entry, row.pk, _("the same office from the same day"), is_sure=True)
    elif overlap(since, row.since):
        said = _("the same office, and it may have begun on the same day: %s")
        matches.add(entry, row.pk, said % (row.since or _("not known")))


def find_meetings(book, matches):
    by_key, by_number = defaultdict(list), defaultdict(list)
    for entry in matches.entries:
        by_key[entry.key].append(entry)
        series = key_of(entry.refs.get("series"))
        if series and entry.values.get("ordinal"):
            by_number[series].append(entry)
    for part in parts(by_key):
        for row in Meeting.objects.filter(key__in=part, is_struck=False):
            for entry in by_key[row.key]:
                if overlap(entry.values["when"], row.when):
                    is_sure = entry.values["when"] == row.when
                    matches.add(entry, row.pk, _("the same name, and the days agree: %s") % row.when, is_sure=is_sure)
    for part in parts(by_number):
        for row in Meeting.objects.filter(series__in=part, ordinal__isnull=False, is_struck=False):
            for entry in by_number[row.series_id]:
                if row.ordinal == entry.values["ordinal"]:
                    is_sure = overlap(entry.values["when"], row.when)
                    matches.add(entry, row.pk, _("the same number of the same series"), is_sure=is_sure)


def find_attendances(book, matches):
    seen, theirs = {}, defaultdict(list)
    for entry in matches.entries:
        meeting, person = entry.refs.get("meeting"), entry.refs.get("person")
        first = seen.setdefault((meeting, person or entry.values.get("description")), entry)
        if first is not entry:
            where = {"number": first.row.number, "file": first.row.file}
            entry.refuse("person_id", _("Row %(number)d of “%(file)s” has them on this roll.") % where)
        if pk := key_of(meeting):
            theirs[pk].append(entry)
    for part in parts(theirs):
        for row in Attendance.objects.filter(meeting__in=part):
            for entry in theirs[row.meeting_id]:
                person, words = key_of(entry.refs.get("person")), entry.values.get("description", "")
                is_described = "person" not in entry.refs and not row.person_id and row.description == words
                if is_described or (person and person == row.person_id):
                    matches.add(entry, row.pk, _("on this roll already"), is_sure=True)


def find_outcomes(book, matches):
    theirs = defaultdict(list)
    for entry in matches.entries:
        if pk := key_of(entry.refs.get("meeting")):
            theirs[pk].append(entry)
    for part in parts(theirs):
        for row in Outcome.objects.filter(meeting__in=part, is_struck=False):
            for entry in theirs[row.meeting_id]:
                if row.text == entry.name:
                    matches.add(entry, row.pk, _("this outcome is stored already"), is_sure=True)


FIND = {
    "name": find_names,
    "post": find_posts,
    "membership": find_memberships,
    "event": find_meetings,
    "attendee": find_attendances,
    "outcome": find_outcomes,
}
