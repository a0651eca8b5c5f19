"""How each language of the desk writes dates: data. `read` understands whatever `words` writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language's way with dates.

    `shapes` are keyed by the parts they show (y, m, d); the pairs `same_month`, `same_year`, `same_year_months` and
    `years` say which of them the start and the end of a range show, so that nothing is said twice.
    """

    locale: str
    shapes: Mapping[str, str]
    same_month: tuple[str, str]
    same_year: tuple[str, str]
    same_year_months: tuple[str, str]
    within: str
    since: str
    since_unknown: str
    until: str
    until_unknown: str
    weekday: str
    years: tuple[str, str] = ("y", "y")
    range_tight: str = "{start}–{end}"
    range_wide: str = "{start} – {end}"
    has_numbered_months: bool = False
    month_alone: str = "format"  # Russian: «июнь 2022 г.», but «8 июня» and «с июня»


ENGLISH = Language(
    locale="en_GB",
    shapes={"ymd": "{d} {m} {y}", "md": "{d} {m}", "d": "{d}", "ym": "{m} {y}", "m": "{m}", "y": "{y}"},
    same_month=("d", "ymd"),
    same_year=("md", "ymd"),
    same_year_months=("m", "ym"),
    within="between {start} and {end}",
    since="since {start}",
    since_unknown="from {start}, end not known",
    until="until {end}",
    until_unknown="until {end}, start not known",
    weekday="{weekday}, {day}",
)
RUSSIAN = Language(
    locale="ru",
    shapes={
        "ymd": "{d} {m} {y} г.",
        "md": "{d} {m}",
        "d": "{d}",
        "ym": "{m} {y} г.",
        "m": "{m}",
        "y": "{y} г.",
        "first year": "{y}",
        "last year": "{y} гг.",
    },
    same_month=("d", "ymd"),
    same_year=("md", "ymd"),
    same_year_months=("m", "ym"),
    years=("first year", "last year"),
    within="не ранее {start} и не позднее {end}",
    since="с {start}",
    since_unknown="с {start}, окончание неизвестно",
    until="до {end}",
    until_unknown="до {end}, начало неизвестно",
    weekday="{weekday}, {day}",
    month_alone="stand-alone",
)
KAZAKH = Language(
    locale="kk",
    shapes={
        "ymd": "{y} ж. {d} {m}",
        "yd": "{y} ж. {d}",
        "md": "{d} {m}",
        "ym": "{y} ж. {m}",
        "m": "{m}",
        "y": "{y} ж.",
        "first year": "{y}",
        "last year": "{y} жж.",
    },
    same_month=("yd", "md"),
    same_year=("ymd", "md"),
    same_year_months=("ym", "m"),
    years=("first year", "last year"),
    within="{start} – {end} аралығында",
    since="басталуы: {start}, жалғасуда",
    since_unknown="басталуы: {start}, аяқталуы белгісіз",
    until="аяқталуы: {end}",
    until_unknown="басталуы белгісіз, аяқталуы: {end}",
    weekday="{day}, {weekday}",
)
CHINESE = Language(
    locale="zh",
    shapes={
        "ymd": "{y}年{m}月{d}日",
        "md": "{m}月{d}日",
        "d": "{d}日",
        "ym": "{y}年{m}月",
        "m": "{m}月",
        "y": "{y}年",
    },
    same_month=("ymd", "d"),
    same_year=("ymd", "md"),
    same_year_months=("ym", "m"),
    within="{start}至{end}之间",
    since="自{start}至今",
    since_unknown="自{start}起，结束时间不详",
    until="截至{end}",
    until_unknown="截至{end}，开始时间不详",
    weekday="{day}{weekday}",
    range_tight="{start}至{end}",
    range_wide="{start}至{end}",
    has_numbered_months=True,
)
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH, "zh": CHINESE}


def language_of(tag: str) -> Language:
    """The language of a tag such as en, ru or zh-hans; English for others."""
    return LANGUAGES.get(tag.lower().replace("_", "-").partition("-")[0], ENGLISH)


@cache
def month_names(language: Language, context: str, width: str = "wide") -> tuple[str, ...]:
    """The twelve months as Babel has them; `context` is "format" (within a date) or "stand-alone"."""
    names = Locale.parse(language.locale).months[context][width]
    return tuple(names[month] for month in range(1, 13))


@cache
def weekday_names(language: Language) -> tuple[str, ...]:
    """The seven days from Monday on."""
    names = Locale.parse(language.locale).days["format"]["wide"]
    return tuple(names[day] for day in range(7))
