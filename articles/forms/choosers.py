"""Choosing many rows in an order of one's own, by Django's autocomplete."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.filing import same_name
from articles.models import Tag
from people.desk.choosers import ChooseMany, is_key

NEW = "new:"  # what the browser puts before a name that was typed and is no row yet


class OrderedSelect(ChooseMany):
    """The chosen rows stand, and are sent, in the order in which they were chosen."""

    may_add = False

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        attrs["class"] += " ordered-choice"
        if self.may_add:
            attrs["data-tags"] = "true"
        return attrs

    def optgroups(self, name, value, attr=None):
        [(_group, options, index)] = super().optgroups(name, value, attr)
        found = {str(option["value"]): option for option in options}
        for typed in value:
            if typed.startswith(NEW):
                found[typed] = self.create_option(name, typed, typed.removeprefix(NEW), {typed}, len(found))
        return [(None, [found[each] for each in value if each in found], index)]


class OrderedChoiceField(forms.ModelMultipleChoiceField):
    """Rows as a list in the order chosen, each once."""

    def clean(self, value):
        keys = list(dict.fromkeys(value or []))
        if strange := next((each for each in keys if not is_key(each)), None):
            raise ValidationError(self.error_messages["invalid_pk_value"], params={"pk": strange[:50]})
        rows = {str(row.pk): row for row in super().clean(keys)}
        return [rows[each] for each in keys]

    def has_changed(self, initial, data):
        return [str(each) for each in initial or []] != list(data or [])


class TagsField(OrderedChoiceField):
    """Tags by their keys; with `may_add` also names that are typed: those are unsaved Tags, or the tag that is there.

    Never taggit's comma parser: a name may have a comma.
    """

    may_add = False

    def clean(self, value):
        values = list(dict.fromkeys(value or []))
        typed = [each for each in values if each.startswith(NEW)]
        if typed and not self.may_add:
            raise ValidationError(_("Only an editor adds tags: choose one that is there."))
        known = {str(tag.pk): tag for tag in super().clean([each for each in values if each not in typed])}
        tags = [known[each] if each in known else _tag_called(each.removeprefix(NEW)) for each in values]
        return list({tag.pk or tag.name.casefold(): tag for tag in tags}.values())


def _tag_called(typed):
    try:
        name = Tag._meta.get_field("name").formfield().clean(" ".join(typed.split()))
    except ValidationError as error:
        sentence = _("«%(name)s» cannot be a tag: %(why)s")
        raise ValidationError(sentence % {"name": typed[:50], "why": " ".join(error.messages)}) from error
    tag = Tag(name=name)
    return same_name(tag) or tag
