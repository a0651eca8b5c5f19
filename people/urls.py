"""Addresses of the record."""

from django.urls import path

from people import feeds, views

app_name = "people"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/<uslug:slug>/", views.person, name="person"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<uslug:slug>/", views.organisation, name="organisation"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings.ics", feeds.meetings_calendar, name="meetings_calendar"),
    path("meetings/<uslug:slug>/", views.meeting, name="meeting"),
    path("series/<uslug:slug>/", views.series, name="series"),
]
