"""The same page with no server behind it: plain HTML, the model in JavaScript, Plotly.react. The floor."""

import json
import shutil
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.plain_model import PlainModel
from benchmarks.same_page import LANGUAGE, STYLE, answer, font_face, in_words
from charts.bridges.bridge import TOTALS
from charts.draw.geometry import REFERENCE_PLACE
from charts.draw.plotly.shared import SIZES, Room
from charts.draw.plotly.stack import LABEL_ROOM, NAME_ROOM
from charts.draw.plotly.stack_amounts import LABEL_GAP
from charts.plans.plan import base_year_amounts, plan, plan_series
from charts.records.bridge import Bridge
from charts.records.figure import KeyFigure
from charts.scale import COARSE, ROUND
from model import Baseline, Scenario, parameters
from model.baseline.printed import BRIDGE, HISTORY_COST
from model.equations.cells import CELLS, published_cells
from pages.figures import board as figures
from pages.levers.lever_rows import MAIN
from tests.browser.serving import ROOT
from texts.catalogue import catalogue

SCRIPTS = ("plain_model.js", "plain_charts.js", "plain_page.js")
PLOTLY = Path(figures.LIBRARY).name
SAID = ("headline.", "key.", "figure.hover", "bridge.percent_of", "plan.marker")


def write_page(folder: Path, look: dict[str, Any]) -> None:
    """Puts the page and what it loads into ``folder``; look: how our page draws its charts."""
    shutil.copy(ROOT / "static" / PLOTLY, folder)
    for script in SCRIPTS:
        shutil.copy(Path(__file__).parent / script, folder)
    (folder / "index.html").write_text(_html(look), encoding="utf-8")


def _html(look: dict[str, Any]) -> str:
    first = answer(Scenario())
    sections = "".join(_section(name, figure) for name, figure in look["figures"].items())
    handed = json.dumps(_known(look), ensure_ascii=False).replace("</", "<\\/")
    return (
        f'<!DOCTYPE html><html lang="nb"><meta charset="utf-8"><title>Plain</title><style>{font_face()}{STYLE}</style>'
        f'<div class="page"><aside>{"".join(map(_lever, MAIN))}</aside><main>'
        f'<h1 class="headline" id="headline"></h1><div class="keys">{"".join(map(_key, first.keys))}</div>'
        f'<div class="charts">{sections}</div></main></div>'
        f'<script type="application/json" id="known">{handed}</script>'
        + "".join(f'<script src="{script}"></script>' for script in (PLOTLY, *SCRIPTS))
    )


def _section(name: str, figure: dict[str, Any]) -> str:
    titles = {figure.name: figure.title for figure in answer(Scenario()).figures}
    what, whom, when = map(escape, titles[name])
    size = "width: {width}px; height: {height}px".format(**figure["layout"])
    chart = f'<div id="{name}" style="{size}"></div>'
    return f'<section data-figure="{name}"><h2>{what}</h2><p>{whom} · {when}</p>{chart}</section>'


def _lever(name: str) -> str:
    field = parameters(Scenario().figures)[name]
    low, high, step, value = (
        round(float(end or 0) * 100, 6) for end in (field.low, field.high, field.step, field.default)
    )
    ends = f'min="{low}" max="{high}" step="{step}" value="{value}"'
    return f'<div><label>{escape(field.label["nb"])}<br><input type="range" {ends} data-lever="{name}"></label></div>'


def _key(key: KeyFigure) -> str:
    return f'<div class="key"><span>{escape(key.label)}</span><strong></strong><span></span></div>'


def _known(look: dict[str, Any]) -> dict[str, Any]:
    """The published cells, names and texts that the page works with."""
    context = in_words(Scenario())
    drawn, stack, change = answer(Scenario()).figures[0], plan(context), context.answer.change
    rows = drawn.drawn if isinstance(drawn, Bridge) else ()  # those at rest: what is folded stays so here
    named = [
        {"component": row.component, "label": row.label, "total": row.total, "text": bool(row.text)}
        | _tone(row.component)
        for row in rows
    ]
    baseline = context.baseline
    plain, history = PlainModel.of(baseline), baseline.table_name(HISTORY_COST)
    said = {key: text for key, text in catalogue(LANGUAGE).items() if key.startswith(SAID)}
    return {
        "figures": look["figures"],
        "colours": look["colours"],
        "say": said,
        "years": [str(year) for year in baseline.plan_years],
        "usual": {name: parameters(baseline)[name].default for name in MAIN},
        "embedded": plain.embedded,
        "lag": plain.lag,
        "available": plain.available,
        "returned": plain.returned,
        "cells": _cells(baseline, plain),
        "clearing": plain.clearing,
        "printed": change.base,
        "movedOut": change.moved_out,
        "rows": named,
        "series": stack.series,
        "places": [[baseline.at(part) for part in parts] for parts in plan_series(baseline).values()],
        "base": base_year_amounts("cost_level", baseline),
        "baseYear": str(baseline.base_year),
        "baseLabel": f"{baseline.base_year} ({history})",
        "history": history,
        "bridge": baseline.table_name(BRIDGE),
        "reference": context.reference,
        "against": context.the_reference,
        "round": ROUND,
        "coarse": COARSE,
        "size": SIZES[Room.WIDE],
        "above": LABEL_ROOM,
        "apart": NAME_ROOM,
        "gap": LABEL_GAP,
        "beside": REFERENCE_PLACE,
    }


def _tone(component: str) -> dict[str, str]:
    return {"tone": "total"} if component in TOTALS else {}


def _cells(baseline: Baseline, plain: PlainModel) -> list[dict[str, list[float]]]:
    """Year by year: each step by solution, and ``planned``, their sum."""
    cells = published_cells(baseline)[: len(baseline.plan_years), :, :, 0]
    return [
        {name: of_year[at].tolist() for at, name in enumerate(CELLS)} | {"planned": planned}
        for of_year, planned in zip(cells, plain.planned, strict=True)
    ]
