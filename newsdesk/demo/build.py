"""Fill an empty desk with the demonstration, through the same verbs as the desk itself."""

from newsdesk.demo import content
from newsdesk.demo.record import Record
from newsdesk.demo.writing import Writing


def build(*, by):
    """Build everything. `by`: the demo's accounts by user name; the keeper keeps the record, the editor publishes.

    Raises content.ContentError where the files contradict themselves.
    """
    told = content.load()
    record = Record(told, by=by["keeper"])
    record.build()
    Writing(told, record, by=by["editor"]).build()
