"""Former addresses lead to where things are now. Looked up after a 404 only: no other request pays for them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from articles import views
from articles.models import Article
from articles.pages.author import contributors
from articles.pages.section import sections
from articles.pages.tag import tags
from people.models import FormerAddress, Meeting, MeetingSeries, Organisation, Person

# What readers may know of, by the name of its page; its feeds and files have the same name and more after a «_».
PAGES = {
    "articles:detail": Article.objects.known_to_readers,
    "articles:section": sections,
    "articles:tag": tags,
    "articles:author": contributors,
    "articles:person": Person.objects.public,  # its feed
    "articles:organisation": Organisation.objects.public,
    "articles:series": MeetingSeries.objects.public,
    "people:person": Person.objects.public,
    "people:organisation": Organisation.objects.public,
    "people:meeting": Meeting.objects.public,
    "people:series": MeetingSeries.objects.public,
}


class FormerAddresses:
    """Answers a 404 anew where something stood that has another address now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            return moved(request) or response
        return response


def moved(request: HttpRequest) -> HttpResponse | None:
    """301 to the page that had this slug once, as readers may see it now; None where nothing public had it.

    One query whether somebody had it or not, so that what is secret takes no more of them than what never was. What
    is taken down answers so at its former addresses, too.
    """
    match = request.resolver_match
    rows = PAGES.get(f"{match.namespace}:{match.url_name}".partition("_")[0]) if match else None
    if rows is None or "slug" not in match.kwargs:
        return None
    rows = rows()
    former = FormerAddress.objects.filter(kind=rows.model._meta.label_lower, slug=match.kwargs["slug"])
    slug = rows.filter(pk__in=former.values("object_id")).values_list("slug", flat=True).first()
    if slug is None:
        return None
    if rows.model is Article and not rows.public().filter(slug=slug).exists():
        return views.article(request, slug)
    address, query = reverse(match.view_name, kwargs=match.kwargs | {"slug": slug}), request.META["QUERY_STRING"]
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
