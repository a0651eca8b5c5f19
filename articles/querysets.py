"""Adjectives of articles. `public()` is the only filter that readers' pages, feeds, counts and search may use."""

from django.db.models import F, Q

from people.names import search_tokens
from people.querysets import RecordQuerySet


class ArticleQuerySet(RecordQuerySet):
    def locked(self, key):
        """The article as it stands now, whatever a caller's copy says; its row is ours until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("live", "draft", "source").get(pk=key)

    def public(self):
        """As everywhere, in words by which SQLite goes through an index: for a column alone it takes none."""
        return self.filter(is_public__in=[True])

    def taken_down(self):
        """What was public and says at its address that it is no longer; an update may bring it back."""
        return self.filter(is_public=False, taken_down_at__isnull=False)

    def known_to_readers(self):
        """What has an address that answers: the article, or that it was taken down."""
        return self.public() | self.taken_down()

    def newest_first(self):
        return self.order_by("-first_public_at", "slug")

    def by_day(self):
        """The latest day first, within a day the newest: as lists that show days have it."""
        return self.order_by("-day", "-first_public_at", "slug")

    def beyond(self, article):
        """Those that come after this one in `by_day`."""
        day, moment = article.day, article.first_public_at
        same_day, same_moment = Q(day=day), Q(day=day, first_public_at=moment)
        earlier = Q(day__lt=day) | same_day & Q(first_public_at__lt=moment)
        return self.filter(earlier | same_moment & Q(slug__gt=article.slug))

    def in_section(self, section):
        return self.filter(section=section)

    def about(self, entity):
        """Articles with a confirmed mention of the person or organisation."""
        return self.mentioning(**{entity._meta.model_name: entity})

    def mentioning(self, **entity):
        """The same of `person=` or `organisation=` and a key. By way of its mentions: some have a few of 100,000."""
        mentions = self.model.mentions.rel.related_model.objects.confirmed().filter(is_gone=False, **entity)
        return self.filter(pk__in=mentions.values("article"))

    def visible_to(self, user):
        """What this member of staff may open on the desk."""
        if user.has_perm("articles.edit_any_article") or user.has_perm("articles.link_any_article"):
            return self
        return self.filter(created_by=user)

    def unfinished_by(self, user):
        """What this person began and readers do not see yet, or see in an older version."""
        unseen = Q(is_public=False, taken_down_at=None) | ~Q(draft=F("live"))
        return self.filter(unseen, created_by=user)

    def drafted_as(self, query):
        """Articles whose draft headline or standfirst has every word of the query."""
        found = Q()
        for token in search_tokens(query):
            found &= Q(draft_key__contains=f" {token}")
        return self.filter(found) if found else self.none()
