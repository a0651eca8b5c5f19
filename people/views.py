"""Readers' pages of the record. The site's day is read once a request and passed on."""

from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from people.models import MeetingSeries
from people.pages import asked
from people.pages.meeting import meeting_page
from people.pages.meetings import meetings_page
from people.pages.organisation import organisation_page
from people.pages.organisations import organisations_page
from people.pages.paging import Window
from people.pages.people import Asked, people_page
from people.pages.person import person_page
from people.pages.series import series_page


@require_safe
def people(request):
    return render(request, "people/people.html", people_page(Asked.of(request.GET), day=localdate()))


@require_safe
def person(request, slug):
    found = asked.found(asked.PERSON, slug)
    return render(request, "people/person.html", person_page(found, Window.asked(request.GET), day=localdate()))


@require_safe
def organisations(request):
    return render(request, "people/organisations.html", organisations_page())


@require_safe
def organisation(request, slug):
    found = asked.found(asked.ORGANISATION, slug)
    window = Window.asked(request.GET)
    return render(request, "people/organisation.html", organisation_page(found, window, day=localdate()))


@require_safe
def meetings(request):
    return render(request, "people/meetings.html", meetings_page(Window.asked(request.GET), day=localdate()))


@require_safe
def meeting(request, slug):
    found = asked.found(asked.MEETING, slug)
    return render(request, "people/meeting.html", meeting_page(found, day=localdate()))


@require_safe
def series(request, slug):
    found = get_object_or_404(MeetingSeries.objects.public(), slug=slug)
    return render(request, "people/series.html", series_page(found))
