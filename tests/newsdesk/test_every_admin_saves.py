"""Every form of the desk saves through a verb: the generation moves or the row stays closed, and a trail is left.

A model that is registered without an entry here fails; so does a save that no verb is at work on.
"""

import sys
from io import BytesIO

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.signals import pre_save
from django.forms import CheckboxInput, MultiWidget
from django.urls import reverse
from PIL import Image as Picture

from articles.models import Article, Contributor, Depiction, Image, ScheduledAct, Section, Tag
from newsdesk.models import User
from people.models import (
    Attendance,
    Evidence,
    Generation,
    Identifier,
    Import,
    Meeting,
    MeetingSeries,
    Membership,
    Name,
    Organisation,
    Outcome,
    Person,
    Place,
    Post,
    Quotation,
    Source,
    Trail,
)
from tests.people import keeping

pytestmark = pytest.mark.django_db
VERBS = ("people/recording.py", "articles/filing.py", "articles/library.py", "articles/uploading.py")
VERBS += ("articles/drafting.py",)
READ_ONLY = [Trail, ScheduledAct, Import]
ACCOUNTS = {User, Group}  # nothing that readers see: Django's forms save them, with our trail

WORDS = {"alt": "A river", "caption": "The river.", "credit": "Ost", "licence": "ours", "source": "the desk"}
# What somebody types into the empty form, by column; a model stands for the row of it that is there.
NEW = {
    Person: {"name": "Boris Temir"},
    Organisation: {"name": "Ostland", "kind": "country"},
    Post: {"organisation": Organisation, "title": "Minister of Lakes"},
    Membership: {"person": Person, "post": Post, "since": "January 2023"},
    Name: {"person": Person, "text": "Ада Орлан", "language": "ru"},
    Identifier: {"person": Person, "scheme": "Wikidata", "value": "Q1"},
    Meeting: {"title": "Talks in Zhelkent", "when": "30.5.2023"},
    Attendance: {"meeting": Meeting, "person": Person},
    Outcome: {"meeting": Meeting, "text": "a treaty"},
    MeetingSeries: {"name": "River meeting"},
    Place: {"name": "Oskemen"},
    Source: {"publisher": "Agency", "language": "en"},
    Quotation: {"source": Source, "text": "The ministers met.", "language": "en"},
    Evidence: {"quotation": Quotation, "meeting": Meeting, "says": "held"},
    Article: {"headline": "Ministers meet", "body": "<p>They met.</p>", "language": "en"},
    Section: {"name": "Trade"},
    Tag: {"name": "Rivers"},
    Contributor: {"name": "Mira Sanat"},
    Image: WORDS,
    Depiction: {"image": Image, "person": Person},
    User: {"username": "mira", "usable_password": "false", "password1": "", "password2": ""},
    Group: {"name": "guests"},
}
CHANGED = {
    Person: {"biography": "A minister."},
    Organisation: {"short_name": "the Ost"},
    Post: {"title": "Minister of Seas"},
    Membership: {"until": "2024"},
    Name: {"text": "Ада О."},
    Identifier: {"value": "Q2"},
    Meeting: {"when": "2023-06"},
    Attendance: {"title_as_printed": "the minister"},
    Outcome: {"text": "a long treaty"},
    MeetingSeries: {"description": "Ministers of both banks"},
    Place: {"name": "Zhelkent"},
    Source: {"publisher": "Ministry"},
    Quotation: {"text": "The ministers met again."},
    Evidence: {"says": "planned"},
    Article: {"headline": "Ministers meet again"},
    Section: {"description": "Goods"},
    Tag: {"name": "Lakes"},
    Contributor: {"biography": "Writes."},
    Image: {"caption": "The lake."},
    Depiction: {"is_portrait": "on"},
    User: {"first_name": "Mira"},
    Group: {"name": "visitors"},
}


def picture(colour):
    made = BytesIO()
    Picture.new("RGB", (40, 30), colour).save(made, "PNG")
    return SimpleUploadedFile("river.png", made.getvalue(), "image/png")


@pytest.fixture
def rows(staff):
    """One row of each model that others need, kept by the verbs themselves."""
    by = staff("editor")
    country = keeping.organisation(by)
    ada = keeping.person(by)
    said = keeping.sentence(by)
    image = Image(hash="a" * 32, width=40, height=30, created_at="2023-01-01T00:00Z", **WORDS)
    image.save()
    return {
        Organisation: country,
        Person: ada,
        Post: keeping.post(by, country),
        Meeting: keeping.meeting(by),
        Source: said.source,
        Quotation: said,
        Image: image,
    }


@pytest.fixture
def desk(client_of, admin_client):
    """Whose browser writes a model: an editor's, or for accounts a superuser's."""
    editor = client_of("editor")
    return lambda model: admin_client if model in ACCOUNTS else editor


@pytest.fixture
def only_verbs(monkeypatch):
    """Saving a row that readers may see fails unless a verb is at work further up."""

    def look(sender, **_named):
        frame = sys._getframe()
        while frame := frame.f_back:
            if frame.f_code.co_filename.endswith(VERBS):
                return
        raise AssertionError(f"{sender.__name__} is saved past every verb.")

    watched = [model for model in NEW if model not in ACCOUNTS]
    for model in watched:
        pre_save.connect(look, sender=model)
    yield
    for model in watched:
        pre_save.disconnect(look, sender=model)


def address(model, *key):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{'change' if key else 'add'}"
    return reverse(name, args=key)


def posted(response, typed):
    """What the browser sends: all that stands in the form as it was served, and what is typed."""
    data = {}
    for field in response.context["adminform"].form:
        value = field.value()
        widget = field.field.widget
        if isinstance(widget, MultiWidget):
            parts = zip(widget.widgets_names, widget.decompress(value), strict=True)
            data |= {field.html_name + name: part for name, part in parts if part is not None}
        elif isinstance(widget, CheckboxInput):
            data |= {field.html_name: "on"} if value else {}
        elif value is not None and not hasattr(value, "read"):
            data[field.html_name] = value
    return data | typed


def errors_of(response):
    form = response.context and response.context.get("adminform")
    return form.form.errors if form else response.status_code


def is_closed(row):
    """Whether readers see nothing of it."""
    if isinstance(row, Image):
        return not Image.objects.public().filter(pk=row.pk).exists()
    if hasattr(row, "is_public"):
        return not row.is_public
    return type(row) in ACCOUNTS or getattr(row, "slug", "") is None


def save(client, url, typed, model):
    """Get the form, send it, and see the act: returns the row."""
    known = set(model.objects.values_list("pk", flat=True))
    generation, trail = Generation.objects.get().number, Trail.objects.count()
    form = client.get(url)
    assert form.status_code == 200
    response = client.post(url, posted(form, typed))
    assert response.status_code == 302, errors_of(response)
    new = set(model.objects.values_list("pk", flat=True)) - known
    key = new.pop() if new else int(url.rstrip("/").split("/")[-2])
    row = model.objects.get(pk=key)
    assert Generation.objects.get().number > generation or is_closed(row)
    left = Trail.objects.filter(kind=model._meta.label_lower, object_id=key).first()
    assert Trail.objects.count() > trail
    assert left.by.username
    return row, left


def test_every_registered_model_has_an_entry():
    assert set(admin.site._registry) == {*NEW, *READ_ONLY}
    assert set(NEW) == set(CHANGED)


@pytest.mark.parametrize("model", NEW, ids=lambda model: model.__name__)
def test_the_form_saves_through_a_verb(model, rows, desk, only_verbs):
    typed = {name: rows[value].pk if isinstance(value, type) else value for name, value in NEW[model].items()}
    if model is Image:
        typed["file"] = picture("navy")
    client = desk(model)
    row, left = save(client, address(model), typed, model)
    assert left.act in ("made", "uploaded", "begun", "saved", "added")
    changed = CHANGED[model]
    row, left = save(client, address(model, row.pk), changed, model)
    assert left.act in ("changed", "saved")
    assert left.after
    if model is not Article:
        name = next(iter(changed))
        assert model in ACCOUNTS or name in left.after


@pytest.mark.parametrize("model", READ_ONLY, ids=lambda model: model.__name__)
def test_what_is_only_read_has_no_form_to_save(model, rows, admin_client):
    assert admin_client.get(address(model)).status_code == 403
    assert admin_client.post(address(model), {}).status_code == 403
    trail = Trail.objects.first()
    if model is Trail:
        assert admin_client.post(address(model, trail.pk), {"why": "forged"}).status_code == 403
        assert Trail.objects.get(pk=trail.pk).why == trail.why


def test_a_save_past_every_verb_is_noticed(only_verbs):
    with pytest.raises(AssertionError, match="past every verb"):
        Person.objects.create(name="Ada Orlan")
