"""Every page speaks of the year that is chosen: text alternatives, titles, tiles and the heads of tables."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.visit.navigation import PAGES
from tests.baselines import PRESENT
from tests.test_pages import message, page_script
from tests.test_payer_pages import MOVED, figure, tables

PLAN_YEARS = PRESENT.plan_years
YEAR = re.compile("|".join(map(str, PLAN_YEARS)))
LAW = ("Forskriften 2026", "2026-kroner", "Per måned 2026", "Per år 2026")
"""What is about 2026 whatever is chosen; so is the table that holds the law against what is computed."""
LAW_TABLE = "Beregnet med forskriftens forutsetninger"
HISTORY = ("2026 §", "Hva som gjør årene ulike", "År")
"""In the heads of the tables of all years, past ones too, and of what makes them different."""
WHOLE_PLAN = ("drivers", "first", "whole", "payer_history")
"""Figures and tiles that look for a year of the plan, or say what its first and all years are."""
ONE_YEAR_ONLY = ("enhetskostnader", "tidligere_aars_midler", "utvikling")
"""Pages without a choice of year: the inhabitants of one are known, or all years are shown together."""


def years_in(text: str) -> set[int]:
    for about in LAW:
        text = text.replace(about, "")
    return {int(year) for year in YEAR.findall(text)}


def is_of(year: int, years: set[int]) -> bool:
    """Whether what is said is of the year, of the change from the one before, of the whole plan, or of no year."""
    return not years or bool(years & {year, year - 1}) or years >= {PLAN_YEARS[0], PLAN_YEARS[-1]}


def said_of_figures(found: dict[str, Any]) -> Iterator[str]:
    for each in found["figures"]:
        if not each["name"].startswith(WHOLE_PLAN):
            yield from (each["alt"], *each["title"])
    for key in found["keys"]:
        if not key["name"].startswith(WHOLE_PLAN):
            yield key["label"]


def said_of_columns(cells: Iterable[str]) -> Iterator[tuple[str, set[int]]]:
    """Cells that are alike but for the year, with the years that they name together."""
    alike: defaultdict[str, set[int]] = defaultdict(set)
    for cell in cells:
        years = years_in(cell)
        alike[YEAR.sub("#", cell).replace("*", "")] |= years
    yield from alike.items()


def opened_in(name: str, year: int, **told: str) -> AppTest:
    told = {"bane": "ett", **told} if name == "hva_skal_til" else told  # which else asks for every year
    return page_script(name, MOVED, sprak="nb", hvem="1818", aar=str(year), **told)


@pytest.mark.parametrize("year", PLAN_YEARS)
@pytest.mark.parametrize("name", [page for page in PAGES if page not in ONE_YEAR_ONLY])
def test_what_names_a_year_names_the_chosen_one(name: str, year: int) -> None:
    at = opened_in(name, year, forskjell="fjoraaret" if year % 2 else "tallgrunnlaget")
    found = message(at)
    assert [text for text in said_of_figures(found) if not is_of(year, years_in(text))] == []
    of_plan = [each for each in found["figures"] if each["name"] != "payer_history"]
    heads = [list(each["table"]["header"]) for each in of_plan]
    columns = [said_of_columns(head) for head in heads]
    beside = [table for table in tables(at) if table and not {LAW_TABLE, *HISTORY} & {*table[0]}]
    columns += [said_of_columns([*table[0], *(row[0] for row in table)]) for table in beside]
    assert [text for found in columns for text, years in found if not is_of(year, years)] == []


@pytest.mark.parametrize("year", PLAN_YEARS)
def test_who_pays_speaks_of_the_chosen_year(year: int) -> None:
    at = opened_in("hvem_betaler", year)
    assert f"I {year} ville Herøy (Nordland) betalt " in figure(at, "payer_own")["alt"]
    groups = figure(at, "payer_groups")
    assert groups["alt"].startswith(f"I {year} ville RHF betalt ")
    column = 2 + PLAN_YEARS.index(year)
    rhf, municipal = (groups["table"]["rows"][place][column] for place in (0, 1))
    assert f"RHF betalt {rhf} og kommunene {municipal} " in groups["alt"]
    (others,) = [table for table in tables(at) if any("Mot nå" in cell for cell in table[0])]
    assert others[0][-1] == f"Mot nå, {year}"


def test_another_key_is_held_against_the_chosen_year() -> None:
    first, last = (
        [row for table in tables(opened_in("hvem_betaler", year)) if "Mot nå" in table[0][-1] for row in table[1:]]
        for year in (PLAN_YEARS[0], PLAN_YEARS[-1])
    )
    assert [row[:-1] for row in first] == [row[:-1] for row in last]
    assert [row[-1] for row in first] != [row[-1] for row in last]


@pytest.mark.parametrize("year", PLAN_YEARS)
def test_a_printed_table_stands_beside_the_year_that_it_is_about(year: int) -> None:
    found = message(opened_in("fossefall", year))
    titles = [table["title"] for figure in found["figures"] for table in found["details"].get(figure["name"], ())]
    assert len(titles) == (6 if year == PLAN_YEARS[0] else 0)
    assert all(title.endswith(" (2026)") for title in titles)
