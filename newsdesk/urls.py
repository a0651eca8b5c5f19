"""The whole address space of the site."""

from django.contrib import admin
from django.urls import include, path

from newsdesk import views

handler500 = "newsdesk.views.failed"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("", include("articles.urls")),
    path("", include("people.urls")),
    path(
        "admin/login/", admin.site.login, name="account_login"
    ),  # the same address as the admin's: allauth asks by name
    path("admin/account/", include("newsdesk.accounts.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "newsdesk.refusals.bad_request"
