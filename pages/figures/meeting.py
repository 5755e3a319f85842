"""Meeting mode: one chart, the levers that matter, prepared scenarios and years by keys, and nothing else."""

from typing import Any, Final

from charts.words.context import AGAINST, SINCE
from model import Baseline
from model.scenario.fields import START, limits
from pages.figures.messages import Leave, MeetingMessage, ShowNamed, ShowNumber
from pages.levers.lever_rows import MAIN
from pages.visit import asking, state, view, whereabouts
from pages.visit.compared import scenario_of, title_of, written
from pages.visit.components import component
from pages.visit.navigation import MEETING, MONEY_LEVERS
from pages.visit.option_names import option_name
from pages.visit.question import shown
from pages.visit.side_by_side import MOST, PRESENT
from pages.visit.view import View, options

KEY: Final = "meeting"
NEEDS: Final = (view.BRIDGE, view.PLAN, view.NEED)
"""Charts that are headed by a year's need, whose difference can be chosen."""
OTHER_KEYS: Final = ("6", "7", "8", "9")
"""Keys of years where their last digits are those of scenarios."""
LABELS: Final = ("scenarios", "years", "charts", "differences", "replay", "keys", "leave")


def enter(page: str) -> bool:
    """Notes which page is looked at, and whether it is the meeting's. On the way in the scenarios are laid ready."""
    if page == MEETING != whereabouts.whereabouts().page:
        whereabouts.arrive_in_meeting(_to_prepare())
    else:
        whereabouts.arrive(page)
    return page == MEETING


def prepared() -> tuple[str, ...]:
    """The scenarios that the keys 1 to 4 lead to: those of the comparison, the present one as it was on the way in."""
    return whereabouts.whereabouts().prepared


def _to_prepare() -> tuple[str, ...]:
    """The scenarios of the comparison, each once, and the present one written out: it will move."""
    texts = [written(state.scenario()) if text == PRESENT else text for text in view.current().compared]
    return tuple({scenario_of(text): text for text in texts}.values())


def levers_that_matter() -> tuple[str, ...]:
    """The levers of the chart that is shown, and what the prepared scenarios and the present one move."""
    of_chart = MONEY_LEVERS if view.current().chart == view.MONEY else MAIN
    scenarios = [*map(scenario_of, prepared()), state.scenario()]
    moved = (
        path
        for scenario in scenarios
        for path in scenario.departures()
        if path == START or path in limits(scenario.figures)
    )
    return tuple(dict.fromkeys([*of_chart, *moved]))


def frame(looked_at: View) -> None:
    """The line that says what the keys do."""
    texts, present, told = looked_at.texts, state.scenario(), shown(looked_at).told_name
    component(MeetingMessage, "meeting", "figures/meeting")(
        key=KEY,
        data={
            "scenarios": [(title_of(text, texts), scenario_of(text) == present) for text in prepared()],
            "years": [(key, year, year == looked_at.year) for key, year in keys_of_years(present.figures).items()],
            "charts": [(name, texts(f"view.chart_{name}"), name == looked_at.chart) for name in charts(looked_at)],
            "differences": [(name, said, name == told) for name, said in _differences(looked_at)],
            **asking.listen(KEY, DEEDS, place=asking.GENERAL),
            "labels": {label: texts(f"meeting.{label}") for label in LABELS},
        },
        on_asked_change=apply,
    )


def _differences(looked_at: View) -> list[tuple[str, str]]:
    """The differences that can be told, where the chart is one that is headed by a year's need."""
    if looked_at.chart not in NEEDS:
        return []
    return [(name, option_name("difference", name, looked_at)) for name in (AGAINST, SINCE)]


def charts(looked_at: View) -> tuple[str, ...]:
    """The charts that can be chosen: that of projects where the present or a prepared scenario has some."""
    shown = looked_at.chart == view.PROJECTS or state.scenario().projects
    if shown or any(scenario_of(text).projects for text in prepared()):
        return view.CHARTS
    return tuple(name for name in view.CHARTS if name != view.PROJECTS)


def keys_of_years(baseline: Baseline) -> dict[str, int]:
    """Key → the year of the plan that it leads to: its last digit, or in order where prepared scenarios have some."""
    years = baseline.plan_years
    digits = [str(year % 10) for year in years]
    taken = {str(number + 1) for number in range(MOST)}
    return dict(zip(OTHER_KEYS if taken & {*digits} else digits, years, strict=False))


def apply() -> None:
    """Does what a key or a click asked for."""
    asking.serve(KEY, DEEDS, place=asking.GENERAL)


def _show_scenario(asked: ShowNumber) -> None:
    number = asked.get("value")
    if not isinstance(number, int) or not 0 <= number < len(prepared()):
        raise asking.NotUnderstood("scenario")
    state.replace(scenario_of(prepared()[number]))


def _change_view(asked: ShowNumber | ShowNamed) -> None:
    fields: dict[str, Any] = {asked["do"]: asked.get("value")}
    if asked.get("value") not in options(state.figures())[asked["do"]]:
        raise asking.NotUnderstood(asked["do"])
    view.change(**fields)


def _leave(_: Leave) -> None:
    """Back to the page before the meeting."""
    whereabouts.open_next(whereabouts.whereabouts().before_meeting)


DEEDS: Final[dict[str, asking.Deed]] = {
    "scenario": _show_scenario,
    "year": _change_view,
    "chart": _change_view,
    "difference": _change_view,
    "leave": _leave,
}
