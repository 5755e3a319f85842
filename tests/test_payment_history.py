"""What payer groups paid by the regulations of 2022, 2023 and 2026, what is known of the years between, and the net."""

import csv
from dataclasses import replace
from typing import Final

import numpy as np
import pytest

from charts.payers.history import growth_key_figure, growth_sentences, history_figure, own_by_law
from charts.payers.history_tables import breaks_table, history_note, history_sources, history_table, own_history_table
from charts.payers.net import net_rows, net_sentence
from charts.payers.paid import Own
from exports.data import plain_csv, tables
from exports.subject import subject_of
from model import OwnData, Question, Scenario, answer
from model.answers.question import FIXED
from model.baseline.documents import documents
from model.payers import PaymentHistory, compensations
from model.payers.figures import FOLDER
from model.payers.past import breaks, keys_of_years
from tests.asking import shown
from tests.baselines import INVENTED, moved_by
from tests.test_exports_data import CREATED

THOUSANDTH: Final = 0.0005  # a share that is told with one decimal of a percent
TENTH: Final = 0.05


def history_of(scenario: Scenario | None = None, **asked: object) -> PaymentHistory:
    found = answer(Question(scenario or Scenario(), **asked)).history  # type: ignore[arg-type]
    assert found is not None
    return found


def total(history: PaymentHistory, group: str, year: int) -> float:
    return float(history.of_group(group)[history.years.index(year)])


def cell(history: PaymentHistory, year: int, solution: str, group: str) -> float:
    return float(history.of(group)[history.years.index(year), history.solutions.index(solution)])


@pytest.mark.parametrize(
    ("group", "first", "last", "growth", "without_vkp"),
    [("rhf", 359.2, 443.4, 0.234, 0.230), ("kommuner", 341.1, 472.2, 0.384, 0.295)],
)
def test_growth_from_2022_to_2026(group: str, first: float, last: float, growth: float, without_vkp: float) -> None:
    history = history_of()
    assert history.law_years == (2022, 2023, 2026)
    assert total(history, group, 2022) == pytest.approx(first) and total(history, group, 2026) == pytest.approx(last)
    assert history.growth(group) == pytest.approx(growth, abs=THOUSANDTH)
    assert history.newcomers(group) == ("vkp",)
    assert history.growth(group, ("vkp",)) == pytest.approx(without_vkp, abs=THOUSANDTH)
    assert (1 + history.growth_a_year(group)) ** 4 == pytest.approx(1 + history.growth(group))


def test_every_amount_of_the_regulations_is_there() -> None:
    history = history_of()
    with (FOLDER / "regulation_history.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 22 and {row["document"] for row in rows} <= documents().keys()
    for row in rows:
        assert cell(history, int(row["year"]), row["solution"], row["payer_group"]) == float(row["printed"])


def test_the_years_between_are_known_by_their_keys_alone() -> None:
    history = history_of()
    assert dict(zip(history.years, history.kinds, strict=True))[2025] == "partly"
    assert np.isnan(total(history, "rhf", 2024)) and np.isnan(total(history, "kommuner", 2025))
    assert cell(history, 2025, "kjernejournal", "rhf") == pytest.approx(95.4 * 0.55)
    assert cell(history, 2025, "kjernejournal", "kommuner") == pytest.approx(95.4 * 0.45)
    assert cell(history, 2025, "grunndata_helseid", "ovrige_medlemmer") == pytest.approx(121.2 / 3)
    assert cell(history, 2024, "grunndata_helseid", "rhf") == pytest.approx(117.6 / 3), (
        "as Tabell 5 prints it in 2024 kroner"
    )
    assert cell(history, 2025, "vkp", "kommuner") == pytest.approx(26.0 * 0.95)
    assert np.isnan(cell(history, 2025, "helsenorge", "rhf"))
    assert all(sum(key.shares.values()) == pytest.approx(1) for key in keys_of_years().values())
    assert {key.document for key in keys_of_years().values()} <= documents().keys()


def test_no_sum_is_set_for_other_members_before_the_thirds() -> None:
    history = history_of()
    assert np.isnan(total(history, "ovrige_medlemmer", 2022)) and np.isnan(history.growth("ovrige_medlemmer"))
    note = history_note(shown())
    assert "setter forskriften ingen sum" in note and "10\u202f086 kr per måned for fylkeskommuner" in note
    assert "Beløp per betalergruppe for 2024, 2025 ble ikke funnet" in note


def test_the_plans_years_are_computed_in_the_scenarios_own_kroner() -> None:
    fixed, indexed = history_of(), history_of(Scenario(index_rate=0.031))
    assert total(indexed, "rhf", 2027) == pytest.approx(total(fixed, "rhf", 2027) * 1.031**2)
    assert total(indexed, "rhf", 2026) == total(fixed, "rhf", 2026) == pytest.approx(443.4)
    from_law = history_of(Scenario(start="law", index_rate=0.031))
    assert total(from_law, "kommuner", 2026) == pytest.approx(472.2)
    assert total(history_of(Scenario(index_rate=0.031), prices="faste"), "rhf", 2027) == total(indexed, "rhf", 2027)


def test_the_screen_says_it_first() -> None:
    context = shown(us="0301")
    sentences = " ".join(growth_sentences(context))
    for figure in ("+23,4\u00a0%", "+23,0\u00a0%", "+38,4\u00a0%", "+29,5\u00a0%", "359,2 til 443,4", "per år"):
        assert figure in sentences
    own = Own.of("0301", context.answer)
    (key,) = growth_key_figure(own, context)
    assert key.value == "+38,4\u00a0%" and "+29,5\u00a0%" in key.note and "i hvert års kroner" in key.note
    (figure,) = history_figure("kommuner", context)
    assert [column.label for column in figure.columns][:5] == ["2022 §", "2023 §", "2024", "2025", "2026 §"]
    assert [column.text for column in figure.columns][:5] == ["341,1", "385,9", "", "", "472,2"]
    assert not any(column.segments for column in figure.columns[2:4])


def test_the_table_has_groups_solutions_marks_and_sources() -> None:
    context = shown()
    rows = {row[:2]: row[2:] for row in history_table(history_of(), context).rows}
    assert rows["RHF", "Sum"][:5] == ("359,2", "399,8", "–", "–", "443,4") and rows["RHF", "Sum"][-1] == "+23,4\u00a0%"
    assert rows["Kommuner", "Kjernejournal"][3] == "42,9 ‡"
    assert rows["Kommuner", "Grunndata og HelseID"][2] == "39,2 ‡", "a third of 117.6, as printed in 2024 kroner"
    assert rows["Øvrige medlemmer", "Sum"][:5] == ("–", "–", "–", "–", "102,1 †")
    assert rows["Alle betalere", "Sum"][2:5] == ("1\u202f037,2 ‡", "1\u202f081,0 ‡", "1\u202f029,5 †")
    assert rows["Alle betalere", "Sum"][5:8] == ("1\u202f119,5", "1\u202f131,5", "1\u202f143,5")
    sources = history_sources(context).rows
    assert [year for year, _ in sources][:3] == ["2022", "2023", "2023"] and "§ 13" in sources[0][1]
    broken = breaks_table(history_of(), context).rows
    assert any("SFM" in text for text, _, _ in broken) and any("35 mill. kr" in text for text, _, _ in broken)
    assert all(each.document in documents() and each.place for each in breaks().values())


def test_what_all_would_pay_is_the_need_of_the_years_that_are_computed() -> None:
    history = history_of(Scenario(start="law", index_rate=0.031))
    assert history.totals[history.years.index(2026)] == pytest.approx(1029.5)
    of_plan = [history.totals[history.years.index(year)] for year in (2027, 2028, 2029)]
    assert of_plan == pytest.approx([1190.0, 1240.0, 1292.0], abs=TENTH)


def test_an_organisation_has_its_share_of_today() -> None:
    context = shown(us="Helse Nord")
    own, history = Own.of("Helse Nord", context.answer), history_of()
    rows = {row[0]: row[1:] for row in own_history_table(own, history, context).rows}
    share = 20815.7 / (94970.7 + 33370.2 + 24631.5 + 20815.7)
    assert float(rows["Sum"][0].replace(",", ".")) == pytest.approx(359.2 * share, abs=TENTH)
    assert rows["Sum"][2] == "–"


def test_an_organisations_part_of_the_regulations_is_said_at_once() -> None:
    """The group's amount × its share of today, and that the regulations have no more; nothing without them."""
    context = shown(us="Helse Vest")
    share = 33370.2 / (94970.7 + 33370.2 + 24631.5 + 20815.7)
    told = own_by_law(Own.of("Helse Vest", context.answer), context)
    for year, of_group in ((2022, 359.2), (2023, 399.8), (2026, 443.4)):
        assert f"{context.texts.amount(of_group * share)} mill. kr i {year}" in told
    assert "dagens andel" in told and "forskriftene har bare gruppens" in told
    oslo = shown(us="0301")
    assert "mill. kr i 2022" in own_by_law(Own.of("0301", oslo.answer), oslo)


def test_the_net_of_compensation() -> None:
    assert [each.amount for each in compensations().values()] == [490, 71, None]
    context = shown(us="0301")
    rows = dict(net_rows(Own.of("0301", context.answer), context))
    assert rows["Netto, RHF og kommunene samlet"][[0, 4]] == pytest.approx([700.3 - 561, 915.6 - 561])
    outside = rows["Fellestjenester over tjenesteavtaler, alle brukere, 2025-kroner"]
    assert outside.tolist() == [0, 0, 0, 0, 35, 35, 35, 35]
    sentence = net_sentence(context)
    assert "139,3 mill. kr" in sentence and "354,6" in sentence and "561 mill. kr" in sentence


def test_ones_own_share_follows_the_measure() -> None:
    given = OwnData(compensations_mnok={"0301": 30.0}, service_agreements_mnok={"0301": 4.0})
    halved = Scenario(measures={"felles_til_tjenesteavtaler": {"scale": 0.5}})
    for scenario, share in ((Scenario(), 4.0), (halved, 2.0)):
        context = shown(scenario, us="0301", own=given)
        rows = list(dict(net_rows(Own.of("0301", context.answer), context)).values())
        payment, returned, outside, net = rows[-4:]
        assert outside[4:].tolist() == [share] * 4 and not outside[:4].any()
        np.testing.assert_allclose(net, payment + returned + outside)


def test_files_have_history_and_net() -> None:
    given = OwnData(service_agreements_mnok={"0301": 4.0})
    subject = subject_of(Question(us="0301", own=given), CREATED)
    found = {table.name: table for table in tables(subject)}
    assert (2022, "rhf", "helsenorge", 137.8, "law") in found["payer_history"].rows
    assert found["payer_net"].rows[-1][0] == "Betaling og egen del for Oslo, før kompensasjon"
    assert "4\u202f000\u202f000 kr per år" in subject.own_data
    assert b"2025,rhf,helsenorge,," in plain_csv(found["payer_history"], subject)


def test_what_was_paid_keeps_its_own_kroner_in_a_file_of_fixed_kroner() -> None:
    """Payments of several years are nominal whatever the page shows: the file's stamp says it, and the sheet's head."""
    subject = subject_of(Question(Scenario(index_rate=0.031), prices=FIXED, us="0301"), CREATED)
    found = {table.name: table for table in tables(subject)}
    own = subject.texts("payers.history_prices", prices=subject.context.nominal_prices)
    assert "løpende kroner" in own and "løpende kroner" not in subject.stamps["price_basis"]
    for name in ("payer_history", "payer_net"):
        lines = plain_csv(found[name], subject).decode().splitlines()
        assert own in lines[1] and subject.stamps["price_basis"] not in lines[1]
    assert found["payers"].prices == ""


@pytest.mark.parametrize("name", INVENTED)
def test_a_baseline_with_other_solutions_or_years_has_no_history_or_its_own(name: str) -> None:
    made = INVENTED[name]()
    history = answer(Question(Scenario(figures=made))).history
    assert history is None or history.law_years == (2022, 2023)
    earlier = moved_by(-10)
    assert answer(Question(Scenario(figures=earlier))).history is None
    without = replace(Question(Scenario(figures=earlier)), us="0301")
    context = shown(without.scenario, us="0301", year=without.year)
    own = Own.of("0301", context.answer)
    assert history_figure("rhf", context) == () and growth_key_figure(own, context) == ()
    assert own_by_law(own, context) == ""
    assert net_sentence(context) == "" and len(net_rows(own, context)) == 1
