"""The ranges of the levers beside the figures, the amount that is asked about, and how many draws."""

from dataclasses import dataclass
from typing import Final, cast

from charts.words.ranges import range_words, refused_range
from charts.words.refused import refused_number
from charts.words.settings import label
from model import ModelError
from model.uncertainty import DRAWS, Asked
from pages.levers.messages import Choice, RefusedValue, Slider
from pages.levers.range_moves import ABOVE, DRAWN, OF_RANGE, PLACE, can_be_added, given_of, lever_of
from pages.uncertainty.asked import now
from pages.uncertainty.messages import AddedRange, RangesMessage
from pages.uncertainty.range_rows import range_rows
from pages.visit import clocks, problems, state
from pages.visit.components import component
from pages.visit.problems import Problem
from pages.visit.view import View
from texts import KNOWN, Texts
from texts.reading import NumberError

KEY: Final = "ranges"


@dataclass(frozen=True, slots=True)
class Span:
    """The amounts that can be asked about, MNOK: from low to high, step by step; usual: what the page asks itself."""

    low: float
    high: float
    step: float
    usual: float


def panel(looked_at: View, asked: Asked, span: Span) -> None:
    """Draws it once in a whole run. What is moved in it goes the way of the levers (``pages/levers/levers.py``)."""
    looked_at, clock, texts = now(looked_at), clocks.clocks(), looked_at.texts
    scenario = asked.question.scenario
    rows = range_rows(looked_at, scenario)
    component(RangesMessage, "ranges", "uncertainty/ranges")(
        key=KEY,
        data={
            "title": texts("ranges.title"),
            "lead": texts("ranges.lead" if rows else "ranges.none"),
            "rows": rows,
            "above": _above(looked_at, span, texts),
            "draws": _draws(looked_at, texts),
            "add": _add(asked, rows_of={row["lever"] for row in rows}, texts=texts),
            "source": texts("ranges.source"),
            "visit": clock.visit,
            "revision": clock.revision,
            "sequence": clock.gesture.sequence,
            "decimal": KNOWN[texts.language].decimal,
            "error": _problem(texts),
        },
    )


def _above(looked_at: View, span: Span, texts: Texts) -> Slider:
    """The amount whose probability is asked for; a link may ask for one beyond all draws."""
    value = span.usual if looked_at.above is None else looked_at.above
    return {
        "path": ABOVE,
        "kind": "slider",
        "label": texts("ranges.above"),
        "description": texts("ranges.above_label"),
        "hint": texts("ranges.above_hint"),
        "value": value,
        "default": span.usual,
        "low": min(span.low, value),
        "high": max(span.high, value),
        "step": span.step,
        "unit": texts("setting.unit_mnok"),
        "exact": texts("lever.exact", label=texts("ranges.above_label")),
        "whole": False,
        "reset": texts("ranges.above_reset", amount=texts.amount(span.usual)),
    }


def _draws(looked_at: View, texts: Texts) -> Choice:
    return {
        "path": DRAWN,
        "kind": "choice",
        "label": texts("view.draws"),
        "description": "",
        "hint": texts("ranges.draws_hint", count=texts.amount(DRAWS[0], 0)),
        "value": looked_at.draws,
        "default": DRAWS[0],
        "options": [(number, texts.amount(number, 0)) for number in DRAWS],
        "reset": texts("lever.reset", value=texts.amount(DRAWS[0], 0)),
    }


def _add(asked: Asked, rows_of: set[str], texts: Texts) -> AddedRange:
    scenario = asked.question.scenario
    levers = [lever for lever in can_be_added(scenario) if lever not in rows_of]
    names = [(lever, label(lever, scenario.figures, texts)) for lever in levers]
    return {"label": texts("ranges.add_label"), "options": [("", texts("ranges.add")), *names]}


def _problem(texts: Texts) -> RefusedValue:
    """The refused value in a sentence, empty where there is none, and the range at which it is said."""
    last = problems.last(PLACE)
    about = last.about if last else ""
    path = f"{OF_RANGE}/{lever_of(about)}" if lever_of(about) else about
    return {"path": path, "sentence": problems.sentences(PLACE, texts, _in_words)}


def _in_words(problem: Problem, texts: Texts) -> str:
    error, lever, baseline = problem.errors[0], lever_of(problem.about), state.figures()
    if isinstance(error, NumberError):
        name = label(lever, baseline, texts) if lever else texts("ranges.above_label")
        what = refused_number(error, name, texts)
    else:
        what = refused_range(cast(ModelError, error), problem.about, baseline, texts)
    return texts("lever.refused", what=what[0].upper() + what[1:], kept=_kept(lever, texts))


def _kept(lever: str, texts: Texts) -> str:
    """What stands as it was."""
    if lever and (given := given_of(lever, now(View()), state.figures())):
        return range_words(lever, given, state.figures(), texts)
    return texts("ranges.all")
