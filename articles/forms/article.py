"""The form of an article: the words of its draft, which live in revisions and not in the article's own row."""

import json

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import drafting, licences
from articles.editor import SCRIPTS
from articles.forms.choosers import OrderedChoiceField, OrderedSelect, TagsField
from articles.models import Article, Contributor, Revision, Tag
from articles.models.revision import WORDS
from people.desk.choosers import ChooseOne

HEADLINE_FITS = 90  # characters; beyond, lists and phones break it often


def _field_of_words(field, **kwargs):
    """As Django's, with choosers, and without `maxlength`: a browser would cut what is pasted and say nothing."""
    if field.name in ("section", "lead_image"):
        kwargs["widget"] = ChooseOne(field, admin.site)
    elif field.name == "day":
        kwargs["widget"] = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    elif field.name in ("headline", "standfirst"):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField", "placeholder": " "})
    elif field.name != "body":
        kwargs["widget"] = forms.TextInput(attrs={"class": "vTextField"})
    made = field.formfield(**kwargs)
    made.widget.attrs.pop("maxlength", None)
    return made


def _plural_forms():
    """How the reader's language counts words, by the names that a browser has for its plural forms."""
    samples = {"one": 1, "few": 2, "many": 5, "other": 5}
    return {form: ngettext("%d word", "%d words", number) for form, number in samples.items()}


def _languages(*own):
    """The languages that articles here are written in, and the article's own."""
    names = dict(settings.LANGUAGES)
    return [(code, names[code]) for code in dict.fromkeys([*settings.SITE_LANGUAGES, *own])]


def _ordered(name, field_class, model):
    relation = Revision._meta.get_field(name)
    widget = OrderedSelect(relation, admin.site)
    return field_class(
        queryset=model.objects.all(), label=relation.verbose_name.capitalize(), required=False, widget=widget
    )


WordsForm = type(
    "WordsForm", (forms.Form,), forms.fields_for_model(Revision, WORDS, formfield_callback=_field_of_words)
)


class ArticleForm(forms.ModelForm, WordsForm):
    """Valid: `words`, `base`, `tags` and `contributors` are what `drafting.save_draft` takes.

    `stale`: the revision that somebody saved meanwhile; the form then holds what was typed, with that revision as its
    new base, so that saving once more saves over it knowingly. `user` is set by the admin.
    """

    user = None
    stale = None
    base = forms.IntegerField(widget=forms.HiddenInput, required=False, max_value=2**62)
    tags = _ordered("tags", TagsField, Tag)
    contributors = _ordered("contributors", OrderedChoiceField, Contributor)

    class Meta:
        model = Article
        fields = ["language"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        draft = self.draft = self.instance.draft
        may_add = self.user is not None and self.user.has_perm("articles.add_tag")
        self.fields["tags"].may_add = self.fields["tags"].widget.may_add = may_add
        self.fields["headline"].widget.attrs |= {"data-fits": HEADLINE_FITS, "data-says": _("{count} of {limit}")}
        self.fields["body"].widget.attrs["data-words"] = json.dumps(_plural_forms())
        if self.instance.pk:
            self._fix_language()
            for name in ("headline", "standfirst", "body"):
                self.fields[name].widget.attrs["lang"] = self.instance.language
        else:
            self.fields["language"].choices = _languages()
            self.initial["language"] = settings.SITE_LANGUAGES[0]
        if draft:
            self.initial |= {name: draft.serializable_value(name) for name in WORDS}
            self.initial |= {"base": draft.pk, "tags": [row.tag_id for row in draft.tag_rows.all()]}
            self.initial["contributors"] = [row.contributor_id for row in draft.contributor_rows.all()]

    def _fix_language(self):
        """What readers have seen keeps its language; until then it can be put right."""
        field, was_public = self.fields["language"], bool(self.instance.first_public_at)
        field.disabled = was_public
        field.help_text = _("It stays: readers have seen the article in it.") if was_public else ""
        field.choices = _languages(self.instance.language)

    @property
    def media(self):
        return super().media + SCRIPTS

    def clean_headline(self):
        return " ".join(self.cleaned_data["headline"].split())

    def clean(self):
        """Refuse to save over what somebody else saved meanwhile, unless this form has seen it."""
        super().clean()
        current = self.draft.pk if self.draft else None
        if self.cleaned_data.get("base") != current:
            self.stale = self.draft
            self.data = self.data.copy()
            self.data["base"] = current or ""
            self.add_error(None, ValidationError(_("Nothing is saved yet: read both texts first."), code="stale"))

    def _post_clean(self):
        """The revision that would be saved is cleaned as a whole; its errors stand at the fields."""
        super()._post_clean()
        revision = Revision(**{name: self.cleaned_data[name] for name in WORDS if name in self.cleaned_data})
        failed = [field.name for field in Revision._meta.fields if field.name not in WORDS or field.name in self.errors]
        try:
            revision.full_clean(exclude=failed, validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            self._update_errors(error)
        for picture, why_not in licences.refused(revision, on=localdate(), before=self.draft):
            self.add_error("lead_image" if picture.pk == revision.lead_image_id else "body", why_not)
        self.words = drafting.words_of(revision)
