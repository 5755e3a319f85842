"""What a path takes: for each lever the one value that misses it least, and what each year becomes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from charts.goals.candidates import Candidates, counting
from charts.goals.goal import Goal
from charts.goals.goals import OfYear, Reached, WhatItTakes, in_words, reaching
from charts.records.figure import KeyFigure
from charts.words.context import TENTH, Context
from charts.words.settings import label
from model import Answer, Scenario, SolvedPath, solve_path
from model.answers.quantities import FINANCING_NEED
from model.explaining.asked import address
from model.explaining.other_answers import WITH
from model.explaining.reasons import quantity_address
from texts import Texts

NEAR = 0.5
"""What is left of the largest miss, at most, for a lever to be among those that are shown first."""


def what_a_path_takes(scenario: Scenario, goal: Goal, levers: Candidates, texts: Texts) -> WhatItTakes:
    """Asks every lever alone, the rest of the scenario unmoved.

    Those that miss least come first; what returns money or moves the cost before what stands behind these.
    """
    if goal.is_met(*goal.present(scenario)):
        return WhatItTakes(in_words("path_met", goal, texts), True)
    before = goal.amounts(scenario)
    rows = {lever: _row(lever, scenario, before, goal, texts) for lever in levers.all}
    found = sorted((row for row in rows.values() if row), key=lambda row: (levers.rank(row.lever) > 1, row.off))
    moving = tuple(row for row in found if not goal.leaves_alone(scenario, row.scenario))
    rest = [row for row in found if row not in moving]
    most = NEAR * _largest(before, goal)
    near = tuple(row for at, row in enumerate(rest) if not at or row.off <= most)
    return WhatItTakes(
        sentence=_sentence(rest, goal, texts),
        met=False,
        reached=near,
        farther=tuple(rest[len(near) :]),
        untouched=tuple(label(lever, scenario.figures, texts) for lever, row in rows.items() if not row),
        moving=tuple(row.label for row in moving),
    )


def nearest(lever: str, scenario: Scenario, goal: Goal) -> SolvedPath:
    """The lever's value that misses the path least."""
    targets = dict.fromkeys(goal.years, goal.target)
    return solve_path(lever, targets, goal.quantity, scenario, goal.fixed, goal.own)


def in_use(row: Reached, goal: Goal, texts: Texts) -> str:
    """How near a lever that is used has brought the path."""
    value = " ".join(filter(None, (row.needed, row.when)))
    return in_words("path_used", goal, texts, lever=row.label, needed=value, off=texts.amount(row.off, goal.fewest))


def path_figures(goal: Goal, context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """How far the scenario is from the path, in a sentence and in a number for each year."""
    texts, answer = context.texts, context.answer
    amounts = goal.present(context.question.scenario)
    off = texts.amount(_largest(amounts, goal), goal.fewest)
    sentence = "path_is_met" if goal.is_met(*amounts) else "path_is_off"
    figures = tuple(
        KeyFigure(
            name=f"path_{year}",
            label=f"{year}{context.star(year)}",
            value=texts.amount(amount, goal.fewest),
            note=_note(year, amount, goal, answer, texts),
            moved=False,
            opens=quantity_address(goal.quantity, year),
        )
        for year, amount in zip(goal.years, amounts, strict=True)
    )
    return texts(f"solve.{sentence}", off=off, years=goal.when()), figures


def _note(year: int, amount: float, goal: Goal, answer: Answer, texts: Texts) -> str:
    """How far a year is from the target; where the need is a range, that the amount is the one with no money back."""
    note = texts("solve.against_target", missed=texts.change(amount - goal.target, goal.fewest))
    place = answer.result.years.index(year)
    returned = float(answer.open_return[place]) if goal.quantity == FINANCING_NEED else 0.0
    return texts("solve.without_return", target=note, amount=texts.amount(returned)) if returned >= TENTH else note


def _row(lever: str, scenario: Scenario, before: Sequence[float], goal: Goal, texts: Texts) -> Reached | None:
    """What a lever can do; None where no year is printed otherwise than it was."""
    answer = nearest(lever, scenario, goal)
    attained = _printed(answer.attained.values(), goal)
    if attained == _printed(before, goal):
        return None
    row = reaching(answer, counting(lever, scenario), goal, texts, lambda *amounts: _printed(amounts, goal) == attained)
    amounts = goal.amounts(row.scenario)
    value = repr(row.scenario.value(lever))
    of_years = tuple(
        OfYear(
            year,
            texts.amount(amount, goal.fewest),
            texts.change(amount - goal.target, goal.fewest),
            address(WITH, lever, value, goal.address(year, scenario)),
        )
        for year, amount in zip(goal.years, amounts, strict=True)
    )
    return replace(row, of_years=of_years, off=_largest(amounts, goal))


def _printed(amounts: Iterable[float], goal: Goal) -> list[str]:
    """Amounts as they are shown, to be compared."""
    return [f"{amount:.{goal.decimals}f}" for amount in amounts]


def _largest(amounts: Sequence[float], goal: Goal) -> float:
    """The largest distance from the target, MNOK."""
    return max(abs(amount - goal.target) for amount in amounts)


def _sentence(rows: Sequence[Reached], goal: Goal, texts: Texts) -> str:
    """What misses least, and by how much; that it is met where nothing is missed."""
    if not rows:
        return in_words("path_none", goal, texts)
    best = rows[0]
    way, value = "up" if best.share > 0 else "down", " ".join(filter(None, (best.needed, best.when)))
    words = {"lever": best.label, "present": best.present, "needed": value}
    off = texts.amount(best.off, goal.fewest)
    if off == texts.amount(0.0, goal.fewest):
        return in_words(f"path_{way}", goal, texts, **words)
    return in_words(f"path_near_{way}", goal, texts, off=off, **words)
