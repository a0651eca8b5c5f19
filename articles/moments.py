"""Moments as the desk says them: in the site's zone, which is named."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

MINUTE_OF_YEAR, MINUTE, TIME = "D j E H:i", "D j E Y H:i", "H:i"


def say(moment, reader_zone: str | None = None) -> str:
    """«Thu 27 April 06:00, Almaty»; the year if it is not this one; for a reader in another zone «(08:00 Beijing)»."""
    said = f"{_in(moment, timezone.get_default_timezone())}, {city(settings.TIME_ZONE)}"
    if not reader_zone or reader_zone == settings.TIME_ZONE:
        return said
    here, there = timezone.localtime(moment, timezone.get_default_timezone()), moment.astimezone(ZoneInfo(reader_zone))
    if here.utcoffset() == there.utcoffset():
        return said
    there_in_words = date_format(there, TIME) if here.date() == there.date() else _in(moment, ZoneInfo(reader_zone))
    return f"{said} ({there_in_words} {city(reader_zone)})"


def city(zone: str) -> str:
    """The city that a zone is called by: «Asia/Almaty» is Almaty."""
    return zone.rpartition("/")[2].replace("_", " ")


def _in(moment, zone):
    there = moment.astimezone(zone)
    this_year = timezone.now().astimezone(zone).year
    return date_format(there, MINUTE_OF_YEAR if there.year == this_year else MINUTE)
