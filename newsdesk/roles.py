"""The groups a desk begins with, and the rights of each. They add up: one person may be in several."""

RECORD = ["person", "organisation", "post", "membership", "name", "place", "meetingseries", "meeting", "attendance"]
RECORD += ["outcome", "source", "quotation", "evidence", "identifier"]
FILING = ["section", "tag", "contributor"]

KEEP_RECORD = {
    *(f"people.{verb}_{model}" for verb in ("view", "add", "change", "delete") for model in RECORD),
    "people.keep_record",
    "people.release_page",
    "people.view_trail",
    "articles.view_article",
    "articles.view_image",
    "articles.link_any_article",
}
VIEW_RECORD = {f"people.view_{model}" for model in RECORD}
WRITE = {
    "articles.view_article",
    "articles.add_article",
    "articles.change_article",
    *(f"articles.{verb}_image" for verb in ("view", "add", "change")),
    *(f"articles.{verb}_depiction" for verb in ("view", "add", "change", "delete")),
    *(f"articles.view_{model}" for model in FILING),
    "articles.add_tag",
}

RIGHTS = {
    # own articles, own links; a person or meeting they create is provisional
    "reporter": {*WRITE, *VIEW_RECORD, "people.add_person", "people.add_meeting"},
    # everybody's articles, publishing, and the record
    "editor": {
        *WRITE,
        *KEEP_RECORD,
        *(f"articles.{verb}_{model}" for verb in ("add", "change", "delete") for model in FILING),
        "articles.delete_image",
        "articles.edit_any_article",
        "articles.publish_article",
        "articles.take_down_article",
    },
    # the record and the links in every article, no words
    "record keeper": KEEP_RECORD,
    # accounts
    "administrator": {f"newsdesk.{verb}_user" for verb in ("view", "add", "change")} | {"people.view_trail"},
}


def make_groups(group_model, permission_model):
    """Make the groups that are missing, with their rights. Groups that a desk has changed stay as they are."""
    permissions = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in permission_model.objects.select_related("content_type")
    }
    for name, rights in RIGHTS.items():
        group, is_new = group_model.objects.get_or_create(name=name)
        if is_new:
            group.permissions.set([permissions[right] for right in sorted(rights)])
