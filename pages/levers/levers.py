"""The levers in the sidebar: a move becomes a new scenario before the page is drawn."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, cast

from charts.words.refused import refused, refused_number
from charts.words.settings import departures, is_share, label, shown
from model import Baseline, Scenario, ScenarioError
from model.scenario.fields import limits
from pages.levers.lever_moves import Change, moved
from pages.levers.lever_rows import SOLUTION, chosen, groups
from pages.levers.messages import Gesture, LeversMessage, RefusedValue, Step
from pages.levers.project_moves import PROJECTS, is_of_projects, moved_projects
from pages.levers.range_moves import PLACE, is_of_uncertainty, moved_fields
from pages.visit import asking, clocks, problems, state, view, whereabouts
from pages.visit.between_runs import LEVERS_OF
from pages.visit.components import component, sent
from pages.visit.problems import Problem
from texts import KNOWN, Texts
from texts.reading import NumberError

KEY: Final = "levers"
NO_STOP: Final = (*problems.REFUSALS, asking.NotUnderstood)
"""What ``suppose`` raises for a lever that is no more, or cannot stand where it is supposed to."""


def levers(texts: Texts, only: tuple[str, ...] = (), leading: tuple[str, ...] = ()) -> None:
    """Draws every lever, the list of what is changed, and the sentence about a value that was refused.

    ``only``: the levers of a meeting, drawn without ways to reset them. ``leading``: those that the page puts first.
    """
    scenario, now = state.scenario(), clocks.clocks()
    drawn = groups(scenario, solution_of_levers(scenario.figures), texts, leading)
    changes = () if only else departures(scenario, texts)
    component(LeversMessage, "levers", "levers/levers")(
        key=KEY,
        data={
            "groups": [chosen(drawn, only, scenario.figures, texts)] if only else drawn,
            "locked": bool(only),
            "replay": last_change(scenario),
            "visit": now.visit,
            "revision": now.revision,
            "sequence": now.gesture.sequence,
            "language": texts.language,
            "decimal": KNOWN[texts.language].decimal,
            "error": problem(texts),
            "changes": [
                {
                    "path": change.path,
                    "text": texts("lever.change", label=change.label, value=change.value, default=change.default),
                    "reset": texts("lever.undo"),
                }
                for change in changes
            ],
            "changesLabel": texts("lever.changes", count=len(changes)),
            "resetAll": texts("lever.reset_all"),
        },
        on_gesture_change=apply_gesture,
        on_replayed_change=end_replay,
    )


def solution_of_levers(baseline: Baseline) -> str:
    """The solution whose own levers are shown: the one that was asked for where the baseline has it, else the first."""
    asked_for = LEVERS_OF.value()
    return asked_for if asked_for in baseline.open_solutions else baseline.open_solutions[0]


def last_change(scenario: Scenario) -> list[Step]:
    """From where to where each numeric setting moved in the last step, in its lever's unit."""
    if not (past := state.history().past):
        return []
    before, figures = past[-1], scenario.figures
    if before.figures != figures:
        return []
    paths = sorted(limits(figures).keys() & (scenario.departures().keys() | before.departures().keys()))
    moves = ((path, before.value(path), scenario.value(path)) for path in paths)
    return [
        {"path": path, "from": _in_unit(path, start, figures), "to": _in_unit(path, end, figures)}
        for path, start, end in moves
        if start != end and start is not None
    ]


def _in_unit(path: str, value: Any, baseline: Baseline) -> Any:
    return value * 100 if is_share(path, baseline) and value is not None else value


def end_replay() -> None:
    """Puts the scenario back that was there before the last change was played again."""
    whereabouts.note_asker()
    state.replace(state.settled())


def apply_gesture(key: str = KEY) -> None:
    """Moves the scenario to what the lever says; what cannot be used leaves it as it was.

    ``key``: the component that sent it, the levers or the figures. A component that is drawn anew, as when a meeting
    begins or ends, reports its last gesture once more: a gesture that has been answered is not done again.
    """
    message = sent(key, "gesture")
    if message is None:
        return
    number = message.get("sequence") if isinstance(message, Mapping) else None
    sequence = number if isinstance(number, int) else 0
    if not 0 < sequence <= clocks.clocks().gesture.sequence:
        whereabouts.note_asker()
        first = _first_lever(message)
        place = PLACE if is_of_uncertainty(first) else PROJECTS if is_of_projects(first) else KEY
        asking.try_to(lambda: _apply(message), place, sequence, message, first)


def suppose(**change: Any) -> None:
    """Moves a lever, as one that is still being moved; ``change`` as in a gesture. Raises errors of NO_STOP."""
    _apply({"sequence": clocks.clocks().gesture.sequence, "moving": True, "changes": [change]})


def _apply(message: object) -> None:
    """All changes of a gesture, also of ranges, or none. Whatever becomes of them, the gesture has been answered."""
    if not isinstance(message, Mapping) or not isinstance(message.get("sequence"), int):
        raise asking.NotUnderstood("gesture")
    gesture = cast(Gesture, message)
    changes = gesture.get("changes")
    is_one = isinstance(changes, list) and len(changes) == 1
    clocks.note_gesture(gesture["sequence"], bool(gesture.get("moving")), _first_lever(gesture) if is_one else "")
    if not isinstance(changes, list):
        raise asking.NotUnderstood("changes")
    scenario, looked_at, solution = state.scenario(), view.current(), ""
    for change in map(Change.of, changes):
        if change.path == SOLUTION:
            solution = _open_solution(change.value, scenario.figures)
        elif is_of_uncertainty(change.path):
            looked_at = replace(looked_at, **moved_fields(looked_at, change, scenario))
        elif is_of_projects(change.path):
            scenario = moved_projects(scenario, change, looked_at.language)
        else:
            scenario = moved(scenario, change, looked_at.language)
    state.move(scenario)
    if looked_at != view.current():
        view.show(looked_at)
    if solution:
        LEVERS_OF.put(solution)


def _first_lever(message: object) -> str:
    """The lever of a gesture; where something was typed it is the only one."""
    changes = message.get("changes") if isinstance(message, Mapping) else None
    change = changes[0] if isinstance(changes, list) and changes else None
    return str(change.get("path")) if isinstance(change, Mapping) else ""


def _open_solution(name: object, baseline: Baseline) -> str:
    """A solution that has levers of its own. Raises ScenarioError."""
    if not isinstance(name, str) or name not in baseline.open_solutions:
        raise ScenarioError(SOLUTION, name, "choice", baseline.open_solutions)
    return name


def problem(texts: Texts) -> RefusedValue:
    """The refused value in a sentence, empty where there is none, and the lever at which it is said."""
    last = problems.last(KEY)
    return {"path": _path(last) if last else "", "sentence": problems.sentences(KEY, texts, _in_words)}


def _path(problem: Problem) -> str:
    """The lever that was refused."""
    error = problem.errors[0]
    return error.field if isinstance(error, ScenarioError) else problem.about


def _in_words(problem: Problem, texts: Texts) -> str:
    error, path, scenario = problem.errors[0], _path(problem), state.scenario()
    baseline = scenario.figures
    is_lever = path in limits(baseline)
    kept = shown(path, scenario.value(path), baseline, texts) if is_lever else texts("lever.scenario")
    if isinstance(error, NumberError):
        return texts("lever.refused", what=refused_number(error, label(path, baseline, texts), texts), kept=kept)
    return texts("lever.refused", what=refused(cast(ScenarioError, error), baseline, texts), kept=kept)
