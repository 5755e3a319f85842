"""Fields for a volume where none is published: kroner for one, from the scenario's cost level."""

from typing import Final, cast

from charts.words.names import solution_name
from charts.words.refused import refused_number
from model import Baseline
from model.payers import unit_cost
from pages.payers.messages import FieldsMessage, Give, NumberField
from pages.visit import asking, own_data, problems, state, view
from pages.visit.components import component
from pages.visit.problems import Problem
from pages.visit.question import shown
from pages.visit.view import View
from texts import Texts
from texts.reading import NumberError, parsed_or_none

KEY: Final = "volume_fields"


def volume_fields(looked_at: View) -> None:
    """Draws a field for each solution whose use is not published."""
    texts, context = looked_at.texts, shown(looked_at)
    baseline, amounts = context.baseline, context.answer.result.cost_level[0, :, 0]
    solutions = own_data.without_volume(baseline)
    component(FieldsMessage, "fields", "payers/fields")(
        key=KEY,
        data={
            "title": texts("unit_costs.own_title"),
            "note": texts("unit_costs.own_note", year=baseline.first_year, prices=context.prices),
            "largest": 0,
            "problem": problem(texts),
            **asking.listen(KEY, deeds(), "id"),
            "rows": [_row(name, float(amounts[baseline.at(name)]), baseline, texts) for name in solutions],
            "result": "",
        },
        on_asked_change=apply,
    )


def _row(solution: str, amount: float, baseline: Baseline, texts: Texts) -> NumberField:
    """The field of a solution with a cost level of ``amount``, MNOK; what one unit costs where a volume is given."""
    volume = own_data.about_payers().volumes.get(solution)
    sentence = texts("unit_costs.own_none", amount=texts.amount(amount))
    if volume is not None:
        each = texts("payers.nok_amount", amount=texts.amount(unit_cost(amount, volume), 2))
        sentence = texts("unit_costs.own_cost", amount=texts.amount(amount), each=each)
    return {
        "id": solution,
        "kind": "number",
        "label": solution_name(solution, baseline, texts),
        "value": "" if volume is None else texts.amount(volume, 0),
        "unit": texts("unit_costs.own_unit"),
        "said": sentence,
        "clear": "" if volume is None else texts("given.clear"),
    }


def apply() -> None:
    """Takes a volume; what is none leaves the one that was."""
    asking.serve(KEY, deeds(), "id")


def _give(asked: Give) -> None:
    text, limit = "" if asked.get("clear") else asked.get("value"), own_data.VOLUMES
    volume = parsed_or_none(text, view.current().language, limit.low, limit.high)
    volumes = {name: each for name, each in own_data.about_payers().volumes.items() if name != asked["id"]}
    own_data.change(volumes=volumes if volume is None else {**volumes, asked["id"]: volume})


def deeds() -> dict[str, asking.Deed]:
    """What each field asks for: there is one for each solution whose use is not published."""
    return dict.fromkeys(own_data.without_volume(state.figures()), _give)


def problem(texts: Texts) -> str:
    """What could not be used, in a sentence."""
    return problems.sentences(KEY, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    error, label = cast(NumberError, problem.errors[0]), solution_name(problem.asked["id"], state.figures(), texts)
    return texts("given.kept", what=refused_number(error, label, texts))
