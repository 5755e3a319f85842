"""What the documents' texts print: figures in their words, relations that resolve, a cause for each that fails."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from charts.reconciliation.places import place_in_words
from model import known_differences
from model.baseline.documents import documents
from model.checks.all_figures import all_figures
from model.checks.check import Check, checked
from model.checks.figure import COUNT, NOK
from model.checks.reconcile import reconcile
from model.checks.told_figures import ToldFigure, told_figures
from model.checks.told_relations import read_relations, told_relations
from model.reading.tables import DATA
from tests.baselines import PRESENT
from texts import LANGUAGES, Texts

BESIDE: Final = DATA / "baselines" / PRESENT.id / "beside"
LONGEST: Final = 80
ABOUT: Final = "~"
WORDS_FOR_ABOUT: Final = ("ca", "om lag")
REPORT_OF_2021: Final = "001_0877ef81549c901f.txt"
TABLE_OF_2021: Final = "vedlegg 1, kap. 2: tabell Løsning"
COLUMNS_OF_2021: Final = {
    "result": "Resultat 2020",
    "budget": "Sum 2021",
    "estimate_spring": "2022, vist vår 2021",
    "estimate": "2022, revidert høst 2021",
}

MUST_BE_FOUND: Final = {
    "kap_3_4.kjernejournal_growth": (4.5, 33.02),
    "kap_3_4.vkp": (30, 31.0),
    "tabell_9.veiledning_og_bruk.cost_level.across": (23.6, 22.7),
    "sak_14_25.helsenettet_growth": (214.8, 216.1),
    "sak_14_25.helsenettet_moved_tabell_13": (23, 22.0),
    "tabell_1.index_of_e_resept": (3.0, 5.86),
    "tabell_1.index_of_helsenettet_felles": (3.0, 3.77),
    "tabell_4.index_of_returned": (3.0, 0.0),
    "h21_solutions.sum_2020": (494.6, 451.1),
    "h21.forecast_of_chapters": (546, 534.0),
    "h21.growth_of_chapters": (28, 40.1),
    "h21_2.kj_rise_made_up_for": (11, 37),
    "h21_6.hi_budget": (21.7, 31.7),
    "invoice.not_compensated": (84.0, 100.3),
    "invoice.total_of_all": (574, 576.7),
}
"""Printed, and what the others give."""

MUST_AGREE: Final = (
    "kap_3_4.kjernejournal_growth_of_available",
    "kap_3_4.ho_growth_percent",
    "kap_3_4.vkp_without_shared",
    "kap_3.reduction_percent",
    "tg_5_5.both_moved",
    "tabell_4.index_2024",
    "h21.gd_fall_of_chapter_6",
    "h21_2.carried_in_the_result",
    "law.kjernejournal",
)
"""The bridges between two bases, and what a wrong reading would break."""


def rows(name: str, folder: Path = BESIDE) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def checks() -> dict[str, Check]:
    return {each.id: each for each in reconcile(PRESENT)}


def told() -> Iterator[ToldFigure]:
    yield from told_figures(PRESENT).values()


def printed_as(figure: ToldFigure) -> str:
    """The digits as Norwegian prints them, without the sign."""
    return figure.figure.digits.removeprefix(ABOUT).removeprefix("-").replace(".", ",")


def test_every_figure_stands_in_its_words() -> None:
    without = [
        each.id
        for each in told()
        if each.words and printed_as(each) not in each.words.replace(" ", "").replace("\u00a0", "")
    ]
    assert not without
    assert not [each.id for each in told() if len(each.words) > LONGEST]


def test_about_is_said_by_the_document() -> None:
    """Where the words are there they say «ca»; a cell of a table is never about right."""
    about = [each for each in told() if each.figure.digits.startswith(ABOUT)]
    assert about and all(any(word in each.words for word in WORDS_FOR_ABOUT) for each in about)


def test_every_figure_is_held_against_something() -> None:
    named = {
        term.strip().lstrip("-").strip()
        for row in rows("relations.csv")
        for term in (row["of"], *row["terms"].split(";"))
    }
    assert not [each.id for each in told() if f"#{each.id}" not in named]


def test_every_document_has_its_part() -> None:
    assert {each.figure.document for each in told()} >= {name for name in documents() if name[:3].isdecimal()}
    assert len(told_figures(PRESENT)) > 450 and len(told_relations(PRESENT)) > 450


def test_no_relation_holds_a_figure_against_itself() -> None:
    for relation in told_relations(PRESENT):
        places = [figure.place for _, figure in relation.terms]
        assert relation.kind == "percent" or relation.total.place not in places, relation.id


def test_only_figures_of_one_unit_are_held_against_each_other() -> None:
    for relation in told_relations(PRESENT):
        units = {figure.unit for _, figure in relation.terms}
        assert len(units) == 1, relation.id
        assert relation.kind == "percent" or units == {relation.total.unit}, relation.id


@pytest.mark.parametrize("name", MUST_BE_FOUND)
def test_what_must_be_found_is_found_with_its_cause(name: str) -> None:
    found, (printed, recomputed) = checks()[name], MUST_BE_FOUND[name]
    assert found.printed == printed and found.recomputed == pytest.approx(recomputed, abs=0.01)
    assert found.material and not found.explained_by_rounding
    assert set(known_differences(PRESENT)[found.cause].text) == {"nb", "nn", "en"}


@pytest.mark.parametrize("name", MUST_AGREE)
def test_what_must_agree_agrees(name: str) -> None:
    assert checks()[name].explained_by_rounding


def test_every_difference_has_its_cause() -> None:
    assert not [each.id for each in reconcile(PRESENT) if not each.explained_by_rounding and not each.cause]


def test_some_forty_things_are_material() -> None:
    causes = {each.cause for each in reconcile(PRESENT) if each.material}
    assert 30 <= len(causes) <= 50


def test_one_wrong_digit_is_seen() -> None:
    """Every sum that comes out fails when its figure is printed further off than rounding can reach."""
    for relation in told_relations(PRESENT):
        before = checked(relation)
        if before.explained_by_rounding and relation.total.unit != COUNT:
            reach = relation.total.half + abs(before.difference) + sum(term.half for _, term in relation.terms)
            if relation.kind == "percent":
                continue
            wrong = replace(relation.total, value=relation.total.value + 2 * reach + 2 * relation.total.half)
            assert not checked(replace(relation, total=wrong)).explained_by_rounding, relation.id


def test_the_report_of_2021_is_transcribed_once_as_it_is_twice() -> None:
    """Its table of solutions stands with the history too (data/history/amounts.csv): the same digits."""
    here = {
        (each.figure.row, each.figure.column): each.figure.digits
        for each in told()
        if each.figure.table == TABLE_OF_2021
    }
    there = {
        (row["solution"], COLUMNS_OF_2021[row["version"]]): row["printed"]
        for row in rows("amounts.csv", DATA / "history")
        if row["document"] == REPORT_OF_2021 and row["place"] == TABLE_OF_2021
    }
    assert len(there) == 24
    assert {place: here[place] for place in there} == there


def test_a_relation_to_what_is_not_printed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "relations.csv"
    path.write_text("id,kind,of,terms,note\nx,same,#kap_3.reduction,000:Tabell 99/sum/2026,\n", encoding="utf-8")
    with pytest.raises(Exception, match="Tabell 99"):
        read_relations(path, all_figures(PRESENT), told_figures(PRESENT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_told_in_words(language: str) -> None:
    """By the document's own words, by the name of a column of the invoices, or by what the print calls the column."""
    texts, check = Texts(language), checks()
    text, growth, result = (
        place_in_words(check[name], PRESENT, texts)
        for name in ("kap_2_1.investment", "invoice.not_compensated", "h21_solutions.sum_2020")
    )
    assert text.endswith("«grunnet investeringer øke med 30,6 millioner kroner»")
    assert growth.endswith(texts("invoice.growth"))
    assert result.endswith("Resultat 2020")


def test_kroner_and_millions_are_held_against_each_other_in_millions() -> None:
    in_kroner = [row for row in rows("figures.csv") if row["unit"] == NOK]
    assert in_kroner and all(row["digits"].removeprefix("-").isdecimal() for row in in_kroner)
    assert checks()["nhn_governance.result"].printed == 70.7
