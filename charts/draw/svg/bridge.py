"""A bridge as SVG: rows from top to bottom, levels at the left, the steps alone at the right."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from charts.draw.geometry import LEVELS, change_tone, is_seen, step_runs, tone
from charts.draw.letters import paper_lines, paper_width
from charts.draw.palette import PALETTE
from charts.draw.svg.marks import Drawing, line, rectangle, scenario_bar, text
from charts.records.bridge import Bridge, BridgeRow
from charts.records.figure import Span

NARROW = 620  # pixels: below this letters and rows are small
HEAD, GAP, SMALL_GAP = 20, 22, 14  # above the rows; between the panels
WIDE, OVER = 0.72, 0.44  # height of a bar that stands alone, and of the scenario's over the reference's
HERO, SMALL_HERO = 28.0, 17.0  # of the whole difference, pixels
LINE = 1.2  # height of a line of type, share of its size


@dataclass(frozen=True, slots=True)
class Panel:
    """A horizontal scale: where it begins, MNOK at that place, pixels per MNOK."""

    left: float
    low: float
    per_mnok: float

    def at(self, amount: float) -> float:
        """Where an amount stands, pixels from the left."""
        return self.left + (amount - self.low) * self.per_mnok


def bridge_drawing(figure: Bridge, width: float, taller: float = 0.0) -> Drawing:
    """Names, levels, steps; under the rows the difference from first total to last. taller: pixels over all rows."""
    wide, rows = width >= NARROW, figure.drawn
    size, least, row_height, gap = (13.0, 11.5, 27.0, GAP) if wide else (11.0, 11.0, 18.0, SMALL_GAP)
    row_height += taller / len(rows)
    heads = max(size - 1, least)
    labels = [*((row.label, row.total) for row in rows), (figure.difference_label, True)]
    names = min((0.3 if wide else 0.45) * width, 8 + max(paper_width(label, size, bold) for label, bold in labels))
    room = width - names - gap
    amounts = max(paper_width(row.text, size) for row in rows) + 8
    lines = [paper_lines(row.label, names - 8, size) for row in rows]
    heights = [max(row_height, (len(name) + 0.25) * LINE * size) if len(name) > 1 else row_height for name in lines]
    tops = list(accumulate(heights, initial=float(HEAD)))
    levels = _panel(names, room * LEVELS, figure.scale.level, 0.0)
    steps = _panel(names + room * LEVELS + gap, room * (1 - LEVELS), figure.scale.steps, amounts)
    over_steps = max(steps.left, levels.left + paper_width(f"{figure.panels[0]} ", heads))
    marks = [
        text(levels.left, 12, figure.panels[0], heads, "muted"),
        text(over_steps, 12, figure.panels[1], heads, "muted"),
        *(line(steps.at(0), start, steps.at(0), end) for start, end in step_runs(rows, list(pairwise(tops)))),
    ]
    for at, (row, top, height) in enumerate(zip(rows, tops, heights, strict=False)):
        bars = top + (height - row_height) / 2
        marks += _row(row, bars, row_height, levels, steps, figure, size)
        marks.append(_name(row, lines[at], names, top + height / 2, size))
        if at + 1 < len(rows):
            x = levels.at(row.scenario.end)
            below = tops[at + 1] + (heights[at + 1] - row_height) / 2
            marks.append(line(x, bars + row_height * 0.86, x, below + row_height * 0.14))
    difference, bottom = _difference(figure, tops[-1] + 3, names, width, size)
    return Drawing("".join((*marks, *difference)), width, bottom)


def _panel(left: float, room: float, ends: tuple[float, float], labels: float) -> Panel:
    """The scale whose bars and labels fit in ``room``."""
    low, high = ends
    return Panel(left, low, (room - labels) / max(high - low, 1.0))


def _row(
    row: BridgeRow, top: float, height: float, levels: Panel, steps: Panel, figure: Bridge, size: float
) -> list[str]:
    """The bars of a row and its amount: totals beside their level, steps beside the bar that stands alone."""
    marks = _bars(row, row.scenario, row.reference, top, height, levels, figure, row.fact)
    middle = top + height / 2 + size * 0.35
    if row.total:
        end = levels.at(max(row.scenario.end, row.reference.end, 0))
        return [*marks, text(end + 5, middle, row.text, size, bold=True)]
    step, reference_step = Span(0.0, row.scenario.amount), Span(0.0, row.reference.amount)
    marks += _bars(row, step, reference_step, top, height, steps, figure)
    return [*marks, text(steps.at(max(0.0, step.amount, reference_step.amount)) + 5, middle, row.text, size)]


def _bars(
    row: BridgeRow,
    scenario: Span,
    reference: Span,
    top: float,
    height: float,
    panel: Panel,
    figure: Bridge,
    is_fact: bool = False,
) -> list[str]:
    """The reference, light once a scenario lies over it; the scenario solid, or hatched where that is chosen."""
    x, y, width, tall = _place(reference, top, height, panel, WIDE)
    marks = [rectangle(x, y, width, tall, PALETTE[tone(reference, row.total) + ("_soft" if figure.moved else "")])]
    if figure.moved and not is_fact and is_seen(scenario):
        place = _place(scenario, top, height, panel, OVER)
        marks.append(scenario_bar(*place, tone(scenario, row.total), figure.hatched))
    return marks


def _place(span: Span, top: float, height: float, panel: Panel, share: float) -> tuple[float, float, float, float]:
    """x, y, width and height of a bar that takes a share of its row."""
    start = panel.at(span.start)
    return start, top + height * (1 - share) / 2, panel.at(span.end) - start, height * share


def _name(row: BridgeRow, lines: list[str], names: float, middle: float, size: float) -> str:
    """A row's name left of its bar, in as many lines as it takes, around ``middle``."""
    first = middle + size * 0.35 - (len(lines) - 1) * size * LINE / 2
    return "".join(
        text(names - 8, first + at * size * LINE, words, size, bold=row.total, anchor="end")
        for at, words in enumerate(lines)
    )


def _difference(figure: Bridge, top: float, names: float, width: float, size: float) -> tuple[list[str], float]:
    """The whole difference under a line, large at the right, under it what it is of; and where these end."""
    hero = HERO if width >= NARROW else SMALL_HERO
    colour = change_tone(figure.rows[-1].scenario.end - figure.rows[0].scenario.end)
    baseline = top + hero + 2
    marks = [
        line(names, top, width, top),
        text(names - 8, baseline, figure.difference_label, size, bold=True, anchor="end"),
        text(width - 4, baseline, figure.difference, hero, colour, bold=True, anchor="end"),
    ]
    if figure.difference_of:
        baseline += size * LINE + 2
        marks.append(text(width - 4, baseline, figure.difference_of, size, anchor="end"))
    return marks, baseline + 6
