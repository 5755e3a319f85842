"""Pages of other baselines: a link about one that is not there, the choice between several, and what one may lack."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from model import Baseline, Scenario
from model.scenario import link
from pages.visit import state, view
from pages.visit.navigation import MEETING, PAGES
from tests.baselines import INVENTED, PRESENT
from tests.test_pages import APP, FIGURES, key_values, message, opened, page_script
from texts import LANGUAGES, Texts

PARTS = ("bidi_component", "button_group", "metric")


def from_link(query: dict[str, str]) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def missing_link(language: str = "nb") -> dict[str, str]:
    scenario = {"v": "2", "grunnlag": "tallgrunnlag-2031-var", "start": "published", "risk_margin": "0.03"}
    return {**scenario, "sprak": language, "aar": "2032", "priser": "lopende"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_about_a_baseline_that_is_not_there_shows_no_other(language: str) -> None:
    at = from_link(missing_link(language))
    (warning,) = at.warning
    assert "tallgrunnlag-2031-var" in re.sub(r"\\(.)", r"\1", warning.value)
    assert not any(at.main.get(part) for part in PARTS[1:])
    assert [each.proto.component_name for each in at.main.get("bidi_component")] == ["upload"]
    assert not at.sidebar.get("bidi_component")
    assert PRESENT.title[language] not in warning.value and "1\u202f015,8" not in str(at.main)
    assert {**at.query_params} == missing_link(language)
    assert at.button(key="show_newest").label == Texts(language)("baseline.show", title=PRESENT.title[language])


def test_the_way_onward_shows_the_newest_as_it_was_published() -> None:
    def script(query: dict[str, str]) -> None:
        import streamlit as st

        from pages.figures import missing_baseline
        from pages.visit import address, baselines, missing, state, view

        st.query_params.from_dict(query)
        for _ in range(2):
            address.follow()
            st.text(f"{missing.missing().baseline} {st.query_params.get('grunnlag')}")
        missing_baseline._show(next(iter(baselines.titles("nb"))))
        address.follow()
        st.text(f"{missing.missing().baseline} {st.query_params.get('grunnlag')}")
        st.text(f"{state.scenario().to_json()} {view.current().language}")

    at = AppTest.from_function(script, kwargs={"query": missing_link("nn")}, default_timeout=30).run()
    assert not at.exception
    still = "tallgrunnlag-2031-var tallgrunnlag-2031-var"
    assert [text.value for text in at.text] == [still, still, PRESENT.id, f"{Scenario().to_json()} nn"]


def test_what_a_link_names_is_shown_as_it_is_written() -> None:
    at = from_link({**missing_link(), "grunnlag": "<b>[x](y)</b>" + "z" * 5000})
    assert len(at.warning[0].value) < 250 and not re.search(r"(?<!\\)[<>\[\]*_`]", at.warning[0].value)


def test_where_one_is_installed_there_is_nothing_to_choose() -> None:
    assert not opened().sidebar.selectbox


def test_a_new_visit_is_about_the_newest_and_a_link_about_its_own(newer: Baseline) -> None:
    at = opened()
    (menu,) = at.sidebar.selectbox
    assert menu.value == newer.id and list(menu.options) == [newer.title["nb"], PRESENT.title["nb"]]
    assert "2027" in message(at)["headline"] and newer.id in at.markdown[-1].value
    of_old = from_link({"v": "1", "grunnlag": PRESENT.id, "risk_margin": "0.03", "sprak": "nb", "aar": "2026"})
    assert of_old.sidebar.selectbox[0].value == PRESENT.id and key_values(of_old)["financing_need"] == "994,9"


def chosen_script(course: object, looked_at: object, chosen: list[str]) -> None:
    """A visit in which other baselines are chosen; shows after each what the sidebar, the address and the view say."""
    import json

    import streamlit as st

    from pages.levers import baseline_choice
    from pages.visit import address, baselines, state, view
    from texts import Texts

    state.COURSE.put(course)  # type: ignore[arg-type]
    view.show(looked_at)  # type: ignore[arg-type]
    state.settle()
    for name in chosen:
        baseline_choice.change_baseline(baselines.named(name))
        address.follow()
        st.text(state.scenario().to_json())
        st.text(baseline_choice.left_out(Texts("nb")))
        st.text(json.dumps(address.query()))
    if chosen:
        state.undo()
        st.text(state.scenario().to_json())
        st.text(str(view.current().year))


def after_choosing(scenario: Scenario, looked_at: view.View, *chosen: str) -> list[str]:
    kwargs = {"course": state.Course(scenario), "looked_at": looked_at, "chosen": list(chosen)}
    at = AppTest.from_function(chosen_script, kwargs=kwargs, default_timeout=30).run()
    assert not at.exception
    return [text.value for text in at.text]


MOVED = {"risk_margin": 0.03, "measures": {"fm_avvikling": {"enabled": False}, "sikkerhet": {"enabled": True}}}


def test_another_baseline_keeps_the_levers_that_it_has_and_says_what_is_left_out(newer: Baseline) -> None:
    before = Scenario.from_mapping(MOVED, PRESENT)
    found, said, query, undone, year = after_choosing(before, view.View(year=2026, figure="kjernejournal"), newer.id)
    kept = Scenario.from_mapping({"risk_margin": 0.03, "measures": {"sikkerhet": {"enabled": True}}}, newer)
    assert found == kept.to_json()
    assert said.startswith(f"Dette finnes ikke i {newer.title['nb']}") and "Forskrivningsmodulen" in said
    assert "Risikomargin" not in said and said.count(",") == 0
    address = json.loads(query)
    assert (address["grunnlag"], address["aar"], address["figur"]) == (newer.id, "2027", "kjernejournal")
    assert (undone, year) == (before.to_json(), "2026")


def test_what_was_left_out_is_said_until_something_else_is_shown(newer: Baseline) -> None:
    before = Scenario.from_mapping({"measures": {"fm_avvikling": {"enabled": False}}}, PRESENT)
    _, said, _, back, said_then, *_ = after_choosing(before, view.View(), newer.id, PRESENT.id)
    assert said and not said_then and back == Scenario(figures=PRESENT).to_json()


def test_a_range_of_a_lever_that_another_baseline_lacks_is_left_out_and_said(newer: Baseline) -> None:
    ranges = ("measures.fm_avvikling.scale:uniform:0.5:1.0", "index_rate:uniform:0.01:0.02")
    _, said, query, *_ = after_choosing(Scenario(figures=PRESENT), view.View(ranges=ranges), newer.id)
    assert "spenn for Forskrivningsmodulen" in said and "Prisvekst" not in said
    assert json.loads(query)["spenn"] == [ranges[1]]


def test_scenarios_side_by_side_stay_what_they_are(newer: Baseline) -> None:
    looked_at = view.View(compared=("risk_margin=0.04", "gjeldende", "tallgrunnlaget"))
    _, _, query, *_ = after_choosing(Scenario(figures=PRESENT), looked_at, newer.id)
    written = link.encoded(Scenario(risk_margin=0.04, figures=PRESENT))
    assert json.loads(query)["med"] == [written, "gjeldende", "tallgrunnlaget"]


@pytest.mark.parametrize("kind", INVENTED)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*PAGES, MEETING])
def test_every_page_runs_on_every_baseline(name: str, language: str, kind: str) -> None:
    baseline = INVENTED[kind]()
    at = page_script(name, Scenario(risk_margin=0.03, figures=baseline), sprak=language)
    figures = message(at)["figures"]
    assert bool(figures) is (name == "hvorfor" or bool(FIGURES.get(name, True)))
    assert all(all(figure["title"]) and figure["alt"] for figure in figures)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("against", ["tallgrunnlaget", "forste"])
@pytest.mark.parametrize("kind", INVENTED)
def test_scenarios_of_two_baselines_are_compared_as_far_as_they_can_be(kind: str, against: str, language: str) -> None:
    baseline = INVENTED[kind]()
    beside = [link.encoded(Scenario(risk_margin=0.04, figures=PRESENT)), "gjeldende"]
    scenario = Scenario(risk_margin=0.03, figures=baseline)
    at = page_script("sammenlign", scenario, beside, mot=against, sprak=language, aar=str(baseline.plan_years[-1]))
    found, texts = message(at), Texts(language)
    assert texts("compare.several_baselines") in message(at, "chooser")["note"]
    common = [year for year in PRESENT.plan_years if year in baseline.plan_years]
    year = baseline.plan_years[-1] if baseline.plan_years[-1] in common else common[0]
    assert str(year) in found["headline"]
    years = next(each for each in at.get("button_group") if each.key == "view_year")
    assert list(years.options) == list(map(str, common)) and years.value == year
    (fixed,) = next(each for each in at.get("button_group") if each.key == "view_against").options
    assert fixed == texts("view.against_own")
    assert len(found["keys"]) == 2 and len(found["figures"]) == 4 and found["differences"]["table"]


@pytest.mark.parametrize("kind", INVENTED)
def test_levers_are_those_of_the_baseline(kind: str) -> None:
    baseline = INVENTED[kind]()

    def script() -> None:
        import streamlit as st

        from pages.levers import lever_rows
        from pages.levers.levers import solution_of_levers
        from pages.visit import state
        from texts import Texts

        scenario = state.scenario()
        for group in lever_rows.groups(scenario, solution_of_levers(scenario.figures), Texts("nb")):
            for row in group["levers"]:
                st.text(f"{row['path']}|{row['label']}|{row['hint']}|{row['description']}")

    at = AppTest.from_function(script, default_timeout=30)
    at.session_state[state.COURSE.name] = state.Course(Scenario(figures=baseline))
    at.run()
    assert not at.exception
    rows = [text.value for text in at.text]
    paths = {row.partition("|")[0] for row in rows}
    assert f"by_solution.{baseline.open_solutions[0]}.extra_volume" in paths
    assert ("start" in paths) == (baseline.law is not None)
    assert {path.split(".")[1] for path in paths if path.startswith("measures.")} == set(baseline.measures)
    assert not [row for row in rows if re.search(r"\{|\}", row)]


def test_a_lasting_saving_has_levers_and_is_listed() -> None:
    at = opened(Scenario(lasting_saving=0.02))
    listed = [change["path"] for change in message(at, "levers")["changes"]]
    assert listed == ["lasting_saving"]
    paths = [lever["path"] for group in message(at, "levers")["groups"] for lever in group["levers"]]
    assert {"lasting_saving", f"by_solution.{PRESENT.open_solutions[0]}.lasting_saving"} <= set(paths)


@pytest.mark.parametrize(("base_year", "keys"), [(2025, "6789"), (2026, "7890"), (2030, "6789"), (2027, "8906")])
def test_keys_of_years_in_a_meeting(base_year: int, keys: str) -> None:
    from dataclasses import replace

    from pages.figures.meeting import keys_of_years

    years = tuple(range(base_year + 1, base_year + 5))
    found = keys_of_years(replace(PRESENT, base_year=base_year, plan_years=years))
    assert tuple(found.values()) == years
    assert "".join(found) == (keys if base_year != 2027 else "6789")


def test_a_view_names_what_it_can_be() -> None:
    assert view.PARAMETERS.keys() == view.options(PRESENT).keys()
