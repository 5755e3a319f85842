"""A flow as SVG: names, wholes at the left, at the right what remains of each on a scale of its own."""

from itertools import accumulate

from charts.draw.letters import paper_lines, paper_width
from charts.draw.palette import PALETTE
from charts.draw.svg.marks import Drawing, rectangle, series_list, text
from charts.records.figure import Segment
from charts.records.flow import Flow, FlowRow

NARROW = 620  # pixels: below this letters and rows are small
HEAD, GAP = 20, 20  # above the rows; between the panels
WIDTH, DIVIDE = 0.72, 0.36  # of a bar, share of its row; the wholes' part of what the names leave
LINE = 1.2  # height of a line of type, share of its size
INSIDE = 6  # pixels that an amount inside its bar leaves free


def flow_drawing(figure: Flow, width: float) -> Drawing:
    """The list of parts, the headings, and a line for each row."""
    wide = width >= NARROW
    size, row_height = (13.0, 23.0) if wide else (11.0, 17.0)
    names = min((0.28 if wide else 0.36) * width, 8 + max(paper_width(r.label, size, r.total) for r in figure.rows))
    lines = [paper_lines(row.label, names - 8, size) for row in figure.rows]
    heights = [max(row_height, (len(name) + 0.25) * LINE * size) for name in lines]
    marks, top = series_list(figure.series, width, size)
    tops = list(accumulate(heights, initial=top + HEAD))
    room = width - names - GAP
    left, right = names, names + room * DIVIDE + GAP
    wholes = [row.whole_text if wide else row.short_text for row in figure.rows]
    per = (
        _scale(figure.scale.level[1], room * DIVIDE, wholes, size),
        _scale(figure.scale.steps[1], room * (1 - DIVIDE), [row.rest_text for row in figure.rows], size),
    )
    for place, heading in zip((left, right), figure.panels if wide else figure.short_panels, strict=True):
        marks.append(text(place, top + 12, heading, size - 1, "muted"))
    for row, words, name, start, height in zip(figure.rows, wholes, lines, tops, heights, strict=False):
        marks += _name(row, name, names, start + height / 2, size)
        marks += _panel(figure, row.whole, words, row.total, (left, start, height), per[0], size, ())
        marks += _panel(figure, row.rest, row.rest_text, row.total, (right, start, height), per[1], size, row.inside)
    return Drawing("".join(marks), width, tops[-1] + 6)


def _scale(most: float, room: float, texts: list[str], size: float) -> float:
    """Pixels per MNOK, so that the longest bar and its text fit."""
    return (room - 8 - max(paper_width(words, size, bold=True) for words in texts)) / max(most, 1.0)


def _name(row: FlowRow, lines: list[str], names: float, middle: float, size: float) -> list[str]:
    """A row's name left of its bars, in as many lines as it takes."""
    first = middle + size * 0.35 - (len(lines) - 1) * size * LINE / 2
    places = ((first + at * size * LINE, words) for at, words in enumerate(lines))
    return [text(names - 8, y, words, size, bold=row.total, anchor="end") for y, words in places]


def _panel(
    figure: Flow,
    parts: tuple[Segment, ...],
    words: str,
    total: bool,
    place: tuple[float, float, float],
    per_mnok: float,
    size: float,
    inside: tuple[str, ...],
) -> list[str]:
    """The parts of one panel of a row, end to end, with their amounts inside where they fit, and the text beside."""
    left, top, height = place
    baseline = top + height / 2 + size * 0.35
    marks, end = [], left
    for part, amount in zip(parts, inside or ("",) * len(parts), strict=True):
        x, wide = left + part.span.start * per_mnok, part.span.amount * per_mnok
        tone = figure.series[part.series][1]
        marks.append(
            rectangle(x, top + height * (1 - WIDTH) / 2, wide, height * WIDTH, PALETTE[tone], PALETTE["paper"])
        )
        tried = (amount, figure.context.texts.amount(part.span.amount)) if amount else ()
        fits = [each for each in tried if paper_width(each, size - 1) + INSIDE < wide]
        marks += [text(x + wide / 2, baseline, each, size - 1, "paper", anchor="middle") for each in fits[:1]]
        end = max(end, x + wide)
    return [*marks, text(end + 5, baseline, words, size, bold=total)]
