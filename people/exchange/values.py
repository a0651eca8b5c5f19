"""What stands in a cell, read as what it means. Every reader raises ValidationError with a sentence."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from people import dates
from people.names import fold

YES = {"yes", "true", "1", "y", "on", "да", "иә", "是"}
NO = {"no", "false", "0", "n", "off", "нет", "жоқ", "否", ""}
PARTED = re.compile(r"(?<!;);(?!;)")
DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,17})?(e-[0-9]{1,2})?")
LONGEST = 5_000


def text(value, field=None):
    """Plain words, spaces at the ends taken off."""
    if isinstance(value, (list, dict)):
        raise ValidationError(_("Words belong here, not a list."))
    words = "" if value is None else str(value).strip()
    if len(words) > LONGEST:
        raise ValidationError(
            _("This has %(length)d characters: too much for a row of a list.") % {"length": len(words)}
        )
    return words


def partial_date(value, field=None):
    """A date as far as it is known, as EDTF text; read as people write it, in any language of the desk."""
    try:
        return dates.read(text(value)).text
    except dates.DateError as error:
        raise ValidationError(error.say(get_language() or "en", gettext)) from error


def day(value, field=None):
    """One full day."""
    known = dates.parse(partial_date(value))
    if not known.is_day:
        raise ValidationError(_("“%(value)s” is no full day.") % {"value": value})
    return known.earliest


def yes_or_no(value, field=None):
    if isinstance(value, bool):
        return value
    word = text(value).casefold()
    if word not in YES | NO:
        raise ValidationError(_("“%(value)s” is neither yes nor no.") % {"value": text(value)[:40]})
    return word in YES


def number(value, field=None):
    """A whole number from nought to 32,767: what every database holds in a small column."""
    word = text(value)
    if not (word.isascii() and word.isdecimal() and len(word) < 6 and int(word) <= 32_767):
        raise ValidationError(_("“%(value)s” is no whole number we can keep.") % {"value": word[:40]})
    return int(word)


def degrees(value, field=None):
    """Latitude or longitude, point or comma before the fraction."""
    word = text(value).replace(",", ".")
    if not DEGREES.fullmatch(word):
        raise ValidationError(_("“%(value)s” is no number of degrees.") % {"value": word[:40]})
    return float(word)


def choice(value, field):
    """One of the column's words: as they are stored, or as the screen says them, English or not."""
    wanted = fold(text(value)).replace("_", " ")
    for stored, label in field.choices:
        with translation.override("en"):
            english = str(label)
        if wanted in (fold(stored).replace("_", " "), fold(english), fold(str(label))):
            return stored
    words = ", ".join(str(label) for stored, label in field.choices if stored)
    raise ValidationError(_("“%(value)s” is none of: %(words)s.") % {"value": text(value)[:40], "words": words})


def identifiers(value, field=None):
    """Pairs of register and value: «Wikidata: Q1; Own: 17», or Popolo's list of objects."""
    if isinstance(value, list):
        pairs = [(text(each.get("scheme")), text(each.get("identifier"))) for each in value if isinstance(each, dict)]
    else:
        pairs = _pairs(value)
    for scheme, known in pairs:
        if not scheme or not known or len(scheme) > 50 or len(known) > 200:
            raise ValidationError(_("Write register and value: Wikidata: Q1; Own: 17."))
    return tuple(dict.fromkeys(pairs))


def titles(value, field=None):
    """Titles by language: «ru: министр; kk: министр», or an object."""
    if isinstance(value, dict):
        return {text(language): text(title) for language, title in value.items()}
    found = dict(_pairs(value))
    if not all(found) or not all(found.values()):
        raise ValidationError(_("Write language and title: ru: министр; kk: министр."))
    return found


def states(value, field):
    """What a row says of somebody's attendance: one word, or two that differ: «attended; absent» is disputed."""
    words = value if isinstance(value, list) else [part for part in text(value).split(";") if part.strip()]
    said = tuple(dict.fromkeys(choice(word, field) for word in words))
    if "disputed" in said:
        raise ValidationError(_("Nobody reports “disputed”: write what the reports say, as in “attended; absent”."))
    return said


def joined(pairs):
    """Pairs as one cell, the way `identifiers` and `titles` read them."""
    return "; ".join(f"{name}: {value.replace(';', ';;')}" for name, value in pairs)


def _pairs(value):
    parts = (part.replace(";;", ";") for part in PARTED.split(text(value)) if part.strip())
    return [tuple(side.strip() for side in part.partition(":")[::2]) for part in parts]


def printed(value):
    """A value as it stands in a cell of an export."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
