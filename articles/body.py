"""The body of an article: which HTML it may hold, in the editor and on the server alike."""

from html import escape

from django_prose_editor.fields import ProseEditorField, create_sanitizer
from lxml import html

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3, 4]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Picture": True,
    "PasteCleaner": True,
}
INLINE = frozenset({"a", "br", "em", "strong"})


def in_paragraphs(text: str) -> str:
    """Sanitised HTML in which no text stands bare: what a forbidden block left behind becomes a paragraph."""
    if not text.strip():
        return ""
    root = html.fragment_fromstring(text, create_parent="div")
    if not _is_bare(root.text) and not any(child.tag in INLINE or _is_bare(child.tail) for child in root):
        return text
    parts: list[list | str] = [[]]  # runs of inline HTML, and blocks as they are
    _add_text(parts, root.text)
    for child in list(root):
        tail, child.tail = child.tail, None
        if child.tag in INLINE:
            parts[-1].append(html.tostring(child, encoding="unicode"))
        else:
            parts += [html.tostring(child, encoding="unicode"), []]
        _add_text(parts, tail)
    return "".join(part if isinstance(part, str) else _wrapped("".join(part)) for part in parts)


def _is_bare(text):
    return bool(text and text.strip())


def _add_text(parts, text):
    parts[-1].append(escape(text or "", quote=False))


def _wrapped(run):
    return f"<p>{run.strip()}</p>" if run.strip() else ""


class BodyField(ProseEditorField):
    """Rich text by `EXTENSIONS`: the editor offers these, and `clean()` keeps nothing else."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", [in_paragraphs, create_sanitizer])
        super().__init__(*args, **kwargs)
