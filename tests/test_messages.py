"""What server and browser send each other is declared once: the browser's declarations and what is sent follow it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from types import ModuleType, NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from streamlit.testing.v1 import AppTest

from pages.baselines import messages as baselines
from pages.baselines import upload
from pages.calculation import messages as calculation
from pages.figures import chooser, goal, meeting
from pages.figures import messages as figures
from pages.files import messages as files
from pages.files import scenario_tools, take_along
from pages.levers import messages as levers
from pages.payers import key_table, payer_search
from pages.payers import messages as payers
from pages.sources import messages as sources
from pages.uncertainty import messages as uncertainty
from pages.visit import messages as visit_messages
from pages.visit import phone_bar
from tests.declarations import FILE, declarations
from tests.every_word import MARKED, MOVED, OSLO, OWN, visit

SENT: Mapping[str, type] = {
    "ahead": figures.AheadMessage,
    "answers": figures.AnswersMessage,
    "calculation": calculation.CalculationMessage,
    "chooser": figures.ChooserMessage,
    "fields": payers.FieldsMessage,
    "figures": figures.BoardMessage,
    "glossary": sources.GlossaryMessage,
    "goal": figures.GoalMessage,
    "key_table": payers.KeyTableMessage,
    "levers": levers.LeversMessage,
    "meeting": figures.MeetingMessage,
    "municipal": payers.MunicipalMessage,
    "payer_search": payers.PayerSearchMessage,
    "phone_bar": visit_messages.PhoneBarMessage,
    "ranges": uncertainty.RangesMessage,
    "ready": files.ReadyMessage,
    "scenario": files.ScenarioMessage,
    "take": files.TakeMessage,
    "upload": baselines.UploadMessage,
}
ASKED: Mapping[ModuleType, Any] = {
    chooser: figures.ChooserAsks,
    goal: figures.GoalAsks,
    key_table: payers.TypeKeys,
    meeting: figures.MeetingAsks,
    payer_search: payers.Look,
    phone_bar: visit_messages.OpenPage,
    scenario_tools: files.ScenarioAsks,
    take_along: files.TakeAsks,
    upload: baselines.ReadWorkbook,
}
MOVING = {"changes": [{"path": "risk_margin", "value": 3.0}], "moving": True, "sequence": 7, "seen": 0}
WANTED = {"number": 1, "lever": "risk_margin", "at": 5.0, "beside": 5.5, "first": "", "values": [5.0]}
USED = {"do": "use", "lever": "risk_margin"}
SITUATIONS: Sequence[dict[str, Any]] = (
    {"page": "oversikt", "scenario": MOVED, "set_beside": {"figures": {"taking": {"figure": "plan", "kind": "csv"}}}},
    {"page": "oversikt", "asked": (("levers.levers", MOVING),), "own": OWN, "regnestykke": "cost_level/2027/sum"},
    {"page": "mote", "set_beside": {"ahead_stops": {"wanted": WANTED}}},
    {"page": "eksport"},
    {"page": "ord"},
    {"page": "oversikt", "asked": (("files.scenario_tools", {"do": "presets"}),)},
    {"page": "usikkerhet", "spenn": ["index_rate:fixed", "extra_efficiency:uniform:0.0:0.01"]},
    {"page": "sammenlign", "compared": ("gjeldende", "tallgrunnlaget", "margin_3")},
    {"page": "hva_skal_til", "maal": "1010", "asked": (("figures.goal", USED),)},
    {"page": "hvem_betaler", "own": OWN, "hvem": OSLO},
    {"page": "hvem_betaler", "own": MARKED, "hvem": OSLO, "scenario": {"keys": MOVED["keys"]}},
    {"page": "enhetskostnader", "own": OWN},
    {"page": "mote"},
    {"page": "nytt_tallgrunnlag"},
)
"""Every component, with every optional part of its message."""


def test_the_browsers_declarations_are_those_of_the_records() -> None:
    assert FILE.read_text(encoding="utf-8") == declarations(), "make declarations writes them anew"


@pytest.mark.parametrize("module", ASKED, ids=lambda module: module.__name__)
def test_a_component_does_what_it_may_be_asked_for(module: ModuleType) -> None:
    records = get_args(ASKED[module]) or (ASKED[module],)
    assert {deed for record in records for deed in get_args(record.__annotations__["do"])} == module.DEEDS.keys()


def test_what_components_are_sent_is_what_is_declared() -> None:
    sent = [each for situation in SITUATIONS for each in messages(visit(**situation))]
    assert not [misfit for name, message in sent for misfit in misfits(message, SENT[name], name)]
    assert {name for name, _ in sent} == SENT.keys()


def test_a_message_that_is_not_as_declared_is_found() -> None:
    change = {"path": "risk_margin", "value": 3.0, "moving": False, "seen": 0}
    assert not list(misfits(change, levers.Change, "change"))
    for wrong in ({"path": 1}, {"value": []}, {"typed": "3"}, {"seen": True}):
        assert list(misfits({**change, **wrong}, levers.Change, "change"))
    del change["moving"]
    assert list(misfits(change, levers.Change, "change"))


def messages(at: AppTest) -> Iterator[tuple[str, Any]]:
    """The name of each component that is drawn, with what it is sent."""
    for each in at.get("bidi_component"):
        yield each.proto.component_name, json.loads(each.proto.json)


def misfits(value: Any, hint: Any, place: str) -> Iterator[str]:
    """Where a value as JSON is not of the type that it is declared to be."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Annotated, NotRequired):
        yield from misfits(value, parts[-1], place)
    elif origin in (Union, UnionType):
        tried = [list(misfits(value, part, place)) for part in parts]
        yield from min(tried, key=len)
    elif is_typeddict(hint) or is_dataclass(hint):
        yield from _misfits_of_record(value, get_type_hints(hint, include_extras=True), place)
    elif origin in (dict, Mapping):
        yield from (each for name in value for each in misfits(value[name], parts[1], f"{place}.{name}"))
    elif origin in (list, tuple, Sequence):
        yield from _misfits_of_list(value, parts if origin is tuple and parts[-1] is not ... else parts[0], place)
    elif not _is_plain(value, hint):
        yield f"{place} is {value!r}, not {hint}"


def _misfits_of_record(value: Any, hints: Mapping[str, Any], place: str) -> Iterator[str]:
    required = {name for name, hint in hints.items() if get_origin(hint) is not NotRequired}
    if not isinstance(value, dict) or not required <= value.keys() <= hints.keys():
        yield f"{place} is {value!r:.300}, not {sorted(hints)}"
    else:
        yield from (each for name in value for each in misfits(value[name], hints[name], f"{place}.{name}"))


def _misfits_of_list(value: Any, hint: Any, place: str) -> Iterator[str]:
    hints = hint if isinstance(hint, tuple) else (hint,) * len(value) if isinstance(value, list) else ()
    if not isinstance(value, list) or len(value) != len(hints):
        yield f"{place} is {value!r:.300}, not {hint}"
    else:
        yield from (each for at, part in enumerate(hints) for each in misfits(value[at], part, f"{place}[{at}]"))


def _is_plain(value: Any, hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    return hint in (Any, object) or type(value) in {float: (float, int), NoneType: (NoneType,)}.get(hint, (hint,))
