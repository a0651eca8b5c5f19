"""Cells that no spreadsheet takes for a formula."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def guarded(text):
    """The text with an apostrophe before what would be run as a formula, and before an apostrophe that guards one."""
    return f"'{text}" if text.startswith(DANGEROUS) or text.lstrip("'").startswith(DANGEROUS) else text


def bare(text):
    """The text as it was before `guarded`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(DANGEROUS) else text
