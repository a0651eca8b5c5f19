"""Files as they come in: each read by what it is, all of them together not too much."""

from django.conf import settings
from django.utils.translation import gettext as _

from people.exchange import popolo, spreadsheet
from people.exchange.decoding import decoded
from people.exchange.rows import Unreadable

LONGEST_NAME = 100


def read_files(files):
    """Sheets of pairs of name and bytes. Raises Unreadable with a sentence."""
    sheets = [_read(name[-LONGEST_NAME:], content) for name, content in files]
    number = sum(len(sheet.rows) for sheet in sheets)
    if number > settings.IMPORT_ROWS_LIMIT:
        raise Unreadable(
            _("These files have %(number)s rows, and at most %(most)s are taken at once: part them in several.")
            % {"number": f"{number:,}", "most": f"{settings.IMPORT_ROWS_LIMIT:,}"}
        )
    names = [sheet.file for sheet in sheets]
    if len(set(names)) < len(names):
        raise Unreadable(_("Two of these files have the same name."))
    return sheets


def _read(name, content):
    text = decoded(name, content)
    is_json = name.casefold().endswith(".json") or (not name.casefold().endswith(".csv") and text.lstrip()[0] in "{[")
    return popolo.read(name, text) if is_json else spreadsheet.read(name, text)
