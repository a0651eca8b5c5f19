"""The front page and the search."""

from django.shortcuts import render

from articles.models import Article


def home(request):
    return render(request, "newsdesk/home.html", {"articles": Article.objects.public().newest_first()[:30]})


def search(request):
    return render(request, "newsdesk/search.html", {"query": request.GET.get("q", "")})
