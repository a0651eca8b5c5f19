"""Pictures: the first rendition, all renditions, and the memory that the largest files take."""

import multiprocessing
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django
from PIL import Image

from articles import pictures
from articles.imaging import drawing, ratios
from articles.imaging.marks import Marks
from newsdesk.bench.figures import Figure

SIZES = ("demo",)
PHOTOGRAPH, LARGEST = (6000, 4000), (8660, 5774)  # 24 and 50 megapixels
AT_ONCE = 640  # pixels: the rendition that is drawn with the upload
MOST = 600  # MB
MARKS = Marks(credit="Newsdesk", copyright="© Newsdesk")


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photograph, largest = _noise(PHOTOGRAPH), _noise(LARGEST)
        photograph.save(folder / "24.jpg", quality=92)
        largest.save(folder / "50.jpg", quality=92, progressive=True, subsampling=0)
        largest.putalpha(largest.getchannel("R"))
        largest.save(folder / "50.png", compress_level=1)
        first, first_peak = _alone(draw_first, folder / "24.jpg")
        all_of_them, peak = _alone(draw_all, folder / "24.jpg")
        largest_peaks = [(kind, _alone(draw_all, folder / kind)[1]) for kind in ("50.jpg", "50.png")]
    number = len(wanted(*PHOTOGRAPH))
    return [
        Figure("24-megapixel JPEG: checked, and drawn small", first, "s"),
        Figure("24-megapixel JPEG: checked, and drawn small, peak", first_peak, "MB"),
        Figure(f"24-megapixel JPEG: all {number} renditions", all_of_them, "s"),
        Figure(f"24-megapixel JPEG: all {number} renditions, peak", peak, "MB"),
        Figure("50-megapixel progressive JPEG: all renditions, peak", largest_peaks[0][1], "MB", MOST),
        Figure("50-megapixel transparent PNG: all renditions, peak", largest_peaks[1][1], "MB", MOST),
    ]


def wanted(width: int, height: int) -> list[tuple[ratios.Size, str]]:
    """What the worker makes of a picture of that size."""
    return [(size, kind) for size in ratios.all_sizes(width, height) for kind in drawing.ENCODERS]


def draw_first(path: Path) -> None:
    """What an upload waits for."""
    with path.open("rb") as file:
        facts = pictures.examine(file, pixels=60_000_000)
        size = next(size for size in ratios.sizes("", facts.width, facts.height) if size.width == AT_ONCE)
        list(drawing.draw(file, [(size, "jpg")], turn=path.with_suffix(".turn")))


def draw_all(path: Path) -> None:
    """What the worker does of it."""
    with path.open("rb") as file:
        facts = pictures.examine(file, pixels=60_000_000)
        renditions = wanted(facts.width, facts.height)
        for _drawn in drawing.draw(file, renditions, turn=path.with_suffix(".turn"), marks=MARKS):
            pass


def _alone(work: Callable[[Path], None], path: Path) -> tuple[float, float]:
    """Seconds and peak memory, Django's included, of a process that does nothing else."""
    context = multiprocessing.get_context("spawn")
    told = context.SimpleQueue()
    process = context.Process(target=_tell, args=(work, path, told))
    process.start()
    figures: tuple[float, float] = told.get()
    process.join()
    return figures


def _tell(work: Callable[[Path], None], path: Path, told: multiprocessing.SimpleQueue) -> None:
    django.setup()
    began = time.perf_counter()
    work(path)
    seconds = time.perf_counter() - began
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    told.put((round(seconds, 2), round(int(peak.split()[1]) / 1000)))


def _noise(size: tuple[int, int]) -> Image.Image:
    """As hard to compress as a photograph of leaves."""
    width, height = size
    grain = Image.effect_noise((width // 8, height // 8), 60).resize(size, Image.Resampling.BICUBIC)
    turns = (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM)
    return Image.merge("RGB", (grain, *(grain.transpose(turn) for turn in turns)))
