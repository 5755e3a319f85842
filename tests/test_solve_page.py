"""Hva skal til?: the page in every language, and what its row and its table send."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from model import Scenario
from pages.visit import view_link
from tests.baselines import PRESENT
from tests.test_pages import key_values, message, opened, page_script
from texts import LANGUAGES, Texts

PAGE = "hva_skal_til"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quantity", ["financing_need", "cost_level"])
def test_the_page_runs_in_every_language(language: str, quantity: str) -> None:
    at = page_script(PAGE, sprak=language, aar="2027", storrelse=quantity, bane="ett")
    row, table, texts = message(at, "goal"), message(at, "answers"), Texts(language)
    assert row["target"] == texts.amount(1015.8 if quantity == "financing_need" else 1099.3)
    assert "2027" in row["sentence"] and row["target"] in row["sentence"]
    assert table["reached"][0]["lever"] == "extra_efficiency"
    assert all(row["lever"] != "index_rate" for row in (*table["reached"], *table["beyond"]))
    assert table["beyond"] and table["untouched"]
    (figure,) = message(at)["figures"]
    assert figure["name"] == ("need" if quantity == "financing_need" else "plan")
    assert texts.amount(1015.8 if quantity == "financing_need" else 1099.3) in figure["note"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "target", "figure"),
    [
        ({"storrelse": "oss", "hvem": "Helse Vest"}, 86.0, "payer_own"),
        ({"storrelse": "oss", "hvem": "4601"}, 24.0, "payer_own"),
        ({"storrelse": "kommuner"}, 500.0, "payer_group"),
    ],
)
def test_what_a_payer_pays_can_be_aimed_at(language: str, query: dict[str, str], target: float, figure: str) -> None:
    """The row names whose payment, the sentence too; the chart has the target in its year alone."""
    at = page_script(PAGE, sprak=language, aar="2027", maal=str(target), **query)
    row, table = message(at, "goal"), message(at, "answers")
    name = {"Helse Vest": "Helse Vest", "4601": "Bergen"}.get(query.get("hvem", ""), "")
    chosen = dict(row["quantities"])[row["quantity"]]
    assert name in chosen and name in row["sentence"] and "2027" in row["sentence"]
    assert table["reached"] and len(row["near"]) == 2
    assert message(at)["figures"][0]["name"] == figure
    assert Texts(language)("solve.mark", year=2027, target=row["target"]) in message(at)["figures"][0]["note"]
    assert (name or "kommunene") in message(at)["headline"] or language != "nb"
    own_digits = message(page_script(PAGE, sprak=language, aar="2027", bane="ett", **query), "goal")["target"]
    assert len(own_digits.replace(",", ".").split(".")[-1]) == 1  # three digits: the payment is above ten millions


@pytest.mark.parametrize(
    ("query", "quantity"),
    [
        ({}, "financing_need"),
        ({"hvem": "3316"}, "oss"),
        ({"hvem": "3316", "storrelse": "financing_need"}, "financing_need"),
        ({"hvem": "3316", "maal": "1015.8"}, "financing_need"),  # a link from before it was ours
    ],
)
def test_what_is_asked_is_for_us_where_somebody_is_chosen_and_no_other_is(query: dict[str, str], quantity: str) -> None:
    row = message(page_script(PAGE, **query), "goal")
    assert row["quantity"] == quantity
    whose = [["oss", "For Modum"], ["financing_need", "I alt"]]
    assert [list(each) for each in row["whose"]] == (whose if "hvem" in query else [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quantity", ["financing_need", "cost_level", "kommuner"])
def test_the_page_opens_with_the_payment_flat_to_the_last_year(language: str, quantity: str) -> None:
    """Every year after the first, as that is; what is missed stands at each year, in the table and for the scenario."""
    at = page_script(PAGE, sprak=language, storrelse=quantity)
    row, table, texts = message(at, "goal"), message(at, "answers"), Texts(language)
    assert row["when"] == "alle" and [value for value, _ in row["whens"]][1:] == ["2026", "2027", "2028", "2029"]
    assert table["years"] == ["2027", "2028", "2029"] and row["target"] in row["near"][0][0]
    best, efficiency = table["reached"][0], next(r for r in table["reached"] if r["lever"] == "extra_efficiency")
    assert best["label"] in row["sentence"] and row["target"] in row["sentence"]
    for each in (best, efficiency):
        assert [year["label"][-4:] for year in each["years"]] == table["years"] and each["use"]
        assert all("2027" in each["change"] and year["opens"].startswith("with/") for year in each["years"])
    assert "2026" in table["note"] and table["farther"] and not table["beyond"]
    keys = message(at)["keys"]
    assert [key["name"] for key in keys] == ["path_2027", "path_2028", "path_2029"]
    assert all(key["note"].startswith("+") for key in keys)
    (figure,) = message(at)["figures"]
    assert texts("solve.mark", year="2027–2029", target=row["target"]) in figure["note"]
    assert figure["table"]["rows"][-1][-3:] == [key["note"].split()[0] for key in keys]


@pytest.mark.parametrize(
    ("query", "path", "again"),
    [
        ({}, "alle", {}),
        ({"bane": "ett"}, "ett", {"bane": "ett"}),
        ({"maal": "1000"}, "ett", {"bane": "ett", "maal": "1000.0"}),
        ({"maal": "1000", "bane": "alle"}, "alle", {"bane": "alle", "maal": "1000.0"}),
    ],
)
def test_a_link_says_whether_it_is_a_path(query: dict[str, str], path: str, again: dict[str, str]) -> None:
    """One with an amount from before there were paths is about its year."""
    found, unusable = view_link.parsed({"aar": "2027", **query}, PRESENT)
    assert found.path == path and not unusable
    assert {name: view_link.to_query(found, PRESENT).get(name) for name in ("bane", "maal") if name in again} == again
    assert [each.problem for each in view_link.parsed({"bane": "x"}, PRESENT)[1]] == ["path"]
    assert "bane" not in view_link.to_query(view_link.parsed({"aar": "2027", "maal": "1e5"}, PRESENT)[0], PRESENT)


def test_another_organisation_drops_the_target_of_the_one_before() -> None:
    def script() -> None:
        import streamlit as st

        from pages.visit import state, view, view_link

        state.scenario()
        query = {"aar": "2027", "storrelse": "oss", "hvem": "4601", "maal": "24"}
        view.show(view_link.parsed(query, state.figures())[0])
        st.text(str(view.current().target))
        view.change(year=2028)
        st.text(str(view.current().target))
        view.change(payer="0301")
        st.text(str(view.current().target))

    at = AppTest.from_function(script, default_timeout=30).run()
    assert [text.value for text in at.text] == ["24.0", "24.0", "None"]


def test_amounts_at_hand_name_their_source() -> None:
    near = [label for label, _ in message(page_script(PAGE, bane="ett"), "goal")["near"]]
    assert near == [
        "Som i 2025, Tabell 2: 1\u202f081,0",
        "Som publisert for 2026: 1\u202f015,8",
        "Som i tallgrunnlaget: 1\u202f015,8",
    ]
    cost = [label for label, _ in message(page_script(PAGE, storrelse="cost_level", bane="ett"), "goal")["near"]]
    assert cost == ["Som i 2025, Tabell 1: 1\u202f119,6", "Som i tallgrunnlaget: 1\u202f099,3"]
    moved = message(page_script(PAGE, Scenario(risk_margin=0.03), aar="2027", bane="ett"), "goal")["near"]
    assert moved[0][0] == "Som i 2026: 994,9"


def test_targets_are_in_the_prices_of_the_page() -> None:
    scenario = Scenario(index_rate=0.031)
    fixed = page_script(PAGE, scenario, aar="2027", priser="2025", bane="ett")
    assert message(fixed, "goal")["target"] == "1\u202f015,8"
    assert message(fixed, "goal")["near"][-1][0] == "Som i tallgrunnlaget, uten 71,3 tilbake: 1\u202f119,5"
    current = page_script(PAGE, scenario, aar="2027", bane="ett")
    upper_end = key_values(current)["financing_need"].partition("–")[2]
    assert message(current, "goal")["near"][-1][0] == f"Som i tallgrunnlaget, uten 75,8 tilbake: {upper_end}"
    from_law = message(page_script(PAGE, Scenario(start="law"), aar="2027", bane="ett"), "goal")["near"]
    assert from_law[0][0] == "Som i forskriften 2026: 1\u202f029,5"


@pytest.mark.parametrize("found", ["abc", "-1", "1e5", "100001", "NaN", "1,5", "9" * 4000, "<b>"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_with_no_amount_is_explained(found: str, language: str) -> None:
    at = opened(Scenario(risk_margin=0.03), maal=found, sprak=language)
    assert len(at.warning) == 1 and len(at.warning[0].value) < 250
    assert key_values(at)["financing_need"] == Texts(language).amount(994.9)


def asked_script(key: str, asked: object, query: dict[str, str]) -> None:
    """A visit at a target that receives ``asked``; writes the scenario, the view and what was said."""
    import streamlit as st

    from model import Scenario
    from pages.figures import goal
    from pages.figures.goal_aim import goal as aimed
    from pages.visit import state, view, view_link
    from pages.visit.question import shown
    from texts import Texts

    view.show(view_link.parsed(query, state.figures())[0])
    state.replace(Scenario(index_rate=0.02))
    state.settle()
    st.session_state[key] = {"asked": asked}
    goal.apply(key)
    state.settle()
    looked_at = view.current()
    aim = aimed(looked_at, shown(looked_at))
    st.text(state.scenario().to_json())
    st.text(f"{looked_at.quantity} {looked_at.target}")
    st.text(goal.problem(aim, Texts("nb")))
    st.text(str(aim.is_met(aim.amount(state.scenario()))))
    st.text(str(len(state.history().past)))


def after(asked: object, key: str = "goal", **query: str) -> list[str]:
    kwargs = {"key": key, "asked": asked, "query": {"aar": "2027", "maal": "1100", **query}}
    at = AppTest.from_function(asked_script, kwargs=kwargs, default_timeout=30).run()
    assert not at.exception
    return [text.value for text in at.text]


KEPT = Scenario(index_rate=0.02).to_json()


@pytest.mark.parametrize(
    ("asked", "view", "said"),
    [
        ({"do": "aim", "text": "1 015,8 mill. kr"}, "financing_need 1015.8", ""),
        ({"do": "aim", "text": "abc"}, "financing_need 1100.0", "«abc» kan ikke brukes for målet i mill. kr: skriv"),
        (
            {"do": "aim", "text": "1.015"},
            "financing_need 1100.0",
            "«1.015» kan leses som 1\u202f015 eller 1,015; skriv",
        ),
        ({"do": "take", "amount": "1015.8"}, "financing_need 1015.8", ""),
        ({"do": "take", "amount": "1e9"}, "financing_need 1100.0", "Noe gikk galt hos oss"),
        ({"do": "aim", "text": "x" * 9999}, "financing_need 1100.0", "beholdt"),
        ({"do": "aim", "text": ["x"]}, "financing_need 1100.0", "beholdt"),
        ({"do": "aim"}, "financing_need 1100.0", "beholdt"),
        ({"do": "choose", "quantity": "cost_level"}, "cost_level None", ""),
        ({"do": "choose", "quantity": "nonsense"}, "financing_need 1100.0", ""),
        ({"do": "choose", "quantity": []}, "financing_need 1100.0", ""),
        ({"do": "when", "when": "alle"}, "financing_need 1100.0", ""),
        ({"do": "when", "when": "2029"}, "financing_need 1100.0", ""),
        ({"do": "when", "when": "2031"}, "financing_need 1100.0", ""),
        ({"do": "when", "when": []}, "financing_need 1100.0", ""),
        ({"do": "use", "lever": "nonsense"}, "financing_need 1100.0", ""),
        ({"do": "use", "lever": []}, "financing_need 1100.0", ""),
        ({"do": "use", "lever": "first_year"}, "financing_need 1100.0", ""),
        ({"do": "use", "lever": "measures.sikkerhet.delay"}, "financing_need 1100.0", ""),
        ({"do": "use", "lever": "index_rate"}, "financing_need 1100.0", ""),
        (
            {"do": "use", "lever": "earlier_funds_returned"},
            "financing_need 1100.0",
            "Finansieringsbehov 2027 kan ikke bli 1\u202f1",
        ),
        ({"do": "choose", "quantity": "oss"}, "oss 1100.0", ""),
        ({"do": "choose", "quantity": "kommuner"}, "kommuner None", ""),
        ({"do": "choose", "quantity": "Helse Vest"}, "financing_need 1100.0", ""),
        ({"do": []}, "financing_need 1100.0", "Noe gikk galt hos oss"),
        (None, "financing_need 1100.0", ""),
        ("x", "financing_need 1100.0", "Noe gikk galt hos oss"),
    ],
)
def test_the_server_checks_what_the_row_and_the_table_send(asked: Any, view: str, said: str) -> None:
    scenario, found, problem, _, _ = after(asked)
    assert scenario == KEPT and found == view
    assert said in problem and bool(said) == bool(problem) and len(problem) < 200


@pytest.mark.parametrize("prices", ["lopende", "2025"])
def test_what_is_used_meets_the_target_and_is_one_step(prices: str) -> None:
    scenario, view, problem, met, steps = after({"do": "use", "lever": "extra_efficiency"}, "answers", priser=prices)
    assert scenario != KEPT and view == "financing_need 1100.0" and not problem
    assert met == "True" and steps == "1"


def test_a_lever_used_for_a_path_holds_the_first_year_and_is_what_the_table_said() -> None:
    """The exact number of the table, so that the lever's field shows it whole; the year that is set stays."""
    _, view, problem, _, steps = after({"do": "use", "lever": "extra_efficiency"}, "answers", bane="alle")
    assert view == "financing_need 1100.0" and not problem and steps == "1"
    scenario = Scenario.from_json(after({"do": "use", "lever": "extra_efficiency"}, "answers", bane="alle")[0])
    assert scenario.first_year == 2027 and scenario.extra_efficiency == 0.043877


def test_another_lever_takes_the_place_of_the_one_used() -> None:
    def script() -> None:
        import streamlit as st

        from pages.figures import goal
        from pages.visit import state, view, view_link

        view.show(view_link.parsed({"aar": "2027", "maal": "1100"}, state.figures())[0])
        state.scenario()
        for lever in ("extra_efficiency", "risk_margin"):
            st.session_state[goal.KEY] = {"asked": {"do": "use", "lever": lever}}
            goal.apply(goal.KEY)
            st.text(" ".join(sorted(state.scenario().departures())))

    at = AppTest.from_function(script, default_timeout=30).run()
    assert [text.value for text in at.text] == ["extra_efficiency first_year", "first_year risk_margin"]
