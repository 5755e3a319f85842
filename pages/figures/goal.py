"""The row that says what to aim at, with the answer in a sentence, and what is asked of it and of the table."""

from typing import Final, cast

from charts.goals.candidates import candidates
from charts.goals.goal import Goal
from charts.goals.goal_targets import at_hand, at_hand_of_path, linked, written_target
from charts.goals.goals import answered
from charts.goals.paths import in_use
from charts.words.context import Context
from charts.words.refused import refused, refused_number
from model import ScenarioError
from model.answers.quantities import FINANCING_NEED
from model.payers import organisation
from pages.figures.goal_aim import goal, start, takes
from pages.figures.messages import Aim, AimAtHand, ChooseQuantity, ChooseWhen, GoalMessage, UseLever
from pages.visit import asking, problems, state, view
from pages.visit.between_runs import USED_LEVER, UsedLever
from pages.visit.clocks import gesture
from pages.visit.components import component
from pages.visit.option_names import option_name
from pages.visit.problems import Problem
from pages.visit.question import shown
from pages.visit.view import EVERY_YEAR, US, YEAR_ALONE, View
from texts import Texts
from texts.reading import NumberError

KEY: Final = "goal"


def row(looked_at: View, context: Context) -> None:
    """Draws the row, with the answer in a sentence under it."""
    texts, aim, answer = looked_at.texts, goal(looked_at, context), context.answer
    near = (
        at_hand_of_path(answer, aim.quantity, texts, aim.fewest)
        if looked_at.path == EVERY_YEAR
        else at_hand(answer, aim.year, aim.quantity, texts, aim.fewest)
    )
    component(GoalMessage, "goal", "figures/goal")(
        key=KEY,
        data={
            "quantity": looked_at.quantity,
            "quantities": [(name, option_name("quantity", name, looked_at)) for name in view.QUANTITIES],
            "whose": _whose(looked_at),
            "when": EVERY_YEAR if looked_at.path == EVERY_YEAR else str(looked_at.year),
            "whens": _whens(looked_at),
            "target": texts.amount(aim.target, aim.decimals),
            "near": [(f"{each.label}: {texts.amount(each.amount, aim.fewest)}", str(each.amount)) for each in near],
            "unit": texts("solve.unit", prices=context.prices),
            "labels": {name: texts(f"solve.{name}") for name in ("quantity", "whose", "when", "target")},
            "problem": problem(aim, texts),
            **asking.listen(KEY, DEEDS),
            "sentence": None if gesture().moving else _sentence(aim, texts),
            "sequence": gesture().sequence,
        },
        on_asked_change=lambda: apply(KEY),
    )


def _whose(looked_at: View) -> list[tuple[str, str]]:
    """For us and in all, by what a link calls them; nothing for nobody."""
    if not looked_at.payer:
        return []
    name = organisation(looked_at.payer)[0].name
    return [(US, looked_at.texts("solve.for_us", name=name)), (FINANCING_NEED, looked_at.texts("solve.in_all"))]


def _whens(looked_at: View) -> list[tuple[str, str]]:
    """Every year of a path, and each year alone, by what a link calls them."""
    years = state.figures().plan_years
    every = looked_at.texts("solve.every_year", first=years[1], last=years[-1]) if len(years) > 1 else ""
    return [*([(EVERY_YEAR, every)] if every else []), *((str(year), str(year)) for year in years)]


def _sentence(aim: Goal, texts: Texts) -> str:
    """What it takes; of a path that a lever was used for, how near it has come."""
    (before, used), now = start(aim), state.scenario()
    if used and aim.is_path and not aim.is_met(*aim.present(now)):
        rows = takes(before, aim, texts)
        return in_use(next(row for row in (*rows.reached, *rows.farther) if row.lever == used), aim, texts)
    return takes(now if used else before, aim, texts).sentence


def apply(key: str) -> None:
    """Does what a component asked for; what cannot be used leaves target and scenario as they were."""
    asking.serve(key, DEEDS, place=KEY)


def _aim(asked: Aim) -> None:
    """A typed target."""
    looked_at = view.current().aiming()
    fewest = goal(looked_at, shown(looked_at)).fewest
    view.change(quantity=looked_at.quantity, target=written_target(asked.get("text"), looked_at.language, fewest))


def _aim_at_hand(asked: AimAtHand) -> None:
    """One of the targets at hand, which is written as in a link."""
    if (target := linked(str(asked.get("amount")))) is None:
        raise asking.NotUnderstood("amount")
    view.change(quantity=view.current().aiming().quantity, target=target)


def _choose(asked: ChooseQuantity) -> None:
    """Another quantity."""
    if asked.get("quantity") in view.QUANTITIES:
        view.change(quantity=asked["quantity"])


def _choose_when(asked: ChooseWhen) -> None:
    """Every year of a path, or one year."""
    when = str(asked.get("when"))
    years = {str(year): year for year in state.figures().plan_years}
    if when == EVERY_YEAR:
        view.change(path=EVERY_YEAR)
    elif when in years:
        view.change(path=YEAR_ALONE, year=years[when])


def _use(asked: UseLever) -> None:
    """Puts a lever where it meets the target, in place of one used before, and holds on to the target."""
    looked_at, lever = view.current().aiming(), asked.get("lever")
    aim = goal(looked_at, shown(looked_at))
    before, _ = start(aim)
    if lever not in candidates(before).all:
        return
    found = takes(before, aim, looked_at.texts)
    row = next((row for row in (*found.reached, *found.farther) if row.lever == lever), None)
    if row is not None:
        USED_LEVER.put(UsedLever(lever, aim, before, row.scenario))
        view.change(quantity=looked_at.quantity, target=aim.target)
        state.replace(row.scenario)
    elif not aim.is_path:
        answered(lever, before, aim)  # raises what is said of a target out of reach


DEEDS: Final[dict[str, asking.Deed]] = {
    "aim": _aim,
    "take": _aim_at_hand,
    "choose": _choose,
    "when": _choose_when,
    "use": _use,
}


def problem(aim: Goal, texts: Texts) -> str:
    """What could not be used, in a sentence."""
    kept = texts.amount(aim.target, aim.decimals)

    def in_words(problem: Problem, texts: Texts) -> str:
        error = problem.errors[0]
        if isinstance(error, NumberError):
            return texts("lever.refused", what=refused_number(error, texts("solve.aim"), texts), kept=kept)
        return texts("solve.unused", what=refused(cast(ScenarioError, error), state.figures(), texts))

    return problems.sentences(KEY, texts, in_words)
