"""What the twins share with our page, so that they show the same: answers, texts, and what varies in a chart."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from types import MappingProxyType
from typing import Any

import streamlit

from charts.bridges.beside import with_common_scale
from charts.bridges.bridge import bridge, solution_groups
from charts.draw.kinds import specification
from charts.draw.plotly.shared import Room, Spec
from charts.plans.key_figures import key_figures
from charts.plans.plan import plan
from charts.records.bridge import Bridge
from charts.records.figure import Figure, KeyFigure
from charts.records.stack import Stack
from charts.words.context import SINCE, Context, context
from charts.words.headline import headline
from model import Question, Scenario, parameters
from model import answer as answered
from pages.levers.lever_rows import MAIN
from texts import Texts

LANGUAGE = "nb"
WIDTHS = {Room.WIDE: 560, Room.SMALL: 400, Room.BARE: 270}  # about, pixels of a chart in a window of 1366
OVERVIEW = (bridge, plan)
Place = tuple[str | int, ...]
STYLE = """
body { margin: 0; font: 16px "Source Sans", sans-serif; } h1 { font-size: 20px; } h2 { font-size: 16px; }
.page { display: grid; grid-template-columns: 300px 1fr; gap: 32px; }
aside { padding: 60px 16px; background: #f6f7f9; } main { padding: 60px 32px 0 0; }
.keys { display: grid; grid-template-columns: repeat(4, 1fr); gap: 20px; }
.key { display: flex; flex-direction: column; }
.charts { display: flex; flex-wrap: wrap; gap: 8px 28px; }
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows for one scenario."""

    headline: str
    keys: tuple[KeyFigure, ...]
    figures: tuple[Figure, ...]


def answer(scenario: Scenario, six: bool = False) -> Shown:
    """Oversikt's headline, key figures and two charts, or Fossefall's headline and six bridges."""
    shown = in_words(scenario)
    if six:
        every = tuple(bridge(shown, group) for group in solution_groups(shown.baseline))
        return Shown(headline(shown), (), with_common_scale(every))
    return Shown(headline(shown), key_figures(shown), tuple(chart(shown) for chart in OVERVIEW))


def in_words(scenario: Scenario) -> Context:
    """The model's answer from the year before, as the page is asked for it (``PATHS`` in latency.py)."""
    return context(answered(Question(scenario)), Texts(LANGUAGE), told=SINCE)


def specifications(shown: Shown, drawn: Mapping[str, Spec] = MappingProxyType({})) -> dict[str, Spec]:
    """Chart → its specification in the room that it has on the page; drawn: chart → the layout it has there."""
    six = len(shown.figures) > len(OVERVIEW)
    rooms = [(Room.BARE if at % 3 else Room.SMALL) if six else Room.WIDE for at in range(len(shown.figures))]
    return {
        figure.name: _with_room(specification(figure, room), drawn.get(figure.name, {}), WIDTHS[room])
        for figure, room in zip(shown.figures, rooms, strict=True)
    }


def _with_room(spec: Spec, drawn: Spec, usual_width: float) -> Spec:
    """The axes with room for the amounts beyond their longest bar, as the browser makes it (proportions.js)."""
    layout = spec["layout"]
    width, margin = drawn.get("width", usual_width), drawn.get("margin", layout["margin"])
    for name, pixels in layout["meta"].get("labels", {}).items():
        (low, high), (start, end) = layout[name]["range"], layout[name]["domain"]
        size = layout["yaxis"]["tickfont"]["size"]
        scaled = pixels * (drawn["yaxis"]["tickfont"]["size"] / size if drawn else 1)
        plot = (width - margin["l"] - margin["r"]) * (end - start)
        layout[name]["range"] = [low, low + (high - low) * plot / max(plot - scaled, plot / 4)]
    return spec


def expected(steps: int, six: bool = False) -> dict[str, list[str]]:
    """Chart → the totals it shows with the risk margin at ``steps`` times its step; each differs at each step."""
    margin = round(steps * float(parameters(Scenario().figures)["risk_margin"].step or 0), 8)
    return {figure.name: _totals(figure) for figure in answer(Scenario(risk_margin=margin), six).figures}


def _totals(figure: Figure) -> list[str]:
    if isinstance(figure, Bridge):
        return [row.text for row in figure.rows if row.component in ("cost_level", "financing_need")]
    if isinstance(figure, Stack):
        texts = (text for column in figure.columns if not column.fact for text in (column.text, column.sublabel))
        return [line for text in texts for line in text.split("\n")]  # each line has a leaf of its own
    raise TypeError(f"There are no totals known of {type(figure).__name__}.")


def font_face() -> str:
    """The style rule that gives a twin our page's font."""
    (file,) = (Path(streamlit.__file__).parent / "static/static/media").glob("SourceSansVF-Upright*.woff2")
    data = b64encode(file.read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "Source Sans"; font-weight: 200 900; src: url(data:font/woff2;base64,{data}); }}'
    )


def colour_names() -> list[str]:
    """The names of every colour in the specifications."""
    names: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, str) and value.startswith("@"):
            names.add(value[1:])
        elif isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                collect(item)

    for scenario in _spread():
        collect(specifications(answer(scenario)))
    return sorted(names)


def coloured(value: Any, colours: dict[str, str]) -> Any:
    """A value or a list out of a specification, colours in place of their names."""
    if isinstance(value, dict):
        return {key: coloured(item, colours) for key, item in value.items()}
    if isinstance(value, list):
        return [coloured(item, colours) for item in value]
    return colours[value[1:]] if isinstance(value, str) and value.startswith("@") else value


def varying(six: bool = False) -> dict[str, list[Place]]:
    """Chart → the places in its specification that differ between scenarios; all else is sent once."""
    first, *others = [specifications(answer(scenario, six)) for scenario in _spread()]
    return {
        name: sorted({place for other in others for place in _differences(first[name], other[name])}, key=str)
        for name in first
    }


def value_at(spec: Any, place: Place) -> Any:
    """What stands at a place."""
    for key in place:
        spec = spec[key]
    return spec


def _spread() -> Iterator[Scenario]:
    """The published figures, and each two of the main levers at both ends and between."""
    yield Scenario()
    for one, other in combinations(MAIN, 2):
        for a, b in product(_stops(one), _stops(other)):
            yield Scenario(**{one: a, other: b})  # type: ignore[arg-type]


def _stops(lever: str) -> list[float]:
    field = parameters(Scenario().figures)[lever]
    low, high = float(field.low or 0), float(field.high or 0)
    return [low, (2 * low + high) / 3, high]


def _differences(one: Any, other: Any, at: Place = ()) -> Iterator[Place]:
    """Where two specifications differ: the places of single values and of lists of values."""
    if one == other:
        return
    items: Iterable[tuple[str | int, tuple[Any, Any]]]
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        items = [(key, (one[key], other[key])) for key in one]
    elif _holds_records(one) and _holds_records(other) and len(one) == len(other):
        items = list(enumerate(zip(one, other, strict=True)))
    else:
        yield at
        return
    for key, (a, b) in items:
        yield from _differences(a, b, (*at, key))


def _holds_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
