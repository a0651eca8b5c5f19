"""Motifs of halls and travel: each draws on a Sheet, and does nothing else."""

import math

from newsdesk.demo.sheet import CLAY, DEEP, GLAZE, HEIGHT, INK, PALE, SAND, WHITE, WIDTH


def table(sheet):
    """A long table with empty chairs under lamps."""
    wall, floor = (INK, DEEP) if sheet.light == "night" else (GLAZE, DEEP)
    sheet.box(wall, 0, 0, WIDTH, 620)
    for x in range(120, WIDTH, 290):
        sheet.arch(PALE if sheet.light == "day" else DEEP, x, 110, 200, 400, pointed=0.22)
    sheet.box(floor, 0, 600, WIDTH, 400)
    for x in (400, 800, 1200):
        sheet.line(SAND, 6, (x, 0), (x, 150))
        sheet.shape(SAND, (x - 76, 226), (x - 40, 150), (x + 40, 150), (x + 76, 226))
    for x in range(300, 1400, 240):
        _chair(sheet, x, 440, CLAY)
    sheet.shape(SAND, (240, 610), (1360, 610), (1500, 740), (100, 740))
    sheet.shape(CLAY, (100, 740), (1500, 740), (1500, 790), (100, 790))
    for x in (190, 1360):
        sheet.box(INK, x, 790, 50, 150)
    for x in range(340, 1320, 230):
        sheet.shape(WHITE, (x - 40, 680), (x - 28, 640), (x + 32, 640), (x + 44, 680))
    for x in range(240, 1500, 280):
        _chair(sheet, x, 720, INK)


def _chair(sheet, x, top, colour):
    sheet.arch(colour, x - 60, top, 120, 190)
    sheet.box(colour, x - 52, top + 180, 14, 100)
    sheet.box(colour, x + 38, top + 180, 14, 100)


def lectern(sheet):
    """Somebody speaks at a lectern before an empty wall; the face is nobody's."""
    sheet.box(GLAZE if sheet.light == "day" else DEEP, 0, 0, WIDTH, 820)
    for x in range(120, 1200, 490):
        sheet.arch(PALE if sheet.light == "day" else INK, x, 130, 380, 560, pointed=0.12)
    sheet.box(INK, 0, 800, WIDTH, 200)
    sheet.arch(INK, 560, 420, 480, 400)
    sheet.shape(WHITE, (740, 424), (860, 424), (800, 590))
    sheet.shape(CLAY, (784, 450), (816, 450), (828, 580), (800, 610), (772, 580))
    sheet.box(SAND, 762, 350, 76, 84)
    sheet.disc(SAND, 800, 290, 106)
    sheet.arch(INK, 694, 180, 212, 92)
    sheet.shape(CLAY, (520, 640), (1080, 640), (1030, 940), (570, 940))
    sheet.box(SAND, 500, 610, 600, 44)
    sheet.line(PALE, 8, (930, 612), (900, 500))
    sheet.disc(PALE, 896, 492, 20)


def airport(sheet):
    """An airliner before the terminal."""
    sheet.disc(SAND, 1240, 250, 130)
    sheet.hills(GLAZE, 640, 60, 150, 90, 190, 80)
    sheet.box(DEEP, 0, 520, 1020, 150)
    sheet.shape(CLAY, (0, 520), (0, 476), (1060, 500), (1020, 524))
    for x in range(40, 1000, 80):
        sheet.box(PALE, x, 556, 52, 74)
    sheet.shape(INK, (1330, 670), (1352, 330), (1398, 330), (1420, 670))
    sheet.shape(DEEP, (1290, 240), (1460, 240), (1434, 336), (1316, 336))
    sheet.box(PALE, 1312, 262, 126, 34)
    sheet.box(INK, 0, 660, WIDTH, 340)
    for x in range(60, WIDTH, 280):
        sheet.box(SAND, x, 930, 150, 14)
    sheet.shape(CLAY, (250, 690), (200, 500), (280, 500), (420, 680))
    sheet.disc(WHITE, 800, 730, 560, squeeze=0.118)
    sheet.shape(GLAZE, (246, 742), (1356, 742), (1250, 776), (400, 776))
    for x in range(440, 1200, 46):
        sheet.box(DEEP, x, 704, 22, 22)
    sheet.shape(DEEP, (1270, 694), (1308, 706), (1322, 722), (1262, 722))
    sheet.shape(PALE, (700, 750), (900, 750), (640, 880), (540, 880))
    sheet.disc(CLAY, 752, 826, 58, squeeze=0.6)
    for x in (690, 860, 1200):
        sheet.disc(SAND, x, 818, 22)


def tiles(sheet):
    """A wall of eight-pointed stars."""
    sheet.box(DEEP, 0, 0, WIDTH, HEIGHT)
    step = 200
    for row in range(6):
        for column in range(9):
            x, y = column * step, row * step
            for turn in (0, 45):
                corners = [math.radians(turn + 90 * corner) for corner in range(4)]
                star = (SAND, GLAZE, CLAY, GLAZE, PALE)[(row * 2 + column * 3) % 5]
                sheet.shape(star, *((x + 92 * math.cos(each), y + 92 * math.sin(each)) for each in corners))
            sheet.disc(DEEP, x, y, 38)
            sheet.disc(WHITE, x, y, 16)
            middle = (x + step / 2, y + step / 2)
            for turn in (0, 45):
                corners = [math.radians(turn + 90 * corner) for corner in range(4)]
                sheet.shape(
                    INK, *((middle[0] + 46 * math.cos(each), middle[1] + 46 * math.sin(each)) for each in corners)
                )
            sheet.disc(PALE, *middle, 18)
