"""Our page in Plotly Dash, as fast as Dash goes: python -m benchmarks.dash_twin PORT LOOK [six].

LOOK is a JSON file: how our page draws its charts (``contestants.look``). The model, the texts, the charts and
plotly.js are the same. One callback, over a websocket; each chart gets a ``Patch`` with what varies and nothing else;
charts have a fixed size, so that nothing is measured; what is loaded at start is kept out of the garbage collection.
Of the servers Dash runs on, FastAPI with websocket callbacks was the fastest (5–10 % before Flask and waitress).
"""

import gc
import json
import sys
from pathlib import Path
from typing import Any

import uvicorn
from dash import Dash, Input, Output, Patch, dcc, html

from benchmarks.same_page import STYLE, Place, Shown, answer, coloured, font_face, specifications, value_at, varying
from charts.draw.plotly.shared import Spec
from charts.records.figure import Figure
from model import Parameter, Scenario, parameters
from pages.levers.lever_rows import MAIN
from tests.browser.serving import ROOT


def page(look: dict[str, Any], six: bool) -> Dash:
    """The Dash application."""
    places, first = varying(six), answer(Scenario(), six)
    app = Dash(
        __name__,
        backend="fastapi",
        websocket_callbacks=True,
        assets_folder=str(ROOT / "static"),
        update_title="",
        index_string=_index(),
    )
    app.layout = html.Div(_parts(first, look), className="page")

    drawn = {name: figure["layout"] for name, figure in look["figures"].items()}

    @app.callback(
        Output("headline", "children"),
        Output("keys", "children"),
        *[Output(figure.name, "figure") for figure in first.figures],
        *[Input(name, "value") for name in MAIN],
        prevent_initial_call=True,
    )
    def _moved(*values: float) -> tuple[Any, ...]:
        shares = {name: round(value / 100, 8) for name, value in zip(MAIN, values, strict=True)}
        shown = answer(Scenario(**shares), six)  # type: ignore[arg-type]
        patches = [_patch(spec, places[name], look["colours"]) for name, spec in specifications(shown, drawn).items()]
        return shown.headline, _keys(shown), *patches

    return app


def _patch(spec: Spec, places: list[Place], colours: dict[str, str]) -> Patch:
    """What varies in a chart."""
    patch = Patch()
    for *outer, last in places:
        target: Any = patch
        for key in outer:
            target = target[key]
        target[last] = coloured(value_at(spec, (*outer, last)), colours)
    return patch


def _index() -> str:
    """Dash's page with our style."""
    return (
        "<!DOCTYPE html><html><head>{%metas%}<title>Dash</title>{%favicon%}{%css%}"
        f"<style>{font_face()}{STYLE}</style></head>"
        "<body>{%app_entry%}{%config%}{%scripts%}{%renderer%}</body></html>"
    )


def _parts(first: Shown, look: dict[str, Any]) -> list[Any]:
    """Levers, headline, key figures, charts."""
    charts = [_chart(figure, look["figures"][figure.name]) for figure in first.figures]
    return [
        html.Aside([_lever(parameters(Scenario().figures)[name]) for name in MAIN]),
        html.Main(
            [
                html.H1(first.headline, id="headline", className="headline"),
                html.Div(_keys(first), id="keys", className="keys"),
                html.Div(charts, className="charts"),
            ]
        ),
    ]


def _lever(parameter: Parameter) -> html.Div:
    """A slider in percent that sends its value while it is dragged."""
    ends = (parameter.low, parameter.high, parameter.step, parameter.default)
    low, high, step, value = (round(float(end or 0) * 100, 6) for end in ends)
    slider = dcc.Slider(
        low, high, step, value=value, id=parameter.name, updatemode="drag", marks=None, allow_direct_input=False
    )
    return html.Div([html.Label(parameter.label["nb"]), slider], **{"data-lever": parameter.name})  # type: ignore[arg-type]


def _keys(shown: Shown) -> list[html.Div]:
    """The four key figures."""
    return [
        html.Div([html.Span(k.label), html.Strong(k.value), html.Span(k.note)], className="key") for k in shown.keys
    ]


def _chart(figure: Figure, drawn: dict[str, Any]) -> html.Section:
    """A chart with its title."""
    graph = dcc.Graph(id=figure.name, figure=drawn, responsive=False, config={"displayModeBar": False})
    what, whom, when = figure.title
    return html.Section([html.H2(what), html.P(f"{whom} · {when}"), graph], **{"data-figure": figure.name})  # type: ignore[arg-type]


if __name__ == "__main__":
    application = page(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")), six=sys.argv[3:] == ["six"])
    gc.collect()
    gc.freeze()
    uvicorn.run(application.server, host="127.0.0.1", port=int(sys.argv[1]), log_level="error")
