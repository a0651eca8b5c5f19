"""Dates that may be one, as far as either is known."""

from people import dates


def overlap(a, b):
    """Whether two dates, EDTF text or "", leave room for one day: what is not known speaks against nothing."""
    if not (a and b):
        return True
    one, other = dates.parse(a), dates.parse(b)
    firsts = [each.earliest for each in (one, other) if each.earliest]
    lasts = [each.latest for each in (one, other) if each.latest]
    return not (firsts and lasts) or max(firsts) <= min(lasts)
