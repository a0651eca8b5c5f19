"""What somebody leaves goes to a colleague: work that is not finished, and what waits or asks in their name.

Who wrote what stays as it was: versions, publications, corrections and the trail keep the name.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Anchor, Article, PendingChange, ScheduledAct
from articles.permissions import can_edit, can_publish
from people import trails
from people.recording import Refused


@dataclass(frozen=True)
class Left:
    """How much somebody leaves. `questions` are changes and lost sentences that ask the desk."""

    drafts: int
    scheduled: int
    questions: int

    def __bool__(self):
        return bool(self.drafts or self.scheduled or self.questions)


def acts_of(user):
    """Acts in this person's name that wait for their moment, or ask."""
    open_states = [ScheduledAct.State.WAITING, ScheduledAct.State.QUESTION]
    return ScheduledAct.objects.filter(by=user, state__in=open_states)


def changes_of(user):
    """Changes of the record in this person's name that wait with their article, or ask."""
    open_states = [PendingChange.State.WAITING, PendingChange.State.QUESTION]
    return PendingChange.objects.filter(by=user, state__in=open_states)


def left_by(user) -> Left:
    """What is to be handed over."""
    lost = Anchor.objects.filter(is_lost=True, article__created_by=user).count()
    asking = changes_of(user).count()
    return Left(Article.objects.unfinished_by(user).count(), acts_of(user).count(), lost + asking)


@transaction.atomic
def hand_over(leaver, *, to, by, why="") -> None:
    """Give all of it to the colleague `to`. Raises Refused if they may not do with it what it needs."""
    articles = _articles_of(leaver)
    if articles and not can_edit(to):
        raise Refused(_("%s may not write articles: choose somebody who may.") % to)
    if acts_of(leaver).exists() and not can_publish(to):
        raise Refused(_("%s may not publish: choose somebody who may, there are acts that wait.") % to)
    for article in articles:
        article = Article.objects.locked(article.pk)
        article.created_by = to
        article.save(update_fields=["created_by"])
        names = [user.get_username() for user in (leaver, to)]
        trails.leave("handed over", article, by=by, why=why, before={"whose": names[0]}, after={"whose": names[1]})
    acts_of(leaver).update(by=to)
    changes_of(leaver).update(by=to)


def _articles_of(leaver) -> list[Article]:
    """The drafts, and public articles of which a sentence asks."""
    asking = Anchor.objects.filter(is_lost=True, article__created_by=leaver).values("article")
    unfinished = Article.objects.unfinished_by(leaver).values("pk")
    return list(Article.objects.filter(Q(pk__in=unfinished) | Q(pk__in=asking)).order_by("pk"))
