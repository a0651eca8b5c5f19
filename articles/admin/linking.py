"""The pages beside an article's form on which staff link and record: who may, and what all of them show."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from js_asset import ImportMap, Media, Script

from articles import named, quotable
from articles.forms.mentions import LONGEST_QUERY, NewPersonForm
from articles.models import Article
from articles.permissions import can_edit, can_link, can_open
from people.desk.choosers import is_key
from people.permissions import can_propose

MODULES = {
    "newsdesk/people-panel": "js/desk/people-panel.js",
    "newsdesk/fragment": "js/desk/fragment.js",
    "newsdesk/exceptions": "js/desk/exceptions.js",
    "newsdesk/known-meetings": "js/desk/known-meetings.js",
}
LINKING = Media(importmap=ImportMap(MODULES), js=[Script("js/desk/linking.js", type="module")])


class LinkingDesk:
    """For the admin of articles: `linked_article`, addresses, and the context of the panels.

    Record keepers have these pages for every article, without any right to change its words.
    """

    def linking_url(self, name, view, route):
        """One pattern of such a page; the view gets `request, article`."""

        def guarded(request, key):
            return view(request, self.linked_article(request, key))

        return path(f"<int:key>/{route}", self.admin_site.admin_view(guarded), name=f"articles_article_{name}")

    def linked_article(self, request, key):
        """The article with its draft, for somebody who may link in it. Else PermissionDenied."""
        rows = Article.objects.select_related("draft__lead_image", "live__lead_image", "source")
        article = rows.filter(pk=key).first() if is_key(key) else None
        if article is None:
            raise Http404
        if not (can_open(request.user, article) and can_link(request.user, article)):
            raise PermissionDenied
        return article

    def linking_address(self, article, name="people"):
        return reverse(f"admin:articles_article_{name}", args=[article.pk])

    def panel_context(self, request, article, **more):
        """What the panel of people shows: those confirmed, those found for `q`, and the form of somebody new."""
        query = request.GET.get("q", "")[:LONGEST_QUERY].strip()
        return {
            "original": article,
            "named": named.confirmed(article),
            "query": query,
            "candidates": named.offered(article, query) if query else [],
            "may_create": can_propose(request.user),
            "new_person": NewPersonForm(initial={"name": query}),
            **more,
        }

    def linking_page(self, request, article, template, *, forms=(), **context):
        """A page of the desk about the article, with the scripts of these forms."""
        media = sum((form.media for form in forms), self.media + LINKING)
        media = Media.from_media(media, nonce=request.csp_nonce)
        return TemplateResponse(
            request,
            template,
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "original": article,
                "may_write": can_edit(request.user, article),
                "media": media,
                **context,
            },
        )

    def render_change_form(self, request, context, *args, **kwargs):
        """Beside the article's form stand the panels, for those who may link."""
        article = context.get("original")
        if article and can_link(request.user, article):
            context |= self.panel_context(request, article)
            context["reading"] = quotable.read(article)
            context["may_link"] = True
            context["media"] = context["media"] + LINKING
        return super().render_change_form(request, context, *args, **kwargs)
