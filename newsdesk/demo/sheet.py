"""The paper that the demonstration's pictures are drawn on, and the design's palette."""

import math
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000  # pixels
FINER = 2  # drawn larger and scaled down, so that edges are smooth
DEEP, GLAZE, SAND, CLAY, INK, PALE = "#0f4a50", "#33c3b4", "#e9d9b4", "#c9663d", "#17262b", "#8fd9d0"  # --art-1 to 6
WHITE, NIGHT, TEAL = "#f3f6f6", "#0a3438", "#1b5f66"
LIGHTS = {"day": (PALE, SAND), "dusk": (SAND, CLAY), "night": (INK, SAND)}  # sky, and sun or moon


class Sheet:
    """Paper of one light, and the few shapes that the motifs are made of."""

    def __init__(self, light: str):
        self.light = light
        self.sky, self.sun = LIGHTS[light]
        self.image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), self.sky)
        self._pen = ImageDraw.Draw(self.image)

    def shape(self, colour, *points):
        self._pen.polygon([(x * FINER, y * FINER) for x, y in points], fill=colour)

    def box(self, colour, left, top, width, height):
        if width > 0 and height > 0:
            corner = ((left + width) * FINER - 1, (top + height) * FINER - 1)
            self._pen.rectangle((left * FINER, top * FINER, *corner), fill=colour)

    def disc(self, colour, x, y, radius, *, squeeze=1.0):
        """A circle, or an ellipse whose height is `squeeze` of its width."""
        tall = radius * squeeze
        edges = (x - radius, y - tall, x + radius, y + tall)
        self._pen.ellipse([edge * FINER for edge in edges], fill=colour)

    def line(self, colour, width, *points):
        scaled = [(x * FINER, y * FINER) for x, y in points]
        self._pen.line(scaled, fill=colour, width=round(width * FINER), joint="curve")

    def arch(self, colour, left, top, width, height, *, pointed=0.0):
        """A door with a round head; `pointed` lifts the crown by that share of the width."""
        half, foot = width / 2, top + height
        steps = [math.pi * step / 24 for step in range(25)]
        crown = [
            (
                left + half - half * math.cos(turn),
                top + half - half * math.sin(turn) - pointed * width * max(0, math.sin(turn)) ** 6,
            )
            for turn in steps
        ]
        self.shape(colour, (left, foot), *crown, (left + width, foot))

    def hills(self, colour, base, *heights):
        """A soft ridge through points spread evenly over the width, filled to the bottom."""
        last = len(heights) - 1
        top = []
        for x in range(0, WIDTH + 20, 20):
            place = x / WIDTH * last
            at = min(int(place), last - 1)
            ease = (1 - math.cos((place - at) * math.pi)) / 2
            top.append((x, base - heights[at] - (heights[at + 1] - heights[at]) * ease))
        self.shape(colour, (0, HEIGHT), *top, (WIDTH, HEIGHT))

    def stars(self):
        """A few of them, always the same, where the light is night."""
        if self.light == "night":
            for number in range(46):
                self.disc(PALE, number * 733 % WIDTH, number * 421 % 430 + 20, 2 + number % 3)

    def bytes(self, kind: str = "PNG") -> bytes:
        """The finished picture as a file, PNG or JPEG."""
        held = BytesIO()
        self.image.reduce(FINER).save(held, kind, quality=90)
        return held.getvalue()
