"""An article in Chromium: how far things move while it loads, and the bytes that it fetches."""

from urllib.parse import urljoin

from django.urls import reverse
from playwright.sync_api import Page, sync_playwright

from newsdesk.bench import busiest
from newsdesk.bench.figures import Figure
from newsdesk.demo import chromium
from newsdesk.demo.pictures import SIZES as SCREENS
from newsdesk.demo.pictures import served

SIZES = ("demo",)
SHIFT = """new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => moved += each.hadRecentInput ? 0 : each.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(moved), 500);
})"""
FETCHED = """performance.getEntriesByType("resource").map(each => [each.name, each.encodedBodySize])"""


def measure() -> list[Figure]:
    path = chromium.find()
    if path is None:
        return []
    pages = {
        "article": reverse("articles:detail", args=[busiest.article().slug]),
        "home": reverse("home"),
        "person": reverse("people:person", args=[busiest.person().slug]),
        "meeting": reverse("people:meeting", args=[busiest.meeting().slug]),
    }
    figures = []
    with served() as site, sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        for screen, size in SCREENS.items():
            for name, address in pages.items():
                page = chrome.new_page(viewport=size)
                figures += _figures(page, f"{name}, {screen}", urljoin(site, address), name)
                page.close()
    return figures


def _figures(page: Page, name: str, address: str, kind: str) -> list[Figure]:
    page.goto(address, wait_until="networkidle")
    for step in range(1, 12):
        page.mouse.wheel(0, 400 * step)
    moved = page.evaluate(SHIFT)
    fonts = sum(size for file, size in page.evaluate(FETCHED) if file.endswith(".woff2")) / 1000
    is_article = kind == "article"
    return [
        Figure(f"{name}: layout shift", round(moved, 5), "", 0.002),
        Figure(f"{name}: fonts fetched", fonts, "kB", 110 if is_article else None),
    ]
