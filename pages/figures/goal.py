"""The row that says what to aim at, and the table of what each lever would have to be."""

from dataclasses import asdict
from typing import Final, cast

from charts.goals.candidates import candidates
from charts.goals.goal_targets import AtHand, at_hand, first_target, linked, written_target
from charts.goals.goals import Goal, Reached, WhatItTakes, answered, what_it_takes
from charts.words.context import Context
from charts.words.quantities import decimals_of
from charts.words.refused import refused, refused_number
from model import Scenario, ScenarioError
from model.answers.quantities import in_all
from model.explaining.asked import address
from model.explaining.other_answers import WITH
from pages.figures.messages import Aim, AimAtHand, AnswersMessage, ChooseQuantity, GoalMessage, LeverAnswer, UseLever
from pages.visit import asking, problems, state, view
from pages.visit.between_runs import USED_LEVER, UsedLever
from pages.visit.clocks import gesture
from pages.visit.components import component
from pages.visit.kept import kept
from pages.visit.option_names import option_name
from pages.visit.problems import Problem
from pages.visit.question import about_own, shown
from pages.visit.view import View
from texts import Texts
from texts.reading import NumberError

KEY, ANSWERS = "goal", "answers"


def goal(looked_at: View, context: Context) -> Goal:
    """What is aimed at; without a target of its own what the tallgrunnlag has for the year before."""
    answer, year, quantity = context.answer, looked_at.year, looked_at.asked_quantity
    largest = float(in_all(quantity, answer.reference, answer.question.reference, answer.question.own).max())
    fewest, target = decimals_of(quantity, largest), looked_at.target
    if target is None:
        target = first_target(answer, year, quantity, fewest)
    return Goal(quantity, year, target, answer.is_fixed, answer.question.own, fewest)


def row(looked_at: View, context: Context) -> None:
    """Draws the row, with the answer in a sentence under it."""
    texts, aim, answer = looked_at.texts, goal(looked_at, context), context.answer
    near: tuple[AtHand, ...] = at_hand(answer, aim.year, aim.quantity, texts, aim.fewest)
    component(GoalMessage, "goal", "figures/goal")(
        key=KEY,
        data={
            "quantity": looked_at.quantity,
            "quantities": [(name, option_name("quantity", name, looked_at)) for name in view.QUANTITIES],
            "target": texts.amount(aim.target, aim.decimals),
            "near": [(f"{each.label}: {texts.amount(each.amount, aim.fewest)}", str(each.amount)) for each in near],
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
            "reached": [_message(each, start, used, texts) for each in takes.reached] if takes else [],
            "beyond": [asdict(each) for each in takes.beyond] if takes else [],
            "untouched": _notes(takes, texts) if takes else "",
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
    looked_at = view.current()
    fewest = goal(looked_at, shown(looked_at)).fewest
    view.change(target=written_target(asked.get("text"), looked_at.language, fewest))


def _aim_at_hand(asked: AimAtHand) -> None:
    """One of the targets at hand, which is written as in a link."""
    if (target := linked(str(asked.get("amount")))) is None:
        raise asking.NotUnderstood("amount")
    view.change(target=target)


def _choose(asked: ChooseQuantity) -> None:
    """Another quantity."""
    if asked.get("quantity") in view.QUANTITIES:
        view.change(quantity=asked["quantity"])


def _use(asked: UseLever) -> None:
    """Puts a lever where it meets the target, in place of one used before, and holds on to the target."""
    looked_at, lever = view.current(), asked.get("lever")
    aim = goal(looked_at, shown(looked_at))
    start, _ = _start(aim)
    if lever not in candidates(start).all:
        return
    after = answered(lever, start, aim).scenario
    USED_LEVER.put(UsedLever(lever, start, after))
    view.change(target=aim.target)
    state.replace(after)


DEEDS: Final[dict[str, asking.Deed]] = {"aim": _aim, "take": _aim_at_hand, "choose": _choose, "use": _use}


@kept(lambda scenario, aim, texts: about_own(scenario))  # noqa: ARG005 (what it keeps has these names)
def _what_it_takes(scenario: Scenario, aim: Goal, texts: Texts) -> WhatItTakes:
    return what_it_takes(scenario, aim, candidates(scenario), texts)


def _start(aim: Goal) -> tuple[Scenario, str]:
    """The scenario that the table starts from, and the lever that was used from there to meet the target.

    As long as the scenario is what that lever made of it and meets the target, it is the scenario before; else the
    present one, and no lever.
    """
    used = USED_LEVER.value()
    if used and used.after == state.scenario() and aim.is_met(aim.amount(used.after)):
        return used.before, used.lever
    return state.scenario(), ""


def _opens(each: Reached, start: Scenario, used: str) -> str:
    """The path of what a lever gives, with the lever that was used where it was; empty where it was not on."""
    if used in ("", each.lever):
        return each.opens
    measure = used.removesuffix(".amount_mnok")
    was_off = measure != used and not start.value(f"{measure}.enabled")
    return "" if was_off else address(WITH, used, repr(start.value(used)), each.opens)


def _message(each: Reached, start: Scenario, used: str, texts: Texts) -> LeverAnswer:
    """A lever that reaches as its row shows it; ``use`` is what its button is called, empty where it was used.

    start: what the table starts from.
    """
    return {
        "lever": each.lever,
        "label": each.label,
        "present": each.present,
        "needed": each.needed,
        "change": " · ".join(filter(None, (each.when, each.change))),
        "use": "" if each.lever == used else texts("solve.use_named", label=each.label, value=each.needed),
        "opens": _opens(each, start, used),
    }


def _notes(takes: WhatItTakes, texts: Texts) -> str:
    """That values are rounded and used as they are, and which levers change nothing."""
    rounded = [texts("solve.rounded")] if any(each.is_rounded for each in takes.reached) else []
    untouched = [texts("solve.untouched", levers=", ".join(takes.untouched))] if takes.untouched else []
    return " ".join((*rounded, *untouched))


def problem(aim: Goal, texts: Texts) -> str:
    """What could not be used, in a sentence."""
    kept = texts.amount(aim.target, aim.decimals)

    def in_words(problem: Problem, texts: Texts) -> str:
        error = problem.errors[0]
        if isinstance(error, NumberError):
            return texts("lever.refused", what=refused_number(error, texts("solve.aim"), texts), kept=kept)
        return texts("solve.unused", what=refused(cast(ScenarioError, error), state.figures(), texts))

    return problems.sentences(KEY, texts, in_words)
