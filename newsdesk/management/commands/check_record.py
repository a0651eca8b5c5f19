"""`manage.py check_record`: does what readers see follow from the evidence and from what was published?"""

from django.core.management.base import BaseCommand, CommandError

from articles import record_check
from newsdesk.search import following
from people import disclosure


class Command(BaseCommand):
    help = "Derive anew every column that is derived, write nothing, print what differs; ends with 1 if anything does."

    def handle(self, **options: object) -> None:
        found = [*disclosure.check_all(), *record_check.differences(), *following.differences()]
        for difference in found:
            self.stdout.write(str(difference))
        if found:
            raise CommandError(f"{len(found)} differences.")
