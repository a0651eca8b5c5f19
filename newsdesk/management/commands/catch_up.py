"""`manage.py catch_up`: after an upgrade."""

from django.core.management.base import BaseCommand

from articles import catching_up


class Command(BaseCommand):
    help = "Make the renditions and the stored pages that an upgrade left behind; may be stopped and run again."

    def handle(self, **options: object) -> None:
        made, lost = 0, []
        for image, number in catching_up.pictures():
            made += number or 0
            if number is None:
                lost.append(f"«{image}» ({image.file.name})")
        differed = sum(catching_up.pages())
        self.stdout.write(f"{made} renditions made, {differed} stored pages made anew.")
        for each in lost:
            self.stderr.write(f"The original of {each} is lost or broken: its renditions stay as they are.")
