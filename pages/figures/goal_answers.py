"""The table of what each lever would have to be, with a button that puts it there."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from charts.goals.goal import Goal
from charts.goals.goals import Reached, WhatItTakes
from charts.words.context import Context
from model import Scenario
from model.explaining.asked import address
from model.explaining.other_answers import WITH
from pages.figures.goal import DEEDS, KEY, apply
from pages.figures.goal_aim import goal, start, takes
from pages.figures.messages import AnswersMessage, LeverAnswer
from pages.visit import asking
from pages.visit.clocks import gesture
from pages.visit.components import component
from pages.visit.view import View
from texts import Texts

ANSWERS: Final = "answers"
LABELS: Final = ("lever", "needed", "use", "used", "beyond", "farther", "reach", "left_out")


def answers(looked_at: View, context: Context) -> None:
    """Draws the table; while a lever moves it stays as it was.

    A lever that was used keeps the table, so that another can be used in its place.
    """
    texts, moving, aim = looked_at.texts, gesture().moving, goal(looked_at, context)
    before, used = start(aim)
    found = WhatItTakes("", False) if moving else takes(before, aim, texts)
    rows = [[_message(each, before, used, texts) for each in of] for of in (found.reached, found.farther)]
    component(AnswersMessage, "answers", "figures/answers")(
        key=ANSWERS,
        data={
            "moving": moving,
            "sequence": gesture().sequence,
            **asking.listen(ANSWERS, DEEDS, place=KEY),
            "met": texts("solve.met_note") if found.met else "",
            "years": [str(year) for year in aim.years] if aim.is_path else [],
            "reached": rows[0],
            "farther": rows[1],
            "beyond": [asdict(each) for each in found.beyond],
            "note": _note(aim, before, found, texts),
            "untouched": _left_out(aim, found, texts),
            "labels": {name: texts(f"solve.{name}") for name in LABELS}
            | {"present": texts("solve.before" if used else "solve.now")},
        },
        on_asked_change=lambda: apply(ANSWERS),
    )


def _message(each: Reached, before: Scenario, used: str, texts: Texts) -> LeverAnswer:
    """A lever that reaches as its row shows it; ``use`` is what its button is called, empty where it was used.

    before: what the table starts from.
    """
    return {
        "lever": each.lever,
        "label": each.label,
        "present": each.present,
        "needed": each.needed,
        "change": each.when if each.of_years else " · ".join(filter(None, (each.when, each.change))),
        "use": "" if each.lever == used else texts("solve.use_named", label=each.label, value=each.needed),
        "opens": _opens(each.lever, each.opens, before, used),
        "years": [
            {
                "label": texts("solve.of_year", lever=each.label, year=of_year.year),
                "amount": of_year.amount,
                "missed": of_year.missed,
                "opens": _opens(each.lever, of_year.opens, before, used),
            }
            for of_year in each.of_years
        ],
    }


def _opens(lever: str, path: str, before: Scenario, used: str) -> str:
    """The path of what a lever gives, with the lever that was used where it was; empty where it was not on."""
    if used in ("", lever):
        return path
    measure = used.removesuffix(".amount_mnok")
    was_off = measure != used and not before.value(f"{measure}.enabled")
    return "" if was_off else address(WITH, used, repr(before.value(used)), path)


def _note(aim: Goal, before: Scenario, found: WhatItTakes, texts: Texts) -> str:
    """That a path has one value for all years, and what is held."""
    if found.met or not (found.reached or found.farther):
        return ""
    one_value = [texts("solve.one_value")] if aim.is_path else []
    held = [texts("solve.held", year=aim.held, first=before.levers_from)] if aim.held else []
    return " ".join((*one_value, *held))


def _left_out(aim: Goal, found: WhatItTakes, texts: Texts) -> str:
    """Which levers would move the year that is held, and which change nothing."""

    def sentence(name: str, levers: Sequence[str]) -> list[str]:
        return [texts(f"solve.{name}", levers=", ".join(levers), year=aim.held)] if levers else []

    untouched = "no_nearer" if aim.is_path else "untouched"
    return " ".join((*sentence("moving", found.moving), *sentence(untouched, found.untouched)))
