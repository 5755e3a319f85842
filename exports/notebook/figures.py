"""A chart as a Plotly figure: what the screen draws, with the words that stand around it there."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from charts.draw.kinds import height
from charts.draw.letters import paper_lines, paper_width
from charts.draw.palette import PALETTE
from charts.draw.plotly.shared import hover
from charts.draw.svg.marks import FONT
from charts.records.figure import Figure as Record
from exports.pictures import MARGIN, WIDTH
from exports.subject import Subject
from exports.web_picture import drawn

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HEAD, LEGEND_ROW, LINE, SMALL = 62, 20, 17, 12  # pixels: title; a row of the legend, a line of the note; its letters
INNER: Final = WIDTH - 2 * MARGIN
SYMBOL: Final = 44  # pixels: what a name in the legend takes beside its letters
SCENARIO: Final = {"color": PALETTE["total"]}
REFERENCE: Final = {"color": PALETTE["total_soft"]}
PLOTLY_MISSING: Final = "A chart in a notebook needs Plotly: pip install -r requirements-notebook.txt"
Spec = dict[str, Any]


def figure(record: Record, created: datetime | None = None) -> "Figure":
    """A chart as the screen draws it, with title, legend, note and where it comes from.

    record: a bridge or a stack of ``charts``. created: when it says that it was made; now where it is left out.
    Raises TypeError for other kinds, and ModuleNotFoundError where Plotly is not installed.
    """
    try:
        from plotly.graph_objects import Figure  # here, for an analyst's tables do without
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(PLOTLY_MISSING) from error

    subject = Subject.of(record.context, created or datetime.now().astimezone(), "")
    specification = drawn(record, subject)
    layout, legend = specification["layout"], _legend(record, subject)
    under = filter(None, (record.note, subject.provenance_of(record)))
    lines = [line for text in under for line in paper_lines(text, INNER, SMALL)]
    head, foot = HEAD + _legend_height(legend), LINE * len(lines) + 2 * MARGIN
    whole = head + height(record) + foot
    more = {"l": MARGIN, "r": MARGIN, "t": head, "b": foot}
    margin = {side: layout["margin"][side] + room for side, room in more.items()}
    frame = {
        "template": {},
        "width": WIDTH,
        "height": whole,
        "margin": margin,
        "title": _title(record, whole),
        "showlegend": bool(legend),
        "legend": _legend_place(whole),
        "annotations": [*layout.get("annotations", ()), _foot(lines, margin, foot)],
    }
    return Figure([{**trace, "showlegend": False} for trace in specification["data"]] + legend, {**layout, **frame})


def _title(record: Record, whole: int) -> Spec:
    """What and unit in bold; for whom, when and in which prices below."""
    what, whom, when = map(hover, record.title)
    return {
        "text": f"<b>{what}</b><br><span style='font-size:14px;color:{PALETTE['muted']}'>{whom} · {when}</span>",
        "font": {"family": FONT, "size": 19, "color": PALETTE["text"]},
        "x": MARGIN / WIDTH,
        "xanchor": "left",
        "y": 1 - MARGIN / whole,
        "yref": "container",
        "yanchor": "top",
    }


def _legend(record: Record, subject: Subject) -> list[Spec]:
    """A trace without a bar for each name: reference and scenario, and series that the chart does not name."""
    names: list[tuple[str, Any]] = []
    if record.moved:
        names = [(subject.context.reference, REFERENCE), (subject.context.scenario, SCENARIO)]
    names += [(name, {"color": PALETTE[tone]}) for name, tone in record.legend(wide=True)]
    return [
        {"type": "bar", "x": [None], "y": [None], "name": hover(name), "marker": marker, "hoverinfo": "skip"}
        for name, marker in names
    ]


def _legend_height(legend: list[Spec]) -> int:
    """The pixels of its rows: Plotly gives every name the room of the longest."""
    if not legend:
        return 0
    longest = max(paper_width(trace["name"], SMALL + 1) for trace in legend) + SYMBOL
    across = max(1, int(INNER / longest))
    return LEGEND_ROW * -(-len(legend) // across)


def _legend_place(whole: int) -> Spec:
    """Under the subtitle, in the reading order, and not a switch: a bridge without a bar would say something else."""
    return {
        "orientation": "h",
        "x": MARGIN / WIDTH,
        "xref": "container",
        "xanchor": "left",
        "y": 1 - HEAD / whole,
        "yref": "container",
        "yanchor": "top",
        "itemclick": False,
        "itemdoubleclick": False,
    }


def _foot(lines: list[str], margin: Mapping[str, float], foot: int) -> Spec:
    """Note and provenance under the chart, from the picture's left edge."""
    return {
        "text": "<br>".join(map(hover, lines)),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": MARGIN - margin["l"],
        "yshift": foot - margin["b"] - MARGIN / 2,
        "align": "left",
        "showarrow": False,
        "font": {"family": FONT, "size": SMALL, "color": PALETTE["muted"]},
    }
