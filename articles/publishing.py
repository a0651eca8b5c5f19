"""The one way to the public, and back. Each verb is one public act with its trail row.

Only these verbs write `is_public`, `live`, the slug and the copies of an article.
"""

from django.conf import settings
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import anchoring, licences, linking, pending, signals
from articles.models import Article, Byline, Correction, Publication, ScheduledAct, Tagging
from people import disclosure, trails
from people.addresses import free_slug, give_slug
from people.models import Source
from people.recording import Refused


class Later(Exception):
    """An embargo stands: what time cures. `until` is the moment it ends."""

    def __init__(self, until):
        super().__init__(_("Embargoed until %s.") % timezone.localtime(until).strftime("%Y-%m-%d %H:%M"))
        self.until = until


def publish(article, *, revision, by, moment=None, finish=None):
    """Make this revision what readers see, now. First publication or update alike.

    `moment`: only import and the demo pass a past one; the trail keeps the real one. `finish`: called last, inside
    the act: marks a scheduled act as done. Raises Refused or Later.
    """
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        _refuse_unless_ready(article, revision)
        _turn(article, revision, at=moment or timezone.now(), by=by)
        trails.leave("published", article, by=by, after={"revision": revision.number})
        if finish:
            finish()
    return article


def take_down(article, *, by, why, finish=None):
    """Take the article off every page. Its address answers «taken down», what it opened in the record closes."""
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        if not article.is_public:
            raise Refused(_("It is not public: there is nothing to take down."))
        if not why.strip():
            raise Refused(_("Say why it is taken down: the reason stays on the trail."))
        now = timezone.now()
        _turn(article, None, at=now, by=by, taken_down_at=now, taken_down_reason=why)
        _question_waiting(article, why)
        trails.leave("taken down", article, by=by, why=why)
        if finish:
            finish()
    return article


def hold(article, *, by, why):
    """Keep the article from readers until somebody lifts the hold; a public one closes, without a word on its page."""
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        if article.is_on_hold:
            raise Refused(_("It is on hold already."))
        _write(article, is_on_hold=True)
        if article.is_public:
            _turn(article, None, at=timezone.now(), by=by)
        _question_waiting(article, why)
        trails.leave("put on hold", article, by=by, why=why)
    return article


def lift_hold(article, *, by, why=""):
    """End the hold. Nothing goes out by this: publishing is an act of its own."""
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        if not article.is_on_hold:
            raise Refused(_("It is not on hold."))
        _write(article, is_on_hold=False)
        trails.leave("hold lifted", article, by=by, why=why)
    return article


def embargo(article, *, until, by, why=""):
    """Let nothing of the draft go out before a moment, or with None lift that. What is public already stays."""
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        before = {"embargoed_until": article.embargoed_until and article.embargoed_until.isoformat()}
        _write(article, embargoed_until=until)
        article.scheduled_acts.waiting().update(try_at=F("due_at"))  # none waits for the end of another embargo
        after = {"embargoed_until": until and until.isoformat()}
        trails.leave("embargoed" if until else "embargo lifted", article, by=by, why=why, before=before, after=after)
    return article


def correct(article, *, text, by, kind=Correction.Kind.CORRECTION, moment=None):
    """Say under a public article what was wrong. The words themselves are mended by publishing a revision."""
    with disclosure.public_act():
        article = Article.objects.locked(article.pk)
        if not article.is_public:
            raise Refused(_("Only a public article is corrected: mend the draft."))
        if not text.strip():
            raise Refused(_("Say what was wrong, and what is right."))
        at = moment or timezone.now()
        correction = Correction.objects.create(article=article, kind=kind, text=text.strip(), at=at, by=by)
        _write(article, updated_at=max(at, article.updated_at))
        trails.leave("corrected", article, by=by, after={"text": correction.text})
        signals.article_changed.send(sender=Article, article=article)
    return correction


def _write(article, **columns):
    for column, value in columns.items():
        setattr(article, column, value)
    Article._base_manager.filter(pk=article.pk).update(**columns)


def _refuse_unless_ready(article, revision):
    """On hold, embargoed, older than what is public, or not complete: never out."""
    if revision.article_id != article.pk:
        raise Refused(_("This is a version of another article."))
    if article.is_on_hold:
        raise Refused(_("It is on hold. Lift the hold first."))
    if article.embargoed_until and article.embargoed_until > timezone.now():
        raise Later(article.embargoed_until)
    if article.live_id and revision.number < article.live.number:
        raise Refused(_("A newer version is public, or was: publish that one or save the older words anew."))
    if article.is_public and article.live_id == revision.pk:
        raise Refused(_("This version is public already."))
    if missing := missing_words(revision):
        raise Refused(_("Not complete yet: %s.") % ", ".join(str(each) for each in missing))
    before = article.live if article.is_public else None
    if refused := licences.refused(revision, on=timezone.localdate(), before=before):
        raise Refused(" ".join(sentence for _picture, sentence in refused))


def missing_words(revision):
    """Names of the fields that a publication needs and that are empty."""
    needed = ("headline", "body", "section")
    return [revision._meta.get_field(name).verbose_name for name in needed if not getattr(revision, name)]


def _turn(article, revision, *, at, by, **columns):
    """The same turn for publishing, holding and taking down (`revision` None): what is public, and what follows."""
    _turn_publication(article, revision, at, by)
    if revision:
        _set_copies(article, revision, at)
    else:
        _write(article, is_public=False, **columns)
    touched = anchoring.follow(article, revision)
    touched |= pending.apply(article, by=by) if revision else pending.take_back(article, by=by)
    if revision:
        linking.follow(article, revision)
    disclosure.recompute(touched)
    disclosure.touch(pending.wait_again())
    pending.ask(article)
    signals.article_changed.send(sender=Article, article=article)


def _turn_publication(article, revision, at, by):
    stands = article.publications.filter(until=None).first()
    if stands:
        stands.until = max(at, stands.since)
        stands.save(update_fields=["until"])
    if revision:
        Publication.objects.create(article=article, revision=revision, since=at, by=by)


def _set_copies(article, revision, at):
    """What lists filter by and what the record quotes: copies of the live revision, and the address for ever."""
    first = article.first_public_at or at
    columns = {
        "is_public": True,
        "live": revision,
        "slug": article.slug or free_slug(Article, revision.headline, length=120),
        "first_public_at": first,
        "updated_at": at,
        "taken_down_at": None,
        "taken_down_reason": "",
        "headline": revision.headline,
        "standfirst": revision.standfirst,
        "section": revision.section,
        "lead_image": revision.lead_image,
        "day": revision.day or timezone.localdate(first),
    }
    _write(article, **columns)
    _set_source(article)
    _set_rows(article, revision)


def _set_source(article):
    Source._base_manager.filter(pk=article.source_id).update(
        title=article.headline,
        publisher=settings.SITE_NAME,
        language=article.language,
        day=article.day,
        address=reverse("articles:detail", args=[article.slug]),
    )


def _set_rows(article, revision):
    """Tags and bylines in their order; slugs for the section, tags and contributors that readers meet first here."""
    tags = [row.tag for row in revision.tag_rows.select_related("tag")]
    contributors = [row.contributor for row in revision.contributor_rows.select_related("contributor")]
    article.taggings.all().delete()
    Tagging.objects.bulk_create(Tagging(tag=tag, content_object=article, order=n) for n, tag in enumerate(tags))
    article.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(article=article, contributor=contributor, order=n) for n, contributor in enumerate(contributors)
    )
    for row in (revision.section, *tags, *contributors):
        give_slug(row)


def _question_waiting(article, why):
    """Publications that wait never lift a hold or undo a taking down: they become questions to the desk."""
    waiting = article.scheduled_acts.waiting().filter(act=ScheduledAct.Act.PUBLISH)
    waiting.update(state=ScheduledAct.State.QUESTION, error=why)
