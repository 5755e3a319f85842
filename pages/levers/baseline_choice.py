"""Which tallgrunnlag the levers are about: chosen where there is more than one, and what a change of it leaves out."""

from typing import Final

import streamlit as st

from charts.words.settings import departures, label
from model import Baseline, Scenario
from model.scenario import link
from pages.visit import baselines, state, uncertain, view
from pages.visit.as_written import as_written
from pages.visit.between_runs import CHANGED_BASELINE, ChangedBaseline
from pages.visit.memory import control_value, set_control
from texts import Texts

KEY: Final = "baseline"


def baseline_choice(texts: Texts) -> None:
    """Draws the menu, the newest first, and under it what the last change left out; nothing where there is but one."""
    titles, shown = baselines.titles(texts.language), state.figures().id
    if len(titles) < 2:
        return
    if control_value(KEY) != shown:
        set_control(KEY, shown)
    st.selectbox(
        texts("baseline.choose"), tuple(titles), format_func=lambda name: titles[name], key=KEY, on_change=_choose
    )
    if sentence := left_out(texts):
        st.caption(as_written(sentence))


def _choose() -> None:
    """What was chosen, where it is still there."""
    if (name := control_value(KEY)) in baselines.titles(view.current().language):
        change_baseline(baselines.named(name))


def change_baseline(to: Baseline) -> None:
    """Shows another baseline with the settings that have a meaning there; scenarios side by side stay what they are."""
    before, looked_at = state.scenario(), view.current()
    opened = link.from_query({**link.to_query(before), link.BASELINE_FIELD: to.id}, given=to)
    compared = tuple(_bound(text, before.figures) for text in looked_at.compared)
    view.change(compared=compared, base=_bound(looked_at.base, before.figures))
    ranges = tuple(uncertain.read(text, before.figures)[0] for text in uncertain.without_meaning(looked_at.ranges, to))
    CHANGED_BASELINE.put(
        ChangedBaseline(before, opened.scenario, tuple(error.field for error in opened.refused), ranges)
    )
    state.replace(opened.scenario)


def left_out(texts: Texts) -> str:
    """What the change of baseline could not take along, in a sentence; empty once something else is shown."""
    change = CHANGED_BASELINE.value()
    if change is None or not (change.refused or change.ranges) or change.after != state.scenario():
        return ""
    names = [each.label for each in departures(change.before, texts) if _is_refused(each.path, change.refused)]
    of_before = change.before.figures
    names += [texts("ranges.left_out", label=label(lever, of_before, texts)) for lever in change.ranges]
    if not names:
        return ""
    return texts("baseline.left_out", title=change.after.figures.title[texts.language], what=", ".join(names))


def _is_refused(path: str, refused: tuple[str, ...]) -> bool:
    """Whether a refusal is about a setting: at its path, below it or above it."""
    return any(f"{path}.".startswith(f"{field}.") or field.startswith(f"{path}.") for field in refused)


def _bound(text: str, baseline: Baseline) -> str:
    """A text of the view that says of which baseline it is; an id is of the one that is shown."""
    scenario: Scenario = baselines.decoded(text, baseline).scenario
    return link.encoded(scenario) if "=" in text else text
