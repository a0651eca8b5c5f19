"""What is done to a picture with a reason: killed everywhere, brought back."""

from django.utils.translation import gettext_lazy as _

from articles import killing, permissions
from people.desk.acts import Act


def _may(user, row):
    return permissions.can_take_down(user)


IMAGE_ACTS = (
    Act(
        name="kill",
        label=_("Kill everywhere"),
        says=_(
            "The picture leaves every page at once, and nobody can fetch its files any more. It can be brought back."
        ),
        done=_("«%(row)s» was killed: it is on no page any more."),
        do=killing.kill,
        may=_may,
        is_offered=lambda row: not row.is_killed,
        is_dangerous=True,
    ),
    Act(
        name="bring-back",
        label=_("Bring back"),
        says=_("The picture is shown again wherever it stood."),
        done=_("«%(row)s» is back where it stood."),
        do=killing.bring_back,
        may=_may,
        is_offered=lambda row: row.is_killed,
    ),
)
