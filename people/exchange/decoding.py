"""Bytes of a file as text, or a sentence that says what is wrong, and in which row."""

import codecs
import re

from django.conf import settings
from django.utils.translation import gettext as _

from people.exchange.rows import Unreadable

NUL = re.compile(r"\x00|\\u0000")  # as JSON writes it, too
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(name, content):
    """The text of a UTF-8 or, by its mark, UTF-16 file. Raises Unreadable."""
    said = {"file": name}
    if len(content) > settings.IMPORT_BYTES_LIMIT:
        said |= {"megabytes": round(len(content) / 1e6, 1), "most": round(settings.IMPORT_BYTES_LIMIT / 1e6, 1)}
        raise Unreadable(
            _("“%(file)s” has %(megabytes)s MB, and at most %(most)s MB are taken at once: part it in several.") % said
        )
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        said["row"] = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            _("Row %(row)d of “%(file)s” is not written in UTF-8: save the file as “CSV UTF-8” and try again.") % said
        ) from error
    if found := NUL.search(text):
        said["row"] = text.count("\n", 0, found.start()) + 1
        raise Unreadable(_("Row %(row)d of “%(file)s” holds a NUL byte: this is no list but a broken file.") % said)
    if not text.strip():
        raise Unreadable(_("“%(file)s” is empty.") % said)
    return text
