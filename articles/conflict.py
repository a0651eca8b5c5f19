"""Two texts of one article side by side: what differs, passage by passage. Nothing is merged here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from articles.models import Revision
from articles.sentences import blocks

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+|\s+|[^\w\s]")
COMPARED = 4000  # tokens of a passage; a longer one is shown without marks


@dataclass(frozen=True)
class Run:
    """Words that stand on one side only, or on both."""

    text: str
    is_changed: bool = False


@dataclass(frozen=True)
class Passage:
    """A field or a paragraph that differs: each side's words, perhaps none."""

    title: str
    mine: tuple[Run, ...]
    theirs: tuple[Run, ...]


def passages(words: dict, labels: dict[str, Sequence[str]], stale: Revision) -> list[Passage]:
    """What differs between the words typed and a revision. `labels`: the names typed for tags and contributors."""
    found = []
    for name, mine in words.items():
        theirs = getattr(stale, name)
        if mine == theirs:
            continue
        if name == "body":
            found += _paragraphs(mine, theirs)
        else:
            found.append(_passage(Revision._meta.get_field(name).verbose_name, _said(mine), _said(theirs)))
    rows = {"tags": stale.tag_rows, "contributors": stale.contributor_rows}
    for name, mine in labels.items():
        theirs = [str(row) for row in rows[name].all()]
        if list(mine) != theirs:
            title = Revision._meta.get_field(name).related_model._meta.verbose_name_plural
            found.append(_passage(title, ", ".join(mine), ", ".join(theirs)))
    return found


def _said(value):
    return "" if value is None else str(value)


def _paragraphs(mine, theirs):
    """The paragraphs that differ; if only bold, links or pictures do, one passage that says so."""
    ours, others = ([block.text for block in blocks(html)] for html in (mine, theirs))
    found = []
    for kind, start, end, their_start, their_end in SequenceMatcher(None, ours, others, False).get_opcodes():
        if kind != "equal":
            title = _("Body, paragraph %d") % (start + 1)
            found.append(_passage(title, "\n".join(ours[start:end]), "\n".join(others[their_start:their_end])))
    if not found:
        sentence = (Run(_("The same words: only headings, bold, links or pictures differ.")),)
        found.append(Passage(_("Body"), sentence, sentence))
    return found


def _passage(title, mine, theirs):
    ours, others = TOKEN.findall(mine), TOKEN.findall(theirs)
    if max(len(ours), len(others)) > COMPARED:
        return Passage(str(title), (Run(mine),), (Run(theirs),))
    left, right = [], []
    for kind, start, end, their_start, their_end in SequenceMatcher(None, ours, others, False).get_opcodes():
        for runs, tokens in ((left, ours[start:end]), (right, others[their_start:their_end])):
            if tokens:
                runs.append(Run("".join(tokens), kind != "equal"))
    return Passage(str(title), tuple(left), tuple(right))
