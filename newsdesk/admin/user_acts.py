"""What one person does to another's account: a link, a factor taken off, signed out, closed, opened."""

from django.utils.translation import gettext_lazy as _

from newsdesk.accounts import leaving, links, second_factor, signing_out
from newsdesk.accounts.forms import CloseForm, SureForm
from people.desk.acts import Act, WhyOptionalForm

LINK = "link"


def may(user, row):
    """Accounts of others, by whoever may change accounts. Never one's own: that takes a second person."""
    return user.has_perm("newsdesk.change_user") and user.pk != row.pk


def is_open(row):
    return row.is_active


ACTS = (
    Act(
        name=LINK,
        label=_("New password"),
        says=_(
            "Makes a link with which this person sets a new password. You hand it over yourself: by telephone, on paper"
            " or in a message you trust. It works once. Nobody but them learns the password."
        ),
        done=_("A link for %(row)s is made."),
        do=links.make,
        may=may,
        is_offered=is_open,
        form=WhyOptionalForm,
    ),
    Act(
        name="second-factor-off",
        label=_("Take off second factor"),
        says=_(
            "For somebody who lost their phone, their keys and their recovery codes. They are signed out everywhere"
            " and get in with the password alone until they set up a new second factor. They are told who did it."
        ),
        done=_("%(row)s has no second factor any more."),
        do=second_factor.take_off,
        may=may,
        is_offered=lambda row: second_factor.of(row).exists(),
        form=SureForm,
        is_dangerous=True,
    ),
    Act(
        name="sign-out",
        label=_("Sign out everywhere"),
        says=_("Ends every session of this person: a lost laptop, a browser left open. They may log in again."),
        done=_("%(row)s is signed out everywhere."),
        do=signing_out.end_all,
        may=may,
        is_offered=lambda row: bool(signing_out.of(row)),
        form=WhyOptionalForm,
    ),
    Act(
        name="close",
        label=_("Close account"),
        says=_(
            "For somebody who leaves. They are signed out everywhere and cannot log in again. What they have not"
            " finished goes to a colleague: drafts, acts that wait, open questions. What they wrote keeps their name."
        ),
        done=_("The account of %(row)s is closed."),
        do=leaving.close,
        may=may,
        is_offered=is_open,
        form=CloseForm,
        is_dangerous=True,
    ),
    Act(
        name="open",
        label=_("Open again"),
        says=_("They get in again, with the roles of before, once they have set a new password with a link."),
        done=_("The account of %(row)s is open again."),
        do=leaving.open_again,
        may=may,
        is_offered=lambda row: not row.is_active,
        form=WhyOptionalForm,
    ),
)
