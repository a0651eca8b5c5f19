"""Readers' pages of the record."""

from django.shortcuts import get_object_or_404, render

from people.models import Meeting, MeetingSeries, Organisation, Person


def people(request):
    return render(request, "people/people.html", {"people": Person.objects.public()})


def person(request, slug):
    return render(request, "people/person.html", {"person": get_object_or_404(Person.objects.public(), slug=slug)})


def organisations(request):
    return render(request, "people/organisations.html", {"organisations": Organisation.objects.public()})


def organisation(request, slug):
    found = get_object_or_404(Organisation.objects.public(), slug=slug)
    return render(request, "people/organisation.html", {"organisation": found})


def meetings(request):
    return render(request, "people/meetings.html", {"meetings": Meeting.objects.public().latest_first()})


def meeting(request, slug):
    return render(request, "people/meeting.html", {"meeting": get_object_or_404(Meeting.objects.public(), slug=slug)})


def series(request, slug):
    found = get_object_or_404(MeetingSeries, slug=slug)
    return render(request, "people/series.html", {"series": found})
