"""What the steps behind the pages' figures are called, in whose kroner they are, and where printed ones stand."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from charts.calculation.kilder import kilde
from charts.calculation.leaves import facts
from charts.calculation.names import label_in, title
from charts.calculation.prices import prices_of
from charts.words.context import Context
from model import Scenario
from model.explaining.calculation import Calculations
from model.explaining.node import CELL, CONSTANT, Node
from model.payers import volumes
from tests.asking import shown
from tests.test_every_figure_opens import MOVED, PAGES, VIEWS
from texts import LANGUAGES, Texts

WITHOUT_ROW = ("plan",)
"""Tables of the data that are no row of Kilder: a line that is taken out of others of the plan."""


@cache
def at_rest() -> tuple[Context, dict[str, Node]]:
    """The view at rest, and what each figure of its pages opens by address."""
    context = shown(**VIEWS["at rest"])
    calculations = Calculations.of(context.answer)
    figures = [figure.opens for page in PAGES for figure in page(context) if figure.opens]
    return context, {each: calculations.node(each) for each in dict.fromkeys(figures)}


def every_step(nodes: Iterator[Node]) -> Iterator[Node]:
    """The steps under some calculations, each once."""
    waiting, seen = [*nodes], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(node.terms)


def opened(address: str, context: Context) -> Node:
    return Calculations.of(context.answer).node(address)


def test_no_two_terms_of_a_step_are_called_alike() -> None:
    context, nodes = at_rest()
    for node in every_step(iter(nodes.values())):
        labels = [label_in(node, term, context) for term in node.terms]
        assert len({*labels}) == len(labels), (node.address, labels)


def test_a_printed_figure_says_what_it_is() -> None:
    context, nodes = at_rest()
    for node in every_step(iter(nodes.values())):
        name = title(node, context)
        assert name.strip() and not name.endswith(": "), node.address
        assert name != context.texts("calculation.cell", place=""), node.address


def test_a_printed_figure_has_its_row_of_kilder() -> None:
    context, nodes = at_rest()
    cells = {node.source: node for node in every_step(iter(nodes.values())) if node.op == CELL and node.source}
    lost = {node.source for node in cells.values() if not kilde(node, context.baseline)}
    assert not {source for source in lost if source and source.table not in (*WITHOUT_ROW, INVOICE)}


INVOICE = "Eksempel på fakturagrunnlag"


@pytest.mark.parametrize(
    ("address", "row"),
    [
        ("law/e_resept/apotek_bandasjister", "law.amounts_2026"),
        ("paid/2023/e_resept/kommuner", "law.history.2023"),
        ("price_rate/tallgrunnlag/2025/none", "index.series.tallgrunnlag"),
    ],
)
def test_an_amount_of_a_regulation_and_a_rate_lead_to_their_own_rows(address: str, row: str) -> None:
    context, _ = at_rest()
    assert kilde(opened(address, context), context.baseline) == row


@pytest.mark.parametrize(
    ("address", "prices"),
    [
        ("paid/2023/sum/3316", "2023-kroner"),
        ("paid/2027/sum/rhf", "2025-kroner"),
        ("printed/payment/law.2022/2022/helsenorge", "2022-kroner"),
        ("converted/nominal/cost/actual.2025/2023/sum", "2023-kroner"),
        ("converted/fixed/payment/law.2022/2022/sum", "2025-kroner"),
        ("unspent_share/2024/invoiced/margin", "2024-kroner"),
        ("funds/2022-2023/sum/unspent", "hvert års kroner"),
        ("more/nominal/computed/2026/e_resept/apotek_bandasjister/than/law/e_resept/apotek_bandasjister", ""),
        ("law/sum/rhf", "2026-kroner"),
        ("cost_level/2028/sum", "2025-kroner"),
        ("difference/financing_need/2028/sum", "2025-kroner"),
        ("invoice/kjernejournal/post_70_72_2022", ""),
        ("compensation/sum", ""),
    ],
)
def test_a_step_says_in_whose_kroner_it_is(address: str, prices: str) -> None:
    context, _ = at_rest()
    assert prices_of(opened(address, context), context) == prices


def test_prices_that_grow_are_the_scenarios_and_fixed_ones_stay_fixed() -> None:
    growing = shown(Scenario(index_rate=0.02), year=2027)
    assert prices_of(opened("cost_level/2027/sum", growing), growing) == growing.prices
    assert prices_of(opened("fixed/cost_level/2027/sum", growing), growing) == "2025-kroner"
    assert prices_of(opened("reference/cost_level/2027/sum", growing), growing) == growing.prices
    assert prices_of(opened("paid/2023/sum/rhf", growing), growing) == "2023-kroner"
    mixed = "more/cost_level/2027/sum/than/fixed/cost_level/2027/sum"
    assert not prices_of(opened(mixed, growing), growing)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("previous_level/2028/sum", "Kostnadsnivå 2027, alle løsninger"),
        ("previous_level/2026/sum", "Forskrift 2025 samt midler fra tidligere år, alle løsninger"),
        ("years/2026-2029/financing_need/year/sum", "Finansieringsbehov, alle løsninger, sum 2026\N{EN DASH}2029"),
        ("law/e_resept/apotek_bandasjister", "Trykt tall: § 15, E-resept, Apotek og bandasjister, 2026"),
        (
            "with/base_year_underspend_returned/0.2388912/financing_need/2028/sum",
            (
                "Finansieringsbehov 2028, alle løsninger "
                "(Mindreforbruket i 2025 som tilbakeføres: 23,88912\N{NO-BREAK SPACE}%)"
            ),
        ),
    ],
)
def test_a_title_says_one_year_and_what_is_asked(address: str, name: str) -> None:
    context, _ = at_rest()
    assert title(opened(address, context), context) == name


def test_both_ends_of_a_part_of_the_difference_say_whose_they_are() -> None:
    context = shown(Scenario(risk_margin=0.03), year=2028)
    node = opened("reason/margin/2028/financing_need", context)
    own, reference = (label_in(node, term, context) for term in node.terms)
    assert own != reference and reference.endswith(context.the_reference)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_no_word_of_a_program(language: str) -> None:
    context = shown(language=language, **VIEWS["at rest"])
    node = opened("funds/2024/vkp/returned", context)
    assert label_in(node, node.terms[0], context) in ("ingen", "none")


def test_digits_are_as_the_document_prints_them() -> None:
    context, _ = at_rest()
    accounts = opened("printed/cost/income.2024/2024/sum", context).terms[0]
    printed = Texts("nb")("calculation.fact.printed")
    assert dict(facts(accounts, context))[printed] == "«988 138 159»"
    sent = opened("volume/e_prescriptions", context)
    assert dict(facts(sent, context))[printed] == f"«{volumes()['e_prescriptions'].stated}»"
    assert sent.source is not None and re.search(r"35 mill", sent.source.printed)
    law = opened("law/e_resept/apotek_bandasjister", context)
    assert dict(facts(law, context))[printed] == "«11,8»"


def test_a_leaf_has_no_kroner_and_a_step_in_other_prices_its_own() -> None:
    context = shown(MOVED, year=2027, prices="faste")
    for node in every_step(iter([opened("financing_need/2027/sum", context)])):
        if node.op in (CELL, CONSTANT) or node.unit not in ("mnok", "nok"):
            assert not prices_of(node, context), node.name
    assert prices_of(opened("nominal/cost_level/2027/sum", context), context) == context.nominal_prices
