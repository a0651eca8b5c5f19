"""Numbers that would need all rows of a long record: small tables, kept by `people.counting` alone."""

from django.db import models
from django.db.models import Q

from .claim import exactly_one


class RecordCount(models.Model):
    """What is counted of the public record of one person or organisation; none for an empty record.

    `years`: {"2023": {"attended": 12, "expected": 1}, "": {…}}, the last of lines without a day. `months`, a person's:
    [["2023-05-01", attended, others], …] by the first day of the month, of meetings known to a month or better.
    `companions`, a person's: [[id, number of meetings that both attended], …], most often first.
    """

    person = models.OneToOneField("Person", models.CASCADE, null=True, related_name="record_count")
    organisation = models.OneToOneField("Organisation", models.CASCADE, null=True, related_name="record_count")
    entries = models.PositiveIntegerField()
    attended = models.PositiveIntegerField()
    since = models.DateField(null=True)
    years = models.JSONField(default=dict)
    months = models.JSONField(default=list)
    companions = models.JSONField(default=list)

    class Meta:
        constraints = [exactly_one("person", "organisation", name="count_of_exactly_one")]

    def __str__(self):
        return str(self.person or self.organisation)


class Involvement(models.Model):
    """A public line of a roll counts for an organisation: somebody spoke for it, or held a post in it that day.

    `day` is the line's own, the first of all days where none is known, so that an organisation's newest lines come from
    one index.
    """

    attendance = models.ForeignKey("Attendance", models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey("Organisation", models.CASCADE, related_name="involvements")
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attendance", "organisation"], name="involvement_once"),
        ]
        indexes = [models.Index(fields=["organisation", "day"], name="involvement_by_day")]

    def __str__(self):
        return f"{self.organisation}: {self.attendance}"


class YearCount(models.Model):
    """How many public meetings are listed under a year."""

    year = models.PositiveSmallIntegerField(unique=True)
    number = models.PositiveIntegerField()

    class Meta:
        ordering = ["-year"]
        constraints = [models.CheckConstraint(condition=Q(number__gt=0), name="year_count_of_something")]

    def __str__(self):
        return f"{self.year}: {self.number}"


class LetterCount(models.Model):
    """How many people with a page are listed under a capital."""

    letter = models.CharField(max_length=5, unique=True)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(number__gt=0), name="letter_count_of_something")]

    def __str__(self):
        return f"{self.letter}: {self.number}"
