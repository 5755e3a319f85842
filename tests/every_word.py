"""What a visitor can come to read, in one language: every page in its situations, what is refused, and every file."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlencode

from streamlit.testing.v1 import AppTest

from charts.bridges.reasons import reasons_bridge, reasons_by_year
from charts.bridges.why import reasons
from charts.calculation.words import steps
from charts.projects.pictures import project_figures
from charts.projects.words import key_figures as project_keys
from charts.reconciliation import words
from charts.sources.uses import FIGURES as FIGURES_WITH_SOURCES
from charts.words.context import Context
from exports.data import data_files
from exports.municipal import municipal_file
from exports.sections import settings, why
from exports.spreadsheet import quantity_of
from exports.subject import Subject
from exports.workbook import workbook
from model import Baseline, OwnData, Scenario
from model.answers.quantities import BURDEN, burden_of
from model.answers.question import FIXED
from model.baseline.making import baseline_of
from model.checks.reconcile import reconcile
from model.checks.things import Agreement, things
from model.explaining import calculation
from model.explaining.checks import KIND as CHECK
from model.explaining.checks import has_calculation
from model.explaining.simulated import simulated_address
from model.payers import FileNote, municipal_key_from, municipalities
from model.reading.faults import FAULTS, SheetError
from model.scenario import link
from model.sources import sources
from model.uncertainty import Asked, default_ranges
from pages.files.taking import FILES
from pages.sources.listing import OPENED
from pages.visit import view, view_link
from pages.visit.navigation import PAGES
from pages.visit.uploaded import UPLOADED, Uploaded
from tests.asking import shown
from tests.baselines import INVENTED, PRESENT, SHEETS, adding_up, changed, moved_by, sheets_of_one_table, spring_2026
from tests.export_subject import CREATED, PROPOSAL
from tests.opened_steps import steps_of
from tests.test_every_figure_opens import PAGES as PAGES_OF_FIGURES
from tests.test_every_figure_opens import of_figure, of_keys
from tests.test_files import sent
from tests.test_hostile_files import hostile_but_small
from tests.test_key_files import WHOLE, index_file, share_file
from tests.test_pages import APP, opened
from tests.test_published_layout import sheets
from texts import Texts

Situation = dict[str, Any]
"""A page, and what ``visit`` makes of it."""

NEW = "nytt_tallgrunnlag"
OSLO, FORMER = "0301", "1902"
NUMBERS = "kommunenummer\n"
TOOLS, FIELDS = "files.scenario_tools", "payers.given_fields"
NOTE = FileNote("Nøkkel", (4, 362))
OWN = OwnData(
    municipal_key=municipal_key_from(index_file().encode(), "egen.csv"),
    key_note=NOTE,
    vkp_users=frozenset({OSLO, "1103"}),
    vkp_file="brukere.csv",
    vkp_note=NOTE,
    deflator_rate=0.025,
    compensations_mnok={OSLO: 45.0},
    service_agreements_mnok={OSLO: 2.0},
    volumes={"vkp": 100_000.0},
)
STEPPED = {
    OSLO: {
        "first_year": 2026,
        "efficiency_realisation": 0.5,
        "volume_realisation": 0.5,
        "investment_realisation": 0.5,
        "underspend_rate": 0.1,
        "shortfall_recovered": 0.5,
        "extra_volume": 0.01,
        "lasting_saving": 0.02,
        "measures": {
            **{name: {"enabled": True, "state_share": 0.5, "amount_mnok": 10.0} for name in ("sikkerhet", "ehds")},
            "fm_avvikling": {"scale": 0.5, "delay": 1},
        },
    },
    "Helse Vest": {"start": "law", "first_year": 2027, "risk_margin": 0.0, "repayment_lag": 1, "index_rate": 0.03},
}
"""Who looks → a scenario with steps of its own."""

ASKED = (
    *("change/cost_level/2027/sum", "comparable_growth/sum", "year_change/comparable/2026", "need_each/2026/sum"),
    *("hits/above", "hits/within", "hits/all", "real/2029/0301"),
)
"""Addresses that a link may have, and that lead to what no figure at rest is made of."""

OWN_RANGES = ("index_rate:pert:0.01:0.03:0.05", "extra_efficiency:normal:0.005:0.002")
HALVED = {"scale": 0.5}
LEFT_ALONE = {name: {"delay": 1} for name in ("pasientens_journaldokumenter", "helsenorge_veikart_2026")}
REALISED = dict.fromkeys(("efficiency_realisation", "volume_realisation", "investment_realisation"), 0.5)
LAW = {"start": "law"}
FURTHER: tuple[tuple[dict[str, Any], str], ...] = (
    (LAW | {"measures": {each.name: HALVED for each in PRESENT.measures.values() if each.published}}, "level/2028/sum"),
    (LAW | REALISED | {"measures": LEFT_ALONE}, "level/2027/sum"),
    (LAW, "reason/law_rounding/2026/financing_need"),
    ({"measures": {key: {"enabled": True} for key in ("sikkerhet", "sikkerhet_once")}}, "added_measures/2026/sum"),
    ({"keys": {key: {"rhf": 1.0} for key in PRESENT.solutions}}, "paid/2027/sum/kommuner"),
)
"""Scenarios with steps that are in few others, each with an address that leads to them."""

SHARE = OwnData(service_agreements_mnok={OSLO: 2.0})
MARKED = OwnData(without_vkp=frozenset({OSLO}))
MOVED = {
    "name": "Forslag",
    "risk_margin": 0.0312345,
    "index_rate": 0.031,
    "extra_efficiency": 0.03125,
    "extra_volume": 0.1,
    "rhf_key": "population",
    "municipal_key": "population",
    "keys": {"helsenorge": {"rhf": 0.6, "kommuner": 0.4}},
    "measures": {"sikkerhet": {"enabled": True}, "pasientens_provesvar": {"delay": 1, "scale": 0.5}},
}
UNSPENT = {"underspend_rate": 0.15, "base_year_underspend_returned": 1.0, "repayment_lag": 1}
FIGURED = (
    *("oversikt", "fossefall", "fireaarsplan", "utvikling", "hvorfor", "sammenlign", "hvem_betaler"),
    "enhetskostnader",
    "tidligere_aars_midler",
)


def visit_script(
    page: str, scenario: object, query: object, compared: object, own: object, asked: object, chosen: object
) -> None:
    """A page after what its components asked for; beside the first and the last one what app.py draws."""
    import runpy
    from importlib import import_module

    import streamlit as st

    from model import Scenario
    from pages.calculation import panel
    from pages.figures import meeting, toolbar
    from pages.figures.footer import footer
    from pages.files.scenario_tools import scenario_tools
    from pages.levers import baseline_choice
    from pages.levers.levers import levers
    from pages.visit import baselines, own_data, state, view, view_link
    from pages.visit.phone_bar import phone_bar

    if not state.begun():
        own_data.GIVEN.put(own_data.Given(own))
        state.replace(Scenario.from_mapping(scenario, state.figures()))
        view.show(view_link.parsed(query, state.figures(), compared, query.get("spenn", ()))[0])
        if chosen:
            baselines.OWN.put(chosen)
            baseline_choice.change_baseline(chosen)
        meeting.enter(page)
        for module, message in asked:
            part = import_module(f"pages.{module}")
            slot, apply = ("gesture", part.apply_gesture) if part.KEY == "levers" else ("asked", part.apply)
            st.session_state[part.KEY] = {slot: message}
            apply(part.KEY) if part.KEY == "goal" else apply()
            del st.session_state[part.KEY]
    looked_at = view.current()
    texts = looked_at.texts
    if page in ("oversikt", "eksport"):
        with st.sidebar:
            baseline_choice.baseline_choice(texts)
            scenario_tools(texts, page)
            levers(texts)
            toolbar.choice("language", looked_at)
            phone_bar(texts, page)
    runpy.run_path(f"pages/{page}.py")
    footer(looked_at)
    panel.panel()


def visit(
    page: str,
    scenario: dict[str, Any] | None = None,
    compared: tuple[str, ...] = (),
    own: OwnData | None = None,
    asked: tuple[tuple[str, object], ...] = (),
    set_beside: dict[str, Any] | None = None,
    chosen: Baseline | None = None,
    **query: str | list[str],
) -> AppTest:
    """A page as a visitor sees it after what components sent: module and message.

    set_beside: what the visit's state has when the page is drawn again. chosen: another baseline that is chosen first.
    """
    query = {"hvem": "Helse Sør-Øst", **query}  # «hvem=» is for nobody
    kwargs = {"page": page, "scenario": scenario or {}, "query": query, "compared": compared, "asked": asked}
    kwargs |= {"own": own or OwnData(), "chosen": chosen}
    at = AppTest.from_function(visit_script, kwargs=kwargs, default_timeout=60).run()
    for key, value in (set_beside or {}).items():
        at.session_state[key] = value
    if set_beside:
        at.run()
    assert not at.exception, at.exception
    return at


def asks(page: str, module: str, *messages: object, **rest: Any) -> Iterator[Situation]:
    """A visit for each message."""
    for message in messages:
        yield {"page": page, "asked": ((module, message),), **rest}


def figures() -> Iterator[Situation]:
    """Every page with figures at rest and moved, and what is said of few scenarios only."""
    for page in FIGURED:
        yield {"page": page, "aar": "2027", "forskjell": "fjoraaret"}
        yield {"page": page, "scenario": MOVED, "vis": "enkeltvis"}
    law = {"start": "law", "index_rate": 0.031}
    kept_or_moved: tuple[tuple[str, dict[str, Any]], ...] = (
        ("2026", {}),
        ("2026", {"risk_margin": 0.03}),
        ("2027", {"risk_margin": 0.03}),
        ("2027", {"extra_volume": 0.1, "keys": "proposal_2021"}),
    )
    for year, moved in kept_or_moved:
        yield {"page": "hvem_betaler", "scenario": law | moved, "aar": year}
    below = {"risk_margin": 0.0, "underspend_rate": 0.1, "measures": {"felles_til_tjenesteavtaler": {"delay": 1}}}
    twice = {**UNSPENT, "measures": {"sikkerhet": {"enabled": True}}}
    for group in ("helsenorge", "helsenettet_inkl_vkp"):
        yield {"page": "fossefall", "figur": group}
    inside = {"measures": {"felles_til_tjenesteavtaler": {"enabled": False}}}
    yield {"page": "fossefall", "figur": "all", "aar": "2027"}
    yield {"page": "fossefall", "figur": "helsenettet_inkl_vkp", "scenario": inside, "forskjell": "fjoraaret"}
    yield {"page": "hvorfor", "scenario": {"index_rate": 0.031}, "utgangspunkt": "margin_3"}
    yield {"page": "oversikt", "scenario": {"index_rate": 0.031}}
    yield {"page": "oversikt", "scenario": {"index_rate": 0.031}, "forskjell": "tallgrunnlaget"}
    nothing_new = dict.fromkeys(("investment_realisation", "volume_realisation", "efficiency_realisation"), 0.0)
    for scenario in (nothing_new, UNSPENT):
        yield {"page": "oversikt", "scenario": scenario, "aar": "2029", "forskjell": "fjoraaret"}
    yield {"page": "oversikt", "scenario": {"index_rate": 0.031, "risk_margin": 0.0}}
    yield {"page": "oversikt", "scenario": {"name": "x", "repayment_lag": 1}}
    yield {"page": "oversikt", "scenario": below}
    ended = {"fm_avvikling": {"enabled": False}, "preg_avvikling": {"enabled": False}}
    for measures in (ended, {**ended, "pasientens_provesvar": {"delay": 1}}):
        yield {"page": "oversikt", "scenario": {"measures": measures}}
    yield {"page": "oversikt", "scenario": twice, "aar": "2027"}
    paid_by_state = {"measures": {"sikkerhet": {"enabled": True, "state_share": 1.0}}}
    for page in ("oversikt", "fossefall"):
        yield {"page": page, "scenario": {"start": "law"}}
        yield {"page": page, "scenario": {"start": "law"}, "priser": "faste"}
        yield {"page": page, "scenario": {"start": "law"}, "aar": "2027", "forskjell": "fjoraaret"}
        yield {"page": page, "scenario": paid_by_state, "aar": "2028", "forskjell": "fjoraaret"}
    for recovered in (0.0, 1.0):
        yield {"page": "fireaarsplan", "scenario": {"underspend_rate": 0.01, "shortfall_recovered": recovered}}
        yield {"page": "fireaarsplan", "scenario": {"risk_margin": 0.0, "shortfall_recovered": recovered}}
    for lever in ("extra_volume", "investment_realisation"):
        yield {"page": "hvorfor", "scenario": {lever: 0.05, "risk_margin": 0.1}}
    yield {"page": "hvorfor", "scenario": MOVED, "utgangspunkt": "margin_3", "periode": "samlet"}
    for chart in ("fossefall", "hvorfor", "midler", "utvikling"):
        yield {"page": "mote", "diagram": chart}
    yield from developments()
    yield from projects_on_other_pages()
    yield from reasons_of_margin()
    yield from ways_of_the_money()


def ways_of_the_money() -> Iterator[Situation]:
    """Tidligere års midler: what is saved, moved, charged, kept, advanced and lost by waiting."""
    spent, lower, returned = {"underspend_rate": 0.083}, {"risk_margin": 0.03}, {"base_year_underspend_returned": 1.0}
    charged = lower | {"shortfall_recovered": 1.0}
    funded, shared = ({"measures": {"sikkerhet": {"enabled": True, "state_share": part}}} for part in (1.0, 0.5))
    beyond = {"risk_margin": 0.0, "underspend_rate": -0.05, "shortfall_recovered": 0.5, "index_rate": 0.03}
    saved = ({"extra_efficiency": 0.01}, {"extra_volume": 0.01}, spent | lower | {"extra_efficiency": 0.01}, funded)
    half = {"risk_margin": 0.0, "shortfall_recovered": 0.5}
    moved = (spent | lower, lower, {"risk_margin": 0.08}, charged, charged | returned, half, spent | returned, spent)
    indexed = ({"index_rate": 0.03, "repayment_lag": lag} | spent for lag in (1, 2))
    for scenario in (*saved, *moved, *indexed, shared, beyond, spent | lower | {"start": "law"}):
        yield {"page": "tidligere_aars_midler", "scenario": scenario}


def reasons_of_margin() -> Iterator[Situation]:
    """Hvorfor: a margin that is more or less, what comes back of it, and what somebody pays."""
    spent, margin = {"underspend_rate": 0.05}, {"risk_margin": 0.03}
    written = link.encoded(Scenario.from_mapping(spent))
    for moved in (margin | spent, {"risk_margin": 0.08} | spent):
        yield {"page": "hvorfor", "scenario": moved, "utgangspunkt": written}
    for recovered in (0.0, 1.0):
        yield {"page": "hvorfor", "scenario": {**margin, "shortfall_recovered": recovered}}
    for quantity in view.QUANTITIES:
        yield {"page": "hvorfor", "scenario": {**margin, "keys": "proposal_2021"}, "storrelse": quantity}
    for moved in ({}, {"risk_margin": 0.1}):
        yield {"page": "hvorfor", "scenario": moved, "storrelse": "cost_level"}
    yield {"page": "hvorfor", "scenario": spent}


def projects_on_other_pages() -> Iterator[Situation]:
    """Where projects are told of that are shown elsewhere."""
    for projects in ([PORTAL], [PORTAL] * 2):
        yield {"page": "oversikt", "scenario": {"projects": projects}}
    for projects in ([], [PORTAL], [PORTAL | {"investment_mnok": {}}]):
        yield {"page": "mote", "diagram": "tiltak", "scenario": {"projects": projects}}
    for quantity in (view.QUANTITIES[0], *view.WITHOUT_PROJECTS):
        yield {"page": "hvorfor", "scenario": {"projects": [PORTAL]}, "aar": "2027", "storrelse": quantity}
    yield {"page": "sammenlign", "scenario": {"projects": [PORTAL]}, "compared": ("gjeldende", "tallgrunnlaget")}


def developments() -> Iterator[Situation]:
    """Utvikling: each price basis, a solution alone, a baseline without a history, and rates of the visitor's own."""
    for basis in view.HISTORY_BASES:
        yield {"page": "utvikling", "historie": basis, "scenario": {"index_rate": 0.031, "extra_volume": 0.01}}
    yield {"page": "utvikling", "losning": "e_resept"}
    yield {"page": "utvikling", "losning": "helsenettet_inkl_vkp", "historie": "lopende"}
    yield {"page": "utvikling", "chosen": INVENTED["nothing optional"]()}
    typed = [("development.blend", {"id": name, "value": value}) for name, value in (("wages", "5"), ("prices", "2"))]
    yield {"page": "utvikling", "asked": tuple(typed)}
    yield {"page": "utvikling", "asked": tuple(typed), "scenario": {"index_rate": 0.044}}
    yield {"page": "utvikling", "set_beside": {"figures": {"taking": {"figure": "track_record", "kind": "csv"}}}}
    yield from asks("utvikling", "development.blend", {"id": "wages", "value": "x"})


def comparisons() -> Iterator[Situation]:
    """Sammenlign: what stands side by side, and against what."""
    present, both = "gjeldende", urlencode({"risk_margin": "0.03", "extra_volume": "0.01"})
    yield {"page": "sammenlign", "compared": (present, "tallgrunnlaget")}
    yield {"page": "sammenlign", "compared": (present, both)}
    yield {"page": "sammenlign", "scenario": MOVED, "compared": ("margin_3", present), "mot": "forste"}
    table = {"figures": {"taking": {"figure": "differences", "kind": "csv"}}}
    yield {"page": "sammenlign", "compared": (present, "margin_3"), "set_beside": table}


def payers_looked_at() -> Iterator[Situation]:
    """Hvem betaler: for an authority and a municipality, more, less and the same, with what a visitor gives."""
    less, more = {"risk_margin": 0.0}, {"risk_margin": 0.1, "index_rate": 0.02}
    for year in ("2026", "2028"):
        yield {"page": "hvem_betaler", "hvem": "Helse Nord", "aar": year}
        yield {"page": "hvem_betaler", "scenario": less, "hvem": OSLO, "aar": year}
        yield {"page": "hvem_betaler", "scenario": more, "hvem": "Helse Nord", "aar": year}
    yield {"page": "hvem_betaler", "own": OWN, "hvem": OSLO, "scenario": more}
    yield from ({"page": "hvem_betaler", "own": own, "hvem": OSLO} for own in (MARKED, SHARE))
    yield {"page": "enhetskostnader", "own": OWN}


def targets() -> Iterator[Situation]:
    """Hva skal til?: targets that are met, that one lever meets, that none does, and what cannot be used."""
    yield {"page": "hva_skal_til", "maal": "1015.8"}
    yield {"page": "hva_skal_til", "scenario": {"start": "law"}, "aar": "2028", "bane": "ett"}
    yield {"page": "hva_skal_til", "scenario": {"start": "law"}, "aar": "2026", "maal": "1000"}
    yield {"page": "sammenlign", "scenario": {"start": "law"}, "aar": "2026"}
    yield {"page": "hva_skal_til", "maal": "1100", "storrelse": "cost_level"}
    yield {"page": "hva_skal_til", "scenario": {"risk_margin": 0.03}, "aar": "2028", "bane": "ett"}
    for quantity in view.QUANTITIES:
        yield {"page": "hva_skal_til", "aar": "2027", "storrelse": quantity, "hvem": OSLO}
    nothing_moves = {"first_year": 2029, "measures": {name: {"enabled": False} for name in PRESENT.measures}}
    yield {"page": "hva_skal_til", "scenario": nothing_moves, "maal": "5", "storrelse": "cost_level", "priser": "2025"}
    uses = [{"do": "use", "lever": lever} for lever in ("risk_margin", "repayment_lag")]
    yield from asks("hva_skal_til", "figures.goal", *uses, {"do": "aim", "text": "x"}, maal="5")
    yield from asks("hva_skal_til", "figures.goal", uses[0], maal="1010")
    yield from paths()


def paths() -> Iterator[Situation]:
    """The same of paths: one that a lever meets up or down, one that none brings nearer, and a lever that is used."""
    plain = dict.fromkeys(("investment_realisation", "volume_realisation", "efficiency_realisation"), 0.0)
    off = {"measures": {name: {"enabled": False} for name in PRESENT.measures}}
    level = {**plain, **off, "lasting_saving": 0.05, "first_year": 2027}
    lowest = {**plain, **off, "extra_efficiency": 0.1, "lasting_saving": 0.1, "extra_volume": -0.05, "risk_margin": 0.0}
    asked = {"page": "hva_skal_til", "bane": "alle", "storrelse": "cost_level"}
    yield from ({**asked, "scenario": level, "maal": target} for target in ("1050", "1100"))
    yield {**asked, "scenario": {**plain, "first_year": 2027}, "maal": "1099.3"}
    yield {**asked, "scenario": {**lowest, "efficiency_realisation": 2.0, "first_year": 2027}, "maal": "0"}
    yield {**asked, "scenario": {"lasting_saving": 0.1}, "maal": "1115"}
    yield from asks("hva_skal_til", "figures.goal", {"do": "use", "lever": "extra_efficiency"}, bane="alle")


def uncertainties() -> Iterator[Situation]:
    """Usikkerhet: every kind of range, what is certain, what is asked, and what cannot be used."""
    kinds = ("uniform:0.01:0.05", "pert:0.01:0.03:0.05", "normal:0.03:0.01", "fixed", "fixed:0.02")
    for kind in kinds:
        yield {"page": "usikkerhet", "spenn": [f"index_rate:{kind}", "extra_efficiency:uniform:0.0:0.01"]}
    switched_off = "measures.sikkerhet.enabled:fixed:false"
    yield {"page": "usikkerhet", "spenn": [switched_off], "aar": "2028", "visning": "vifte", "over": "1100.0"}
    certain = [f"{lever}:fixed" for lever in default_ranges(PRESENT).ranges.levers]
    yield {"page": "usikkerhet", "spenn": [*certain, switched_off], "aar": "2027"}
    yield {"page": "usikkerhet", "scenario": {"start": "law"}, "aar": "2026"}
    yield {"page": "usikkerhet", "chosen": INVENTED["nothing optional"]()}
    yield {"page": "usikkerhet", "priser": "faste", "aar": "2027", "trekk": "100000"}
    typed = ({"path": "range/index_rate/low", "text": "9,9"}, {"path": "above", "text": "x"})
    for change in typed:
        yield from asks("usikkerhet", "levers.levers", {"changes": [change], "sequence": 7})
    yield {"page": "oversikt", "spenn": [switched_off], "chosen": INVENTED["nothing optional"]()}


PORTAL: dict[str, Any] = {"name": "Portal", "solution": "helsenorge", "investment_mnok": {"2026": 58}, "go_live": 2027}
UNLIKE_PROJECTS: tuple[dict[str, Any], ...] = (
    *({"name": 3}, {"solution": "x"}, {"investment_mnok": {"2026": -1}}, {"investment_mnok": {"1990": 1}}),
    *({"investment_mnok": 3}, {"go_live": 2020}, {"operation_mnok": "x"}, {"operation_mnok": 1, "operation_share": 1}),
    *({"users": ["rhf"]}, {"users": 3, "task": "outside"}, {"users": [3], "task": "outside"}, {"nonsense": 1}),
    *({"lifetime": 99}, {"state_share": 2}, {"interest_rate": 1}, {"operation_share": 2}, {"phase_in_years": 9}),
    *({"indexed": 1}, {"operation_in_plan": 1}, {"task": "x"}, {"size": "x"}, {"repayment": "x"}),
    *({"size": "small", "interest_rate": 0.01}, {"actual_mnok": -1}, {"actual_mnok": 1, "investment_mnok": {}}),
)
"""What a project may not be, one of each kind and of each field."""


def described_projects() -> Iterator[Situation]:
    """Nytt tiltak: no project, one without amounts, every kind, buyers that there are not, and what cannot be used."""
    small, rate = {"size": "small", "operation_mnok": 4.1, "operation_in_plan": True}, {"interest_rate": 0.03}
    annuity = {**rate, "repayment": "annuity", "phase_in_years": 2, "state_share": 0.25, "indexed": False}
    bought = {"task": "outside", "users": ["rhf", OSLO]}
    outside: list[dict[str, Any]] = [{"task": "outside", "users": each} for each in (["x"], ["kommuner", OSLO])]
    state = {"task": "authority", "operation_mnok": {"2027": 3.0, "2028": 4.0}, "actual_mnok": 40.0, "lifetime": 20}
    listed: list[list[dict[str, Any]]] = [
        *([], [{"solution": "vkp", "go_live": 2027}], [PORTAL], [PORTAL | small], [PORTAL | rate, PORTAL | annuity]),
        *([PORTAL | {"operation_in_plan": True, "go_live": 2026, "state_share": 1.0, "actual_mnok": 0}],),
        *(
            [PORTAL | {"task": "authority"}],
            [{**PORTAL, "investment_mnok": {}, "operation_mnok": 1, "operation_in_plan": True}],
        ),
        *([PORTAL | bought], [PORTAL | state, PORTAL | {"name": ""}], *([PORTAL | each] for each in outside)),
    ]
    for projects in listed:
        for page in ("nytt_tiltak", "oversikt"):
            yield {"page": page, "scenario": {"projects": projects}, "hvem": OSLO, "aar": "2027"}
    alone = {"keys": {"helsenorge": {"rhf": 1.0, "kommuner": 0.0}}}
    unshared = {"projects": [PORTAL | {"task": "outside", "users": [OSLO]}], **alone}
    yield {"page": "nytt_tiltak", "scenario": unshared, "priser": "faste"}
    typed = ({"path": "projects.0.lifetime", "text": "x"}, {"path": "projects.0.go_live", "value": 2020})
    for change in typed:
        message = {"changes": [change], "sequence": 7}
        yield from asks("nytt_tiltak", "levers.levers", message, scenario={"projects": [PORTAL]})


def refusals() -> Iterator[Situation]:
    """What components send and the server cannot use, one of each kind."""
    move = {"changes": [{"path": "keys", "value": "nobody"}], "sequence": 7}
    yield from asks("oversikt", "levers.levers", move)
    unlike: list[object] = [
        *({"repayment_lag": 1.5}, {"first_year": 2040}, {"version": 3}, {"keys": "nobody"}, {"keys": {"vkp": 1}}),
        *({"keys": {"vkp": {"rhf": 0.5}}}, {"risk_margin": "x"}, {"nonsense": 1}, {"name": "x" * 81}),
        *({"measures": {"ehds": each}} for each in ({"enabled": 1}, {"enabled": True})),
        *({"measures": {"fm_avvikling": {setting: 1}}} for setting in ("amount_mnok", "state_share")),
        {"version": 1, "start": "law"},
        *({"projects": [PORTAL | fields]} for fields in UNLIKE_PROJECTS),
        *({"projects": wrong} for wrong in (1, [PORTAL] * 9)),
    ]
    files = ["{", '{"risk_margin": 1, "risk_margin": 1}', b"\xff", *map(json.dumps, unlike)]
    yield from asks("eksport", TOOLS, {"do": "open", "name": "x.xlsx", "content": None})
    yield from asks("eksport", TOOLS, *({"do": "open", "name": "x.json", "content": sent(each)} for each in files))
    pasted = ("x", f"https://example.org/?{urlencode(link.to_query(Scenario(risk_margin=0.03)))}"[:60])
    elsewhere = urlencode({"v": "2", "grunnlag": "x", **view_link.to_query(view.View(), PRESENT)})
    pasted = (*pasted, f"https://example.org/?{elsewhere}")
    yield from asks("sammenlign", "figures.chooser", *({"do": "link", "text": text} for text in pasted))
    yield from asks("sammenlign", "figures.chooser", {"do": "open", "name": "x.json", "content": None})
    rows = (["60", "39", "0", "0"], ["x", "100", "0", "0"])
    setting = [{"do": "set", "solution": "helsenorge", "cells": cells} for cells in rows]
    yield from asks("hvem_betaler", "payers.key_table", *setting)
    themes = (None, "[", b"\xff", "x = 1", "fonts = 1", "[colours]\ntext = 'red'")
    yield from asks("eksport", "files.take_along", *({"do": "theme", "content": t and sent(t)} for t in themes))
    yield from asks(
        "hvem_betaler",
        FIELDS,
        *({"id": "compensation", "value": typed} for typed in ("250.000", "1,8", "x")),
        {"id": "nonsense"},
    )


def key_files() -> Iterator[Situation]:
    """Files that «Egne opplysninger» refuses, one of each kind."""
    shares = {number: 0.0 if number == OSLO else 1 / 356 for number in municipalities()}
    hostile = {problem: content for _, problem, content in hostile_but_small()}
    contents = [
        *("", "kommunenummer;x\n", "kommunenummer,indeks\n", WHOLE.replace("0301,0.8375\n", "")),
        *(f"{WHOLE}{line},1\n" for line in ("301", "9999", FORMER)),
        *(WHOLE.replace("0.8375", found) for found in ("many", "0,8375")),
        *(WHOLE.replace("kommunenummer", "kommune"), WHOLE.replace("indeks", "kommune_nr"), share_file(2)),
        *(WHOLE.replace("0301,", '"0301,'), "0301\n" + WHOLE),
        *(sheets(("x", "hidden", [[1]]), ("y", "visible", [])), *hostile.values()),
        "\n".join(["kommunenummer;andel", *(f"{number};{share:.12f}" for number, share in shares.items())]),
    ]
    keys = [{"id": "municipal_key", "name": "n", "content": sent(content)} for content in contents]
    nobody, oslo = ({"id": "vkp_users", "name": "n", "content": sent(text)} for text in (NUMBERS, f"{NUMBERS}{OSLO}"))
    yield from asks("hvem_betaler", FIELDS, *keys[:-1], {"id": "municipal_key", "content": None}, nobody)
    yield {"page": "hvem_betaler", "asked": ((FIELDS, keys[-1]), (FIELDS, oslo))}


def kept() -> Iterator[Situation]:
    """A page that gives back to a new server what it kept, of which some cannot be used, and scenarios to choose."""
    file = {"name": "n", "content": sent(index_file()), "stamp": "1"}
    users = {"name": "n", "content": sent(f"{NUMBERS}{OSLO}"), "stamp": "1"}
    own = {"files": {"municipal_key": file, "vkp_users": users, "theme": {}}, "numbers": {"without_vkp": [OSLO]}}
    for already in (OWN, MARKED):
        yield from asks("oversikt", TOOLS, {"do": "restore", "own": own}, own=already)
    yield from asks("oversikt", TOOLS, {"do": "presets"})


def other_baselines() -> Iterator[Situation]:
    """Every page on invented tallgrunnlag that lack this and that."""
    for make in INVENTED.values():
        for page in PAGES:
            yield {"page": page, "scenario": MOVED, "chosen": make(), "hvem": OSLO}
            yield {"page": page, "chosen": make(), "aar": "2028"}
        yield from asks("eksport", "files.take_along", {"do": "make", "kind": "report"}, chosen=make())
    yield {"page": "sammenlign", "chosen": spring_2026(), "compared": (link.encoded(Scenario()), "gjeldende")}


def uploads() -> Iterator[Situation]:
    """Nytt tallgrunnlag: before a file is read, after each fault there can be, and what is said of a good one."""
    yield {"page": NEW}
    values = {
        "names": "x",
        "low": 1,
        "high": 2,
        "cells": 3,
        "all_cells": 4,
        "place": "A1",
        "number": "1",
        "date": "x",
        "solution": "x",
    }
    problems = [problem for problem in FAULTS if problem not in ("csv", "cell_count")]
    of_cells = tuple(SheetError("bridge", "x", "y", problem, found, **values) for problem in problems for found in "x ")
    blank = SheetError("bridge", "x", "y", "text")
    of_files = [SheetError("", None, None, problem, **values) for problem in problems]
    for faults in ((*of_cells, blank), *((each,) for each in of_files)):
        yield {"page": NEW, "set_beside": {UPLOADED.name: Uploaded("x.xlsx", faults=faults)}}
    for made in (
        PRESENT,
        baseline_of(SHEETS),
        adding_up(),
        moved_by(-20),
        moved_by(20),
        *(make() for make in INVENTED.values()),
    ):
        yield {"page": NEW, "set_beside": {UPLOADED.name: Uploaded("x.xlsx", baseline=made)}}
    yield {"page": NEW, "chosen": spring_2026()}


def listed_sources() -> Iterator[Situation]:
    """Kilder with the rows of every figure, and with every row's values."""
    for figure in FIGURES_WITH_SOURCES:
        yield {"page": "kilder", "kilde": f"figur.{figure}"}
    yield {"page": "kilder", "set_beside": {OPENED.name: tuple(row.id for row in sources(PRESENT))}}


def missing_script(file: object) -> None:
    """A link about a baseline that is not there, after a file was given that is another."""
    from pages.figures.missing_baseline import missing_baseline
    from pages.visit import missing, uploaded
    from texts import Texts

    missing.note("x", {})
    uploaded.UPLOADED.put(file)
    missing_baseline(Texts("nb"))


def misprinted() -> Baseline:
    """The present one with one figure of its first table wrong, whose cause nobody knows."""
    return baseline_of(
        changed(SHEETS, "tabell_1", lambda rows: rows | {"e_resept": rows["e_resept"] | {"2027": "1.0"}})
    )


def one_wrong() -> Baseline:
    """One whose single printed table has one wrong figure."""
    sheets = sheets_of_one_table()
    return baseline_of(changed(sheets, "tabell_16", lambda rows: rows | {"change": rows["change"] | {"2026": "9.9"}}))


def reconciliations() -> Iterator[Situation]:
    """Avstemming of whole, wrong and right figures, and what its list refuses."""
    page, module = "avstemming", "reconciliation.check_list"
    yield {"page": page, "kontroller": "alle"}
    for made in (misprinted(), one_wrong(), adding_up()):
        yield {"page": page, "chosen": made}
        yield {"page": "oversikt", "chosen": made}
    yield {"page": "fossefall", "figur": "egen_skala", "scenario": MOVED}
    yield from asks(page, module, {"do": "narrow", "table": "x", "search": ""}, {"do": "look", "check": "x"})


def counted(texts: Texts) -> None:
    """What is said of one thing and of none, and of each kind of check where its calculation opens."""
    for found in (Agreement(9, 8, 1, 1), Agreement(9, 8, 0, 1), Agreement(9, 8, 0, 0)):
        words.things_in_words(found, texts)
        words.unexplained_in_words(found, texts)
        words.agreement_in_brief(found, texts, moved=False, short=False)
    assert all(quantity_of(text, "points", texts).number is not None for text in ("0,01", "0,001"))
    small = next(each for each in things(reconcile(PRESENT)) if not each.material)
    words.small_in_words([replace(small, checks=small.checks[:1])], texts)
    opening = {(each.kind, each.unit, *(term.sign for term in each.terms)): each for each in reconcile(PRESENT)}
    for each in opening.values():
        if has_calculation(each, PRESENT):
            path = f"{CHECK}/{each.id}"
            steps(calculation(shown().answer, path), path, shown(), 3)


def links() -> Iterator[dict[str, Any]]:
    """Links that cannot be used whole."""
    whole = link.to_query(Scenario(risk_margin=0.03))
    yield {**dict.fromkeys(view.PARAMETERS.values(), "x"), "utgangspunkt": "x", "maal": "x", "kilde": "x"}
    yield {"hvem": FORMER, "med": ["margin_3"] * 5}
    yield {"med": "x"}
    yield {"regnestykke": "x"}
    yield {"aar": ["2027", "2028"], "hvem": "", "sok": ""}
    ranges = (
        "x",
        "x:fixed:1",
        "repayment_lag:uniform:1:2",
        "index_rate:uniform:0.2:0.3",
        "index_rate:uniform:0.02:0.01",
    )
    shapes = ("triangular:0.01:0.03:0.02", "normal:0.01:-1", "normal:x:y", "fixed:0.01", "fixed:0.02")
    yield {"spenn": [*ranges, *(f"index_rate:{shape}" for shape in shapes)], "over": "x"}
    yield {"tabell": "x", "sok": "x" * 61, "sjekk": "x"}
    yield {"sok": "x\0"}
    yield {
        **whole,
        "v": "3",
        "first_year": "2040",
        "risk_margin": "x",
        "index_rate": "x",
        **view_link.to_query(view.View(), PRESENT),
    }
    yield {**whole, "grunnlag": "x", **view_link.to_query(view.View(), PRESENT)}
    yield whole


def calculations() -> Iterator[Situation]:
    """The panel of a calculation: a step with steps below it, and one that what is shown does not have."""
    for path in ("cost_level/2027/sum", "beside/2/cost_level/2027/sum"):
        looked_at = replace(view.View().of(PRESENT), calculation=path)
        yield {"page": "oversikt", "set_beside": {view.VIEW.name: looked_at}}
    for size in ("large", "small", "equity"):
        looked_at = replace(view.View().of(PRESENT), calculation=f"as_size/{size}/project/all/2027/sector")
        one = {"projects": [PORTAL | {"task": "outside"}]}
        yield {"page": "nytt_tiltak", "scenario": one, "set_beside": {view.VIEW.name: looked_at}}


def two_of_each() -> Baseline:
    """The present one with two measures where it has one: two decommissionings, and two of volume in one solution."""
    return baseline_of(
        changed(
            SHEETS,
            "measures",
            lambda rows: {
                **rows,
                "preg_avvikling": rows["preg_avvikling"] | {"solution": rows["fm_avvikling"]["solution"]},
                **{name: rows[name] | {"component": "volume_preparedness"} for name in LEFT_ALONE},
            },
        )
    )


PROJECTS_WITH_STEPS: tuple[dict[str, Any], ...] = (
    PORTAL | {"state_share": 0.25, "interest_rate": 0.03, "repayment": "annuity", "phase_in_years": 2},
    PORTAL | {"task": "outside", "users": ["rhf", OSLO], "indexed": False, "interest_rate": 0.02, "actual_mnok": 40},
    PORTAL | {"operation_in_plan": True, "actual_mnok": 70, "size": "small"},
    PORTAL | {"task": "authority", "solution": "vkp"},
)


def projects_in_figures(context: Context) -> Iterator[str]:
    """What the figures of Nytt tiltak open."""
    yield from (each.opens for each in of_keys(project_keys(context)))
    yield from (each.opens for figure in project_figures(context) for each in of_figure(figure))


def asked_steps() -> Iterator[tuple[Context, tuple[str, ...]]]:
    """Answers with addresses whose calculations have steps that no figure of ``STEPPED`` is made of."""
    yield shown(), ASKED
    yield shown(own=OWN), ("own_unit_cost/vkp",)
    for us in (OSLO, "1103"):
        listed = {"projects": list(PROJECTS_WITH_STEPS), "index_rate": 0.03, "risk_margin": 0.03}
        of_projects = shown(Scenario.from_mapping(listed), us=us, year=2028)
        yield of_projects, tuple(dict.fromkeys(projects_in_figures(of_projects)))
        for quantity in (BURDEN, burden_of(us)):
            found = reasons(of_projects.answer, quantity=quantity)
            drawn = (reasons_bridge(found, 2028, of_projects), reasons_by_year(found, of_projects))
            yield of_projects, tuple(dict.fromkeys(each.opens for figure in drawn for each in of_figure(figure)))
    draws = Asked(shown().question, ranges=OWN_RANGES, draws=1_000)
    yield shown(), tuple(simulated_address(draws, what) for what in ("mean", "enough_if_planned~0.05"))
    yield shown(Scenario(index_rate=0.031), prices=FIXED), ("previous_level/2027/sum",)
    yield from ((shown(Scenario.from_mapping(scenario)), (path,)) for scenario, path in FURTHER)
    for start in ({}, LAW):
        of_two = replace(Scenario.from_mapping(start | REALISED | {"measures": LEFT_ALONE}), figures=two_of_each())
        yield shown(of_two), ("level/2026/sum", "level/2027/sum", "paid/2024/sum/all")


def read_steps() -> None:
    """Every kind of step of what figures and the reconciliation open, of scenarios that between them have all."""
    for us, scenario in STEPPED.items():
        context = shown(Scenario.from_mapping(scenario), us=us, year=2028, own=OWN)
        paths = [figure.opens for page in PAGES_OF_FIGURES for figure in page(context)]
        checks = [f"check/{each.id}" for each in reconcile(context.baseline) if has_calculation(each, context.baseline)]
        assert all(found.title for _, found in steps_of((*paths, *checks), context))
    for context, asked in asked_steps():
        assert all(found.title for _, found in steps_of(asked, context))


MESSAGES: Final[tuple[dict[str, float], ...]] = (
    {"risk_margin": 0.03},
    {"risk_margin": 0.08},
    {"risk_margin": 0.03, "extra_efficiency": 0.001},
    {"risk_margin": 0.08, "extra_volume": 0.001},
)
"""One change or several, that lower the need or raise it, as slides tell of them."""


def of_us_and_nobody() -> Iterator[Situation]:
    """What a municipality meets on pages that speak of the need, and what is said to nobody in particular."""
    for page in ("oversikt", "hvem_betaler", "sammenlign"):
        yield {"page": page, "scenario": {"risk_margin": 0.03}, "hvem": "3316", "aar": "2028"}
    for scenario in ({}, {"risk_margin": 0.03}, {"start": "law", "index_rate": 0.031}):
        for year in ("2026", "2027"):
            yield {"page": "hvem_betaler", "scenario": scenario, "hvem": "", "aar": year}
    for page in ("hvorfor", "usikkerhet", "hva_skal_til"):
        yield {"page": page, "scenario": {"risk_margin": 0.03}, "hvem": "", "storrelse": "oss"}


def read_everything() -> None:
    """Opens and makes all of it."""
    read_steps()
    opened()
    visit("oversikt", MOVED)
    for query in links():
        opened(**query)
    opened(Scenario(figures=spring_2026()))
    of_another = Uploaded("x.xlsx", baseline=spring_2026())
    assert not AppTest.from_function(missing_script, kwargs={"file": of_another}).run().exception
    counted(Texts("nb"))
    assert not AppTest.from_file(str(APP), default_timeout=60).run().exception  # the bare address
    asked = (
        figures,
        comparisons,
        calculations,
        payers_looked_at,
        of_us_and_nobody,
        targets,
        uncertainties,
        described_projects,
    )
    given = (refusals, key_files, kept, other_baselines, uploads, listed_sources, reconciliations)
    for several in (*asked, *given):
        for situation in several():
            visit(**situation)
    for kind in FILES:
        visit("eksport", MOVED, own=OWN, asked=(("files.take_along", {"do": "make", "kind": kind}),))
    visit("eksport", aar="2027", asked=(("files.take_along", {"do": "make", "kind": "report"}),))
    against = shown(Scenario.from_mapping(PROPOSAL), own=MARKED, us=OSLO, against=Scenario(risk_margin=0.03))
    for drawn in (against, shown()):
        subject = Subject.of(drawn, CREATED, "https://example.org/")
        data_files(subject)
        municipal_file(subject)
    for changes in MESSAGES:
        subject = Subject.of(shown(Scenario(**changes)), CREATED, "")
        why.section(subject)
        settings.said(subject)
    for fields in (PORTAL, PORTAL | {"task": "outside", "users": ["nobody"]}):
        workbook(Subject.of(shown(Scenario.from_mapping({"projects": [fields]})), CREATED, ""))
    data_files(Subject.of(shown(), CREATED, "https://example.org/", Asked(shown().question, ranges=OWN_RANGES)))
