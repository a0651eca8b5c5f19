"""The roll on the meeting's form: what one sentence says of somebody is changed there, each alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from js_asset import ImportMap, Media, Script

from people import quoting
from people.desk.choosers import is_key
from people.desk.roll import SAYS, roll_of
from people.models import Evidence
from people.models.source import SAID_OF_ATTENDANCE
from people.permissions import can_keep_record

MODULES = {"newsdesk/fragment": "js/desk/fragment.js"}
SCRIPTS = Media(importmap=ImportMap(MODULES), js=[Script("js/desk/meeting-roll.js", type="module")])
FETCHED = "fetch"


class RollMixin:
    """For the admin of meetings. *Disputed* is never chosen: it follows from what the sentences say."""

    def get_urls(self):
        says = self.admin_site.admin_view(require_POST(self.says_view))
        roll = self.admin_site.admin_view(require_safe(self.roll_view))
        return [
            path("<int:key>/says/", says, name="people_meeting_says"),
            path("<int:key>/roll/", roll, name="people_meeting_roll"),
            *super().get_urls(),
        ]

    def roll_view(self, request, key):
        """Another page of the roll, for our script: nothing typed in the form is lost."""
        meeting = self.get_object(request, str(key)) if is_key(key) else None
        if meeting is None:
            raise Http404
        if not self.has_view_permission(request, meeting):
            raise PermissionDenied
        return render(request, "admin/people/roll.html", self.roll_context(request, meeting))

    def says_view(self, request, key):
        """What one sentence says of one person on the roll. A public act: readers see what follows at once."""
        if not can_keep_record(request.user):
            raise PermissionDenied
        meeting = self.get_object(request, str(key)) if is_key(key) else None
        if meeting is None:
            raise Http404
        chosen = request.POST.get("evidence", "")
        speaks = Evidence.objects.filter(attendance__meeting=meeting, is_struck=False).select_related("quotation")
        row = speaks.select_related("attendance").filter(pk=chosen).first() if is_key(chosen) else None
        says = request.POST.get(f"says-{chosen}", "")
        if row is None or says not in SAID_OF_ATTENDANCE:
            return self._after_says(request, meeting, refused=_("Nothing is changed: choose what the sentence says."))
        announced_by = row.announced_by if says == Evidence.Says.ANNOUNCED else ""
        quoting.add_evidence(row.quotation, row.attendance, says=says, by=request.user, announced_by=announced_by)
        said = {"who": row.attendance.who, "says": Evidence.Says(says).label}
        return self._after_says(request, meeting, done=_("Of %(who)s the sentence says: %(says)s.") % said)

    def _after_says(self, request, meeting, *, done="", refused=""):
        if request.headers.get("X-Requested-With") == FETCHED:
            meeting.refresh_from_db()
            context = {**self.roll_context(request, meeting), "done": done, "refused": refused}
            return render(request, "admin/people/roll.html", context)
        messages.success(request, done) if done else messages.error(request, refused)
        page = roll_of(meeting, request.POST.get("roll", "")).page
        query = f"?roll={page}" if page > 1 else ""
        return HttpResponseRedirect(f"{self.change_address(meeting)}{query}#meeting-roll")

    def roll_context(self, request, meeting):
        may_add = request.user.has_perm("people.add_attendance")
        return {
            "original": meeting,
            "roll": roll_of(meeting, request.POST.get("roll") or request.GET.get("roll", "")),
            "may_say": can_keep_record(request.user),
            "may_add": may_add,
            "says_choices": SAYS,
        }

    def render_change_form(self, request, context, *args, **kwargs):
        if meeting := context.get("original"):
            context |= self.roll_context(request, meeting)
            context["media"] = context["media"] + SCRIPTS
        return super().render_change_form(request, context, *args, **kwargs)
