"""Lists taken into the record: an import as a whole, and each row of its files."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Import(models.Model):
    """Files of one publisher, looked at before anything is kept, then taken in whole and, if need be, back whole.

    What its rows say stays closed to readers until a keeper vouches for the import with a reason.
    """

    class State(models.TextChoices):
        LOOKING = "looking", _("being compared")
        READY = "ready", _("to be checked")
        RUNNING = "running", _("being imported")
        DONE = "done", _("imported")
        UNDOING = "undoing", _("being undone")
        UNDONE = "undone", _("undone")

    publisher = models.CharField(_("publisher"), max_length=200, help_text=_("Whose list it is."))
    kind = models.CharField(_("kind"), max_length=100, help_text=_("Register, list of ministers, annual report …"))
    day = models.DateField(_("day"), null=True, blank=True, help_text=_("The day the list is of."))
    address = models.URLField(_("address"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=15, default="en")
    scheme = models.CharField(
        _("register"),
        max_length=50,
        blank=True,
        help_text=_("The register that the column “id” is of: kept as identifiers. Empty: ids only link the rows."),
    )
    files = models.JSONField(_("files"), default=list)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.LOOKING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    refusal = models.TextField(_("refused because"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("begun"), auto_now_add=True)
    taken_at = models.DateTimeField(_("imported at"), null=True)
    source = models.ForeignKey("Source", models.PROTECT, null=True, related_name="imports")
    vouched_reason = models.CharField(_("vouched for"), max_length=300, blank=True)
    vouched_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    vouched_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return ", ".join(str(part) for part in (self.publisher, self.kind, self.day) if part)

    @property
    def is_busy(self):
        """Whether it is worked on just now."""
        return self.state in (self.State.LOOKING, self.State.RUNNING, self.State.UNDOING)


class ImportRow(models.Model):
    """One row of a file as it stood there, what it may be the same as, and what somebody chose to do with it.

    `ref`: by what the same row is known again, in another import, too: its register and id, or its words.
    `chosen`: the row of the record that it is to be; `is_chosen`: somebody chose, not the rules.
    `object_id`: the row of the record that it became or was found to be.
    """

    class Choice(models.TextChoices):
        NEW = "new", _("new")
        SAME = "same", _("use this one")
        LATER = "later", _("later")

    of = models.ForeignKey("Import", models.CASCADE, related_name="rows")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    file = models.CharField(max_length=100)
    number = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    label = models.CharField(max_length=300, blank=True)
    ref = models.CharField(max_length=300, db_index=True)
    errors = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    matches = models.JSONField(default=list)
    choice = models.CharField(max_length=5, choices=Choice.choices, default=Choice.NEW)
    chosen = models.BigIntegerField(null=True)
    is_chosen = models.BooleanField(default=False)
    object_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["of", "place"], name="import_row_has_its_place")]

    def __str__(self):
        return f"{self.file}, {self.number}: {self.label}"
