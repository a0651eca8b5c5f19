"""Articles: revisions, publishing, pictures, and the anchors of the record in their sentences."""

from .anchor import Anchor
from .article import Article, Byline
from .contributor import Contributor
from .correction import Correction
from .image import Depiction, Illustration, Image
from .mention import Mention
from .pending_change import PendingChange
from .publication import Publication
from .rendition import Rendition
from .revision import Revision, RevisionContributor, RevisionTag
from .scheduled_act import Runner, ScheduledAct
from .section import Section
from .tag import Tag, Tagging

__all__ = [
    "Anchor",
    "Article",
    "Byline",
    "Contributor",
    "Correction",
    "Depiction",
    "Illustration",
    "Image",
    "Mention",
    "PendingChange",
    "Publication",
    "Rendition",
    "Revision",
    "RevisionContributor",
    "RevisionTag",
    "Runner",
    "ScheduledAct",
    "Section",
    "Tag",
    "Tagging",
]
