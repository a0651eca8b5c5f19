"""Drawings of time and company as SVG. Written in Python: a long record has some hundred of marks.

Classes only, no style of their own. The same facts stand beside each drawing as a list or a table.
"""

from html import escape

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def timeline_charts(timeline, name) -> SafeString:
    """A person's line (`people.timeline.Timeline`), wide and, for a phone, downwards."""
    wide, tall = timeline.wide, timeline.tall
    across = _squares(wide) if timeline.is_binned else "".join(map(_mark, wide.marks))
    down = _months(tall) if timeline.is_binned else _downwards(tall)
    return mark_safe(
        f"{_chart(wide, '', 'line', _line_words('line', timeline, name))}{_bars(wide)}{across}</svg>\n"
        f"{_chart(tall, ' chart-tall', 'down', _line_words('down', timeline, name))}{down}</svg>"
    )


@register.simple_tag
def holders_chart(timeline, title, at) -> SafeString:
    """The holders of one post as bars. `at`: a number for the ids."""
    says = _("One bar for each holder of the post; the list beside it gives the days.")
    head = _chart(timeline.wide, "", f"holders-{at}", _words(f"holders-{at}", escape(title), says))
    return mark_safe(f'<div class="wide-only">{head}{_bars(timeline.wide)}</svg></div>')


@register.simple_tag
def circle_chart(circle, name) -> SafeString:
    """Who was also there (`people.circle.Circle`): the thicker the line, the more meetings."""
    title = _("Who was at meetings together with %(name)s most often") % {"name": escape(name)}
    says = _("The thicker the line, the more meetings both attended. The list beside it gives the numbers.")
    links = "".join(
        f'<path class="link w{node.weight}" d="M{circle.x} {circle.y}L{node.x} {node.y}"/>' for node in circle.nodes
    )
    middle = (
        f'<rect class="node-me" x="{circle.box_x}" y="{circle.y - 19}" width="{circle.box_width}" height="38"/>'
        f'<text class="bar-now-text mid" x="{circle.x}" y="{circle.y + 5}">{escape(circle.name)}</text>'
    )
    head = _chart(circle, "", "circle", _words("circle", title, says))
    nodes = "".join(map(_node, circle.nodes))
    return mark_safe(f'<div class="wide-only">{head}{links}\n{middle}\n{nodes}</svg></div>')


def _node(node):
    return (
        f'<rect class="node" x="{node.x - 11}" y="{node.y - 11}" width="22" height="22"/>'
        f'<text class="strong mid" x="{node.x}" y="{node.y + 4}">{node.number}</text>'
        f'<text class="name mid" x="{node.text_x}" y="{node.text_y}">{escape(node.name)}</text>'
    )


def _chart(drawing, kind, at, words):
    return (
        f'<svg class="chart{kind}" viewBox="0 0 {drawing.width} {drawing.height}" role="img" '
        f'aria-labelledby="{at}-title {at}-text">{words}\n'
    )


def _words(at, title, says):
    """What a chart says to who does not see it."""
    return f'<title id="{at}-title">{title}</title><desc id="{at}-text">{says}</desc>'


def _line_words(at, timeline, name):
    title = _("Offices and meetings of %(name)s") % {"name": escape(name)}
    says = _(
        "From %(from)s to %(to)s. Every office is a bar, every meeting a square; the same facts stand in the list and "
        "the table of this page."
    )
    days = {"from": date_format(timeline.since, "F Y"), "to": date_format(timeline.until, "F Y")}
    return _words(at, title, says % days)


def _bars(drawing):
    """Ticks, offices and axis of a wide drawing."""
    ticks = "".join(
        f'<path class="tick" d="M{tick.at} 8V{drawing.axis}"/>'
        + (f'<text x="{tick.at + 3}" y="{drawing.axis + 20}">{_tick(tick)}</text>' if tick.is_labelled else "")
        for tick in drawing.ticks
    )
    offices = "".join(
        f'{_bar(bar)}<text class="{bar.text_class}" x="{bar.text_x}" y="{bar.text_y}">{escape(bar.text)}'
        + (f'<tspan class="days" dx="12">{escape(bar.days)}</tspan>' if bar.days else "")
        + "</text>"
        for bar in drawing.bars
    )
    return f'{ticks}\n{offices}\n<path class="axis" d="M0 {drawing.axis}H{drawing.width}"/>\n'


def _bar(bar):
    kind = "bar-now" if bar.is_now else "bar"
    return f'<rect class="{kind}" x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"/>'


def _tick(tick):
    """A year, or a month that names its year where a year begins."""
    return date_format(tick.day, "Y" if tick.kind == "year" else "M Y" if tick.has_year else "M")


def _mark(point):
    kind = "m" if point.state == "attended" else "m-x"
    use = f'<use href="#m-{point.kind}" x="{point.x}" y="{point.y}" width="16" height="16"/>'
    return f'<g class="{kind}"><title>{escape(point.words)}</title>{use}</g>'


def _squares(drawing):
    """Meetings of a long record: attended ones filled, all others open."""
    filled = f'<path class="u" d="{drawing.filled}"/>' if drawing.filled else ""
    return filled + (f'<path class="v" d="{drawing.open}"/>' if drawing.open else "")


def _downwards(tall):
    """Time runs downwards; beside the bars every meeting is one mark with its day and place."""
    ticks = "".join(
        f'<path class="tick" d="M0 {tick.at}H340"/>'
        + (f'<text x="0" y="{tick.at + 14}">{_tick(tick)}</text>' if tick.is_labelled else "")
        for tick in tall.ticks
    )
    turn = 'transform="translate({} {}) rotate(-90)"'
    offices = "".join(
        _bar(bar)
        + (
            f'<text class="{bar.text_class}" {turn.format(bar.text_x, bar.text_y)}>{escape(bar.text)}</text>'
            if bar.text
            else ""
        )
        for bar in tall.bars
    )
    marks = "".join(_line(point, tall.axis) for point in tall.marks)
    return f'{ticks}\n{offices}\n<path class="axis" d="M{tall.axis} 8V{tall.height}"/>\n{marks}'


def _line(point, axis):
    kind = "m" if point.state == "attended" else "m-x"
    return (
        f'<path class="tick-strong" d="M{axis} {point.from_y}L{axis + 20} {point.y + 7}"/>'
        f'<g class="{kind}"><use href="#m-{point.kind}" x="{axis + 24}" y="{point.y}" width="14" height="14"/></g>'
        f'<text class="strong" x="{axis + 46}" y="{point.y + 11}">{escape(point.short_day)}</text>'
        f'<text x="{axis + 100}" y="{point.y + 11}">{escape(point.place)}</text>'
    )


def _months(tall):
    """A row a year, a column a month, a square a meeting."""
    heads = "".join(
        f'<text class="mid" x="{month.at}" y="12">{escape(date_format(month.day, "M")[:1])}</text>'
        for month in tall.months
    )
    rows = "".join(
        f'<path class="axis" d="M0 {row.base}H340"/><text class="strong" x="0" y="{row.base - 22}">{row.year}</text>'
        f'<text x="0" y="{row.base - 7}">{row.number}</text>'
        for row in tall.rows
    )
    return f"{heads}\n{rows}\n{_squares(tall)}"
