"""Figures and the table they are printed in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value. `aim`: the most it may be; without one it is for information."""

    name: str
    value: float
    unit: str
    aim: float | None = None

    @property
    def is_reached(self) -> bool:
        return self.aim is None or self.value <= self.aim

    @property
    def verdict(self) -> str:
        if self.aim is None:
            return ""
        return "reached" if self.is_reached else "NOT REACHED"


def number(value: float) -> str:
    """With as many digits as mean something."""
    if value == int(value) or value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def table(title: str, figures: list[Figure]) -> str:
    """Lines of name, value, aim and verdict, in columns."""
    rows = [
        (each.name, f"{number(each.value)} {each.unit}", f"≤ {number(each.aim)}" if each.aim is not None else "", each)
        for each in figures
    ]
    name, value, aim = (max([len(row[column]) for row in rows], default=0) for column in range(3))
    lines = [f"{row[0]:<{name}}  {row[1]:>{value}}  {row[2]:>{aim}}  {row[3].verdict}".rstrip() for row in rows]
    return "\n".join(["", title, "─" * len(title), *lines])
