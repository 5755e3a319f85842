"""Who pays and unit costs as the pages show them: sums, the law first, and every language."""

import csv
import re
from collections.abc import Collection
from io import StringIO
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts.records.figure import Table
from charts.words.settings import departures
from exports.municipal import municipal_file
from exports.spreadsheet import quantity_of
from exports.subject import Subject
from model import OwnData, Scenario
from model.payers import municipal_key_from, municipalities
from tests.asking import shown
from tests.baselines import PRESENT
from tests.export_subject import CREATED
from tests.test_key_files import index_file
from tests.test_pages import key_values, message, opened, page_script, who_pays
from texts import LANGUAGES, Texts

DOCUMENTS = ("Teknisk beregningsutvalgs vurderinger våren 2025", "Års- og bærekraftsrapport 2024")
MOVED = Scenario.from_mapping(
    {
        "risk_margin": 0.03,
        "index_rate": 0.02,
        "keys": {"helsenorge": {"rhf": 0.6, "kommuner": 0.4}},
        "rhf_key": "population",
    }
)


def number(text: str) -> float:
    return float(re.sub(r"[^\d,−-]", "", text).replace(",", ".").replace("\u2212", "-"))


def figure(at: AppTest, name: str) -> dict[str, Any]:
    return next(figure for figure in message(at)["figures"] if figure["name"] == name)


def tables(at: AppTest) -> list[list[list[str]]]:
    """The cells of every table under the figures."""
    bare = [re.sub("</?button[^>]*>", "", html.proto.body) for html in at.main.get("html")]
    rows = [re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL) for table in bare]
    return [[re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in table] for table in rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("payer", ["Helse Nord", "1818", "0301"])
@pytest.mark.parametrize("year", PRESENT.plan_years[:2])
def test_the_page_runs_for_everyone_in_every_language(language: str, payer: str, year: int) -> None:
    at = who_pays(MOVED, sprak=language, hvem=payer, aar=str(year))
    name = municipalities()[payer].label if payer in municipalities() else payer
    assert f" {name} " in f" {message(at)['headline']}"
    drawn = {figure["name"]: figure["moved"] for figure in message(at)["figures"]}
    ours = ["payer_neighbours", "payer_own", "payer_history"]
    assert list(drawn) == [
        *(ours if payer in municipalities() else ["payer_own", "payer_regions", "payer_history"]),
        "payer_groups",
    ]
    assert all(moved for name, moved in drawn.items() if name != "payer_neighbours")
    assert not at.warning


def test_what_is_said_of_rounding_is_what_stands_in_the_tables() -> None:
    at = who_pays(hvem="3316", aar="2028")
    said = next(each.value for each in at.main.markdown if "per innbygger med øre" in each.value)
    assert "med tre sifre" in said
    (years,) = [table for table in tables(at) if table[-1][0] == "Gruppens vekst fra året før"]
    amounts = {row[0]: row[1:] for row in years[1:]}
    assert all(re.fullmatch(r"1,\d\d mill\. kr", cell) for cell in amounts["Betaling"])
    assert all(re.fullmatch(r"\d+,\d\d", cell) for cell in amounts["Kroner per innbygger"])


def test_a_row_of_charts_is_no_higher_than_its_columns_and_all_have_one_scale() -> None:
    layouts = [each["spec"]["layout"] for each in message(who_pays(hvem="Helse Nord"))["figures"]]
    shares = [layout["meta"]["share"] for layout in layouts]
    assert shares[0] == shares[1] < 0.5 < shares[2] == shares[3] == 1.0
    ends = [layout["yaxis"]["range"][1] for layout in layouts]
    assert [end / share for end, share in zip(ends, shares, strict=True)] == pytest.approx([ends[-1]] * 4)


def law_tables(at: AppTest) -> list[list[list[str]]]:
    """The tables that hold the law against what is computed: one's own, then all groups."""
    return [table for table in tables(at) if "Beregnet med forskriftens forutsetninger" in table[0]]


@pytest.mark.parametrize("scenario", [Scenario(), MOVED], ids=["rest", "moved"])
def test_groups_add_up_to_the_financing_need(scenario: Scenario) -> None:
    need = number(key_values(page_script("oversikt", scenario))["financing_need"])
    rows = figure(who_pays(scenario), "payer_groups")["table"]["rows"]
    assert number(rows[4][2]) == pytest.approx(need)
    assert sum(number(row[2]) for row in rows[:4]) == pytest.approx(need, abs=0.2)


def test_at_rest_2026_is_the_published_need_and_the_law_stands_first() -> None:
    at = who_pays()
    groups = figure(at, "payer_groups")["table"]
    assert groups["header"][1] == "Forskriften 2026"
    assert groups["rows"][4][1:3] == ["1\u202f029,5 †", "1\u202f015,8"]
    assert [key["name"] for key in message(at)["keys"]][:2] == ["payer_payment", "payer_per_inhabitant"]
    assert "Etter forskriften" in message(at)["headline"]
    own, all_groups = law_tables(at)
    assert own[0][1:3] == ["Forskriften 2026", "Beregnet 2026, 2025-kroner"]
    last = all_groups[-1]
    assert last[:4] == ["Sum", "Sum", "1\u202f029,5 †", "1\u202f015,8"] and abs(number(last[-1])) <= 0.3
    assert all(abs(number(row[-1])) <= 0.2 for row in all_groups[1:-1])


def test_from_2027_growth_takes_the_place_of_the_law() -> None:
    keys = [key["name"] for key in message(who_pays(aar="2028"))["keys"]]
    assert keys == ["payer_payment", "payer_per_inhabitant", "payer_history", "payer_growth"]


def test_the_choice_travels_in_the_link_and_a_bad_one_is_explained() -> None:
    at = opened(Scenario(risk_margin=0.03), hvem="1818")
    assert "hvem=1818" in message(at, "scenario")["link"]
    bad = opened(hvem="9999")
    assert len(bad.warning) == 1
    sentence = re.sub(r"\\(.)", r"\1", bad.warning[0].value)
    assert "min virksomhet er «9999»; tillatt er navnet på et RHF" in sentence and len(sentence) < 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_listed_in_words(language: str) -> None:
    found = {change.path: change for change in departures(MOVED, Texts(language))}
    own = found["keys.helsenorge"]
    assert "Helsenorge" in own.label and "60" in own.value and "50" in own.default
    assert "population" not in found["rhf_key"].value and "basic_grant" not in found["rhf_key"].default
    levers = {row["path"]: row for group in message(opened(MOVED), "levers")["groups"] for row in group["levers"]}
    assert levers["keys"]["value"] == "own" and levers["rhf_key"]["value"] == "population"


def test_approximate_keys_say_so() -> None:
    at = who_pays(Scenario(keys="proposal_2021"), hvem="0301")
    own = [figure for figure in message(at)["figures"] if figure["name"] != "payer_history"]
    assert all("tilnærmet" in figure["title"][2] for figure in own)
    assert "nøkkel: tilnærmet" in message(at, "municipal")["note"]
    exact = who_pays(Scenario(municipal_key="population"), hvem="0301", aar="2027")
    of_law = message(who_pays(Scenario(municipal_key="population"), hvem="0301"))["headline"]
    assert "(2026-kroner, tilnærmet)" in of_law and of_law.count("tilnærmet") == 1
    assert "nøkkel: folketall" in message(exact, "municipal")["note"]
    assert "tilnærmet" not in message(exact)["headline"]
    assert not any("tilnærmet" in key["note"] for key in message(exact)["keys"])


@pytest.mark.parametrize("year", ["2026", "2027"])
def test_an_approximate_payment_says_so_in_headline_and_tiles(year: str) -> None:
    at = who_pays(hvem="0301", aar=year)
    assert message(at)["headline"].count("kroner, tilnærmet)") == (2 if year == "2026" else 1)
    notes = {key["name"]: key["note"] for key in message(at)["keys"]}
    assert all("tilnærmet" in notes[f"payer_{name}"] for name in ("payment", "per_inhabitant"))


def test_the_headline_of_2026_says_whose_amount_it_is() -> None:
    rest = message(who_pays(hvem="Helse Nord"))
    assert "Etter tallgrunnlaget ville beløpet vært 52,5 mill. kr (2025-kroner" in rest["headline"]
    moved = message(who_pays(Scenario(risk_margin=0), hvem="Helse Nord"))
    assert "I scenarioet ville beløpet vært 49,9 mill. kr" in moved["headline"]
    assert "2,7 mill. kr" in moved["headline"] and "mindre enn i tallgrunnlaget" in moved["headline"]


def test_the_third_of_other_members_is_not_shown_as_the_laws() -> None:
    at = who_pays()
    groups = figure(at, "payer_groups")
    assert [row[1].endswith("†") for row in groups["table"]["rows"][:5]] == [False, False, False, True, True]
    assert "† Tredjedelen for øvrige medlemmer er Norsk helsenetts" in groups["note"]
    cells = {(row[0], row[1]): row[2] for row in law_tables(at)[1][1:]}
    assert cells["Helsenettet", "Øvrige medlemmer"] == "65,7 †" and cells["Helsenettet", "RHF"] == "65,7"
    assert cells["Helsenettet", "Sum"] == "197,1 †" and cells["E-resept", "Sum"] == "174,2"


def test_the_lapse_of_2027_is_told_where_growth_is_shown() -> None:
    at = who_pays(hvem="0301", aar="2027")
    told = "i 2027 bortfaller engangstilbakeføringen på 83,5 mill. kr"
    notes = {key["name"]: key["note"] for key in message(at)["keys"]}
    fallen = "bortfall av fjorårets tilbakeføring"
    assert fallen in notes["payer_growth"] and told in figure(at, "payer_own")["note"]
    assert told in figure(at, "payer_groups")["note"] and any(told in text.value for text in at.main.markdown)
    assert figure(at, "payer_own")["table"]["header"][2:] == ["2026", "2027*", "2028*", "2029*"]
    assert ["", "2026", "2027*", "2028*", "2029*"] in [table[0] for table in tables(at)]
    later = who_pays(hvem="0301", aar="2028")
    assert fallen not in {key["name"]: key["note"] for key in message(later)["keys"]}["payer_growth"]
    nothing = who_pays(Scenario(earlier_funds_returned=0), aar="2027")
    assert "engangstilbakeføringen" not in figure(nothing, "payer_own")["note"]


def test_the_law_of_2026_stands_in_the_table_of_the_authorities() -> None:
    found = figure(who_pays(), "payer_regions")
    first, last = found["table"]["rows"][0], found["table"]["rows"][-2]
    assert first[0] == "Sum etter forskriften, i 2026-kroner"
    assert all(0 < number(law) - number(computed) < 10 for law, computed in zip(first[1:], last[1:], strict=True))
    later = figure(who_pays(aar="2027"), "payer_regions")
    assert later["table"]["rows"][0][0] == "Helsenorge" and "2027*" in later["title"][2]


def test_vkp_on_all_municipalities_is_told_at_its_amounts() -> None:
    at = who_pays(hvem="0301")
    assert "VKP er fordelt på alle kommuner." in figure(at, "payer_own")["note"]
    for rows in (figure(at, "payer_own")["table"]["rows"], law_tables(at)[0]):
        assert any(row[0] == "VKP, fordelt på alle kommuner" for row in rows)
    assert "VKP er fordelt" not in figure(who_pays(), "payer_own")["note"]


def test_amounts_in_other_kroner_say_which() -> None:
    at = who_pays(Scenario(index_rate=0.02), aar="2027")
    heads = [table[0] for table in tables(at)]
    assert any("Beregnet 2026, løpende kroner, 2,0\u00a0% per år" in head for head in heads)
    assert any("Per år 2027 i scenarioet, løpende kroner, 2,0\u00a0% per år" in head for head in heads)
    assert any("Per år 2026, 2026-kroner" in head for head in heads)


def test_the_real_burden_is_hidden_in_fixed_kroner() -> None:
    def told(scenario: Scenario, payer: str = "0301", **view: str) -> tuple[bool, list[str], str]:
        at = who_pays(scenario, hvem=payer, **view)
        rows = [row[0] for table in tables(at) for row in table if row and row[0].startswith("Reell")]
        said = " ".join(text.value for text in at.main.markdown)
        return any(key["name"] == "payer_real" for key in message(at)["keys"]), rows, said

    indexed = Scenario(index_rate=0.02)
    for hidden, rows, said in (told(Scenario()), told(indexed, priser="faste")):
        assert not hidden and rows == [] and "Reell belastning vises ikke mens beløpene står i faste kroner" in said
    is_there, rows, said = told(indexed)
    assert is_there and rows == ["Reell belastning, 2025-kroner"]
    for vintage in ("4,1\u00a0% i nasjonalbudsjettet", "3,9\u00a0% i revidert", "4,7\u00a0% i en senere årgang"):
        assert vintage in said
    assert "Deflatoren for 2026: 4,1\u00a0%, årgangen er ikke oppgitt" in said
    is_there, rows, said = told(indexed, "Helse Nord")
    assert not is_there and rows == [] and "RHF kompenseres ikke etter kommunal deflator" in said


def test_approximate_amounts_have_three_digits_in_million_kroner() -> None:
    for payer, amount in (("0301", "50,6"), ("1818", "0,210"), ("Helse Nord", "52,5")):
        at = who_pays(hvem=payer)
        assert (
            key_values(at)["payer_payment"] == f"{amount} mill. kr" and f"{amount} mill. kr" in message(at)["headline"]
        )
    listed = message(who_pays(), "municipal")
    assert [column["decimals"] for column in listed["columns"]][-4:] == [2, 2, 2, 3]
    assert "mill. kr" in listed["columns"][-3]["label"]
    exact = message(who_pays(Scenario(municipal_key="population"), aar="2027"), "municipal")
    assert [column["decimals"] for column in exact["columns"]][-3:] == [2, 2, 3]  # the reference's key is approximate


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_2021_is_whole(language: str) -> None:
    at = who_pays(sprak=language)
    rows = tables(at)[-1]
    assert len(rows) == 1 + 2 * 9 + 2 and {len(row) for row in rows} == {10}
    printed = next(row for row in rows[1:] if row[0] == "Kjernejournal")
    decimals = [text.replace(".", ",") for text in printed[2:]]
    assert decimals == ["86,5", "106", "19,4", "60/40", "11,6", "7,8", "", ""]
    assert sum("320,0" in text.value or "320.0" in text.value for text in at.main.markdown) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "view"),
    [("hvem_betaler", {"hvem": "1818"}), ("hvem_betaler", {"hvem": "Helse Nord"}), ("enhetskostnader", {})],
)
def test_every_amount_under_the_figures_is_a_number_in_its_file(
    monkeypatch: pytest.MonkeyPatch, language: str, page: str, view: dict[str, str]
) -> None:
    drawn: list[tuple[Table, Collection[int]]] = []
    monkeypatch.setattr(
        "pages.files.tables.write", lambda table, name, context, words=(0,), *_, **__: drawn.append((table, words))
    )
    page_script(page, MOVED, sprak=language, **view)
    texts, count = Texts(language), 0
    for table, words in drawn:
        for at, row in enumerate(table.rows):
            for column, text in enumerate(row):
                if column not in words and text not in ("", "–"):
                    assert quantity_of(text, table.unit_at(at, column), texts).number is not None, text
                    count += 1
    assert count > 20


def test_the_file_of_all_municipalities_adds_up() -> None:
    at, lines = who_pays(MOVED, aar="2027"), municipal_lines(MOVED)
    assert len(lines) == len(message(at, "municipal")["rows"]) == 357
    ore = sum(int(line["Beregnet 2027, uten mva."]) for line in lines)
    assert ore / 1e8 == pytest.approx(number(figure(at, "payer_groups")["table"]["rows"][1][3]), abs=0.06)


def municipal_lines(scenario: Scenario, **given: Any) -> list[dict[str, str]]:
    """The file of all municipalities."""
    text = municipal_file(Subject.of(shown(scenario, own=OwnData(**given)), CREATED, "")).decode("utf-16")
    return list(csv.DictReader(StringIO(text), delimiter="\t"))


FILE_KEY = municipal_key_from(index_file().encode(), "n.csv")


@pytest.mark.parametrize(
    ("scenario", "given", "key", "law"),
    [
        ({}, {}, "tilnærmet", "tilnærmet"),
        ({"municipal_key": "population"}, {}, "folketall", "tilnærmet"),
        ({"municipal_key": "population", "keys": "proposal_2021"}, {}, "folketall, tilnærmet", "tilnærmet"),
        ({"municipal_key": "population"}, {"municipal_key": FILE_KEY}, "fra fil", "fra fil"),
    ],
)
def test_the_file_of_all_municipalities_says_what_its_amounts_are(
    scenario: dict[str, Any], given: dict[str, Any], key: str, law: str
) -> None:
    lines = municipal_lines(Scenario.from_mapping(scenario), **given)
    assert {(line["Nøkkel, beregnet"], line["Priser, beregnet"]) for line in lines} == {(key, "2025-kroner")}
    head = f"Forskriften 2026, uten mva., 2026-kroner, {law}"
    assert sum(int(line[head]) for line in lines) == 47_220_000_000
    assert {line[f"{head}, enhet"] for line in lines} == {"øre"}


def test_compensation_claims_no_more_than_its_sources() -> None:
    table = next(table for table in tables(who_pays()) if table[0][1:2] == ["Til"])
    assert [row[1] for row in table[1:]] == ["RHF, Kommuner", "Kommuner", "ikke oppgitt"]
    assert "ville bli" in table[1][0] and "ville bli" in table[2][0] and "kommenterte utvalget" in table[3][0]


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        (
            "hvem_betaler",
            {
                "avtalespesialist": "kap. 3.4 (TBU)",
                "Pasientens måledata": "kap. 5 (TBU)",
                "investering og drift": "kap. 4 (TBU)",
                "risikomarginen": "Tallgrunnlag, kap. 4.1",
                "rentene": "Resultatregnskap 2024",
            },
        ),
        ("enhetskostnader", {"timekostnadene": "kap. 5 (TBU)"}),
    ],
)
def test_what_the_documents_leave_open_is_asked_and_has_no_figures(page: str, asked: dict[str, str]) -> None:
    (table,) = (table for table in tables(page_script(page)) if table[0] == ["Spørsmål", "Kilde"])
    assert len(table) == 1 + len(asked)
    for (question, where), (words, place) in zip(table[1:], asked.items(), strict=True):
        assert "?" in question and words in question and not re.search(r"\d", question)
        assert where.startswith(DOCUMENTS) and place in where and "«" in where


@pytest.mark.parametrize(
    ("page", "asked", "place"),
    [("fireaarsplan", "Hvor usikre er kostnadene", "kap. 4 (TBU)"), ("fossefall", "Hva koster EHDS?", "sak 14/25")],
)
def test_a_single_open_question_stands_in_a_sentence(page: str, asked: str, place: str) -> None:
    (sentence,) = (each.value for each in page_script(page).markdown if "lar stå åpent" in each.value)
    assert asked in sentence and f"{place}: " in sentence and "«" in sentence


def test_the_tiles_of_unit_costs_say_which_kroner() -> None:
    notes = [key["note"] for key in message(page_script("enhetskostnader"))["keys"]]
    assert "133,6 mill. kr uten mva. i 2025-kroner (2024)" in notes[0] and "i 2026-kroner (2026)" in notes[-1]


def test_memos_are_shown_and_never_added() -> None:
    at = who_pays()
    memo = next(table for table in tables(at) if "Hvem betaler" in table[0])
    assert {row[2] for row in memo[1:]} == {"35,0", "3,9", "5,6*", "14,5*"}
    assert {row[3] for row in memo[1:]} == {"35,0", "3,9", "5,6*", "14,5*"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_unit_costs_name_numerator_denominator_and_sources(language: str) -> None:
    at = page_script("enhetskostnader", sprak=language)
    table = tables(at)[0]
    assert len(table[0]) == 6 and len(table) == 14 and all(all(row) for row in table)
    assert any("0,34" in row[3] or "0.34" in row[3] for row in table)
    rest, moved = (message(page_script("enhetskostnader", s)) for s in (Scenario(), MOVED))
    assert rest["headline"] != moved["headline"] and moved["figures"][0]["moved"]


def test_hvorfor_without_a_difference_offers_what_makes_one() -> None:
    at_rest = "Ingenting skiller seg fra tallgrunnlaget: dra i en spak, bruk et ferdig scenario"
    for quantity in ("financing_need", "cost_level", "oss"):
        at = page_script("hvorfor", aar="2027", storrelse=quantity)
        rest, ways = message(at), [each.label for each in at.main.get("button")]
        assert rest["because"].startswith(at_rest) and not rest["figures"] and not rest["keys"]
        assert ways[-3:] == [
            "Avstemming mot vedtatt forskrift 2026",
            "Risikomargin 3\u00a0%",
            "Endringen fra året før, på Oversikt",
        ]
    at = page_script("hvorfor", Scenario(extra_efficiency=0.01))
    moved = message(at)
    assert "Endringen fra året før, på Oversikt" not in [each.label for each in at.main.get("button")]
    assert "Ingenting" not in moved["because"] and len(moved["figures"]) == 2 and len(moved["keys"]) == 4
