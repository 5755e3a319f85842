"""Answers to other questions that a calculation uses: the reference's, in other prices, by other settings.

An address that begins with the way to one goes on with an address of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from model.answers.law_payment import growths_from_law, scenario_from_law
from model.answers.question import FIXED, NOMINAL, Question, published_spent_alike
from model.baseline.baseline import Baseline
from model.explaining.asked import Asked, Kind, Kinds, address
from model.explaining.compared import OWN_KRONER, REFERENCE
from model.explaining.node import Node
from model.reading.errors import ModelError, shown
from model.scenario.comparable import unmoved
from model.scenario.fields import limits
from model.scenario.presets import law_scenario
from model.scenario.project_fields import CHOICES, EQUITY
from model.scenario.scenario import Scenario
from model.uncertainty.written import ranges_with

BY_LAW, WITH, FIXED_PRICES = "by_law", "with", "fixed"
FROM_LAW: Final = "from_law"
AS_SIZE: Final = "as_size"
UNMOVED, WITHOUT, PUBLISHED, SPENT_ALIKE = "unmoved", "without", "published", "spent_alike"
DRAWN_FROM, DEFAULT_RANGES, BETWEEN_RANGES = "drawn_from", "default", ";"
"""What is drawn from, by ranges as texts; and what stands for none of these."""


def _reference(question: Question) -> Question:
    """About what the scenario is compared with."""
    return replace(question, scenario=question.reference, against=question.reference)


def _nominal(question: Question) -> Question:
    """In the scenario's own kroner."""
    return replace(question, prices=NOMINAL)


def _fixed(question: Question) -> Question:
    """In kroner of the base year."""
    return replace(question, prices=FIXED)


def _by_law(question: Question) -> Question:
    """About the scenario that reckons as the regulation does, in its own kroner."""
    scenario = law_scenario(question.baseline)
    if scenario is None:
        raise ModelError(f"There is no regulation for {question.baseline.first_year} yet; nothing is reckoned as it.")
    return replace(question, scenario=scenario, against=None, prices=NOMINAL)


def _published(question: Question) -> Question:
    """About the published figures, in kroner of the base year."""
    return replace(question, scenario=Scenario(figures=question.baseline), against=None, prices=FIXED)


def _spent_alike(question: Question) -> Question:
    """About the published rules with as much of the money spent, in each year's own kroner."""
    return replace(question, scenario=published_spent_alike(question.scenario), against=None, prices=NOMINAL)


def _unmoved(question: Question, year: str) -> Question:
    """About the same with nothing moved out of the regulation in a year."""
    if not year.isdecimal() or int(year) not in question.baseline.plan_years:
        raise ModelError(f"{shown(year)} is no year of the plan.")
    return replace(question, scenario=unmoved(question.scenario, int(year)))


def _without(question: Question, measure: str) -> Question:
    """About the same with a measure as it is published, in kroner of the base year."""
    own = {name: setting for name, setting in question.scenario.measures.items() if name != measure}
    return replace(question, scenario=replace(question.scenario, measures=own), prices=FIXED)


def _with(question: Question, path: str, value: str) -> Question:
    """About the same with another value at a path. A key inside a group that is chosen stands for one from a file."""
    scenario = question.scenario.with_value(path, typed(path, value, question.baseline))
    measure, _, setting = path.rpartition(".")
    if setting == "amount_mnok":
        scenario = scenario.with_value(f"{measure}.enabled", True)
    own = replace(question.own, municipal_key=None) if path == "municipal_key" else question.own
    return replace(question, scenario=scenario, own=own)


def _drawn_from(question: Question, texts: str) -> Question:
    """About what draws are made from: the same with what ranges fix. texts: of those that are not the default ones."""
    changed = () if texts == DEFAULT_RANGES else texts.split(BETWEEN_RANGES)
    ranges = ranges_with(changed, question.baseline)
    return replace(question, scenario=ranges.base(question.scenario))


def _from_law(question: Question, place: str) -> Question:
    """About the published plan from the regulation, by the place of the case among those that are shown."""
    cases = growths_from_law(question.baseline)
    if not place.isdecimal() or int(place) >= len(cases):
        raise ModelError(f"{shown(place)} is no growth from the regulation.")
    case = cases[int(place)]
    scenario = scenario_from_law(question.baseline, case.index_rate, case.without)
    return replace(question, scenario=scenario, against=None, prices=NOMINAL)


def _as_size(question: Question, size: str) -> Question:
    """About the same with all projects large, or all small, or their investment borne by equity."""
    if size not in (*CHOICES["size"], EQUITY):
        raise ModelError(f"{shown(size)} is no size of a project.")
    sized = tuple(each.of_size(size, question.baseline) for each in question.scenario.projects)
    return replace(question, scenario=replace(question.scenario, projects=sized))


def typed(path: str, value: str, baseline: Baseline) -> float | int | bool | str:
    """A value of an address as the field at a path has it. Raises ModelError for no number where it is one."""
    limit = limits(baseline).get(path)
    if limit is None:
        return value
    kind = limit.kind
    try:
        return value == "True" if kind == "boolean" else int(value) if kind == "integer" else float(value)
    except ValueError as error:
        raise ModelError(f"{shown(value)} is not a number.") from error


@dataclass(frozen=True, slots=True)
class OtherQuestion:
    """A question that follows from another. parts: how many parts of an address after the first it needs."""

    parts: int
    of: Callable[..., Question]


OTHERS: Final[Mapping[str, OtherQuestion]] = {
    REFERENCE: OtherQuestion(0, _reference),
    OWN_KRONER: OtherQuestion(0, _nominal),
    FIXED_PRICES: OtherQuestion(0, _fixed),
    BY_LAW: OtherQuestion(0, _by_law),
    PUBLISHED: OtherQuestion(0, _published),
    SPENT_ALIKE: OtherQuestion(0, _spent_alike),
    UNMOVED: OtherQuestion(1, _unmoved),
    WITHOUT: OtherQuestion(1, _without),
    FROM_LAW: OtherQuestion(1, _from_law),
    WITH: OtherQuestion(2, _with),
    AS_SIZE: OtherQuestion(1, _as_size),
    DRAWN_FROM: OtherQuestion(1, _drawn_from),
}
"""First part of an address → the question that the rest of it is asked of."""


def _of_other(name: str) -> Kind:
    def made(asked: Asked) -> Node:
        settings, rest = asked.parts[1 : 1 + OTHERS[name].parts], asked.parts[1 + OTHERS[name].parts :]
        if not rest:
            raise asked.refused()
        resolve = asked.of_other(OTHERS[name].of(asked.answer.question, *settings))
        return asked.prefixed(resolve(address(*rest)), address(name, *settings))

    return made


KINDS: Kinds = {name: _of_other(name) for name in OTHERS}
