"""The line on top of an article: what readers see of it, and what goes out when."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import moments
from articles.models import ScheduledAct

GRACE = timedelta(minutes=1)  # after its moment an act is late, and said to be
Act = ScheduledAct.Act


def line(article, user_zone: str | None = None) -> str:
    """«Not public. Goes out Thu 27 April 06:00, Almaty.» Moments in the site's zone, and in the user's if another."""
    sentences = [*_now(article, user_zone), *_embargo(article, user_zone)]
    acts = article.scheduled_acts.select_related("revision")
    sentences += [_waits(act, article, user_zone) for act in acts.waiting()]
    sentences += [_asks(act, user_zone) for act in acts.questions()]
    return _joined(sentences) if article.is_public else " ".join(sentences)


def _now(article, zone):
    if article.is_public:
        yield _("Public since %s.") % moments.say(article.first_public_at, zone)
    elif article.taken_down_at:
        words = {"moment": moments.say(article.taken_down_at, zone), "why": article.taken_down_reason.rstrip(".")}
        yield _("Taken down %(moment)s: %(why)s.") % words
    elif not article.is_on_hold:
        yield _("Not public.")
    if article.is_on_hold:
        yield _("On hold: nothing goes out until the hold is lifted.")


def _embargo(article, zone):
    until = article.embargoed_until
    if until and until > timezone.now():
        said = moments.say(until, zone)
        yield (_("Embargo on the draft until %s.") if article.is_public else _("Embargo until %s.")) % said


def _waits(act, article, zone):
    said = moments.say(act.due_at, zone)
    if act.due_at < timezone.now() - GRACE:
        return _late(act, said)
    if act.act == Act.TAKE_DOWN:
        return _("Is taken down %s.") % said
    if act.revision_id != article.draft_id:
        said = _("%s, without what was saved since") % said
    return (_("An update goes out %s.") if article.is_public else _("Goes out %s.")) % said


def _late(act, said):
    sentence = _("Was to be taken down %s: late%s.") if act.act == Act.TAKE_DOWN else _("Was to go out %s: late%s.")
    tried = ngettext(", tried %d time", ", tried %d times", act.attempts) % act.attempts if act.attempts else ""
    return sentence % (said, tried)


def _asks(act, zone):
    words = {"moment": moments.say(act.due_at, zone), "why": act.error.rstrip(".")}
    if act.act == Act.TAKE_DOWN:
        return _("Was not taken down %(moment)s: %(why)s.") % words
    return _("Did not go out %(moment)s: %(why)s.") % words


def _joined(sentences):
    """«Public since …; an update goes out ….»"""
    first, *others = (sentence.rstrip(".") for sentence in sentences)
    return "; ".join([first, *(other[:1].lower() + other[1:] for other in others)]) + "."
