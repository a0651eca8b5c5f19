"""The record as calendars: all meetings, one, or those of a person, an organisation or a series."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from people.calendars import MOST, calendar_of
from people.models import Attendance, Meeting, MeetingSeries, Organisation, Person
from people.pages.links import meeting_address
from people.pages.spellings import Spellings


@require_safe
def meetings_calendar(request):
    return _answer(request, settings.SITE_NAME, Meeting.objects.public())


@require_safe
def meeting_calendar(request, slug):
    found = get_object_or_404(Meeting.objects.public(), slug=slug)
    return _answer(request, found.title, Meeting.objects.public().filter(pk=found.pk))


@require_safe
def series_calendar(request, slug):
    found = get_object_or_404(MeetingSeries.objects.public(), slug=slug)
    return _answer(request, found.name, Meeting.objects.public().filter(series=found))


@require_safe
def person_calendar(request, slug):
    found = get_object_or_404(Person.objects.public(), slug=slug)
    return _answer(request, found.name, _meetings_on(Attendance.objects.filter(person=found)))


@require_safe
def organisation_calendar(request, slug):
    found = get_object_or_404(Organisation.objects.public(), slug=slug)
    return _answer(request, found.name, _meetings_on(Attendance.objects.for_organisation(found)))


def _meetings_on(attendances):
    return Meeting.objects.public().filter(pk__in=attendances.public().values("meeting"))


def _answer(request, name, meetings):
    meetings = list(meetings.select_related("place").latest_first()[: MOST + 1])
    spellings = Spellings(places=[meeting.place_id for meeting in meetings])
    made = calendar_of(
        name,
        meetings,
        absolute=lambda meeting: request.build_absolute_uri(meeting_address(meeting.slug)),
        place_of=spellings.place,
    )
    return HttpResponse(made, content_type="text/calendar; charset=utf-8")
