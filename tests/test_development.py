"""Cost, payment and budget before the plan as the documents print them, what breaks the years, what became of it."""

import csv
import math
import re
from base64 import b64decode
from collections.abc import Callable
from typing import Final

import pytest

from charts.bridges.bridge import solution_groups
from charts.development.picture import development_figure
from charts.development.structure import gap_table, volume_note
from charts.development.summary import development_headline, development_key_figures
from charts.development.tables import amounts_note, growth_table
from charts.development.track_record import track_record_figure
from charts.development.track_words import margin_sentence
from charts.development.words import legend_name
from charts.draw.plotly.points import points_specification
from charts.draw.plotly.shared import Room
from charts.draw.svg.points import points_drawing
from charts.money.story import story_figure
from charts.records.figure import Figure
from charts.words.context import Context
from exports.pictures import svg
from exports.sections.development import section
from exports.web_picture import web_picture
from model import Scenario
from model.baseline.documents import documents
from model.history.amounts import FOLDER, QUANTITIES, historic_amounts
from model.history.breaks import scope_breaks
from model.history.conversion import conversion
from model.history.development import FIXED, NOMINAL, PRINTED, Development, Printed, development
from model.history.remarks import remarks
from model.history.structure import blended, cost_parts, shares, volume_growths
from model.history.track_record import Hit, sums, track_record, unused_margin
from pages.files.taking import picture_of
from tests.asking import shown
from tests.baselines import INVENTED, PRESENT
from tests.export_subject import at_rest
from tests.test_pages import page_script
from texts import LANGUAGES

TENTH: Final = 0.05
TENTH_OF_A_PERCENT: Final = 0.0005


def of_group(group: str) -> Development:
    solutions = [PRESENT.solutions[at] for at in solution_groups(PRESENT)[group]]
    found = development(group, solutions, PRESENT)
    assert found is not None
    return found


def printed(group: str, quantity: str, version: str, year: int) -> Printed:
    (found,) = (
        each
        for each in of_group(group).printed
        if (each.quantity, each.version, each.year) == (quantity, version, year)
    )
    return found


@pytest.mark.parametrize(
    ("group", "result", "budget", "forecast", "spring", "estimate"),
    [
        ("kjernejournal", 68, 89.2, 100.0, 95, 106),
        ("e_resept", 98, 122.1, 118.4, 122, 122),
        ("helsenorge", 199.5, 216.7, 228.0, 254, 277),
        ("grunndata_helseid", 63.9 + 21.7, 65.9 + 31.7, 65.9 + 21.7, 72 + 34, 49 + 20),
        ("all", 494.6, 525.6, 546, 577, 574),
    ],
)
def test_2020_to_2022_are_as_the_report_of_2021_prints_them(
    group: str, result: float, budget: float, forecast: float, spring: float, estimate: float
) -> None:
    assert printed(group, "cost", "result", 2020).amount == pytest.approx(result)
    assert printed(group, "budget", "budget", 2021).amount == pytest.approx(budget)
    assert printed(group, "cost", "forecast", 2021).amount == pytest.approx(forecast)
    assert printed(group, "budget", "estimate_spring", 2022).amount == pytest.approx(spring)
    assert printed(group, "budget", "estimate", 2022).amount == pytest.approx(estimate)


def test_helsenettet_had_a_budget_of_its_own() -> None:
    assert printed("helsenettet_inkl_vkp", "budget", "budget", 2021).amount == 235.6
    assert printed("helsenettet_inkl_vkp", "cost", "forecast", 2021).amount == 233.7
    assert printed("helsenettet_inkl_vkp", "budget", "estimate", 2022).amount == 238


@pytest.mark.parametrize(
    ("quantity", "version", "year", "amount"),
    [
        ("cost", "actual", 2023, 937.8),
        ("cost", "actual", 2024, 991.5),
        ("cost", "estimate", 2025, 1119.6),
        ("payment", "regulation", 2023, 969.2),
        ("payment", "regulation", 2025, 1081.0),
        ("payment", "law", 2022, 108.2 + 124.7 + 264.0 + 70.4),
        ("cost", "accounts", 2024, 959.3),
        ("cost", "income", 2023, 878.360343),
    ],
)
def test_the_sums_of_later_years(quantity: str, version: str, year: int, amount: float) -> None:
    assert printed("all", quantity, version, year).amount == pytest.approx(amount)


def test_where_the_print_does_not_add_up_both_are_kept() -> None:
    """Named in tests/published/DIFFERENCES.md, «The years 2020–2024»."""
    parts = [each for each in historic_amounts() if each.solution != "sum"]

    def added(version: str, year: int) -> float:
        rows = [each for each in parts if (each.version, each.year) == (version, year)]
        return sum(each.amount for each in rows if each.solution != "helsenettet")

    assert added("result", 2020) == pytest.approx(451.1) and pytest.approx(43.5) == 494.6 - 451.1
    assert added("forecast", 2021) == pytest.approx(534.0)
    assert added("budget", 2021) == pytest.approx(525.6) and added("estimate", 2022) == pytest.approx(574)
    groups = [group for group in solution_groups(PRESENT) if group != "all"]
    assert sum(printed(group, "cost", "accounts", 2024).amount for group in groups) == pytest.approx(958.7)
    for group, accounts, in_2025 in (("e_resept", 126.2, 133.6), ("all", 959.3, 991.5)):
        assert printed(group, "cost", "accounts", 2024).amount == accounts
        assert printed(group, "cost", "actual", 2024).amount == in_2025
        assert abs(accounts * 1.03 - in_2025) > 3
    ratios = {
        group: printed(group, "payment", "regulation", 2023).amount / printed(group, "payment", "law", 2023).amount
        for group in ("helsenorge", "kjernejournal", "e_resept", "grunndata_helseid")
    }
    assert {group: round(ratio, 3) for group, ratio in ratios.items()} == {
        "helsenorge": 1.072,
        "kjernejournal": 1.077,
        "e_resept": 1.066,
        "grunndata_helseid": 1.038,
    }


def test_prices_are_moved_by_rates_that_are_named() -> None:
    rates = conversion(2025).rates
    assert {year: rate.series for year, rate in rates.items()} == {
        **dict.fromkeys((2021, 2022, 2023, 2024), "state_expenditure"),
        2025: "tallgrunnlag",
    }
    everything = of_group("all")
    law, actual = printed("all", "payment", "law", 2022), printed("all", "cost", "actual", 2024)
    assert everything.amount(law, FIXED) == pytest.approx(567.3 * 1.05 * 1.044 * 1.03)
    assert everything.amount(law, NOMINAL) == everything.amount(law, PRINTED) == pytest.approx(567.3)
    assert everything.amount(actual, NOMINAL) == pytest.approx(991.5 / 1.03)
    assert conversion(2025).is_assumed(2022, 2025) and not conversion(2025).is_assumed(2024, 2025)


def test_no_line_goes_across_a_break() -> None:
    broken = {group: [each.year for each in of_group(group).breaks] for group in solution_groups(PRESENT)}
    assert broken == {
        "all": [2023, 2025, 2025, 2026],
        "helsenorge": [2025, 2026],
        "kjernejournal": [2025, 2026],
        "e_resept": [2025, 2026],
        "grunndata_helseid": [2023, 2026],
        "helsenettet_inkl_vkp": [2023, 2024, 2026],
    }
    for group in solution_groups(PRESENT):
        for quantity in ("cost", "payment", "budget"):
            for basis in (PRINTED, FIXED, NOMINAL):
                for first, last in of_group(group).runs(quantity, basis):
                    years = range(first.year + 1, last.year + 1)
                    broken = {each.year for each in of_group(group).breaks if quantity in each.quantities}
                    assert not {*years} & broken
                    assert basis != PRINTED or first.price_year == last.price_year


def test_growth_is_told_within_unbroken_years() -> None:
    runs = {(a.year, b.year): b.amount / a.amount - 1 for a, b in of_group("all").runs("cost", FIXED)[1:]}
    assert runs == {(2023, 2024): pytest.approx(991.5 / 937.8 - 1)}
    (helsenorge,) = (run for run in of_group("helsenorge").runs("cost", FIXED) if run[0].year == 2023)
    assert helsenorge[1].amount / helsenorge[0].amount - 1 == pytest.approx(0.170, abs=TENTH_OF_A_PERCENT)


@pytest.mark.parametrize(
    ("group", "cost", "payment", "payment_before"),
    [("e_resept", 126.2, 142.6, 133.3), ("kjernejournal", 107.9, 130.1, 115.7), ("all", 959.3, 1037.2, None)],
)
def test_in_each_years_kroner_what_is_printed_in_them_stands(
    group: str, cost: float, payment: float, payment_before: float | None
) -> None:
    """Tabell 5 of 2024, and the regulation of 2023 where it sets all of a solution; in 2025 kroner Tabell 1 and 2."""
    found = of_group(group)
    drawn = {
        (each.quantity, each.year): found.amount(each, NOMINAL)
        for quantity in QUANTITIES
        for each in found.drawn(quantity, NOMINAL)
    }
    assert (drawn["cost", 2024], drawn["payment", 2024]) == (pytest.approx(cost), pytest.approx(payment))
    of_2023 = printed(group, "payment", "regulation", 2023).amount / 1.03 / 1.044
    assert drawn["payment", 2023] == pytest.approx(payment_before or of_2023)
    actual = printed(group, "cost", "actual", 2024)
    assert (
        math.isnan(found.in_own_kroner(actual))
        and found.in_own_kroner(printed(group, "cost", "accounts", 2024)) == cost
    )
    fixed = {each.year: each.amount for each in found.drawn("cost", FIXED)}
    assert fixed[2024] == actual.amount


def test_it_is_said_which_year_is_converted_in_each_years_kroner() -> None:
    (figure,) = development_figure("e_resept", shown(), NOMINAL)
    assert "Det som er trykt i årets egne kroner, står som trykt; ellers er tall fra 2022–2023 omregnet." in figure.note
    cost, payment, *_ = development_key_figures("e_resept", shown(), NOMINAL)
    assert cost.note == "123,1 til 126,2, hvert års kroner, 2023 omregnet med vår forutsetning"
    assert payment.note == "124,7 til 142,6, hvert års kroner"


def test_payment_is_not_told_across_the_first_deduction_of_earlier_funds() -> None:
    """34.5 in 2025 (003, note 2): Helsenorge 8.6 and Kjernejournal 25.9, no other (000, Tabell 8)."""
    parts = scope_breaks()["earlier_funds_deducted"]
    for group, until in (("kjernejournal", 2024), ("helsenorge", 2024), ("all", 2024), ("grunndata_helseid", 2025)):
        assert of_group(group).runs("payment", FIXED)[-1][1].year == until
        assert (parts in of_group(group).breaks) == (until == 2024)
    assert of_group("kjernejournal").runs("cost", FIXED)[-1][1].year == 2025
    (figure,) = development_figure("all", shown())
    assert (5, "med SFM, etter fradrag") in figure.breaks


def test_e_resept_without_the_prescription_modules_is_told_where_they_come_in() -> None:
    sfm = scope_breaks()["sfm"]
    assert printed("e_resept", "cost", "estimate", 2025).amount - sfm.part == pytest.approx(125.5)
    assert "Uten dem er E-resept 125,5 i 2025, mot 132,4 i 2023 og 133,6 i 2024" in sfm.text["nb"]
    assert [printed("e_resept", "cost", "actual", year).amount for year in (2023, 2024)] == [132.4, 133.6]
    said = development_headline("e_resept", shown(), FIXED)
    assert said.endswith("I 2025 er det 193,9 (estimat), men med brudd: med SFM 2025 (uten: 125,5).")


def hit(comparison: str, year: int, solution: str) -> Hit:
    found = (
        each
        for each in track_record(PRESENT)
        if (each.comparison, each.year, each.solution) == (comparison, year, solution)
    )
    return next(found)


@pytest.mark.parametrize(
    ("comparison", "year", "solution", "deviation"),
    [
        ("forecast", 2021, "sum", 0.039),
        ("forecast", 2021, "kjernejournal", 0.121),
        ("forecast", 2021, "helseid", -0.315),
        ("set_by_law", 2022, "helsenorge", -0.047),
        ("set_by_law", 2022, "sum", -0.012),
        ("accounts", 2023, "sum", -0.032),
        ("accounts", 2023, "helsenettet_eksterne", 0.007),
        ("accounts", 2024, "sum", -0.075),
        ("accounts", 2024, "e_resept", -0.115),
        ("accounts", 2024, "helsenorge", 0.023),
        ("outlook", 2025, "sum", -0.066),
        ("outlook", 2025, "vkp", 0.0),
    ],
)
def test_what_was_set_and_what_it_became(comparison: str, year: int, solution: str, deviation: float) -> None:
    assert hit(comparison, year, solution).deviation == pytest.approx(deviation, abs=TENTH_OF_A_PERCENT)


def test_of_twelve_accounts_two_lie_above_one_within_the_margin_and_nine_lower() -> None:
    assert unused_margin(0.05) == pytest.approx(-0.048, abs=TENTH_OF_A_PERCENT)
    assert sums(track_record(PRESENT), 0.05) == (2, 1, 9)
    assert not [each for each in track_record(PRESENT) if each.solution == PRESENT.clearing_line and each.year == 2025]


def test_a_forecast_has_the_place_that_prints_it() -> None:
    outlook = hit("outlook", 2025, "sum")
    assert outlook.document.startswith("002_") and outlook.place == "sak 14/25; Tabell 1"
    assert outlook.outcome == pytest.approx(1119.6 - 73.5)


def test_a_baseline_without_a_history_has_none() -> None:
    for make in INVENTED.values():
        baseline = make()
        for group, places in solution_groups(baseline).items():
            found = development(group, [baseline.solutions[at] for at in places], baseline)
            assert found is None or all(each.year <= baseline.base_year for each in found.printed)
        assert all(hit.expected > 0 for hit in track_record(baseline))


def test_every_figure_has_a_document_that_is_known() -> None:
    for name in ("amounts", "volume_growth", "cost_structure", "whole_regulations"):
        with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        assert rows and {row["document"] for row in rows} <= documents().keys()
        assert all(row["place"] for row in rows)
    assert {each.document for each in scope_breaks().values()} <= documents().keys()


def test_what_costs_are_made_of_and_how_use_grows() -> None:
    assert {part.id: part.share for part in cost_parts()} == {
        "direct_hours": 0.6,
        "overhead": 0.2,
        "infrastructure": 0.2,
    }
    assert dict(shares()) == {"wages": pytest.approx(0.8), "prices": pytest.approx(0.2)}
    assert dict(shares(narrow=True)) == {"wages": pytest.approx(0.6), "prices": pytest.approx(0.4)}
    assert blended(0.05, 0.02) == pytest.approx(0.044) and blended(0.05, 0.02, narrow=True) == pytest.approx(0.038)
    grown = {each.id: (each.growth, each.from_year, each.to_year) for each in volume_growths()}
    assert grown == {
        "log_ins": (0.2, 2024, 2025),
        "events": (0.2, 2024, 2025),
        "actors": (0.1, 2024, 2025),
        "clients": (0.5, 2023, 2024),
    }


def test_use_is_no_cost_and_the_gap_to_the_lever_is_told() -> None:
    assert "11,5 mill. kr i 2026, 3,1\u00a0% av 370,2 (Tabell 9)" in volume_note(shown())
    rows = {(row[0], row[1], row[3]): row for row in gap_table(shown(Scenario(index_rate=0.031))).rows}
    assert rows["KPI etter § 17, brukt av Norsk helsenett", "2023", "–"][4] == "+3,8"
    assert rows["Kommunal deflator", "2025", "nasjonalbudsjettet"][2] == "4,1\u00a0%"
    assert rows["Utledet av forskriften", "2026", "–"][4] == "0,0"
    assert rows["Lønnsvekst", "2024", "–"][4] == "+2,6"


def test_the_sentences_name_base_year_and_kroner() -> None:
    said = development_headline("all", shown(), FIXED)
    assert "937,8 mill. kr i 2023 og 991,5 i 2024, +5,7\u00a0% (2025-kroner)" in said
    assert (
        said.endswith("I 2025 er det 1\u202f119,6 (estimat), men med brudd: med SFM 2025 (uten: 1\u202f051,2).")
        and "19,4" not in said
    )
    cost, payment, planned, record = development_key_figures("all", shown(), FIXED)
    assert (cost.value, payment.value, record.value) == ("+5,7\u00a0%", "+10,3\u00a0%", "9 av 12")
    assert planned.value == "+4,0\u00a0%" and not planned.moved
    assert development_key_figures("all", shown(Scenario(extra_volume=0.01)), FIXED)[2].moved
    said = margin_sentence(shown())
    assert "12 sammenligninger av forskrift og regnskap for én løsning (2023 og 2024)" in said and "12 er få" in said
    assert said.endswith("Alle løsninger samlet: −3,2\u00a0% i 2023 og −7,5\u00a0% i 2024.")


def test_an_estimate_of_the_base_year_is_not_told_as_accounts() -> None:
    rows = {(row[0], row[1], row[2]) for row in growth_table(shown()).rows}
    assert ("Helsenorge", "Kostnadsnivå", "2023–2025 (estimat)") in rows
    assert ("Helsenorge", "Betaling etter forskrift", "2022–2024") in rows
    assert ("Alle løsninger", "Kostnadsnivå", "2023–2024") in rows
    (figure,) = development_figure("all", shown())
    assert "Kostnadsnivået i 2025 er et estimat" in figure.note
    assert "2023–2025 (estimat)" in development_key_figures("helsenorge", shown(), FIXED)[0].label


def test_no_one_is_said_to_have_used_what_is_only_a_new_budget() -> None:
    """The figures of chapters 3–6 are printed as «Budsjett 2021»; beyond the law, old money may be used."""
    (figure,) = track_record_figure(shown())
    assert "2 over det som var satt" in figure.note and "brukte 2" not in figure.note
    assert "Tegnet, men ikke telt: budsjett mot nye tall i året (2021), estimat mot forskrift (2022) og" in figure.note
    assert "trykt som «Budsjett 2021»; hva som ble brukt, står ikke" in figure.note
    assert "Helsenorge brukte i 2024 også 8,0 mill. kr av tidligere års midler." in figure.note
    assert "† " in figure.note and sum("†" in row[4] for row in figure.table.rows) == 5


@pytest.mark.parametrize("basis", [PRINTED, FIXED, NOMINAL])
@pytest.mark.parametrize("group", solution_groups(PRESENT))
def test_the_picture_at_rest_has_the_print_and_moved_the_scenario(group: str, basis: str) -> None:
    (rest,), (moved,) = (
        development_figure(group, shown(Scenario(**values)), basis) for values in ({}, {"extra_volume": 0.02})
    )
    assert not rest.moved and moved.moved and not rest.series[0].reference and moved.series[0].reference
    cost = {int(rest.columns[point.column][0]): point for point in rest.series[0].points}
    assert all(cost[year].printed for year in PRESENT.plan_years) and cost[2025].printed
    assert not any(point.printed for point in moved.series[0].points if point.column > rest.series[0].points[-4].column)
    payments = {int(rest.columns[point.column][0]): point.printed for point in rest.series[1].points}
    assert payments[2026] and not payments[2027]
    for series in (*rest.series, *moved.series):
        quantity = next(
            name for name in QUANTITIES if legend_name(name, QUANTITIES.index(name), shown().texts) == series.name
        )
        broken = {str(each.year) for each in of_group(group).breaks if quantity in each.quantities}
        breaks = [at for at, (year, _) in enumerate(rest.columns) if year in broken]
        for first, last in series.joined:
            between = range(series.points[first].column + 1, series.points[last].column + 1)
            assert len(between) == 1 and not {*between} & {*breaks}


def test_the_total_of_the_plan_is_what_the_other_pages_show() -> None:
    (figure,) = development_figure("all", shown())
    rows = {row[0]: dict(zip(figure.table.header[1:], row[1:], strict=True)) for row in figure.table.rows}
    assert [rows["Kostnadsnivå"][str(year)] for year in (2026, 2029)] == ["1\u202f099,3", "1\u202f143,5"]
    assert rows["Betaling etter forskrift"]["2026"] == "1\u202f015,8"
    assert rows["Betaling etter forskrift"]["2027"].endswith("*")
    assert rows["Budsjett eller estimat på forhånd"]["2023"] == "–"
    (set_by_law,) = development_figure("all", shown(Scenario(start="law")), NOMINAL)
    paid = next(row for row in set_by_law.table.rows if row[0] == "Betaling etter forskrift")
    assert paid[set_by_law.table.header.index("2026")] == "1\u202f029,5"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_payers_paid_has_its_marks_explained_and_its_breaks_named(language: str) -> None:
    at = page_script("utvikling", Scenario(), sprak=language)
    said = " ".join(each.value for each in at.markdown)
    for mark in ("§: ", "‡ ", "† "):
        assert mark in said
    drawn = " ".join(each.proto.body for each in at.get("html"))
    assert "FM" in drawn and "55/45" in drawn


def test_the_deviations_can_be_read_off_levels_on_the_screen_and_in_files() -> None:
    (figure,) = track_record_figure(shown())
    assert [words for _, words in figure.ticks] == [
        f"{level}\u00a0%" for level in ("\u221230", "\u221220", "\u221210", "0", "+10")
    ]
    axis = points_specification(figure, Room.SMALL)["layout"]["yaxis"]
    assert axis["showticklabels"] and axis["tickvals"] == [-30, -20, -10, 0, 10]
    for width in (330, 680):
        drawing = points_drawing(figure, width).marks
        assert all(f">{words}<" in drawing for _, words in figure.ticks)
    (development_of_all,) = development_figure("all", shown())
    assert not development_of_all.ticks  # its amounts stand at the points


def test_who_used_money_of_earlier_years_is_not_left_as_having_gone_over() -> None:
    (figure,) = track_record_figure(shown())
    said = "Helsenorge brukte i 2024 også 8,0 mill. kr av tidligere års midler."
    assert said in figure.note and said in section(at_rest()).sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_pages_do_not_contradict_each_other_about_what_was_left_over(language: str) -> None:
    """86.1 of 1 037.2 is 8.3 %; used 959.3 is 7.5 % less, for 8.0 of it was earlier years' money (000, Tabell 5)."""
    context = shown(language=language)
    (figure,), texts = track_record_figure(context), context.texts
    amounts = [texts.amount(amount) for amount in (86.1, 1037.2, 959.3, 8.0)]
    assert all(each in figure.note for each in (*amounts, texts.percent(0.083), texts.percent_change(-0.075)))
    assert hit("accounts", 2024, "sum").price_year == 2024 and hit("accounts", 2023, "sum").price_year == 2025


@pytest.mark.parametrize("made", [lambda it: development_figure("all", it), track_record_figure, story_figure])
def test_files_of_a_chart_of_printed_years_name_every_document(made: Callable[[Context], tuple[Figure, ...]]) -> None:
    subject = at_rest()
    (figure,) = made(subject.context)
    titles = [documents("nb")[each].title for each in figure.documents]
    assert "Teknisk beregningsutvalgs vurderinger våren 2025, med vedlegg «Tallgrunnlag»" in titles and len(titles) > 2
    words = " ".join(" ".join(re.findall(r">([^<]*)<", svg(figure, subject))).split())
    assert all(title in words for title in titles) and all(title in web_picture(figure, subject) for title in titles)
    table = b64decode(picture_of("csv", figure)["content"]).decode("utf-16")
    assert "Kilder: " in table and all(title in table for title in titles)


def test_the_table_beside_the_dots_has_its_amounts_first() -> None:
    (figure,) = track_record_figure(shown())
    assert figure.table.header == ("År", "Løsning", "Satt", "Ble", "Avvik", "Hva mot hva")


def test_no_one_is_said_to_be_compensated_by_what_no_source_says() -> None:
    """«grunnkompensasjonen …» is verbatim of 000, chapter 4; nothing is claimed of RHF."""
    said = shown().texts("structure.gap_note")
    assert "«grunnkompensasjonen har vært uendret siden innføring av pasientjournalloven»" in said
    assert "vår forutsetning" in said and "RHF-ene ikke" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_uncertain_is_said_where_it_is_shown(language: str) -> None:
    (figure,) = track_record_figure(shown(language=language))
    helseid, e_resept = (each.text[language] for each in remarks())
    assert helseid in figure.note and e_resept in amounts_note(shown(language=language))
    parts = [each for each in historic_amounts() if (each.version, each.year) == ("forecast", 2021)]
    new = {each.solution: each.amount for each in parts if each.solution not in ("sum", "helsenettet")}
    (budget,) = (each.amount for each in historic_amounts() if (each.solution, each.version) == ("helseid", "budget"))
    (before,) = (each.amount for each in historic_amounts() if (each.solution, each.version) == ("helseid", "result"))
    assert new["helseid"] == before == 21.7
    assert sum(new.values()) - new["helseid"] + budget == pytest.approx(544.0)
    assert 126.2 * (1 + conversion(2025).rates[2025].rate) == pytest.approx(130.0, abs=TENTH)
