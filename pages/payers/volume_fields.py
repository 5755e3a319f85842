"""Fields for a volume where none is published: kroner for one, from the scenario's cost level."""

from typing import Any, Final, cast

from charts.words.refused import refused_number
from model import PLAN_YEARS, SOLUTIONS
from model.payers import unit_cost, volumes
from model.scenario.fields import OPEN_SOLUTIONS
from pages.visit import asking, view
from pages.visit.components import component
from pages.visit.given import give, given
from pages.visit.question import shown
from pages.visit.view import View
from texts import Texts
from texts.reading import NumberError, parsed_or_none

KEY: Final = "volume_fields"
YEAR: Final = PLAN_YEARS[0]
WITHOUT: Final = tuple(name for name in OPEN_SOLUTIONS if name not in {one.solution for one in volumes().values()})
LOWEST, HIGHEST = 1.0, 1e12


def volume_fields(looked_at: View) -> None:
    """Draws a field for each solution whose use is not published."""
    texts, context = looked_at.texts, shown(looked_at)
    result = context.answer.result
    amounts = result.cost_level[result.years.index(YEAR), :, 0]
    component("fields", "payers/fields")(
        key=KEY,
        data={
            "title": texts("unit_costs.own_title"),
            "note": texts("unit_costs.own_note", year=YEAR, prices=context.prices),
            "largest": 0,
            "problem": _problem(texts),
            **asking.listen(KEY, DEEDS, "id"),
            "rows": [_row(name, float(amounts[SOLUTIONS.index(name)]), texts) for name in WITHOUT],
        },
        on_asked_change=apply,
    )


def _row(name: str, amount: float, texts: Texts) -> dict[str, Any]:
    volume = given().volumes.get(name)
    said = texts("unit_costs.own_none", amount=texts.amount(amount))
    if volume is not None:
        each = texts("payers.nok_amount", amount=texts.amount(unit_cost(amount, volume), 2))
        said = texts("unit_costs.own_cost", amount=texts.amount(amount), each=each)
    return {
        "id": name,
        "kind": "number",
        "label": texts(f"solution.{name}"),
        "value": "" if volume is None else texts.amount(volume, 0),
        "unit": texts("unit_costs.own_unit"),
        "said": said,
        "clear": "" if volume is None else texts("given.clear"),
    }


def apply() -> None:
    """Takes a volume; what is none leaves the one that was."""
    asking.serve(KEY, DEEDS, "id")


def _give(asked: asking.Asked) -> None:
    text = "" if asked.get("clear") else asked.get("value")
    volume = parsed_or_none(text, view.current().language, LOWEST, HIGHEST)
    kept = {name: each for name, each in given().volumes.items() if name != asked["id"]}
    give(volumes=kept if volume is None else {**kept, asked["id"]: volume})


DEEDS: Final[dict[str, asking.Deed]] = dict.fromkeys(WITHOUT, _give)


def _problem(texts: Texts) -> str:
    return asking.said(KEY, texts, _told)


def _told(problem: asking.Problem, texts: Texts) -> str:
    error, label = cast(NumberError, problem.errors[0]), texts(f"solution.{problem.asked['id']}")
    return texts("given.kept", what=refused_number(error, label, texts))
