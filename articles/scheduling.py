"""Acts that wait: written down now, run by `articles.due` at their moment. Until then readers see no difference.

An act names its revision: what is saved later is not in it.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import licences, moments
from articles.models import Article, ScheduledAct
from articles.publishing import missing_words
from people import trails
from people.recording import Refused

Act, State = ScheduledAct.Act, ScheduledAct.State


def schedule(article, *, act, due_at, by, revision=None, why="") -> ScheduledAct:
    """Let the article be published as this revision, or taken down, at `due_at` (aware). Raises Refused."""
    with transaction.atomic():
        article = Article.objects.locked(article.pk)
        made = ScheduledAct(
            act=act, article=article, revision=revision, why=why.strip(), due_at=due_at, try_at=due_at, by=by
        )
        _refuse_unless_possible(made)
        made.save()
        trails.leave("scheduled", article, by=by, why=why, after=_told(made))
    return made


def move(act, *, due_at, by) -> ScheduledAct:
    """Give the act another moment; one that asks the desk waits again. Raises Refused."""
    with transaction.atomic():
        act = _open(act)
        before = _told(act)
        act.due_at = act.try_at = due_at
        act.state, act.attempts, act.error = State.WAITING, 0, ""
        _refuse_unless_possible(act)
        act.save()
        trails.leave("moved", act.article, by=by, before=before, after=_told(act))
    return act


def cancel(act, *, by, why="") -> ScheduledAct:
    """The act is not to run. Raises Refused if it has run by now, or was cancelled."""
    with transaction.atomic():
        act = _open(act)
        act.state = State.CANCELLED
        act.save(update_fields=["state"])
        trails.leave("schedule cancelled", act.article, by=by, why=why, before=_told(act))
    return act


def _open(act):
    """The act as it stands now, its article locked. Refused if nothing waits or asks any more."""
    article = Article.objects.locked(act.article_id)
    act = ScheduledAct.objects.select_related("revision").get(pk=act.pk)
    act.article = article
    if act.state == State.DONE:
        raise Refused(_("This has run already."))
    if act.state == State.CANCELLED:
        raise Refused(_("This is cancelled already."))
    return act


def _refuse_unless_possible(act):
    """Refuse what is sure to fail at its moment: the person who can mend it is here now."""
    if act.due_at <= timezone.now():
        raise Refused(_("This moment has passed: %s.") % moments.say(act.due_at))
    if act.act == Act.PUBLISH:
        _refuse_unless_ready(act)
    elif not act.why:
        raise Refused(_("Say why it is taken down: the reason stays on the trail."))
    others = [each for each in act.article.scheduled_acts.waiting().select_related("revision") if each.pk != act.pk]
    known = {each.pk for each, _problem in problems(act.article, others)}
    for each, problem in problems(act.article, [*others, act]):
        if each.pk not in known:
            raise Refused(problem)


def _refuse_unless_ready(act):
    article, revision = act.article, act.revision
    if revision is None or revision.article_id != article.pk:
        raise Refused(_("There is nothing to publish: save the article first."))
    if article.is_on_hold:
        raise Refused(_("It is on hold. Lift the hold first."))
    if article.embargoed_until and article.embargoed_until > act.due_at:
        raise Refused(_("Under embargo until %s: choose a later moment.") % moments.say(article.embargoed_until))
    if missing := missing_words(revision):
        raise Refused(_("Not complete yet: %s.") % ", ".join(str(each) for each in missing))
    before = article.live if article.is_public else None
    if refused := licences.refused(revision, on=timezone.localdate(act.due_at), before=before):
        raise Refused(" ".join(sentence for _picture, sentence in refused))


def problems(article, acts) -> list:
    """(act, why) of what would be refused if these acts of the article ran in their order and nothing else happened."""
    found, is_public, taken_down_at = [], article.is_public, None
    number = article.live.number if article.live else 0
    for act in sorted(acts, key=lambda act: (act.due_at, act.pk or float("inf"))):
        if act.act == Act.TAKE_DOWN:
            if not is_public:
                found.append((act, _("It is not public then: there is nothing to take down.")))
            is_public, taken_down_at = False, act.due_at
        elif taken_down_at:
            found.append((act, _("It is to be taken down before that: %s.") % moments.say(taken_down_at)))
        elif act.revision.number < number:
            found.append((act, _("A newer version is public by then, or was.")))
        elif is_public and act.revision.number == number:
            found.append((act, _("This version is public by then already.")))
        else:
            is_public, number = True, act.revision.number
    return found


def _told(act):
    number = act.revision.number if act.revision else None
    return {"act": act.act, "revision": number, "due_at": act.due_at.isoformat()}
