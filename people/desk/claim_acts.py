"""The acts of claims: struck, restored, confirmed; of pages: opened and closed; of both: another address."""

from django.utils.translation import gettext_lazy as _

from people import readdressing, recording, releasing, striking
from people.desk.acts import Act, AddressForm, WhyOptionalForm
from people.permissions import can_keep_record, can_release


def _keeper(user, row):
    return can_keep_record(user)


def _releaser(user, row):
    return can_release(user)


STRIKE = Act(
    name="strike",
    label=_("Strike"),
    says=_("It goes off every page at once. What was typed stays, and it can be put back."),
    done=_("«%(row)s» is struck: readers no longer see it."),
    do=lambda row, *, by, why: striking.strike(row, by=by, reason=why),
    may=_keeper,
    is_offered=lambda row: not row.is_struck,
    is_dangerous=True,
)
RESTORE = Act(
    name="restore",
    label=_("Put back"),
    says=_("It counts again, as far as its evidence is public."),
    done=_("«%(row)s» counts again."),
    do=striking.restore,
    may=_keeper,
    is_offered=lambda row: row.is_struck,
    form=WhyOptionalForm,
)
CONFIRM = Act(
    name="confirm",
    label=_("Confirm"),
    says=_("Its values are right: it waits for nothing any more."),
    done=_("«%(row)s» is confirmed."),
    do=recording.confirm,
    may=_keeper,
    is_offered=lambda row: row.waits,
    form=WhyOptionalForm,
)
RELEASE = Act(
    name="release",
    label=_("Open the page"),
    says=_("Readers get a page of its own, links to it, and find it in lists and in the search."),
    done=_("«%(row)s» has a page now."),
    do=releasing.release,
    may=_releaser,
    is_offered=lambda row: not row.is_public,
    form=WhyOptionalForm,
)
CLOSE = Act(
    name="close",
    label=_("Close the page"),
    says=_("The page, every link to it and every line about it on other pages go; the words in articles stay."),
    done=_("The page of «%(row)s» is closed."),
    do=releasing.close,
    may=_releaser,
    is_offered=lambda row: row.is_public,
    is_dangerous=True,
)


def readdress(may, do=readdressing.readdress, form=AddressForm) -> Act:
    """The act by which somebody who `may` gives a row that readers know another address."""
    return Act(
        name="readdress",
        label=_("Change the address"),
        says=_("The page is found at its new address. The one it has now leads there, and is never given away."),
        done=_("«%(row)s» has its new address."),
        do=do,
        may=may,
        is_offered=lambda row: bool(row.slug),
        form=form,
        initial=lambda row: {"slug": row.slug},
    )


READDRESS = readdress(_keeper)

OF_CLAIMS = (CONFIRM, STRIKE, RESTORE)
OF_PAGES = (CONFIRM, RELEASE, readdress(_releaser), CLOSE)
