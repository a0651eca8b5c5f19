"""Motifs of the towns: each draws on a Sheet, and does nothing else."""

from newsdesk.demo.sheet import CLAY, DEEP, GLAZE, INK, NIGHT, PALE, SAND, WHITE, WIDTH


def gate(sheet):
    """A gate tower on a battlemented wall."""
    sheet.disc(SAND, 1160, 300, 190)
    sheet.shape(GLAZE, (0, 640), (250, 410), (520, 600), (760, 640), (0, 700))
    sheet.shape(GLAZE, (900, 660), (1270, 400), (1600, 590), (1600, 700), (900, 700))
    for half, y in ((370, 480), (320, 360), (265, 240)):
        sheet.box(SAND if y == 360 else DEEP, 800 - half + 110, y, 2 * half - 220, 160 if y == 480 else 120)
        sheet.shape(
            INK, (800 - half, y + 26), (800 - half + 82, y - 46), (800 + half - 82, y - 46), (800 + half, y + 26)
        )
    sheet.shape(INK, (640, 200), (690, 160), (910, 160), (960, 200))
    for x in range(610, 1000, 70):
        sheet.arch(SAND, x, 534, 28, 66)
    sheet.box(DEEP, 0, 630, WIDTH, 370)
    for x in range(-20, WIDTH, 80):
        sheet.box(DEEP, x, 596, 44, 40)
    for y in range(690, 960, 62):
        sheet.box(GLAZE, 0, y, WIDTH, 4)
    sheet.arch(SAND, 700, 740, 200, 260)
    sheet.arch(INK, 716, 756, 168, 244)


def market(sheet):
    """Four stalls with striped awnings."""
    sheet.stars()
    sheet.disc(sheet.sun, 800, 280, 170)
    for x, tall in ((0, 200), (190, 260), (1210, 290), (1410, 220)):
        sheet.box(GLAZE, x, 560 - tall, 200, tall + 200)
        sheet.disc(DEEP, x + 100, 560 - tall, 70)
    sheet.box(DEEP, 0, 560, WIDTH, 440)
    for number, left in enumerate((60, 440, 820, 1200)):
        colours = (CLAY, WHITE) if number % 2 else (GLAZE, WHITE)
        sheet.box(INK, left + 10, 500, 12, 380)
        sheet.box(INK, left + 318, 500, 12, 380)
        for stripe in range(8):
            x = left - 10 + stripe * 45
            sheet.shape(
                colours[stripe % 2],
                (left + 20 + stripe * 37.5, 400),
                (left + 57.5 + stripe * 37.5, 400),
                (x + 45, 530),
                (x, 530),
            )
            sheet.disc(colours[stripe % 2], x + 22.5, 530, 22.5)
        sheet.box(SAND, left - 6, 740, 352, 150)
        for box in range(3):
            sheet.box(INK, left + 12 + box * 112, 780, 96, 12)
        for ball in range(6):
            sheet.disc((CLAY, SAND, PALE)[(ball + number) % 3], left + 36 + ball * 54, 716, 28)
    sheet.box(INK, 0, 890, WIDTH, 110)


def skyline(sheet):
    """A city on the steppe, one tower with a ball."""
    night = sheet.light == "night"
    sheet.stars()
    sheet.disc(sheet.sun, 330, 270, 120)
    behind, before, lit = (DEEP, NIGHT, SAND) if night else (GLAZE, DEEP, PALE)
    for x, tall in ((40, 300), (230, 420), (400, 260), (960, 450), (1130, 330), (1330, 500), (1500, 280)):
        sheet.box(behind, x, 760 - tall, 150, tall)
    _lit_towers(sheet, before, lit)
    _lattice(sheet, WHITE if night else INK)
    sheet.disc(CLAY if not night else SAND, 800, 256, 84)
    sheet.box(CLAY, 0, 756, WIDTH, 26)
    sheet.box(DEEP if night else GLAZE, 0, 780, WIDTH, 220)
    for x, y, wide in ((180, 840, 260), (640, 820, 330), (1080, 870, 280), (360, 920, 220), (860, 940, 300)):
        sheet.box(GLAZE if night else PALE, x, y, wide, 10)


def _lit_towers(sheet, wall, window):
    for x, tall, wide in ((120, 220, 130), (300, 330, 120), (500, 250, 150), (1010, 300, 150), (1220, 390, 130)):
        sheet.box(wall, x, 760 - tall, wide, tall)
        for y in range(790 - tall, 730, 46):
            for left in range(x + 20, x + wide - 24, 34):
                if (left * 7 + y * 3) % 5:
                    sheet.box(window, left, y, 14, 22)


def _lattice(sheet, colour):
    for side in (-1, 1):
        for foot, neck, height in ((110, 14, 300), (64, 26, 280), (24, 60, 250)):
            waist, crown = (800 + side * neck * 0.4, 480), (800 + side * neck * 1.9, height)
            sheet.line(colour, 9, (800 + side * foot, 760), waist, crown)


def registan(sheet):
    """A tiled portal between two minarets."""
    sheet.stars()
    sheet.disc(sheet.sun, 800, 270, 200)
    for x in (500, 1100):
        sheet.disc(GLAZE, x, 440, 108, squeeze=1.12)
        sheet.box(DEEP, x - 84, 470, 168, 90)
        for rib in range(-60, 80, 40):
            sheet.line(DEEP, 5, (x + rib * 0.5, 330 + abs(rib) * 0.2), (x + rib, 470))
    sheet.box(CLAY, 330, 556, 940, 304)
    for x in (370, 480, 1050, 1160):
        sheet.arch(DEEP, x, 640, 72, 160, pointed=0.2)
    for x in (250, 1290):
        sheet.shape(DEEP, (x - 34, 860), (x - 24, 250), (x + 84, 250), (x + 94, 860))
        sheet.box(CLAY, x - 40, 220, 140, 34)
        for number, y in enumerate(range(300, 840, 54)):
            sheet.box((GLAZE, SAND)[number % 2], x - 24 - number, y, 108 + 2 * number, 16)
    sheet.box(DEEP, 590, 330, 420, 530)
    sheet.box(GLAZE, 606, 346, 388, 514)
    for x in (622, 966):
        for y in range(366, 850, 44):
            sheet.shape(SAND, (x - 6, y + 12), (x + 6, y), (x + 18, y + 12), (x + 6, y + 24))
    sheet.arch(SAND, 656, 440, 288, 420, pointed=0.2)
    sheet.arch(INK, 680, 466, 240, 394, pointed=0.2)
    sheet.arch(DEEP, 740, 620, 120, 240, pointed=0.2)
    sheet.box(INK, 0, 856, WIDTH, 144)
    sheet.box(CLAY, 0, 856, WIDTH, 14)


def harbour(sheet):
    """A crane, a cargo ship and a lighthouse."""
    sheet.disc(SAND, 430, 270, 140)
    sheet.hills(DEEP, 660, 40, 120, 60, 90, 150)
    sheet.box(GLAZE, 0, 640, WIDTH, 360)
    sheet.shape(WHITE, (1330, 640), (1350, 300), (1420, 300), (1440, 640))
    sheet.box(CLAY, 1343, 400, 84, 70)
    sheet.box(CLAY, 1336, 530, 98, 70)
    sheet.box(INK, 1346, 236, 78, 64)
    sheet.shape(CLAY, (1336, 240), (1385, 184), (1434, 240))
    sheet.box(SAND, 1364, 252, 42, 36)
    for left in (150, 330):
        sheet.shape(INK, (left, 760), (left + 20, 330), (left + 50, 330), (left + 70, 760))
    sheet.box(INK, 130, 320, 640, 34)
    sheet.shape(INK, (280, 322), (330, 180), (352, 180), (760, 322), (700, 322), (346, 214), (316, 322))
    sheet.line(INK, 6, (660, 354), (660, 470))
    sheet.box(CLAY, 590, 470, 140, 72)
    for number, (x, y) in enumerate(((600, 596), (748, 596), (896, 596), (674, 524), (822, 524))):
        if y == 596 or number == 4:
            sheet.box((CLAY, SAND, DEEP, PALE, WHITE)[number], x, y, 138, 72)
    sheet.box(WHITE, 1070, 490, 130, 180)
    sheet.box(DEEP, 1090, 516, 90, 26)
    sheet.shape(INK, (540, 666), (1260, 666), (1200, 800), (610, 800))
    sheet.box(CLAY, 600, 776, 610, 24)
    for x, y, wide in ((120, 850, 260), (560, 880, 330), (1100, 850, 300), (320, 940, 240), (900, 950, 280)):
        sheet.box(PALE, x, y, wide, 10)
    sheet.box(DEEP, 0, 750, 470, 70)
