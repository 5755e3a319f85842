"""Usikkerhet's ranges, threshold and draws: in the view and its link, moved as levers are, and refused in words."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts.words.ranges import refused_range
from model import Scenario
from model.uncertainty import default_ranges
from model.uncertainty.written import ranges_with
from pages.levers.lever_moves import Change
from pages.levers.range_moves import can_be_added, first_range, moved_fields
from pages.uncertainty.range_rows import range_rows
from pages.visit import uncertain, view_link
from pages.visit.fixed_choice import fixed_choice
from pages.visit.view import View
from tests.baselines import INVENTED, PRESENT
from tests.test_pages import message, opened
from texts import LANGUAGES, Texts

PAGE_CHOICES = ("year", "prices", "certainty", "quantity")
WIDE = "index_rate:triangular:0.01:0.041:0.09"
CERTAIN = "underspend_rate:fixed"
ADDED = "extra_efficiency:triangular:0.0:0.01:0.02"
WRONG = {
    "index_rate:uniform:0.02:0.2": "20,0\u00a0%",
    "index_rate:uniform:0.05:0.01": "kan ikke være over",
    "index_rate:triangular:0.05:0.041:0.052": "mellom laveste og høyeste, 5,0\u00a0% og 5,2\u00a0%",
    "index_rate:normal:0.05:-1": "standardavviket",
    "index_rate:triangular:0.01": "lavest, mest sannsynlig og høyest",
    "index_rate:triangular:a:b:c": "hvert ledd",
    "index_rate": "er ikke skrevet som et spenn",
    "keys:fixed": "er ikke skrevet som et spenn",
    "repayment_lag:uniform:1:2": "bare én fast verdi",
    "finnes_ikke:fixed:1": "en spak som ikke finnes her",
    "extra_efficiency:fixed:9": "900,0\u00a0%",
    "": "er ikke skrevet som et spenn",
    f"index_rate:uniform:{'0' * 300}:0.1": "er ikke skrevet som et spenn",
}


def parsed(*ranges: str, **query: str) -> tuple[View, list[tuple[str, str]]]:
    looked_at, refused = view_link.parsed(query, PRESENT, (), ranges)
    return looked_at, [(each.problem, each.values["found"]) for each in refused]


def test_a_link_keeps_ranges_threshold_draws_and_kind_of_chart() -> None:
    looked_at, refused = parsed(WIDE, CERTAIN, ADDED, over="1160.5", trekk="100000", visning="vifte")
    assert not refused
    assert looked_at.ranges == (WIDE, CERTAIN, ADDED)
    assert (looked_at.above, looked_at.draws, looked_at.certainty) == (1160.5, 100_000, "vifte")
    query = view_link.to_query(looked_at, PRESENT)
    assert query["spenn"] == [WIDE, CERTAIN, ADDED]
    assert (query["over"], query["trekk"], query["visning"]) == ("1160.5", "100000", "vifte")
    again = view_link.to_query(View(), PRESENT)
    assert not {"spenn", "over", "trekk", "visning"} & again.keys()


def test_what_is_as_the_baseline_has_it_is_not_in_the_link() -> None:
    own = default_ranges(PRESENT).ranges.given
    looked_at, refused = parsed(*(uncertain.text_of(path, given) for path, given in own.items()))
    assert not refused and looked_at.ranges == ()


@pytest.mark.parametrize(("text", "words"), WRONG.items())
def test_a_range_that_cannot_be_is_said_and_left_out(text: str, words: str) -> None:
    looked_at, refused = parsed(text, WIDE)
    assert looked_at.ranges == (WIDE,)
    assert refused == [("ranges", text)]
    assert words in refused_range(uncertain.error_of(text, PRESENT), text, PRESENT, Texts("nb"))


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_stands_above_the_figures(text: str, language: str) -> None:
    at = opened(sprak=language, spenn=text)
    assert len(at.warning) == 1 and len(at.warning[0].value) < 400
    assert "{" not in at.warning[0].value


def test_of_a_lever_that_stands_twice_the_last_counts_and_that_is_said() -> None:
    looked_at, refused = parsed(WIDE, "index_rate:fixed")
    assert looked_at.ranges == ("index_rate:fixed",) and refused == [("ranges_twice", "index_rate")]
    (warning,) = opened(sprak="nb", spenn=[WIDE, "index_rate:fixed"]).warning  # type: ignore[arg-type]
    assert "Prisvekst» står to ganger" in warning.value


@pytest.mark.parametrize("found", ["abc", "-1", "1e9", "NaN", "1,5"])
def test_a_threshold_that_is_no_amount_is_said(found: str) -> None:
    looked_at, refused = parsed(over=found)
    assert looked_at.above is None and refused == [("above", found)]
    (warning,) = opened(sprak="nb", over=found).warning
    said = warning.value.replace("\\", "")
    assert f"«{found}»" in said and "100\u202f000" in said


def test_a_certain_lever_is_what_the_scenario_says_whatever_that_is() -> None:
    for rate in (0.0, 0.03):
        scenario = Scenario(index_rate=rate)
        (text,) = uncertain.resolved(("index_rate:fixed",), scenario)
        assert ranges_with((text,), PRESENT).fixed["index_rate"] == rate
    amount = "measures.sikkerhet.amount_mnok"
    (text,) = uncertain.resolved((f"{amount}:fixed",), Scenario())
    assert ranges_with((text,), PRESENT).fixed[amount] == pytest.approx(10.0)


def test_an_amount_is_of_one_quantity_and_one_kind_of_kroner() -> None:
    def script() -> None:
        import streamlit as st

        from pages.visit import state, view

        state.scenario()
        for fields in ({"year": 2028}, {"prices": "faste"}, {"quantity": "cost_level"}, {"draws": 100_000}):
            view.show(view.View(above=1155.0).of(state.figures()))
            view.change(**fields)
            st.text(str(view.current().above))

    at = AppTest.from_function(script, default_timeout=30).run()
    assert [text.value for text in at.text] == ["1155.0", "None", "None", "1155.0"]


@pytest.mark.parametrize("kind", INVENTED)
def test_a_baseline_without_ranges_starts_empty_and_takes_those_it_can(kind: str) -> None:
    baseline = INVENTED[kind]()
    scenario, looked_at = Scenario(figures=baseline), View(ranges=(WIDE, CERTAIN)).of(baseline)
    assert not range_rows(View().of(baseline), scenario)
    rows = {row["lever"]: row for row in range_rows(looked_at, scenario)}
    assert rows["index_rate"]["departs"] and not rows["index_rate"]["source"]
    assert [number["value"] for number in rows["index_rate"]["numbers"]] == [1.0, 4.1, 9.0]
    assert "index_rate" in can_be_added(scenario)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_range_says_what_it_is_and_what_it_rests_on(language: str) -> None:
    looked_at = View(language=language, ranges=(WIDE, CERTAIN, ADDED)).of(PRESENT)
    rows = {row["lever"]: row for row in range_rows(looked_at, Scenario())}
    assert list(rows)[: len(rows) - 1] == list(default_ranges(PRESENT).ranges.given)
    for lever, row in rows.items():
        assert row["label"] and row["grade"] and row["reason"] and row["words"]
        assert row["source"] == ("" if lever == "extra_efficiency" else f"range.{lever}")
    assert rows["index_rate"]["words"].count("{") == 3 and not rows["index_rate"]["departs"]
    assert [number["default"] for number in rows["index_rate"]["numbers"]] == [3.0, 4.1, 5.2]
    assert rows["underspend_rate"]["isCertain"] and rows["underspend_rate"]["departs"]
    assert rows["extra_efficiency"]["isAssumption"] and rows["extra_efficiency"]["departs"]
    assert not rows["measures.sikkerhet.enabled"]["numbers"]


def test_prices_can_be_chosen_where_only_the_draws_have_a_price_growth() -> None:
    def script(ranges: tuple[str, ...], choices: tuple[str, ...]) -> None:
        import streamlit as st

        from pages.visit import state
        from pages.visit.fixed_choice import fixed_choice
        from pages.visit.view import View

        state.scenario()
        st.text(str(fixed_choice("prices", View(ranges=tuple(ranges)).of(state.figures()), choices) is None))

    for ranges, choices, is_open in (
        ((), PAGE_CHOICES, True),
        (("index_rate:fixed",), PAGE_CHOICES, False),
        ((), ("year", "prices"), False),
    ):
        at = AppTest.from_function(script, kwargs={"ranges": ranges, "choices": choices}, default_timeout=30).run()
        assert at.text[0].value == str(is_open)
    assert fixed_choice.__doc__


def change(path: str, **rest: Any) -> Change:
    return Change.of({"path": path, **rest})


@pytest.mark.parametrize(
    ("asked", "ranges"),
    [
        (change("range/index_rate/low", value=1.0), ("index_rate:triangular:0.01:0.041:0.052",)),
        (change("range/index_rate/low", text="1,0 %"), ("index_rate:triangular:0.01:0.041:0.052",)),
        (change("range/index_rate/low", value=3.0), ()),
        (change("range/index_rate/certain", value=True), ("index_rate:fixed",)),
        (change("range/measures.sikkerhet.enabled/fixed", value=False), ("measures.sikkerhet.enabled:fixed:false",)),
        (
            change("range/measures.sikkerhet.amount_mnok/high", text="20"),
            ("measures.sikkerhet.amount_mnok:uniform:5.0:20",),
        ),
        (change("range", value="extra_efficiency"), ("extra_efficiency:triangular:-0.015:0.0:0.015",)),
    ],
)
def test_a_change_gives_other_ranges(asked: Change, ranges: tuple[str, ...]) -> None:
    found = moved_fields(View().of(PRESENT), asked, Scenario())["ranges"]
    read = [uncertain.read(text, PRESENT) for text in ranges]
    assert [uncertain.read(text, PRESENT) for text in found] == read


@pytest.mark.parametrize(
    "asked", [change("range/index_rate", reset=True), change("range/index_rate/certain", value=False)]
)
def test_a_range_goes_back_to_the_baselines_own(asked: Change) -> None:
    assert moved_fields(View(ranges=(WIDE, CERTAIN)).of(PRESENT), asked, Scenario()) == {"ranges": (CERTAIN,)}


def test_a_first_range_lies_around_what_the_lever_is_and_within_its_limits() -> None:
    scenario = Scenario(extra_volume=0.08, risk_margin=0.04)
    assert first_range("risk_margin", scenario) == {"triangular": [0.02, 0.04, 0.06]}
    assert first_range("extra_volume", scenario) == {"triangular": [0.04, 0.08, 0.1]}
    for lever in can_be_added(scenario):
        uncertain.read(uncertain.text_of(lever, first_range(lever, scenario)), PRESENT)
    enabled = Scenario.from_mapping({"measures": {"ehds": {"enabled": True, "amount_mnok": 10.0}}})
    assert "measures.ehds.amount_mnok" in can_be_added(enabled)
    assert "measures.ehds.amount_mnok" not in can_be_added(scenario)


def gesture_script(found: object, ranges: list[str], language: str) -> None:
    import json

    import streamlit as st

    from pages.levers import levers
    from pages.uncertainty.ranges import _problem
    from pages.visit import clocks, state, view
    from texts import Texts

    state.scenario()
    state.settle()
    view.show(view.View(language=language, ranges=tuple(ranges)).of(state.figures()))
    st.session_state[levers.KEY] = {"gesture": found}
    levers.apply_gesture()
    present = view.current()
    said = _problem(Texts(language))
    st.text(json.dumps([present.ranges, present.above, present.draws, said, clocks.gesture().moving]))
    st.text(state.scenario().to_json() + levers.problem(Texts(language))["sentence"])


def after(
    *changes: dict[str, Any], ranges: tuple[str, ...] = (), language: str = "nb", moving: bool = False
) -> list[Any]:
    found = {"changes": list(changes), "moving": moving, "sequence": 7, "seen": 0}
    kwargs = {"found": found, "ranges": list(ranges), "language": language}
    at = AppTest.from_function(gesture_script, kwargs=kwargs, default_timeout=30).run()
    assert not at.exception
    assert at.text[1].value == Scenario().to_json()
    result: list[Any] = json.loads(at.text[0].value)
    return result


def test_a_gesture_moves_a_range_and_the_threshold_and_leaves_the_scenario() -> None:
    changes = {"path": "range/index_rate/high", "value": 9.0}, {"path": "above", "value": 1160.0}
    ranges, above, draws, said, moving = after(*changes, moving=True)
    assert ranges == ["index_rate:triangular:0.03:0.041:0.09"]
    assert (above, draws, moving) == (1160.0, 10_000, True) and not said["sentence"]
    assert after({"path": "above", "text": "1 160,5 mill. kr"})[1] == 1160.5
    assert after({"path": "draws", "value": 1_000_000})[2] == 1_000_000
    assert after({"path": "above", "reset": True})[1] is None


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("range/index_rate/low", "9,9", "kan ikke være over den høyeste"),
        ("range/index_rate/low", "4,5", "mest sannsynlig for Prisvekst er 4,1\u00a0%"),
        ("range/index_rate/mode", "6", "mest sannsynlig for Prisvekst er 6,0\u00a0%"),
        ("range/index_rate/high", "99", "fra 0 til 10"),
        ("range/index_rate/high", "tull", "fra 0 til 10"),
        ("above", "tull", "fra 0 til 100\u202f000"),
    ],
)
def test_what_is_typed_wrong_is_said_at_its_range_and_what_was_there_is_kept(path: str, text: str, words: str) -> None:
    ranges, above, _, said, _ = after({"path": path, "text": text}, ranges=(CERTAIN,))
    assert (ranges, above) == ([CERTAIN], None)
    assert words.lower() in said["sentence"].lower() and said["sentence"].endswith("er beholdt.")
    assert said["path"] == ("above" if path == "above" else "range/index_rate")


@pytest.mark.parametrize(
    "wrong",
    [
        {"path": "range/index_rate/low", "value": "x"},
        {"path": "range/index_rate/low", "value": None},
        {"path": "range/index_rate/low", "value": float("nan")},
        {"path": "range/index_rate/sd", "value": 1.0},
        {"path": "range/nope/low", "value": 1.0},
        {"path": "range/nope", "reset": True},
        {"path": "range/index_rate/fixed", "value": {"a": 1}},
        {"path": "range", "value": "nope"},
        {"path": "range", "value": "repayment_lag"},
        {"path": "above", "value": "x"},
        {"path": "above", "value": -1},
        {"path": "draws", "value": 7},
        {"path": "draws", "value": [1]},
    ],
)
def test_what_no_control_of_ours_sends_changes_nothing(wrong: dict[str, Any]) -> None:
    ranges, above, draws, _, _ = after({"path": "above", "value": 1000.0}, wrong, ranges=(WIDE,))
    is_harmless = wrong.get("reset")  # there was nothing to go back from
    assert (ranges, draws) == ([WIDE], 10_000) and above == (1000.0 if is_harmless else None)


def test_the_page_has_its_ranges_beside_the_figures() -> None:
    from tests.test_pages import page_script

    at = page_script("usikkerhet", sprak="nb")
    sent = message(at, "ranges")
    assert [row["lever"] for row in sent["rows"]] == list(default_ranges(PRESENT).ranges.given)
    assert sent["draws"]["value"] == 10_000 and sent["above"]["value"] == sent["above"]["default"]
    assert sent["add"]["options"][0][0] == "" and "risk_margin" in dict(sent["add"]["options"])
