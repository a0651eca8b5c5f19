"""Evidence: a sentence says something of a line of the record."""

from people import disclosure, recording
from people.models import Evidence, Quotation
from people.models.source import CLAIMS


def quote_outside(source, text, *, by, waits=False) -> Quotation:
    """The quotation of a sentence from an outside source: made once, however many claims rest on it."""
    found = Quotation.objects.filter(source=source, text=text, is_struck=False).first()
    if found:
        return found
    return recording.keep(Quotation(source=source, text=text, language=source.language), by=by, waits=waits)


def add_evidence(quotation, claim, *, says, by, announced_by="") -> Evidence:
    """Let a sentence speak for one claim. Another word of the same sentence replaces the earlier one."""
    column = claim._meta.model_name
    if column not in CLAIMS:
        raise ValueError(f"Nothing can be said of a {column}.")
    with disclosure.public_act():
        found = Evidence.objects.filter(quotation=quotation, is_struck=False, **{column: claim}).first()
        row = found or Evidence(quotation=quotation, **{column: claim}, by=by)
        row.says, row.announced_by = says, announced_by
        return recording.keep(row, by=by)
