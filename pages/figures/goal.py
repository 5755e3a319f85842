"""The row that says what to aim at, and the table of what each lever would have to be."""

from dataclasses import asdict
from typing import Final, cast

from charts.goals.goal_targets import AtHand, at_hand, decimals, linked, written_target, year_before
from charts.goals.goals import Goal, Reached, WhatItTakes, answered, what_it_takes
from charts.words.context import Context
from charts.words.refused import refused, refused_number
from model import Scenario, ScenarioError
from pages.figures.messages import Aim, AimAtHand, AnswersMessage, ChooseQuantity, GoalMessage, LeverAnswer, UseLever
from pages.levers.lever_rows import GROUPS, MAIN
from pages.visit import asking, problems, state, view
from pages.visit.between_runs import USED_LEVER, UsedLever
from pages.visit.clocks import gesture
from pages.visit.components import component
from pages.visit.kept import kept
from pages.visit.problems import Problem
from pages.visit.question import about_own, shown
from pages.visit.view import View
from texts import Texts
from texts.reading import NumberError

KEY, ANSWERS = "goal", "answers"
NO_AMOUNT: Final = "first_year"
"""The lever that moves no amount: it says from when the others do."""


def goal(looked_at: View, context: Context) -> Goal:
    """What is aimed at; without a target of its own the tallgrunnlag's amount of the year before.

    Where that is not printed it is the first of those at hand: the tallgrunnlag's amount of the year itself.
    """
    target, answer, year, quantity = looked_at.target, context.answer, looked_at.year, looked_at.quantity
    if target is None:
        before = year_before(answer.reference, year, quantity)
        at_once = at_hand(answer.reference, answer.reference, year, quantity, context.texts)[0].amount
        target = round(at_once if before is None else before, 1)
    return Goal(quantity, year, target, answer.is_fixed)


def row(looked_at: View, context: Context) -> None:
    """Draws the row, with the answer in a sentence under it."""
    texts, aim, answer = looked_at.texts, goal(looked_at, context), context.answer
    near: tuple[AtHand, ...] = at_hand(answer.result, answer.reference, aim.year, aim.quantity, texts)
    component(GoalMessage, "goal", "figures/goal")(
        key=KEY,
        data={
            "quantity": aim.quantity,
            "quantities": [(name, texts(f"solve.{name}")) for name in view.QUANTITIES],
            "target": texts.amount(aim.target, decimals(aim.target)),
            "near": [(f"{each.label}: {texts.amount(each.amount)}", str(each.amount)) for each in near],
            "unit": texts("solve.unit", year=aim.year, prices=context.prices),
            "labels": {name: texts(f"solve.{name}") for name in ("quantity", "target")},
            "problem": problem(aim, texts),
            **asking.listen(KEY, DEEDS),
            "sentence": None if gesture().moving else _what_it_takes(state.scenario(), aim, texts).sentence,
            "sequence": gesture().sequence,
        },
        on_asked_change=lambda: apply(KEY),
    )


def answers(looked_at: View, context: Context) -> None:
    """Draws the table; while a lever moves it stays as it was.

    A lever that was used keeps the table, so that another can be used in its place.
    """
    texts, moving, aim = looked_at.texts, gesture().moving, goal(looked_at, context)
    start, used = _start(aim)
    takes = None if moving else _what_it_takes(start, aim, texts)
    component(AnswersMessage, "answers", "figures/answers")(
        key=ANSWERS,
        data={
            "moving": moving,
            "sequence": gesture().sequence,
            **asking.listen(ANSWERS, DEEDS, place=KEY),
            "met": texts("solve.met_note") if takes and takes.met else "",
            "reached": [_message(each, used, texts) for each in takes.reached] if takes else [],
            "beyond": [asdict(each) for each in takes.beyond] if takes else [],
            "untouched": _untouched(takes, texts) if takes else "",
            "labels": {name: texts(f"solve.{name}") for name in ("lever", "needed", "use", "used", "beyond", "reach")}
            | {"present": texts("solve.before" if used else "solve.now")},
        },
        on_asked_change=lambda: apply(ANSWERS),
    )


def apply(key: str) -> None:
    """Does what a component asked for; what cannot be used leaves target and scenario as they were."""
    asking.serve(key, DEEDS, place=KEY)


def _aim(asked: Aim) -> None:
    """A typed target."""
    view.change(target=written_target(asked.get("text"), view.current().language))


def _aim_at_hand(asked: AimAtHand) -> None:
    """One of the targets at hand, which is written as in a link."""
    if (target := linked(str(asked.get("amount")))) is None:
        raise asking.NotUnderstood("amount")
    view.change(target=target)


def _choose(asked: ChooseQuantity) -> None:
    """The other quantity; the target of the one is none of the other."""
    if asked.get("quantity") in view.QUANTITIES:
        view.change(quantity=asked["quantity"], target=None)


def _use(asked: UseLever) -> None:
    """Puts a lever where it meets the target, in place of one used before, and holds on to the target."""
    looked_at, lever = view.current(), asked.get("lever")
    aim = goal(looked_at, shown(looked_at))
    start, _ = _start(aim)
    if lever not in (*MAIN, *others(start)):
        return
    after = answered(lever, start, aim).scenario
    USED_LEVER.put(UsedLever(lever, start, after))
    view.change(target=aim.target)
    state.replace(after)


DEEDS: Final[dict[str, asking.Deed]] = {"aim": _aim, "take": _aim_at_hand, "choose": _choose, "use": _use}


def others(scenario: Scenario) -> tuple[str, ...]:
    """The levers behind the main ones that can be a number: a measure that is off has at most an amount."""
    levers = [lever for lever in (*GROUPS["assumptions"], *GROUPS["unspent"]) if lever != NO_AMOUNT]
    for name, measure in scenario.figures.measures.items():
        path = f"measures.{name}"
        enabled = scenario.value(f"{path}.enabled")
        if enabled or measure.takes_amount:
            levers.append(f"{path}.amount_mnok" if measure.takes_amount else f"{path}.scale")
        if enabled:
            levers.append(f"{path}.delay")
    return tuple(levers)


@kept(lambda scenario, aim, texts: about_own(scenario))  # noqa: ARG005 (what it keeps has these names)
def _what_it_takes(scenario: Scenario, aim: Goal, texts: Texts) -> WhatItTakes:
    return what_it_takes(scenario, aim, MAIN, others(scenario), texts)


def _start(aim: Goal) -> tuple[Scenario, str]:
    """The scenario that the table starts from, and the lever that was used from there to meet the target.

    As long as the scenario is what that lever made of it and meets the target, it is the scenario before; else the
    present one, and no lever.
    """
    used = USED_LEVER.value()
    if used and used.after == state.scenario() and aim.is_met(aim.amount(used.after)):
        return used.before, used.lever
    return state.scenario(), ""


def _message(each: Reached, used: str, texts: Texts) -> LeverAnswer:
    """A lever that reaches as its row shows it; ``use`` is what its button is called, empty where it was used."""
    return {
        "lever": each.lever,
        "label": each.label,
        "present": each.present,
        "needed": each.needed,
        "change": each.change,
        "use": "" if each.lever == used else texts("solve.use_named", label=each.label, value=each.needed),
    }


def _untouched(takes: WhatItTakes, texts: Texts) -> str:
    return texts("solve.untouched", levers=", ".join(takes.untouched)) if takes.untouched else ""


def problem(aim: Goal, texts: Texts) -> str:
    """What could not be used, in a sentence."""
    kept = texts.amount(aim.target, decimals(aim.target))

    def in_words(problem: Problem, texts: Texts) -> str:
        error = problem.errors[0]
        if isinstance(error, NumberError):
            return texts("lever.refused", what=refused_number(error, texts("solve.aim"), texts), kept=kept)
        return texts("solve.unused", what=refused(cast(ScenarioError, error), state.figures(), texts))

    return problems.sentences(KEY, texts, in_words)
