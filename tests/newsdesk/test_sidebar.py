"""The sidebar's groups: what stands where, and what does not stand there."""

from types import SimpleNamespace

from newsdesk.desk.sidebar import groups


def app(label, *names, url="/admin/{}/{}/"):
    models = [
        {
            "model": SimpleNamespace(_meta=SimpleNamespace(model_name=name)),
            "name": name.title(),
            "admin_url": url and url.format(label, name),
            "add_url": f"/admin/{label}/{name}/add/",
        }
        for name in names
    ]
    return {"app_label": label, "models": models}


def names(found):
    return {group.name: [entry.name for entry in group.entries] for group in found}


def test_models_stand_in_the_order_in_which_editors_look_for_them():
    apps = [
        app("articles", "tag", "article", "section", "image"),
        app("people", "trail", "place", "meeting", "person"),
        app("newsdesk", "user"),
        app("auth", "group"),
    ]
    assert names(groups(apps, "/elsewhere/")) == {
        "today": ["overview"],
        "articles": ["article", "image", "section", "tag"],
        "record": ["person", "meeting", "place"],
        "house": ["user", "group", "trail"],
    }


def test_models_without_a_place_follow_in_the_group_of_their_app():
    found = groups([app("people", "treaty", "person", "accord"), app("elsewhere", "thing")], "/")
    assert names(found) == {"today": ["overview"], "record": ["person", "accord", "treaty"], "house": ["thing"]}


def test_parts_of_other_rows_and_models_without_a_list_are_left_out():
    found = groups([app("people", "name", "evidence"), app("articles", "article", url=None)], "/")
    assert names(found) == {"today": ["overview"]}


def test_the_page_one_is_at_is_the_current_one():
    apps = [app("articles", "article", "section")]
    [_today, articles] = groups(apps, "/admin/articles/article/7/change/")
    assert [entry.is_current for entry in articles.entries] == [True, False]
    [today, articles] = groups(apps, "/admin/")
    assert today.entries[0].is_current
    assert not any(entry.is_current for entry in articles.entries)


def test_icons_are_drawn_for_every_model_that_is_named():
    apps = [app("people", "person", "treaty")]
    [_today, record] = groups(apps, "/")
    assert [(entry.icon, entry.add_url) for entry in record.entries] == [
        ("person", "/admin/people/person/add/"),
        ("list", "/admin/people/treaty/add/"),
    ]
