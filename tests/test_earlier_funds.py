"""Earlier years' money: every figure of the story, every sum against its parts, and what does not come out by name."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from charts.draw.kinds import drawing, specification
from charts.draw.plotly.shared import Room
from charts.money.story import story_figure
from charts.money.story_tables import cells_table, reasons_table, shares_table, ties_table
from charts.money.story_words import interest_sentences, is_told, margin_sentences, reasons_in_general, ties_in_general
from charts.records.flow import Flow
from exports.data import plain_csv, tables
from exports.sections.earlier_funds import section
from exports.subject import subject_of
from model import Question, Scenario, known_differences
from model.baseline.documents import documents
from model.baseline.earlier_funds import RETURNED, SET_ASIDE, earlier_funds, read_earlier_funds
from model.baseline.funds_story import Funds, interest, stories, unspent_shares
from model.baseline.funds_ties import funds_ties
from model.baseline.printed import HISTORY_PAYMENT, SUM
from model.checks.funds_checks import checked_ties
from model.reading.errors import TableError
from model.reading.tables import DATA
from tests.asking import shown
from tests.baselines import INVENTED, PRESENT
from tests.test_exports_data import CREATED
from texts import LANGUAGES, Texts

EXACT: Final = 1e-9
BESIDE: Final = DATA / "baselines" / PRESENT.id / "beside"

REMAINDERS: Final = {
    ("Tabell 5", SUM, "used 2024"): 0.6,
    ("Tabell 5", "helsenettet_eksterne", "unspent 2024"): 0.4,
    ("Tabell 5", "helsenettet_felles", "unspent 2024"): -0.7,
    ("Note 2", SUM, "held 2024"): 1.6,
    ("Note 2", SUM, "held 2023 tabellen"): 0.248588,
    ("Note 2", SUM, "invoiced 2024 tabellen"): 5.753698,
    ("Note 2", SUM, "used 2024 tabellen"): 4.238159,
    ("Note 2", SUM, "held 2024 tabellen"): -0.000056,
    ("Note 2", SUM, "invoiced 2024 sumlinjen"): 0.0175,
    ("Tabell 3", SUM, "earlier_funds 2025"): -4.0,
    ("Kap. 3.1", SUM, "returned 2026"): 0.1,
    ("Tabell 5", "kjernejournal", "unspent 2024"): 2.5,
    ("Referatet", SUM, "unspent 2025 et senere kulepunkt"): 1.8,
}
"""What is printed beyond what the parts give, MNOK: all that rounding cannot make."""


def funds(year: int, solution: str = SUM) -> Funds:
    return next(story.funds[solution] for story in stories(PRESENT) if story.years[-1] == year)


def printed(table: str, quantity: str, year: int, of: str = "") -> float:
    return earlier_funds(PRESENT)[table, SUM, quantity, year, of].amount


def later(of: Funds) -> dict[tuple[str, int], float]:
    return {(each.quantity, each.year): each.amount for each in of.later}


def test_2024_as_tabell_5_and_6_print_it() -> None:
    every = funds(2024)
    assert (every.invoiced, every.earlier, every.used, every.unspent) == (1037.2, 8, 959.3, 86.1)
    assert later(every) == {("planned_use", 2025): 8.1, ("returned", 2026): 78.0}
    assert (every.kept, every.returned) == (8.1, 78.0) and not every.computed
    journal = funds(2024, "kjernejournal")
    assert (journal.invoiced, journal.used, journal.unspent) == (130.1, 107.9, 22.2)
    assert later(journal) == {("planned_use", 2025): 4.0, ("returned", 2026): 18.2}
    assert funds(2024, "helsenorge").unspent == 0 and not funds(2024, "helsenorge").later


@pytest.mark.parametrize("quantity", ["invoiced", "used", "unspent", "kept", "returned"])
def test_the_solutions_add_up_to_the_sums_of_2024(quantity: str) -> None:
    story = next(story for story in stories(PRESENT) if story.years == (2024,))
    parts = sum(getattr(each, quantity) for solution, each in story.funds.items() if solution != SUM)
    named = {"invoiced": 0.1, "used": 0.6}  # in DIFFERENCES.md, under funds_tabell_5
    assert getattr(story.all, quantity) - parts == pytest.approx(named.get(quantity, 0.0), abs=EXACT)


def test_the_money_of_2022_and_2023() -> None:
    every = funds(2023)
    assert every.unspent == 72.6 and every.computed == {"unspent"} and every.invoiced is None
    assert later(every) == {("used_later", 2024): 32.6, ("returned", 2025): 34.5, ("returned", 2026): 5.5}
    assert later(funds(2023, "e_resept")) == {("used_later", 2024): 24.6, ("returned", 2026): 2.4}
    assert later(funds(2023, "helsenorge")) == {("used_later", 2024): 8.0, ("returned", 2025): 8.6}
    assert later(funds(2023, "kjernejournal")) == {("returned", 2025): 25.9}
    assert later(funds(2023, "grunndata_helseid")) == {("returned", 2026): 3.1}


def test_the_forecast_of_2025() -> None:
    every = funds(2025)
    assert (every.invoiced, every.earlier, every.available) == (1081.0, 38.6, 1119.6)
    assert (every.unspent, every.used) == (73.5, 1046.1) and every.computed == {"used"}
    assert later(every) == {(SET_ASIDE, 2025): 73.5} and every.kept == 73.5 and every.returned == 0
    assert funds(2025, "vkp").earlier == 4.1 and funds(2025, "vkp").unspent is None
    payment = PRESENT.table(HISTORY_PAYMENT)
    assert payment is not None and every.invoiced == payment.cells[SUM, "2025"].value


def test_every_tie_comes_out_or_is_named() -> None:
    checked = checked_ties(PRESENT)
    assert len(checked) == 61
    found = [each for each in checked if not each.explained_by_rounding]
    remainders = {(e.tie.total.table, e.tie.total.solution, e.tie.total.column): e.tie.remainder for e in found}
    assert remainders == pytest.approx(REMAINDERS) and len(found) == len(REMAINDERS)
    assert all(each.cause in known_differences(PRESENT) for each in found)
    exact = [each for each in checked if each.explained_by_rounding and abs(each.tie.remainder) > EXACT]
    assert len(exact) == 4  # 1 037.2, 85.9, 127.7 of 127.66 and 5: all in DIFFERENCES.md, or rounded


def test_the_liability_of_the_accounts() -> None:
    parts = (
        printed("Note 2", RETURNED, 2025),
        printed("Tabell 3", RETURNED, 2026),
        printed("Tabell 6", "planned_use", 2025),
    )
    assert parts == (34.5, 83.5, 8.1) and printed("Note 2", "held", 2024) == 127.7
    assert 127.7 - sum(parts) == pytest.approx(1.6)


def test_the_unexplained_is_the_sum_of_the_other_differences() -> None:
    """In whole kroner, for the accounts are printed so."""
    by_id = {tie.id: tie.remainder for tie in funds_ties(PRESENT) if tie.id}
    own = printed("Tabell 5", "unspent", 2024) - (1037.2 + 8 - 959.3)
    exact = printed("Note 2", "held", 2024, "tabellen") - (34.5 + 83.5 + 8.1)
    made = by_id["opening_of_accounts"] + by_id["invoiced"] - by_id["used"] - own + by_id["rows_of_note_2"]
    assert own == pytest.approx(0.2) and made == pytest.approx(exact, abs=1e-6) and round(exact, 1) == 1.6


def test_the_money_that_is_held_is_told_whole() -> None:
    """What is left of every story at the end of 2024 is what comes back later and is planned to be used."""
    still = sum(
        amount for story in stories(PRESENT)[:2] for (_, year), amount in later(story.all).items() if year > 2024
    )
    assert still == pytest.approx(126.1)
    returned = dict.fromkeys((2025, 2026), 0.0)
    for story in stories(PRESENT):
        for (quantity, year), amount in later(story.all).items():
            returned[year] = returned.get(year, 0.0) + (amount if quantity == RETURNED else 0.0)
    assert returned[2025] == pytest.approx(34.5) and returned[2026] == pytest.approx(PRESENT.returned.sum())


def test_returned_in_2026_is_what_the_model_returns() -> None:
    for at, solution in enumerate(PRESENT.solutions):
        told = [story.funds.get(solution) for story in stories(PRESENT)]
        back = sum(later(each).get((RETURNED, 2026), 0.0) for each in told if each)
        by_print = {"helsenettet_eksterne": 12.7, "helsenettet_felles": 10.9}  # Tabell 3 and 8 have them in one line
        assert back == pytest.approx(by_print.get(solution, PRESENT.returned[at])), solution


def test_every_percentage_has_its_base() -> None:
    shares = {(each.year, each.base): each for each in unspent_shares(PRESENT)}
    told = {key: (each.base_amount, round(100 * each.share, 1)) for key, each in shares.items()}
    assert told == {
        (2024, "invoiced"): (1037.2, 8.3),
        (2024, "earlier_funds"): (1045.2, 8.2),
        (2025, "invoiced"): (1081.0, 6.8),
        (2025, "earlier_funds"): (1119.6, 6.6),
    }
    assert shares[2024, "invoiced"].margin == pytest.approx(1037.2 * 0.05 / 1.05)
    first, second = margin_sentences(shown())
    assert "4,8\u00a0%" in first and "vår forutsetning" in first
    assert "8,3\u00a0% av forskriften (2024)" in second
    assert "6,6\u00a0% av det som var til rådighet (2025, prognose)" in second


def test_a_larger_margin_is_not_said_to_be_exceeded() -> None:
    wide = replace(PRESENT, embedded_margin=0.10)
    _, second = margin_sentences(shown(Scenario(figures=wide)))
    assert second.startswith("Mindreforbruket mot hvert av beløpene: 8,3")


def test_interest_is_of_all_cash() -> None:
    (year,) = interest(PRESENT)
    assert (year.year, round(year.interest.amount, 1)) == (2024, 48.7)
    assert (round(year.cash.amount), round(year.cash_before.amount)) == (929, 660)
    (sentence,) = interest_sentences(shown())
    assert all(
        words in sentence for words in ("48,7", "929", "660", "alle bankinnskudd", "ikke av disse midlene alene")
    )


def test_note_2_leaves_out_helsenettet_and_vkp() -> None:
    (said,) = ties_in_general(shown())
    assert "ikke Helsenettet og VKP" in said and "23,6" in said


def test_who_disposes_of_it_stands_with_its_place() -> None:
    said = " ".join(reasons_in_general(shown()))
    assert "«det er Norsk helsenett som beslutter disponeringen av underforbruket. Dette gjøres i dialog" in said
    assert "«det er Helse- og omsorgsdepartementet som fastslår den endelige forskriftsfestede betalingen»" in said
    assert "«Ubenyttede midler fra tidligere år medfører redusert finansieringsbehov over forskrift to år frem" in said
    assert "ved å øke den samlede betalingen for det nye året med differansen» (kap. 2.2)" in said


def test_every_figure_has_document_and_place() -> None:
    cells = earlier_funds(PRESENT).values()
    assert len(cells) == 112 and all(cell.document in documents() and cell.place for cell in cells)
    rows = cells_table(shown()).rows
    assert len(rows) == 112 and all(row[-1] for row in rows)
    assert any(row[0] == "Note 2: Ubrukt ved årets slutt 2024" and row[1] == "127,7" for row in rows)
    assert ("Tabell 5: Tidligere års midler 2024", "8") in {row[:2] for row in rows}, "as printed, without a decimal"


def figure(language: str = "nb") -> Flow:
    (found,) = story_figure(shown(language=language))
    return found


def test_the_picture_is_the_story() -> None:
    rows = {(row.label, row.total): row for row in figure().rows}
    assert [row.label for row in figure().rows if row.total] == ["Igjen fra 2022 og 2023", "2024", "2025, prognose"]
    every = rows["2024", True]
    assert (every.whole_text, every.short_text, every.rest_text) == ("1\u202f037,2 + 8,0", "1\u202f037,2", "86,1")
    assert [part.span.amount for part in every.whole] == pytest.approx([959.3, 86.1])
    assert [part.span.amount for part in every.rest] == pytest.approx([8.1, 78.0])
    assert every.inside == ("8,1", "78,0 i 2026")
    assert rows["Igjen fra 2022 og 2023", True].rest_text == "72,6*" and not rows["Igjen fra 2022 og 2023", True].whole


def test_one_scale_for_years_and_solutions() -> None:
    assert figure().scale.level[1] >= 1119.6 and figure().scale.steps == (0.0, 100.0)
    for row in figure().rows:
        ends = [part.span.start for part in row.rest[1:]]
        assert ends == pytest.approx([part.span.end for part in row.rest[:-1]])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", Room)
def test_it_is_drawn_in_every_room_and_language(language: str, room: Room) -> None:
    drawn = figure(language)
    assert specification(drawn, room)["data"] and "{" not in drawn.alt + drawn.note
    assert drawing(drawn, 1000).marks and drawing(drawn, 340).marks


def test_the_message_and_the_table_have_the_same_figures() -> None:
    drawn = figure()
    cells = {cell.rstrip("*") for row in drawn.table.rows for cell in row}
    for amount in ("72,6", "32,6", "40,0", "1\u202f037,2", "86,1", "78,0", "8,1", "73,5"):
        assert amount in drawn.alt and amount in cells
    assert "127,7" in drawn.note and "1,6" in drawn.note
    assert len(ties_table(shown()).rows) == 13 and len(shares_table(shown()).rows) == 4
    assert len({row[0] for row in reasons_table(shown()).rows}) == len(PRESENT.solutions)


def test_the_story_stands_still_whatever_the_scenario() -> None:
    (moved,) = story_figure(shown(Scenario(risk_margin=0.03, start="law")))
    assert moved.rows == figure().rows and moved.table == figure().table


def test_the_files_have_the_rows() -> None:
    subject = subject_of(Question(), CREATED)
    found = {table.name: table for table in tables(subject)}
    assert len(found["earlier_funds_printed"].rows) == 112 and len(found["earlier_funds_ties"].rows) == 13
    lines = plain_csv(found["earlier_funds"], subject).decode("utf-8").splitlines()
    assert any(line.startswith("2024,sum,Sum,1037.2,8.0,959.3,86.1,0,8.1,0,78.0") for line in lines)


@pytest.mark.parametrize("name", INVENTED)
def test_a_baseline_without_the_sheets_says_so(name: str) -> None:
    context = shown(Scenario(figures=INVENTED[name]()))
    assert not is_told(context) and story_figure(context) == ()
    assert not margin_sentences(context) and not interest_sentences(context) and not reasons_in_general(context)
    subject = subject_of(Question(Scenario(figures=INVENTED[name]())), CREATED)
    assert section(subject).sentences == (Texts("nb")("story.none"),) and not section(subject).data


def damaged(tmp_path: Path, old: str, new: str) -> Path:
    path = tmp_path / "earlier_funds.csv"
    path.write_text((BESIDE / path.name).read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("invoiced,2024", "billed,2024", "expected one of invoiced"),
        ("helsenorge,invoiced", "helseborge,invoiced", "expected one of helsenorge"),
        ("343.6", "about 343", "expected a number"),
        ("mnok", "tnok", "expected one of mnok, nok"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(TableError, match=re.escape(said)):
        read_earlier_funds(damaged(tmp_path, old, new), PRESENT.solutions)
