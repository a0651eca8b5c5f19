"""What the desk does with an article, each act on a page of its own."""

from django.utils.translation import gettext_lazy as _

from articles import publishing, readdressing, scheduling
from articles.forms import acts as forms
from articles.models import ScheduledAct
from articles.permissions import can_publish, can_take_down
from articles.publishing import Later
from people.desk.acts import Act
from people.desk.claim_acts import readdress
from people.recording import Refused


def _publisher(user, article):
    return can_publish(user)


def _remover(user, article):
    return can_take_down(user)


def _publish(article, *, by, revision):
    try:
        publishing.publish(article, revision=revision, by=by)
    except Later as later:
        raise Refused(str(later)) from later


def _schedule(article, *, by, revision, due_at):
    scheduling.schedule(article, act=ScheduledAct.Act.PUBLISH, revision=revision, due_at=due_at, by=by)


def _take_down_later(article, *, by, why, due_at):
    scheduling.schedule(article, act=ScheduledAct.Act.TAKE_DOWN, due_at=due_at, by=by, why=why)


def _is_first(article):
    """A draft that readers see in no version now."""
    return bool(article.draft_id) and not article.is_public and not article.is_on_hold


def _is_update(article):
    return article.is_public and article.draft_id != article.live_id


def _waits(article):
    return forms.open_acts(article).exists()


PUBLISH = Act(
    name="publish",
    label=_("Publish"),
    says=_("Readers see this version at once."),
    done=_("«%(row)s» is public."),
    do=_publish,
    may=_publisher,
    is_offered=_is_first,
    form=forms.PublishForm,
)
PUBLISH_LATER = Act(
    name="publish-later",
    label=_("Schedule"),
    says=_("This version goes out at its moment. What is saved later is not in it."),
    done=_("«%(row)s» waits for its moment."),
    do=_schedule,
    may=_publisher,
    is_offered=_is_first,
    form=forms.PublishLaterForm,
)
UPDATE = Act(
    name="update",
    label=_("Publish update"),
    says=_("Readers see this version at once instead of the one that is public."),
    done=_("The update of «%(row)s» is public."),
    do=_publish,
    may=_publisher,
    is_offered=_is_update,
    form=forms.PublishForm,
)
UPDATE_LATER = Act(
    name="update-later",
    label=_("Schedule update"),
    says=_("Until its moment readers see the version that is public now. What is saved later is not in the update."),
    done=_("The update of «%(row)s» waits for its moment."),
    do=_schedule,
    may=_publisher,
    is_offered=_is_update,
    form=forms.PublishLaterForm,
)
MOVE = Act(
    name="move",
    label=_("Change the moment"),
    says=_("It waits for the new moment instead."),
    done=_("«%(row)s» waits for its new moment."),
    do=lambda article, *, by, scheduled, due_at: scheduling.move(scheduled, due_at=due_at, by=by),
    may=_publisher,
    is_offered=_waits,
    form=forms.MoveForm,
)
CANCEL = Act(
    name="cancel",
    label=_("Cancel what waits"),
    says=_("It is not to run. The draft stays as it is."),
    done=_("Cancelled: «%(row)s» stays as it is now."),
    do=lambda article, *, by, scheduled, why: scheduling.cancel(scheduled, by=by, why=why),
    may=_publisher,
    is_offered=_waits,
    form=forms.WaitingForm,
)
CORRECT = Act(
    name="correct",
    label=_("Correct"),
    says=_("A dated note under the article says openly what was wrong."),
    done=_("The correction stands under «%(row)s»."),
    do=publishing.correct,
    may=_publisher,
    is_offered=lambda article: article.is_public,
    form=forms.CorrectForm,
)
EMBARGO = Act(
    name="embargo",
    label=_("Embargo"),
    says=_("Nothing of the draft goes out before this moment. What is public already stays."),
    done=_("«%(row)s» is under embargo."),
    do=publishing.embargo,
    may=_remover,
    is_offered=lambda article: not article.embargoed_until,
    form=forms.EmbargoForm,
)
LIFT_EMBARGO = Act(
    name="lift-embargo",
    label=_("Lift the embargo"),
    says=_("The draft may go out again. Nothing goes out by this alone."),
    done=_("The embargo on «%(row)s» is lifted."),
    do=lambda article, *, by, why: publishing.embargo(article, until=None, by=by, why=why),
    may=_remover,
    is_offered=lambda article: bool(article.embargoed_until),
    form=forms.WhyOptionalHereForm,
)
HOLD = Act(
    name="hold",
    label=_("Hold"),
    says=_("Nothing of it is public until the hold is lifted; what is public now closes, and what waits asks."),
    done=_("«%(row)s» is on hold."),
    do=publishing.hold,
    may=_remover,
    is_offered=lambda article: not article.is_on_hold,
    form=forms.WhyHereForm,
)
LIFT_HOLD = Act(
    name="lift-hold",
    label=_("Lift the hold"),
    says=_("It may be published again. Nothing goes out by this alone."),
    done=_("The hold on «%(row)s» is lifted."),
    do=publishing.lift_hold,
    may=_remover,
    is_offered=lambda article: article.is_on_hold,
    form=forms.WhyOptionalHereForm,
)
TAKE_DOWN = Act(
    name="take-down",
    label=_("Take down"),
    says=_("It goes off every page at once. Its address says that it was taken down and why."),
    done=_("«%(row)s» is taken down."),
    do=publishing.take_down,
    may=_remover,
    is_offered=lambda article: article.is_public,
    form=forms.WhyHereForm,
    is_dangerous=True,
)
TAKE_DOWN_LATER = Act(
    name="take-down-later",
    label=_("Take down at a time"),
    says=_("It stays public until its moment; then it goes off every page, and its address says so and why."),
    done=_("«%(row)s» is public until its moment."),
    do=_take_down_later,
    may=_remover,
    is_offered=lambda article: article.is_public or _waits(article),
    form=forms.TakeDownLaterForm,
    is_dangerous=True,
)
READDRESS = readdress(_publisher, readdressing.readdress, forms.AddressHereForm)

ACTS = (
    PUBLISH,
    PUBLISH_LATER,
    UPDATE,
    UPDATE_LATER,
    MOVE,
    CANCEL,
    CORRECT,
    LIFT_HOLD,
    LIFT_EMBARGO,
    EMBARGO,
    HOLD,
    READDRESS,
    TAKE_DOWN_LATER,
    TAKE_DOWN,
)
