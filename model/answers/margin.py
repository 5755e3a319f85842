"""What another risk margin does over the years: what is not charged is not there to be returned either."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from model.answers.answer import Answer
from model.answers.attribution import Attribution
from model.answers.changes import time_effects
from model.answers.mixtures import LEVER_GROUPS
from model.answers.quantities import COST_LEVEL
from model.baseline.axes import STATE_FUNDING, Array
from model.equations.steps import run
from model.scenario.scenario import Scenario

MARGIN: Final = LEVER_GROUPS[0]


@dataclass(frozen=True, slots=True)
class MarginEffect:
    """What the margin makes of the difference between scenario and reference, MNOK in the answer's prices.

    need: by year, from the first in which it makes any. back: over all years, what comes back of what it makes of the
    cost level, above zero where less money is returned or a shortfall is charged; None where the state pays a part, for
    then it is not that alone. later: the same of what is settled after the last year; None where more differs than the
    margin. shortfall: the scenario's, over all years.
    """

    need: tuple[tuple[int, float], ...]
    back: float | None
    later: float | None
    shortfall: float


def margin_effect(answer: Answer) -> MarginEffect | None:
    """The effect of the margin; None where scenario and reference have the same."""
    scenario, reference = answer.question.scenario, answer.question.reference
    if scenario.risk_margin == reference.risk_margin:
        return None
    need, cost = (_of_margin(found) for found in (answer.why, answer.why_of(COST_LEVEL)))
    working = min(scenario.levers_from, reference.levers_from)
    by_year = zip(answer.why.years, need.tolist(), strict=True)
    return MarginEffect(
        need=tuple((year, amount) for year, amount in by_year if year >= working),
        back=None if _is_funded(answer) else float((need - cost).sum()),
        later=_later(answer) if _alone(scenario, reference) else None,
        shortfall=float(answer.result.amounts()["shortfall"][:, :, 0].sum()),
    )


def unspent_margin_effect(scenario: Scenario) -> Mapping[int, float]:
    """Year → what the scenario's margin moves the need by, MNOK, where no margin is spent and all of it is returned.

    Against the margin that is inside the published figures; underspend is put at that margin at least.
    """
    embedded = scenario.figures.embedded_margin
    spared = scenario.with_value("underspend_rate", max(scenario.underspend_rate, embedded))
    own = spared.with_value("underspend_returned", 1.0)
    both = run([own, own.with_value("risk_margin", embedded)])
    need = both.financing_need.sum(axis=1)
    return {year: float(own - other) for year, (own, other) in zip(both.years, need, strict=True)}


def _of_margin(found: Attribution) -> Array:
    """(year,): the margin's part, all solutions."""
    part: Array = found.amounts[:, :, found.levers.index(MARGIN)].sum(axis=1)
    return part


def _is_funded(answer: Answer) -> bool:
    return any(result.amounts()[STATE_FUNDING].any() for result in (answer.result, answer.reference))


def _alone(scenario: Scenario, reference: Scenario) -> bool:
    """Whether scenario and reference differ in nothing but the margin that moves a need."""
    return scenario.without("name", "risk_margin") == reference.without("name", "risk_margin")


def _later(answer: Answer) -> float:
    """What less is returned after the last year than by the reference."""
    scenario, reference = answer.question.scenario, answer.question.reference
    ours = time_effects(scenario, answer.result, answer.reference).later
    return time_effects(reference, answer.reference, answer.reference).later - ours
