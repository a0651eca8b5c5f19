"""Who may do what with an article: small predicates that admin, views and API ask alike."""

from people.permissions import can_keep_record


def can_open(user, article) -> bool:
    """See it on the desk."""
    return user.has_perm("articles.view_article") and (
        user.has_perm("articles.edit_any_article")
        or user.has_perm("articles.link_any_article")
        or article.created_by_id == user.pk
    )


def can_edit(user, article=None) -> bool:
    """Change its words: one's own, or with the right everybody's."""
    if not user.has_perm("articles.change_article"):
        return False
    return article is None or user.has_perm("articles.edit_any_article") or article.created_by_id == user.pk


def can_publish(user) -> bool:
    """Publish, schedule and correct."""
    return user.has_perm("articles.publish_article")


def can_take_down(user) -> bool:
    """Take down, hold and embargo."""
    return user.has_perm("articles.take_down_article")


def can_link(user, article) -> bool:
    """Confirm mentions and record meetings from its sentences; needs no right to change words."""
    if user.has_perm("articles.link_any_article") or can_keep_record(user):
        return True
    return can_edit(user, article)


def can_file(user, row) -> bool:
    """Change what articles are filed under: a section, a tag or a contributor."""
    return user.has_perm(f"articles.change_{row._meta.model_name}")
