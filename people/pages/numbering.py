"""The numbers of a series: which of them no article reports."""

from django.utils.translation import gettext as _


def gaps(numbers) -> str:
    """«No report in our articles of no. 1–2, 5.»; "" where none is missing up to the highest that is known."""
    known = sorted({number for number in numbers if number})
    missing = []
    for before, after in zip([0, *known], known, strict=False):
        if after - before > 1:
            first, last = before + 1, after - 1
            missing.append(f"{first}" if first == last else f"{first}–{last}")
    return _("No report in our articles of no. %(numbers)s.") % {"numbers": ", ".join(missing)} if missing else ""
