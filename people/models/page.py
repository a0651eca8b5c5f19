"""A page is a decision: what people and organisations share."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.names import key, sort_key

from .stored import Stored


class Page(Stored):
    """Somebody or something that has a page of its own once a record keeper, or a publisher who is asked, releases it.

    The slug is given at the first release and stays; `people.releasing` is the only writer of these columns.
    """

    derived = frozenset({"is_public", "slug", "released_at", "waits"})

    name = models.CharField(_("name"), max_length=200, help_text=_("The house spelling, as readers see it."))
    slug = models.SlugField(max_length=100, unique=True, null=True, editable=False, allow_unicode=True)
    is_public = models.BooleanField(_("has a page"), default=False, editable=False, db_index=True)
    released_at = models.DateTimeField(null=True, editable=False)
    waits = models.BooleanField(
        _("provisional"), default=False, editable=False, help_text=_("Until a record keeper says that it is right.")
    )
    key = models.CharField(max_length=400, editable=False, db_index=True)
    sort_key = models.CharField(max_length=800, editable=False, db_index=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    def sort_name(self):
        """What the lists are sorted by."""
        return self.name

    def fill_in(self):
        self.key = key(self.name)
        self.sort_key = sort_key(self.sort_name())
