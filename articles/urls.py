"""Addresses of articles and what they are filed under."""

from django.urls import path

from articles import feeds, picture_views, views
from people import converters  # noqa: F401 registers <uslug:…>

app_name = "articles"
urlpatterns = [
    path("articles/<uslug:slug>/", views.article, name="detail"),
    path("sections/<uslug:slug>/", views.section, name="section"),
    path("tags/<uslug:slug>/", views.tag, name="tag"),
    path("authors/<uslug:slug>/", views.author, name="author"),
    path("feed/", feeds.NewestArticles(), name="feed"),
    path("pictures/<str:name>", picture_views.picture, name="picture"),
]
