"""What others did to somebody's account: said at the next log-in, so that nothing is done behind anybody's back."""

from django.contrib import messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import Trail

# Acts by another that are told, and in which words.
TOLD = {
    "link for a new password made": gettext_lazy("%(by)s made a link for a new password of yours (%(at)s)."),
    "second factor taken off": gettext_lazy("%(by)s took off your second factor (%(at)s)."),
    "signed out everywhere": gettext_lazy("%(by)s signed you out everywhere (%(at)s)."),
    "closed": gettext_lazy("%(by)s closed your account (%(at)s)."),
    "opened again": gettext_lazy("%(by)s opened your account again (%(at)s)."),
}
# Told even if one did it oneself: by then it may have been somebody else.
TOLD_ALWAYS = {"new password set by link": gettext_lazy("A new password was set by link (%(at)s).")}


def about(user):
    """Everything the trail has on this account, the newest first."""
    return Trail.objects.filter(kind=user._meta.label_lower, object_id=user.pk).select_related("by")


def untold(user) -> list[Trail]:
    """What is to be said at the next log-in, the oldest first."""
    since = user.told_at or user.date_joined
    rows = about(user).filter(act__in={*TOLD, *TOLD_ALWAYS}, at__gt=since).order_by("at", "pk")
    return [row for row in rows if row.act in TOLD_ALWAYS or row.by_id != user.pk]


def words(row: Trail) -> str:
    """One row as a sentence to the person whose account it is."""
    by = row.by.get_full_name() or row.by.get_username() if row.by else _("Somebody on the server")
    at = date_format(timezone.localtime(row.at), "DATETIME_FORMAT")
    return {**TOLD, **TOLD_ALWAYS}[row.act] % {"by": by, "at": at}


def tell(request, user) -> None:
    """Say it, once."""
    for row in untold(user):
        why = _(" Reason: %s.") % row.why if row.why else ""
        messages.warning(request, words(row) + why)
    user.told_at = timezone.now()
    user.save(update_fields=["told_at"])
