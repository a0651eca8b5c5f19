"""Somebody was signed out while they typed: what they sent is shown again, or it would be lost at the door."""

from html import unescape

from django.template.response import TemplateResponse
from django.utils.html import strip_tags

WORTH_KEEPING = 20  # characters; shorter is typed again sooner than copied
NEVER = ("password", "csrf", "code", "credential")


def typed(request) -> list[tuple[str, str]]:
    """Field and text of what was typed into a form, the longest first. Secrets and choices are left out."""
    if "text/html" not in request.headers.get("Accept", ""):
        return []
    words = [
        (name.replace("_", " "), plain(value))
        for name, values in request.POST.lists()
        for value in values
        if len(value) >= WORTH_KEEPING and not any(word in name for word in NEVER)
    ]
    return sorted(words, key=lambda word: -len(word[1]))


def plain(value: str) -> str:
    """The text of what an editor sent, its paragraphs apart; other text as it is."""
    if not value.lstrip().startswith("<"):
        return value
    return unescape(strip_tags(value.replace("</p>", "</p>\n\n"))).strip()


def kept(request, context, words):
    """The page that shows it: status 403, for nothing was done."""
    return TemplateResponse(request, "admin/account/signed_out.html", {**context, "typed": words}, status=403)
