"""Every address a reader can ask for: the URL map times slugs that are public, secret, and of nothing at all."""

from urllib.parse import quote

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

# Patterns of the desk itself: an anonymous reader gets its log-in page and nothing else.
EXEMPT = "admin/"

PUBLIC = {
    "articles:detail": ["ministers-meet-in-oskemen", "a-bridge-opens"],
    "articles:section": ["diplomacy"],
    "articles:tag": ["rivers"],
    "articles:author": ["mira-sanat"],
    "people:person": ["ada-orlan", "boris-temir", "clara-ulan"],
    "people:organisation": ["vesmark", "ministry-of-rivers"],
    "people:meeting": ["talks-in-oskemen-2023", "second-river-meeting-2023"],
    "people:series": ["meeting-of-the-river-ministers"],
}
SECRET = {
    "articles:detail": [
        "zarlyk-signs-a-secret-pact",
        "ministers-meet-in-oskemen-2",
        "zarlyk-to-resign",
        "zarlyk-report-under-embargo",
        "ministers-meet-and-quarrel",
        "a-dam-breaks-near-zhelkent",
        "held-words-of-zhelkent",
        "held-far-from-zhelkent",
        "held-elsewhere",
        "zarlyk-after-all",
    ],
    "articles:section": ["secret-section", "zarlyk-files"],
    "articles:tag": ["quarrel", "held", "zarlyk-affair"],
    "articles:author": ["zarlyk-insider"],
    "people:person": [
        "dana-aul",
        "emir-zarlyk",
        "emir-zarlyk-2",
        "farid-closedname",
        "gulnara-closedname",
        "gulnara-elsewhere",
    ],
    "people:organisation": ["secret-service-of-vesmark", "secret-service-of-vesmark-2"],
    "people:meeting": ["secret-talks-in-zhelkent-2023", "secret-talks-in-zhelkent-2023-2", "talks-in-zhelkent-2023"],
    "people:series": ["secret-series"],
}
# Every page of the record that lists meetings is a calendar, too; nearly every list is a feed, and a table.
CALENDARS = {f"people:{page}_calendar": f"people:{page}" for page in ("person", "organisation", "meeting", "series")}
FEEDS = {f"articles:{page}_feed": f"articles:{page}" for page in ("section", "tag", "author")}
FEEDS |= {f"articles:{page}_feed": f"people:{page}" for page in ("person", "organisation", "series")}
TABLES = {f"people:{page}_csv": f"people:{page}" for page in ("person", "organisation", "meeting", "series")}
TABLES |= {f"articles:{page}_csv": f"articles:{page}" for page in ("section", "tag", "author")}
for name, page in (CALENDARS | FEEDS | TABLES).items():
    PUBLIC[name], SECRET[name] = PUBLIC[page], SECRET[page]
MONTHS = [("2023", "06"), ("2023", "05"), ("2023", "13"), ("0000", "01")]
NOTHING = "nothing-of-that-name"
# Its own address answers 410 instead of 404, and corrections say so: the one difference a taking down may make.
TAKEN_DOWN = "taken-words-of-zhelkent"
CORRECTIONS = ["articles:corrections", "articles:corrections_feed"]
SEARCHES = ["zarlyk", "ada", "orlan", "river", "зарлык", "ада", "zhelkent", "oskemen", "minister", "bridge", "dana"]
# By hash, as `secrets.secret_pictures` plants them; the last one is nobody's.
SECRET_PICTURES = {"draft": "5e" * 16, "killed": "de" * 16, "portrait": "fa" * 16}
PICTURES = [
    f"{hash}{size}"
    for hash in (*SECRET_PICTURES.values(), "0" * 32)
    for size in ("-320.jpg", "-960.avif", "-wide-640.webp", "-long-640.webp", "-321.jpg")
]
LISTS = [
    "home",
    "robots",
    "favicon",
    "articles:feed",
    "articles:archive",
    "articles:meetings_feed",
    "people:people",
    "people:organisations",
    "people:meetings",
    "people:meetings_calendar",
    "people:people_csv",
    "people:organisations_csv",
    "people:meetings_csv",
    "articles:archive_csv",
]


def names_in(resolver=None, prefix=""):
    """The names of all patterns of the URL map, without those of exempt parts."""
    for entry in (resolver or get_resolver()).url_patterns:
        if str(entry.pattern).startswith(EXEMPT):
            continue
        if isinstance(entry, URLResolver):
            namespace = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from names_in(entry, namespace)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}"


def covered():
    """The names that `every_address` asks for."""
    months = {f"articles:archive_month{form}" for form in ("", "_feed", "_csv")}
    return {*PUBLIC, *LISTS, *CORRECTIONS, *months, "search", "articles:picture"}


def every_address(reverse):
    """All addresses, each once, in a fixed order."""
    addresses = [reverse(name) for name in LISTS]
    for name, slugs in PUBLIC.items():
        addresses += [reverse(name, args=[slug]) for slug in (*slugs, *SECRET[name], NOTHING)]
    for month in MONTHS:
        addresses += [reverse(f"articles:archive_month{feed}", args=month) for feed in ("", "_feed", "_csv")]
    addresses += [f"{reverse('search')}?q={quote(word)}" for word in SEARCHES]
    addresses += [f"/pictures/{name}" for name in PICTURES]
    addresses += [f"{reverse('people:people')}?letter={letter}" for letter in "ADEFZ"]
    addresses += [f"{reverse('people:people')}?q={quote(word)}" for word in ("ada", "zarlyk", "зарлык", "farid")]
    addresses += [f"{reverse('people:people')}?{query}" for query in ("country=vesmark", "on=2023-05-01")]
    addresses += [f"{reverse('people:meetings')}?year={year}" for year in (2022, 2023)]
    addresses += [f"{reverse('people:person', args=['ada-orlan'])}?year=2023"]
    addresses += [
        "/sitemap.xml",
        "/healthz",
        "/api/v1/",
        "/admin/",
        "/admin/articles/article/1/change/",
    ]
    return list(dict.fromkeys(addresses))
