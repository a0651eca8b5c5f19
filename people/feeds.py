"""The record as calendars."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from icalendar import Calendar, Event

from people.models import Meeting


def meetings_calendar(request):
    """Public meetings whose month at least is known; a vague date lasts as long as it may have been."""
    calendar = Calendar({"prodid": f"-//{settings.SITE_NAME}//meetings//EN", "version": "2.0"})
    for meeting in Meeting.objects.public().latest_first():
        event = Event()
        event.add("uid", f"{meeting.slug}@{request.get_host()}")
        event.add("summary", meeting.title)
        event.add("dtstart", meeting.when_earliest)
        event.add("dtend", meeting.when_latest + timedelta(days=1))
        calendar.add_component(event)
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
