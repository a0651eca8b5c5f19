"""Adjectives of articles. `public()` is the only filter that readers' pages, feeds, counts and search may use."""

from django.db.models import Exists, OuterRef, Q

from people.names import search_tokens
from people.querysets import RecordQuerySet


class ArticleQuerySet(RecordQuerySet):
    def locked(self, key):
        """The article as it stands now, whatever a caller's copy says; its row is ours until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("live", "draft", "source").get(pk=key)

    def newest_first(self):
        return self.order_by("-first_public_at", "slug")

    def in_section(self, section):
        return self.filter(section=section)

    def about(self, entity):
        """Articles with a confirmed mention of the person or organisation."""
        mentions = self.model.mentions.rel.related_model.objects.confirmed().filter(is_gone=False)
        column = "person" if entity._meta.model_name == "person" else "organisation"
        return self.filter(Exists(mentions.filter(article=OuterRef("pk"), **{column: entity})))

    def visible_to(self, user):
        """What this member of staff may open on the desk."""
        if user.has_perm("articles.edit_any_article") or user.has_perm("articles.link_any_article"):
            return self
        return self.filter(created_by=user)

    def drafted_as(self, query):
        """Articles whose draft headline or standfirst has every word of the query."""
        found = Q()
        for token in search_tokens(query):
            found &= Q(draft_key__contains=f" {token}")
        return self.filter(found) if found else self.none()

    def for_list(self):
        """What a teaser shows, in a fixed number of queries."""
        return self.select_related("section", "lead_image").prefetch_related("lead_image__renditions")
