"""The list of ready scenarios: what each changes, does and comes from, to use alone or on top of the present one.

What is chosen in it is asked for by the row of the scenario, for the list closes with it.
"""

from dataclasses import asdict
from functools import lru_cache
from typing import Final

import streamlit as st

from charts.payers.ready import Ready, ready
from model import Baseline, presets
from model.payers.search_keys import PLAIN_LETTERS
from pages.files.messages import ReadyMessage
from pages.visit import state
from pages.visit.components import component
from texts import Texts

SCHEMA = "app/static/scenario.schema.json"
KEPT: Final = 8  # languages times baselines that are looked at in turn
LABELS: Final = ("search", "search_hint", "hits", "none", "use", "add", "scenario", "sum", "does")


def choose(texts: Texts) -> None:
    """Opens the list as a dialog."""
    st.dialog(texts("ready.title"), width="large")(_list)(texts)


def use(name: object, added: bool) -> bool:
    """Uses a ready scenario, alone or on top of the present one; false where there is none of the name."""
    preset = presets(state.figures()).get(name) if isinstance(name, str) else None
    if preset is not None:
        state.replace(preset.added_to(state.scenario()) if added else preset.scenario)
    return preset is not None


@lru_cache(maxsize=KEPT)
def in_words(baseline: Baseline, texts: Texts) -> tuple[Ready, ...]:
    """Every ready scenario of a baseline in words."""
    return tuple(ready(preset, texts) for preset in presets(baseline).values())


def _list(texts: Texts) -> None:
    baseline = state.figures()
    st.caption(texts("ready.how"))
    component(ReadyMessage, "ready", "files/presets")(
        key="ready",
        data={
            "stamp": f"{texts.language} {baseline.digest}",
            "years": [str(year) for year in baseline.plan_years],
            "rows": [asdict(each) for each in in_words(baseline, texts)],
            "source": texts("ready.source", source="{source}"),
            "letters": PLAIN_LETTERS,
            "labels": {name: texts(f"ready.{name}") for name in LABELS},
        },
    )
    st.caption(texts("ready.schema", address=SCHEMA))
