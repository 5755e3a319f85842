"""Growth of wages and of other prices, typed on «Utvikling», as one rate that the index lever can be set to."""

from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from pages.visit import clocks, state
from tests.every_word import visit
from tests.test_pages import message

FIELDS: Final = "development.blend"


def typed(**rates: object) -> AppTest:
    asked = tuple((FIELDS, {"id": name, "value": value}) for name, value in rates.items())
    return visit("utvikling", asked=asked)


def test_the_button_sets_the_lever_as_anything_but_a_lever_does() -> None:
    """The levers take over what the server says at a new revision only."""
    at = typed(wages="5", prices="2")
    before = at.session_state[clocks.CLOCKS.name].revision
    next(each for each in at.button if each.label.startswith("Sett prisveksten til 4,4")).click().run()
    assert at.session_state[state.COURSE.name].present.index_rate == pytest.approx(0.044)
    assert at.session_state[clocks.CLOCKS.name].revision > before


@pytest.mark.parametrize("value", ["-1", "11", "nan", "1e309", "5;2", None, 5, True, [1], "9" * 5000, "<b>x</b>"])
def test_what_is_no_rate_is_refused_in_a_sentence_and_sets_nothing(value: object) -> None:
    at = typed(wages=value, prices="2")
    assert not any(each.label.startswith("Sett prisveksten") for each in at.button)
    found = message(at, "fields")
    assert [row["value"] for row in found["rows"]] == ["", "2,0"]
