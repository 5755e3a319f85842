"""Answers ahead: what the browser is told of a lever's other stops is what the server answers when it stands there."""

import json
import zlib
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from model import OwnData, Scenario
from pages.figures.ahead import FIRSTS, OTHERS, Shelf, difference
from pages.visit.baselines import OWN
from pages.visit.memory import SUPPOSED, Place
from pages.visit.uploaded import UPLOADED
from tests.every_word import MOVED, OSLO, visit

PAGES: Mapping[str, Mapping[str, str]] = {
    "oversikt": {},
    "fossefall": {"aar": "2028"},
    "fireaarsplan": {},
    "hvem_betaler": {"hvem": OSLO},
    "hvorfor": {"vis": "enkeltvis"},
    "hva_skal_til": {"maal": "1010", "bane": "aar"},
    "sammenlign": {},
    "mote": {"diagram": "plan"},
    "utvikling": {},
    "enhetskostnader": {},
    "tidligere_aars_midler": {},
}
STOPS: Mapping[str, Sequence[Any]] = {
    "risk_margin": [4.5, 4.0, 0.0, 15.0],
    "index_rate": [2.8, 0.0, 10.0],
    "keys": ["proposal_2021"],
    "measures.sikkerhet.enabled": [True],
}
"""Lever → where it stands; the first of two or more is where it is at rest."""


def told(at: AppTest, lever: str, values: Sequence[Any], resting: Any, **other: Any) -> dict[str, Any]:
    """What the browser is told of some stops of a lever that is at rest somewhere, and beside it at the first."""
    beside = next((value for value in values if value != resting), None)
    wanted = {"number": 3, "lever": lever, "at": resting, "beside": beside, "first": "", "values": values}
    at.session_state["ahead_stops"] = {"wanted": {**wanted, **other}}
    at.run()
    assert not at.exception, at.exception
    piece: dict[str, Any] = message(at, "ahead")["piece"]
    return piece


def every(at: AppTest, lever: str, values: Sequence[Any], resting: Any) -> list[Any]:
    """The answers of all of the stops, asked for until they are there."""
    found, known = list[Any](), ""
    beside = next(value for value in values if value != resting)
    while len(found) < len(values):
        piece = told(at, lever, values[len(found) :], resting, first=known, beside=beside)
        sent = json.loads(zlib.decompress(b64decode(piece["packed"])))
        assert (sent["first"] is None) == bool(known)
        first, known = sent["first"] or first, piece["first"]  # noqa: F821 (the first answer brings it)
        found += [made_of(first, stop) for stop in sent["stops"]]
    return found[: len(values)]


def made_of(first: Any, other: Any) -> Any:
    """What a difference makes of an answer, as the browser does it."""
    if not isinstance(other, dict):
        return other[0] if isinstance(other, list) else other
    if isinstance(first, list):
        return [made_of(part, other[str(at)]) if str(at) in other else part for at, part in enumerate(first)]
    return {name: made_of(part, other[name]) if name in other else part for name, part in first.items()}


def message(at: AppTest, name: str) -> dict[str, Any]:
    """What a component is sent."""
    found: dict[str, Any] = next(
        json.loads(each.proto.json) for each in at.get("bidi_component") if each.proto.component_name == name
    )
    return found


def seen(answer: Any) -> Any:
    """An answer without what numbers the visit's own or a moving lever does not show; numbers as a screen has."""
    if isinstance(answer, dict):
        hidden = {"sequence", "state", "besides", "alt", "hovertext", "calculation"}
        return {name: seen(part) for name, part in answer.items() if name not in hidden}
    if isinstance(answer, list):
        return [seen(part) for part in answer]
    return pytest.approx(answer, rel=1e-7, abs=1e-9) if isinstance(answer, float) else answer


def moving(page: str, changes: Sequence[tuple[str, Any]], **told: Any) -> dict[str, Any]:
    """What the figures show while levers move, first here, then there; after a rest at the first of several."""
    messages = [
        ("levers.levers", {"changes": [{"path": path, "value": value}], "moving": True, "sequence": at + 1})
        for at, (path, value) in enumerate(changes)
    ]
    return message(visit(page, asked=tuple(messages), **told), "figures")


@pytest.mark.parametrize("lever", STOPS)
@pytest.mark.parametrize("page", PAGES)
def test_what_is_told_ahead_is_what_is_answered(page: str, lever: str) -> None:
    scenario, values = {"extra_efficiency": 0.01}, STOPS[lever]  # amounts are moved already: one difference is told
    resting = values[0] if len(values) > 1 else {"keys": "regulation_2026"}.get(lever, False)
    answers = every(visit(page, scenario, **PAGES[page]), lever, values, resting)
    assert len(answers) == len(values)
    for value, answer in zip(values, answers, strict=True):
        assert answer["moving"] and seen(answer) == seen(
            moving(page, [(lever, value)], scenario=scenario, **PAGES[page])
        )


def test_all_stops_of_a_drag_tell_one_difference_and_have_the_same_rows() -> None:
    answers = every(visit("oversikt"), "risk_margin", [5.0, 4.5, 5.5], 5.0)
    bridges = [answer["figures"][0] for answer in answers]
    assert len({bridge["scale"] for bridge in bridges}) == 1
    assert len({len(bridge["spec"]["layout"]["yaxis"]["ticktext"]) for bridge in bridges}) == 1


def test_what_is_supposed_leaves_the_visit_as_it_was() -> None:
    at = visit("oversikt", MOVED)
    before = {name: at.session_state[name] for name in ("scenario", "view", "clocks", "steps")}
    told(at, "risk_margin", [4.5, 4.0], 3.12345)
    assert {name: at.session_state[name] for name in before} == {**before, "clocks": at.session_state["clocks"]}
    assert at.session_state["clocks"].gesture == before["clocks"].gesture


@pytest.mark.parametrize("wanted", [("lever", "no_lever"), ("lever", 7), ("values", "5"), ("at", "much")])
def test_what_is_no_lever_has_no_stops(wanted: tuple[str, Any]) -> None:
    at = visit("oversikt")
    asked = {"number": 3, "lever": "risk_margin", "at": 5.0, "beside": 5.5, "first": "", "values": [4.5]}
    at.session_state["ahead_stops"] = {"wanted": {**asked, wanted[0]: wanted[1]}}
    piece = message(at.run(), "ahead")["piece"]
    assert (piece["count"], piece["packed"], piece["number"]) == (0, "", 3)


def test_where_a_lever_cannot_stand_nothing_is_told() -> None:
    piece = told(visit("oversikt"), "risk_margin", [400.0], 5.0, beside=5.5)
    assert json.loads(zlib.decompress(b64decode(piece["packed"])))["stops"] == [None]


def states(page: str = "oversikt", **told: Any) -> tuple[str, str]:
    """What the page's answer comes from, and the same of all but the margin, that was moved last."""
    own = told.pop("own", None)
    moved = (("levers.levers", {"changes": [{"path": "risk_margin", "value": 3.0}], "moving": True, "sequence": 1}),)
    sent = message(visit(page, own=own, asked=moved, **told), "figures")
    assert sent["besides"][0] == "risk_margin"
    return sent["state"], sent["besides"][1]


def test_an_answer_comes_from_all_that_is_asked() -> None:
    others: list[dict[str, Any]] = [
        {"aar": "2027"},
        {"priser": "faste"},
        {"sprak": "en"},
        {"hvem": OSLO},
        {"forskjell": "fjoraaret"},
        {"flater": "skravert"},
        {"scenario": {"extra_volume": 0.01}},
        {"scenario": {"name": "Forslag"}},
        {"page": "fossefall"},
        {"own": OwnData(deflator_rate=0.02)},
        {"set_beside": {"figures": {"narrow": True}}},
    ]
    found = [states(), *(states(**other) for other in others)]
    assert len({state for state, _ in found}) == len({besides for _, besides in found}) == len(found)
    assert states() == found[0]
    assert states(scenario={"risk_margin": 0.1})[1] == found[0][1]


COMES_FROM = {
    "scenario",
    "view",
    "whereabouts",
    "used_lever",
    "narrow",
    "own_data",
    "own_baseline",
    "uploaded_baseline",
}
"""The places of a visit that ``basis.state_of`` reads."""
MADE_FOR = {"clocks", "steps", "calculation_heard"}
"""Places that an answer ahead puts itself, or is rid of."""


@pytest.mark.parametrize("page", PAGES)
def test_an_answer_ahead_comes_from_nothing_that_does_not_make_it_fall(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, value = set[str](), Place.value

    def recorded(place: Place[Any]) -> Any:
        if SUPPOSED.get() is not None:
            read.add(place.name)
        return value(place)

    monkeypatch.setattr(Place, "value", recorded)
    for shelf in (FIRSTS, OTHERS):
        monkeypatch.setattr(shelf, "get", lambda _: None)
    told(visit(page, **PAGES[page]), "risk_margin", [7.0], 5.0, beside=6.0)
    assert "scenario" in read
    assert {name for name in read if not name.startswith("kept ")} <= COMES_FROM | MADE_FOR


def test_what_is_a_visits_own_is_no_other_visits() -> None:
    own = OwnData(deflator_rate=0.02)
    assert states(own=own) != states(own=own)


@pytest.mark.parametrize("place", [OWN, UPLOADED])
def test_a_baseline_of_ones_own_is_no_other_visits_even_where_another_is_shown(place: Place[Any]) -> None:
    """It may stand side by side with the one that is shown, or be the reference."""
    baseline = Scenario().figures
    given = baseline if place is OWN else replace(UPLOADED.first(), baseline=baseline)
    shown = [states("sammenlign", set_beside={place.name: given}) for _ in range(2)]
    assert len({*shown, states("sammenlign")}) == 3


def test_a_fault_of_ours_is_logged_and_tells_nothing(caplog: pytest.LogCaptureFixture) -> None:
    at = visit("oversikt")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("pages.figures.ahead.difference", lambda *_: 1 / 0)
        assert told(at, "risk_margin", [7.5], 5.0, beside=6.5)["count"] == 0
    assert "could not be made ahead" in caplog.text


def test_differences_are_told_by_parts() -> None:
    first = {"same": [1, 2], "list": ["a", "b"], "longer": [1], "text": "x", "none": None, "record": {"a": 1}}
    other = {"same": [1, 2], "list": ["a", "c"], "longer": [1, 2], "text": "y", "none": 1.0, "record": {"b": 1}}
    found = difference(first, other)
    assert found == {"list": {1: "c"}, "longer": [[1, 2]], "text": "y", "none": 1.0, "record": [{"b": 1}]}
    assert made_of(first, json.loads(json.dumps(found))) == other


def test_a_shelf_keeps_what_was_used_last() -> None:
    shelf: Shelf[str] = Shelf(10)
    for name, size in (("a", 4), ("b", 4), ("a", 5)):
        shelf.put(name, name, size)
    assert shelf.get("a") == "a"
    shelf.put("c", "c", 4)
    assert [shelf.get(name) for name in "abc"] == ["a", None, "c"]
    shelf.put("d", "d", 11)
    assert [shelf.get(name) for name in "acd"] == [None, None, None]
