"""Motifs outside the towns: each draws on a Sheet, and does nothing else."""

import math

from newsdesk.demo.sheet import CLAY, DEEP, GLAZE, INK, PALE, SAND, TEAL, WHITE, WIDTH


def mountains(sheet):
    """Three ranges with snow, and a steppe before them."""
    sheet.stars()
    sheet.disc(sheet.sun, 1180, 330, 150)
    west = [(-60, 720), (180, 380), (360, 560), (620, 210), (860, 520)]
    peaks = [*west, (1090, 330), (1290, 540), (1460, 400), (1660, 700)]
    sheet.shape(GLAZE, *peaks, (1660, 900), (-60, 900))
    _snow(sheet, peaks)
    near = [(0, 760), (260, 560), (520, 730), (800, 590), (1120, 760), (1380, 620), (1600, 740)]
    sheet.shape(DEEP, *near, (1600, 1000), (0, 1000))
    sheet.hills(CLAY, 860, 30, 80, 20, 60, 10)
    sheet.hills(INK, 940, 10, 30, 60, 20, 40)


def _snow(sheet, ridge):
    fall = 0.34  # how far down a flank the snow lies
    for (left, low), (x, y), (right, deep) in zip(ridge, ridge[1:], ridge[2:], strict=False):
        if y < min(low, deep):
            west = (x + (left - x) * fall, y + (low - y) * fall)
            east = (x + (right - x) * fall, y + (deep - y) * fall)
            sheet.shape(WHITE, (x, y), west, (x - 14, y + 70), (x + 22, y + 104), east)


def railway(sheet):
    """A line that runs straight to the mountains."""
    sheet.stars()
    night = sheet.light == "night"
    sheet.disc(sheet.sun if night else WHITE, 1230, 250, 110)
    ridge = [(0, 520), (220, 350), (430, 470), (760, 240), (1010, 450), (1290, 320), (1600, 500)]
    sheet.shape(DEEP if night else CLAY, *ridge, (1600, 560), (0, 560))
    sheet.box(GLAZE if night else DEEP, 0, 530, WIDTH, 40)
    sheet.box(DEEP if night else GLAZE, 0, 566, WIDTH, 434)
    sheet.shape(PALE if not night else TEAL, (780, 566), (820, 566), (1330, 1000), (270, 1000))
    depth = 0.03
    while depth < 1.1:
        y, half = 566 + 434 * depth, 24 + 420 * depth
        sheet.box(INK, 800 - half, y, 2 * half, 5 + 26 * depth)
        depth *= 1.24
    for side in (-1, 1):
        sheet.shape(
            SAND if night else INK,
            (800 + side * 12, 560),
            (800 + side * 15, 560),
            (800 + side * 330, 1000),
            (800 + side * 296, 1000),
        )


def pipeline(sheet):
    """A pipe over low hills, with a valve."""
    sheet.disc(SAND, 330, 270, 130)
    sheet.hills(GLAZE, 700, 90, 190, 70, 210, 120)
    sheet.hills(DEEP, 800, 60, 20, 110, 30, 90)
    for x in range(90, WIDTH, 300):
        sheet.shape(INK, (x, 900), (x + 34, 640), (x + 66, 640), (x + 100, 900))
    sheet.box(CLAY, 0, 580, WIDTH, 120)
    sheet.box(SAND, 0, 604, WIDTH, 16)
    for x in range(220, WIDTH, 300):
        sheet.box(INK, x, 560, 36, 160)
    sheet.box(INK, 1018, 400, 24, 180)
    sheet.disc(INK, 1030, 390, 116)
    sheet.disc(PALE, 1030, 390, 88)
    for turn in range(0, 180, 45):
        dx, dy = 96 * math.cos(math.radians(turn)), 96 * math.sin(math.radians(turn))
        sheet.line(INK, 18, (1030 - dx, 390 - dy), (1030 + dx, 390 + dy))
    sheet.disc(CLAY, 1030, 390, 30)
    sheet.box(INK, 0, 896, WIDTH, 104)


def river(sheet):
    """A river that winds from the mountains into a lake."""
    sheet.disc(SAND, 420, 260, 120)
    ridge = [(0, 560), (240, 330), (450, 500), (720, 260), (980, 500), (1240, 310), (1600, 560)]
    sheet.shape(DEEP, *ridge, (1600, 700), (0, 700))
    sheet.shape(WHITE, (720, 260), (656, 318), (700, 340), (730, 320), (770, 350), (800, 334))
    sheet.shape(WHITE, (1240, 310), (1180, 354), (1226, 372), (1260, 350), (1320, 362))
    sheet.hills(SAND, 620, 60, 110, 40, 90, 60)
    right = [(880, 540), (900, 540), (1010, 600), (820, 670), (940, 740), (1600, 800), (1600, 1000)]
    left = [(0, 1000), (0, 800), (560, 740), (640, 670), (920, 600)]
    sheet.shape(GLAZE, *right, *left)
    for x, y in ((260, 850), (720, 820), (1190, 870), (480, 930), (1000, 950)):
        sheet.box(PALE, x, y, 190, 8)
    sheet.shape(CLAY, (0, 730), (360, 700), (470, 760), (0, 850))
    for x, tall in ((70, 330), (150, 400), (230, 350), (310, 270)):
        sheet.box(INK, x - 7, 700, 14, 70)
        sheet.disc(DEEP, x, 740 - tall / 2, tall * 0.13, squeeze=3.9)


def yurt(sheet):
    """A white yurt on the summer pasture."""
    sheet.stars()
    sheet.disc(sheet.sun, 1210, 300, 140)
    sheet.shape(
        DEEP, (0, 640), (300, 360), (560, 580), (850, 300), (1180, 590), (1400, 440), (1600, 600), (1600, 760), (0, 760)
    )
    sheet.shape(WHITE, (850, 300), (780, 360), (836, 384), (862, 352), (930, 372))
    sheet.hills(GLAZE, 760, 50, 110, 60, 100, 40)
    sheet.hills(PALE, 900, 20, 60, 110, 90, 30)
    sheet.shape(WHITE, (360, 640), (470, 520), (600, 462), (740, 462), (870, 520), (980, 640))
    sheet.box(WHITE, 372, 640, 596, 230)
    sheet.box(CLAY, 366, 634, 608, 30)
    for x in range(376, 960, 48):
        sheet.shape(SAND, (x, 649), (x + 14, 638), (x + 28, 649), (x + 14, 660))
    sheet.box(SAND, 372, 760, 596, 10)
    sheet.disc(INK, 670, 466, 76, squeeze=0.28)
    sheet.box(CLAY, 600, 690, 140, 180)
    sheet.box(INK, 612, 702, 54, 168)
    sheet.box(SAND, 674, 702, 54, 168)
    for x in (1180, 1290, 1380):
        sheet.disc(INK, x, 816, 46, squeeze=0.55)
        sheet.disc(INK, x + 44, 790, 17)
        sheet.box(INK, x - 30, 826, 9, 40)
        sheet.box(INK, x + 20, 826, 9, 40)
    sheet.box(DEEP, 0, 906, WIDTH, 94)


def pylons(sheet):
    """A power line before a low sun."""
    sheet.disc(sheet.sun, 430, 430, 170)
    sheet.hills(GLAZE, 700, 60, 160, 80, 200, 110)
    sheet.hills(DEEP, 860, 120, 40, 110, 60, 30)
    masts = ((210, 860, 1.2), (700, 800, 0.95), (1120, 770, 0.75), (1440, 750, 0.6))
    for x, foot, size in masts:
        top = foot - 560 * size
        for side in (-1, 1):
            sheet.line(INK, 12 * size, (x + side * 90 * size, foot), (x + side * 14 * size, top))
        for step in range(5):
            wide, y = (90 - step * 15) * size, foot - step * 112 * size
            sheet.line(INK, 7 * size, (x - wide, y), (x + wide - 14 * size, y - 112 * size))
        for arm, y in ((150, top + 60 * size), (190, top + 140 * size)):
            sheet.line(INK, 12 * size, (x - arm * size, y), (x + arm * size, y))
    for (x, foot, size), (far, low, small) in zip(masts, masts[1:], strict=False):
        for arm, drop in ((150, 60), (-150, 60), (190, 140), (-190, 140)):
            begin = (x + arm * size, foot - 560 * size + drop * size)
            end = (far + arm * small, low - 560 * small + drop * small)
            _wire(sheet, begin, end)
    sheet.hills(INK, 960, 30, 60, 10, 50, 20)


def _wire(sheet, begin, end):
    steps = [step / 20 for step in range(21)]
    sag = 0.16 * (end[0] - begin[0])
    points = [
        (begin[0] + (end[0] - begin[0]) * s, begin[1] + (end[1] - begin[1]) * s + sag * 4 * s * (1 - s)) for s in steps
    ]
    sheet.line(INK, 3, *points)
