"""The record: people, organisations, posts, meetings, and the evidence for each line."""

from .attendance import Attendance
from .former_address import FormerAddress
from .generation import Generation
from .identifier import Identifier
from .imported import Import, ImportRow
from .meeting import Meeting
from .membership import Membership
from .name import Name
from .organisation import Organisation
from .outcome import Outcome
from .person import Person
from .place import Place
from .post import Post
from .record_count import Involvement, LetterCount, RecordCount, YearCount
from .series import MeetingSeries
from .source import Evidence, Quotation, Source
from .trail import Trail

__all__ = [
    "Attendance",
    "Evidence",
    "FormerAddress",
    "Generation",
    "Identifier",
    "Import",
    "ImportRow",
    "Involvement",
    "LetterCount",
    "Meeting",
    "MeetingSeries",
    "Membership",
    "Name",
    "Organisation",
    "Outcome",
    "Person",
    "Place",
    "Post",
    "RecordCount",
    "Quotation",
    "Source",
    "Trail",
    "YearCount",
]
