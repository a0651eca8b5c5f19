"""What waits for somebody today: the boxes of the overview."""

from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from articles.models import Anchor, Article, Image, PendingChange, ScheduledAct

SHOWN = 8
GRACE = timedelta(minutes=1)  # after its moment an act is late, and said to be


def board(user):
    """The context of the overview. Somebody who may not see articles gets the day alone."""
    now = timezone.localtime(timezone.now())
    day = {"now": now, "city": settings.TIME_ZONE.rpartition("/")[2].replace("_", " ")}
    if not user.has_perm("articles.view_article"):
        return day
    visible = Article.objects.visible_to(user)
    articles = visible.select_related("draft__section", "draft__by")
    acts = ScheduledAct.objects.filter(article__in=visible).select_related("article__draft", "revision__section")
    return day | {
        "shows_articles": True,
        "in_review": articles.filter(stage=Article.Stage.IN_REVIEW).order_by("drafted_at")[:SHOWN],
        "my_drafts": drafts_of(user, articles)[:SHOWN],
        "on_hold": articles.filter(is_on_hold=True).order_by("-drafted_at")[:SHOWN],
        "public_today": public_since(now.replace(hour=0, minute=0, second=0, microsecond=0), articles)[:SHOWN],
        "missed": acts.waiting().filter(due_at__lt=now - GRACE)[:SHOWN],
        "scheduled": acts.waiting().filter(due_at__gte=now - GRACE)[:SHOWN],
        "questions": questions(visible, acts),
        "licences": licences_of_pictures(now.date())[:SHOWN] if user.has_perm("articles.view_image") else [],
    }


def drafts_of(user, articles):
    """What this person began and readers do not see yet, or see in an older version; the last touched first."""
    return articles.unfinished_by(user).order_by("-drafted_at", "-pk")


def public_since(moment, articles):
    """What went out since the moment and stands, each with the time of its open publication as `out_at`."""
    out = articles.filter(is_public=True, publications__until=None, publications__since__gte=moment)
    return out.annotate(out_at=F("publications__since")).order_by("-out_at")


def licences_of_pictures(day):
    """Pictures in use whose licence has ended or ends within a month, the first to end first."""
    images = Image.objects.alive().used()
    return (images.ended(day) | images.ending(day)).order_by("licence_until", "pk")


def questions(articles, acts):
    """Rows that ask, each with its article: acts that were refused, changes whose value moved, sentences that went."""
    changes = PendingChange.objects.filter(state=PendingChange.State.QUESTION, article__in=articles)
    anchors = Anchor.objects.filter(is_lost=True, article__in=articles)
    return {
        "acts": acts.questions()[:SHOWN],
        "changes": changes.select_related("article__draft")[:SHOWN],
        "anchors": anchors.select_related("article__draft", "quotation")[:SHOWN],
    }
