"""Steps of a calculation in words: they add up as they are written, and end where a figure stands."""

from dataclasses import replace

import pytest

from charts.calculation import paths
from charts.calculation.behind import behind
from charts.calculation.opened import node_at, opened
from charts.calculation.step import Step
from charts.calculation.words import step, steps
from charts.words.context import Context, context
from model import ModelError, Question, Scenario, answer
from model.answers.question import FIXED, NOMINAL
from model.explaining.node import CELL, CONSTANT, DIFFERENCE, LEVER, PRODUCT, QUOTIENT, SUM_OF, Node, Source
from model.scenario.fields import LAW
from tests.baselines import PRESENT
from texts import LANGUAGES, Texts

MINUS = "\N{MINUS SIGN}"
MOVED = Scenario(figures=PRESENT, risk_margin=0.02, index_rate=0.031, extra_efficiency=0.01)


def seen(language: str = "nb", scenario: Scenario = MOVED, prices: str = NOMINAL) -> Context:
    return context(answer(Question(scenario, None, prices, 2027, "Helse Vest")), Texts(language))


def cell(value: float, solution: str = "vkp") -> Node:
    source = Source("000_86ee8779025f0197.txt", "Tabell 8", solution, "investment", printed=f"{value:.1f}")
    return Node("investment", value, "mnok", CELL, year=2026, solution=solution, source=source)


def added(*terms: Node, op: str = SUM_OF) -> Node:
    value = sum(term.value for term in terms) if op == SUM_OF else terms[0].value - sum(t.value for t in terms[1:])
    return Node("investment", value, "mnok", op, terms, 2026, "sum")


def said(node: Node, language: str = "nb") -> Step:
    return step(node, "here", seen(language))


def test_a_sum_says_its_terms_with_the_sign_that_they_count_with() -> None:
    found = said(added(cell(10.0), cell(-2.5, "helsenorge"), cell(0.04, "kjernejournal")))
    assert [(term.operator, term.label, term.value) for term in found.terms] == [
        ("", "VKP", "10,0 mill. kr"),
        ("\N{MINUS SIGN}", "Helsenorge", "2,5 mill. kr"),
        ("+", "Kjernejournal", "0,0 mill. kr"),
    ]
    assert found.numbers == "7,5 = 10,0 \N{MINUS SIGN} 2,5 + 0,0"
    assert not found.words, "the list says it all"
    assert [term.spoken for term in found.terms] == ["", "minus", "pluss"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("op", "signs"), [(SUM_OF, ["", "+", MINUS, "+"]), (DIFFERENCE, ["", MINUS, "+", MINUS])])
@pytest.mark.parametrize(("unit", "written"), [("mnok", "setting.mnok"), ("nok", "calculation.nok")])
def test_a_sign_is_of_the_value_wherever_a_language_writes_its_unit(
    language: str, op: str, signs: list[str], unit: str, written: str
) -> None:
    parts = (cell(99.0), cell(1.0, "helsenorge"), cell(-89.5, "kjernejournal"), cell(-0.001, "e_resept"))
    found = said(replace(added(*(replace(part, unit=unit) for part in parts), op=op), unit=unit), language)
    texts, places = Texts(language), 1 if unit == "mnok" else 2
    assert [term.operator for term in found.terms] == signs
    assert [term.value for term in found.terms] == [
        texts(written, amount=texts.amount(size, places)) for size in (99.0, 1.0, 89.5, 0.0)
    ]


def test_what_is_taken_away_and_is_itself_less_than_nothing_is_added() -> None:
    found = said(added(cell(10.0), cell(-2.5, "helsenorge"), op=DIFFERENCE))
    assert found.numbers == "12,5 = 10,0 + 2,5"


@pytest.mark.parametrize(
    ("language", "folded"), [("nb", "2 ledd er 0,0"), ("nn", "2 ledd er 0,0"), ("en", "2 terms are 0.0")]
)
def test_several_terms_of_nothing_are_folded_and_still_there(language: str, folded: str) -> None:
    found = said(added(cell(0.0), cell(5.0, "helsenorge"), cell(0.01, "kjernejournal")), language)
    assert found.folded == folded
    assert [term.nothing for term in found.terms] == [True, False, True]
    assert found.numbers.count("=") == 1 and "+" not in found.numbers
    assert not said(added(cell(0.0), cell(0.0, "helsenorge"))).folded, "all of them are nothing: none is left to show"


def test_it_is_said_where_rounded_terms_do_not_add_up() -> None:
    assert said(added(cell(1.04), cell(1.04, "helsenorge"))).note.startswith("Leddene er avrundet")
    assert not said(added(cell(1.0), cell(1.1, "helsenorge"))).note


def test_a_factor_of_one_is_folded_and_named() -> None:
    one = Node("price_index", 1.0, "factor", CONSTANT, year=2026, source=Source(place="prices", record="0103"))
    found = said(Node("investment", 5.0, "mnok", PRODUCT, (cell(5.0), one), 2026, "vkp"))
    assert found.folded == "Prisindeks 2026 er 1" and found.numbers == "5,0 = 5,0"


def test_a_sum_begins_with_what_is_more_than_nothing() -> None:
    found = said(added(cell(-2.5, "helsenorge"), cell(10.0), cell(-1.0, "kjernejournal")))
    assert found.numbers == "6,5 = 10,0 \N{MINUS SIGN} 2,5 \N{MINUS SIGN} 1,0"
    assert [term.opens for term in found.terms] == ["here~1", "here~0", "here~2"], "the ways are those of before"


def test_where_all_is_less_than_nothing_it_is_added() -> None:
    found = said(added(cell(-2.5), cell(-1.0, "helsenorge")))
    assert [(term.operator, term.value) for term in found.terms] == [
        ("", "\N{MINUS SIGN}2,5 mill. kr"),
        ("+", "\N{MINUS SIGN}1,0 mill. kr"),
    ]
    assert found.numbers == "\N{MINUS SIGN}3,5 = \N{MINUS SIGN}2,5 \N{MINUS SIGN} 1,0"


def test_a_step_of_one_term_that_is_the_same_is_passed_over() -> None:
    two = added(cell(1.0), cell(2.0, "helsenorge"))
    shown = behind(replace(added(two), address="investment/2026/sum"))
    assert (shown.terms, shown.address, shown.solution) == (two.terms, "investment/2026/sum", "sum")
    printed = cell(1.0)
    assert behind(Node("investment", 1.0, "mnok", SUM_OF, (printed,), 2026, "vkp")) == printed
    for other in (replace(printed, value=2.0), replace(printed, solution="helsenorge"), replace(printed, op=CONSTANT)):
        alone = Node("investment", 1.0, "mnok", SUM_OF, (other,), 2026, "vkp")
        assert behind(alone) == alone, "another amount, another solution or an assumption is worth a step"


def test_what_is_behind_factors_of_one_is_shown_at_once_and_every_way_leads_there() -> None:
    two = added(cell(1.0), cell(2.0, "helsenorge"))
    one = Node("price_index", 1.0, "factor", CONSTANT, year=2026, source=Source(place="prices", record="0103"))
    whole = Node("cost_level", 3.0, "mnok", PRODUCT, (two, one), 2026, "sum")
    found = steps(whole, "here", seen(), levels=2)
    assert [(term.opens, term.nothing) for term in found[0].terms] == [
        ("here~1", True),
        ("here~0~0", False),
        ("here~0~1", False),
    ]
    assert found[0].folded == "Prisindeks 2026 er 1" and found[0].numbers == "3,0 = 1,0 + 2,0"
    assert [each.path for each in found[1:]] == [term.opens for term in found[0].terms]


@pytest.mark.parametrize(
    ("need", "share", "numbers"),
    [
        (506.3, 0.00277216, "1,4 = 506,3 × 0,277\N{NO-BREAK SPACE}%"),
        (184.01, 0.46613088, "85,8 = 184,0 × 46,61\N{NO-BREAK SPACE}%"),
        (100.0, 0.46613088, "46,6 = 100,0 × 46,6\N{NO-BREAK SPACE}%"),
        (1000.0, 0.9996, "999,6 = 1\N{NARROW NO-BREAK SPACE}000,0 × 99,96\N{NO-BREAK SPACE}%"),
    ],
)
def test_a_share_has_as_many_decimals_as_make_the_step_add_up(need: float, share: float, numbers: str) -> None:
    weights = tuple(Node("weight", value, "count", CONSTANT) for value in (share * 1e8, 1e8))
    key = Node("key", share, "share", QUOTIENT, weights, 2026, "vkp")
    found = said(Node("investment", need * share, "mnok", PRODUCT, (cell(need), key), 2026, "vkp"))
    assert found.numbers == numbers and not found.note


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_cell_says_where_it_stands_as_it_is_printed(language: str) -> None:
    facts = dict(said(cell(-17.5), language).facts)
    texts = Texts(language)
    assert facts[texts("calculation.fact.table")] == "Tabell 8"
    assert facts[texts("calculation.fact.row")] == "VKP"
    assert "\N{MINUS SIGN}17,5" in facts[texts("calculation.fact.printed")]
    assert "Tallgrunnlag" in facts[texts("calculation.fact.document")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lever_says_its_default_and_an_assumption_its_record(language: str) -> None:
    texts, source = Texts(language), Source(place="risk_margin", record="0102")
    facts = dict(said(Node("risk_margin", 0.02, "share", LEVER, source=source), language).facts)
    assert facts[texts("calculation.fact.default")] == texts.percent_in_full(0.05)
    assumed = said(Node("embedded_margin", 0.05, "share", CONSTANT, source=source), language)
    assert assumed.note == texts("calculation.assumption") and assumed.record == "0102"
    record = texts("calculation.record", number="0102")
    assert any(value.startswith(f"{record}: ") for value in dict(assumed.facts).values())
    assert assumed.kilde == "assumption.embedded_margin"


@pytest.mark.parametrize("prefix", ["", "nominal/", "reference/"])
def test_a_need_that_the_regulation_has_set_names_what_its_rounding_adds(prefix: str) -> None:
    """Decision record 0131: 1 029.25 is computed, and the page shows the 1 029.5 of the printed amounts."""
    question = Question(Scenario(figures=PRESENT, start=LAW), None, NOMINAL, 2026, "Helse Vest")
    contexts = (context(answer(question), Texts("nb")),)
    first = opened(f"{prefix}financing_need/2026/sum", contexts)[0]
    assert "På siden står 1\u202f029,5 mill. kr" in first.note and "+0,25 mill. kr" in first.note
    assert "På siden" not in opened(f"{prefix}financing_need/2027/sum", contexts)[0].note
    assert "På siden" not in opened(f"{prefix}charged/2026/sum", contexts)[0].note


@pytest.mark.parametrize("rate", [0.0, 0.031])
def test_an_amount_in_the_kroner_of_its_year_says_in_which(rate: float) -> None:
    shown = seen(scenario=Scenario(figures=PRESENT, risk_margin=0.03, index_rate=rate))
    found = opened("nominal/financing_need/2027/sum", (shown,), levels=1)[0]
    assert found.prices == ("løpende kroner, 3,1\N{NO-BREAK SPACE}% per år" if rate else "2025-kroner")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prices", [FIXED, NOMINAL])
def test_every_step_of_a_need_has_words_and_the_way_goes_down_to_where_figures_stand(
    language: str, prices: str
) -> None:
    shown = seen(language, prices=prices)
    found = opened("difference/financing_need/2028/sum", (shown,), levels=40, most=2000)
    by_path = {each.path: each for each in found}
    assert all(each.title and each.value for each in found)
    assert all(term.opens in by_path for each in found for term in each.terms)
    assert {each.kind for each in found} >= {CELL, LEVER, CONSTANT}
    assert all(each.facts or each.note for each in found if not each.terms)
    assert not {each.title for each in found if "_" in each.title}


def test_every_path_that_is_sent_leads_to_its_step() -> None:
    contexts = (seen(), seen(scenario=Scenario(figures=PRESENT)))
    for each in opened("beside/2/cost_level/2027/helsenorge", contexts, levels=5):
        node, context_of = node_at(each.path, contexts)
        assert step(node, each.path, context_of) == each
        assert each.path.startswith("beside/2/")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tull",
        "cost_level/1999/sum",
        "cost_level/2027/sum~99",
        "beside/3/cost_level/2027",
        "cost_level/2027~x",
        "beside/x/y",
        "~",
        "cost_level/2027/sum~-1",
    ],
)
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(ModelError):
        opened(path, (seen(), seen()))


def test_a_path_is_an_address_and_the_places_of_terms() -> None:
    assert paths.parts("beside/2/cost_level/2027~1~0") == (1, "cost_level/2027", (1, 0))
    assert paths.parts("cost_level/2027") == (0, "cost_level/2027", ())
