"""Which bodies, places and series of the record those of a list may be: by name, spelling or country code."""

from collections import defaultdict

from django.utils.translation import gettext as _

from people.exchange.references import OWNER, key_of, parts
from people.exchange.same_days import overlap
from people.models import MeetingSeries, Name, Organisation, Place

KINDS = {"organization": Organisation, "area": Place, "series": MeetingSeries}


def find(kind, matches):
    """Bodies, places and series: the same name where nothing speaks against it is the same thing."""
    by_key = defaultdict(list)
    for entry in matches.entries:
        by_key[entry.key].append(entry)
    model, column = KINDS[kind], OWNER[kind]
    for part in parts(by_key):
        for row in model.objects.filter(key__in=part):
            for entry in by_key[row.key]:
                matches.add(entry, row.pk, _("the same name"), is_sure=_agrees(kind, entry, row))
        if kind != "series":
            _by_spelling(column, part, by_key, matches)
    if kind == "organization":
        _by_code(matches)


def _by_spelling(column, keys, by_key, matches):
    spelled = Name.objects.filter(key__in=keys, is_struck=False).exclude(**{column: None})
    for name in spelled:
        for entry in by_key[name.key]:
            if getattr(name, f"{column}_id") not in matches.of(entry):
                said = _("the same name in another spelling: %(name)s") % {"name": name.text}
                matches.add(entry, getattr(name, f"{column}_id"), said)


def _by_code(matches):
    by_code = {}
    for entry in matches.entries:
        if code := entry.values.get("iso_code"):
            first = by_code.setdefault(code, entry)
            if first is not entry:
                entry.refuse("iso_code", _("Row %d has this country code, too.") % first.row.number)
    if by_code:
        for row in Organisation.objects.filter(iso_code__in=by_code):
            matches.add(by_code[row.iso_code], row.pk, _("the same country code"), is_sure=True)


def _agrees(kind, entry, row):
    """Whether kind, parent and days, or the country, are not known to differ."""
    if kind == "organization":
        above = entry.refs.get("parent")
        is_same_kind = entry.values["kind"] in (row.kind, "other")
        is_below = above is None or row.parent_id in (None, key_of(above))
        days = ("founded", "dissolved")
        return is_same_kind and is_below and all(overlap(entry.values.get(day, ""), getattr(row, day)) for day in days)
    if kind == "area":
        country = entry.refs.get("country")
        return country is None or row.country_id in (None, key_of(country))
    return True
