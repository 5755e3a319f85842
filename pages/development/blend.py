"""Two fields, growth of wages and of other prices, which together give one rate that the index lever can be set to."""

from dataclasses import dataclass, replace
from typing import Final, cast

import streamlit as st

from charts.development.structure import blend_sentence
from charts.words.context import Context
from charts.words.refused import refused_number
from model.history.structure import FOLLOWED, OTHER_PRICES, WAGES, blended, shares
from pages.payers.messages import FieldsMessage, Give, NumberField
from pages.visit import asking, own_data, problems, state, view
from pages.visit.components import component
from pages.visit.memory import Place
from pages.visit.problems import Problem
from texts import Texts
from texts.reading import NumberError, parsed_or_none

KEY: Final = "blend_fields"
LEVER: Final = "index_rate"
DECIMALS: Final = 6
"""Of the rate that the lever is set to: what two typed rates come to, without the noise of adding them."""


@dataclass(frozen=True, slots=True)
class Rates:
    """What the visitor has typed, shares a year; None where nothing is. The scenario holds none of them."""

    wages: float | None = None
    prices: float | None = None

    @property
    def together(self) -> float | None:
        """The one rate that they give; None until both are typed."""
        if self.wages is None or self.prices is None:
            return None
        return round(blended(self.wages, self.prices), DECIMALS)


RATES: Final = Place("blended_rates", Rates)


def blend(context: Context) -> None:
    """Draws the fields, what they come to, and the button that sets the lever."""
    texts, rates = context.texts, RATES.value()
    component(FieldsMessage, "fields", "payers/fields")(
        key=KEY,
        data={
            "title": texts("structure.blend_title"),
            "note": texts("structure.blend_note"),
            "largest": 0,
            "problem": problem(texts),
            **asking.listen(KEY, DEEDS, "id"),
            "rows": [_row(each, rates, texts) for each in FOLLOWED],
            "result": _result(rates, texts),
        },
        on_asked_change=apply,
    )
    together = rates.together
    if together is not None and state.scenario().index_rate != together:
        st.button(texts("structure.use", rate=texts.percent_in_full(together)), key="use_blend", on_click=_use)


def _result(rates: Rates, texts: Texts) -> str:
    """What the two come to, and that the lever is there already; empty until both are typed."""
    together = rates.together
    if together is None or rates.wages is None or rates.prices is None:
        return ""
    said = blend_sentence(rates.wages, rates.prices, texts)
    if state.scenario().index_rate != together:
        return said
    return f"{said} {texts('structure.used', rate=texts.percent_in_full(together))}"


def _row(name: str, rates: Rates, texts: Texts) -> NumberField:
    """One field, with how much of the costs follows it."""
    value = getattr(rates, name)
    return {
        "id": name,
        "kind": "number",
        "label": texts(f"structure.{name}"),
        "value": "" if value is None else texts.in_full(100 * value),
        "unit": "%",
        "said": texts(f"structure.{name}_said", weight=texts.percent(shares()[name], 0)),
        "clear": "" if value is None else texts("given.clear"),
    }


def apply() -> None:
    """Takes a rate; what is none leaves the one that was."""
    asking.serve(KEY, DEEDS, "id")


def _give(asked: Give) -> None:
    text, limit = "" if asked.get("clear") else asked.get("value"), own_data.rate_limits()
    percent = parsed_or_none(text, view.current().language, 100 * limit.low, 100 * limit.high, "%")
    RATES.put(replace(RATES.value(), **{asked["id"]: None if percent is None else round(percent / 100, 8)}))


def _use() -> None:
    """Sets the index lever to what the two rates come to."""
    together = RATES.value().together
    if together is not None:
        state.replace(state.scenario().with_value(LEVER, together))


DEEDS: Final[dict[str, asking.Deed]] = {WAGES: _give, OTHER_PRICES: _give}


def problem(texts: Texts) -> str:
    """What could not be used, in a sentence."""
    return problems.sentences(KEY, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    error, label = cast(NumberError, problem.errors[0]), texts(f"structure.{problem.asked['id']}")
    return texts("given.kept", what=refused_number(error, label, texts))
