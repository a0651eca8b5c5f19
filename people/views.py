"""Readers' pages of the record. The site's day is read once a request and passed on."""

from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from people.models import Meeting, MeetingSeries, Organisation, Person
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
    found = get_object_or_404(Person.objects.public().select_related("country"), slug=slug)
    return render(request, "people/person.html", person_page(found, Window.asked(request.GET), day=localdate()))


@require_safe
def organisations(request):
    return render(request, "people/organisations.html", organisations_page())


@require_safe
def organisation(request, slug):
    found = get_object_or_404(Organisation.objects.public().select_related("parent"), slug=slug)
    window = Window.asked(request.GET)
    return render(request, "people/organisation.html", organisation_page(found, window, day=localdate()))


@require_safe
def meetings(request):
    return render(request, "people/meetings.html", meetings_page(Window.asked(request.GET), day=localdate()))


@require_safe
def meeting(request, slug):
    whole = Meeting.objects.public().select_related("place__country", "series", "parent", "host__parent__parent")
    return render(request, "people/meeting.html", meeting_page(get_object_or_404(whole, slug=slug), day=localdate()))


@require_safe
def series(request, slug):
    found = get_object_or_404(MeetingSeries.objects.public(), slug=slug)
    return render(request, "people/series.html", series_page(found))
