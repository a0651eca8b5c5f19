"""One spelling of a name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.fields import partial_date, partial_date_constraints
from people.names import key, script
from people.querysets import NamedQuerySet

from .claim import Claim, exactly_one


class Name(Claim):
    """One spelling of a person's, organisation's or place's name, in one language and script, perhaps for some years.

    A name is a claim: a spelling that readers may not know must not find anybody for them.
    """

    class Kind(models.TextChoices):
        HOUSE = "house", _("house spelling")
        NATIVE = "native", _("in the own language")
        ALIAS = "alias", _("other spelling")
        FORMER = "former", _("former name")
        MISSPELLING = "misspelling", _("misspelling")

    person = models.ForeignKey("Person", models.PROTECT, null=True, blank=True, related_name="names")
    organisation = models.ForeignKey("Organisation", models.PROTECT, null=True, blank=True, related_name="names")
    place = models.ForeignKey("Place", models.PROTECT, null=True, blank=True, related_name="names")
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=15, help_text=_("A tag such as en, ru, kk, zh-Hans."))
    script = models.CharField(_("script"), max_length=4, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.ALIAS)
    since, since_earliest, since_latest = partial_date("since", blank=True, verbose_name=_("from"))
    until, until_earliest, until_latest = partial_date("until", blank=True, verbose_name=_("until"))
    key = models.CharField(max_length=400, editable=False, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["language", "text"]
        constraints = [
            exactly_one("person", "organisation", "place", name="name_of_exactly_one"),
            *(
                models.UniqueConstraint(
                    fields=[owner, "language"],
                    condition=models.Q(kind="house", until="", is_struck=False),
                    name=f"name_one_house_spelling_{owner}",
                )
                for owner in ("person", "organisation", "place")
            ),
            *partial_date_constraints("since", "name"),
            *partial_date_constraints("until", "name"),
        ]

    def __str__(self):
        return self.text

    @property
    def owner(self):
        """Whose name it is."""
        return self.person or self.organisation or self.place

    @property
    def place_as_house_spelling(self):
        """The lookup of names that cannot stand beside this one: one house spelling a language, of today."""
        if self.kind != self.Kind.HOUSE or self.until:
            return {"pk__in": []}
        owner = {"person": self.person_id, "organisation": self.organisation_id, "place": self.place_id}
        return {"kind": self.Kind.HOUSE, "until": "", "language": self.language, **owner}

    def fill_in(self):
        self.key = key(self.text)
        self.script = script(self.text)
