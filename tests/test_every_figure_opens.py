"""Every figure of every page opens a calculation whose outcome, written as the figure is, is the figure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pytest

from charts.bridges.bridge import bridge, solution_groups
from charts.bridges.details import BarTable, details_tables
from charts.bridges.reasons import against_reference, reasons_bridge, reasons_by_year
from charts.bridges.why import reasons
from charts.calculation.names import title
from charts.calculation.values import outcome_of
from charts.development import picture, structure, summary, track_record
from charts.development import tables as development_tables
from charts.goals.candidates import candidates
from charts.goals.goal import Goal, holding
from charts.goals.goals import what_it_takes
from charts.goals.paths import path_figures, what_a_path_takes
from charts.money import own_part, settled, settled_numbers, story, story_tables
from charts.money.settled_words import spent_alike
from charts.payers import (
    beside,
    burden,
    groups,
    history,
    history_tables,
    invoice,
    law,
    municipal,
    net,
    own,
    own_words,
    regions,
    unit_costs,
)
from charts.payers.municipal import SortTable
from charts.payers.of_group import group_figure
from charts.payers.paid import Own
from charts.plans.comparison import comparison_figures, comparison_key_figures
from charts.plans.differences import differences
from charts.plans.drivers import drivers
from charts.plans.from_law import growth_table
from charts.plans.key_figures import key_figures
from charts.plans.plan import plan
from charts.plans.time_figures import time_figures, time_figures_of
from charts.records.bars import BarRow, Bars
from charts.records.bridge import Bridge
from charts.records.figure import Figure, KeyFigure, Table
from charts.records.flow import Flow, FlowRow
from charts.records.plane import Plane
from charts.records.points import Points
from charts.records.stack import Column, Stack
from charts.uncertainty.causes import made_of, margin_buys, tornado
from charts.uncertainty.curves import fan, over
from charts.uncertainty.dots import dots
from charts.uncertainty.doubt import Doubt
from charts.uncertainty.words import doubt_key_figures
from charts.words.addresses import BESIDE
from charts.words.context import AGAINST, SINCE, Context
from model import OwnData, Scenario
from model.answers.quantities import QUANTITIES
from model.baseline.axes import PAYER_GROUPS
from model.explaining.calculation import Calculations
from model.explaining.node import LEAVES, SIMULATED, Node
from model.explaining.reasons import quantity_address
from model.history.development import FIXED, NOMINAL, PRINTED
from model.payers import key_alternatives, municipal_key_from, municipalities
from model.uncertainty import Asked, HowSure
from tests.asking import shown
from tests.baselines import spring_2026
from texts import LANGUAGES, Texts

NUMBER = re.compile(r"[-\N{MINUS SIGN}+]?\d[\d\N{NARROW NO-BREAK SPACE}]*(?:,\d+)?")
EVERY = 7
WEST, OSLO = "Helse Vest", "0301"
RANGE = re.compile(r"\d\N{EN DASH}\d")
NOISE = 1e-9  # MNOK
OF_HUNDRED, BEYOND = re.compile(r"^\d+ (av|of) 100$"), re.compile(r" (av|of) 100$")
"""A share of the draws as a count, and as one that only says what it is less or more than."""
DRAWN = 1e-6  # MNOK: what a bar may lie beside its calculation, whose printed parts are rounded to whole kroner


@dataclass(frozen=True)
class Shown:
    """A figure of a page: where it stands, as it is written, and the address that it opens.

    unit: of a table's cell, or of a chart that is not in MNOK. value: of a bar, which is drawn and not written.
    """

    place: str
    text: str
    opens: str
    unit: str = ""
    value: float | None = None


def cells(name: str, table: Table, words: Sequence[int] = (0,)) -> Iterator[Shown]:
    """The numbers of a table; words: the columns that hold none."""
    for at, row in enumerate(table.rows):
        for column, text in enumerate(row):
            if column not in words and NUMBER.search(text) and table.unit_at(at, column) != "year":
                opens = table.opens[at][column] if table.opens else ""
                yield Shown(f"{name}: {row[0]}, {table.header[column]}", text, opens, table.unit_at(at, column))


def of_figure(figure: Figure) -> Iterator[Shown]:
    yield from cells(figure.name, figure.table)
    yield from of_parts(figure)


def of_parts(figure: Figure) -> Iterator[Shown]:
    """What is written at the bars and points of a figure, and how far they reach."""
    match figure:
        case Bridge():
            yield from (Shown(f"{figure.name}/{row.component}", row.text, row.opens) for row in figure.rows)
        case Stack():
            yield from (each for column in figure.columns for each in of_column(column, figure))
        case Points():
            unit = "percent" if figure.guides else "mnok"
            points = [point for series in figure.series for point in series.points]
            yield from (Shown(f"{figure.name}/{p.hover}", p.text, p.opens, unit, p.value) for p in points)
        case Flow():
            yield from (each for row in figure.rows for each in of_row(row, figure))
        case Plane():
            yield from of_plane(figure)
        case Bars():
            yield from (each for row in figure.rows for each in of_bars(row, figure))


def of_plane(figure: Plane) -> Iterator[Shown]:
    """Every seventh point of a plane, for each draws anew; of dots, which stand in columns, words have the amount."""
    is_share = figure.y_range == (0.0, 1.0)
    for curve in figure.curves:
        for point in curve.points[::EVERY]:
            place, share = f"{figure.name}/{point.hover}", f"{100 * point.y:.1f}".replace(".", ",")
            yield Shown(place, share, point.opens) if is_share else Shown(place, "", point.opens, "", point.y)
    for cloud in figure.clouds:
        for point in cloud.points[::EVERY]:
            yield Shown(f"{figure.name}/{point.hover}", point.hover.rpartition(": ")[2], point.opens)


def of_bars(row: BarRow, figure: Bars) -> Iterator[Shown]:
    """The bars of a row: how far they reach, and how long they are where they share a whole."""
    for bar in row.spans:
        value = 100 * bar.span.amount if figure.scale == (0.0, 1.0) else bar.span.end
        yield Shown(f"{figure.name}/{bar.hover}", bar.hover, bar.opens, "", value)


def of_column(column: Column, figure: Stack) -> Iterator[Shown]:
    unit, marker = figure.table.unit_at(0, 1), column.marker
    if NUMBER.search(column.text):
        yield Shown(f"{figure.name}/{column.label}", column.text, column.opens, unit)
    for part in (*column.segments, *column.reference):
        if abs(part.span.amount) > NOISE:
            yield Shown(f"{figure.name}/{part.hover}", part.hover, part.opens, unit, part.span.amount)
    if marker is not None:
        yield Shown(f"{figure.name}/{column.marker_hover}", "", column.marker_opens, unit, marker)


def of_row(row: FlowRow, figure: Flow) -> Iterator[Shown]:
    if NUMBER.search(row.short_text):
        yield Shown(f"{figure.name}/{row.label}", row.short_text, row.opens)
    yield Shown(f"{figure.name}/{row.label}/rest", row.rest_text, row.rest_opens)
    for part in (*row.whole, *row.rest):
        yield Shown(f"{figure.name}/{part.hover}", part.hover, part.opens, "mnok", part.span.amount)


def of_keys(keys: Sequence[KeyFigure]) -> Iterator[Shown]:
    for key in keys:
        if NUMBER.search(key.value):
            in_nok = key.value.endswith(" kr") and "mill" not in key.value
            yield Shown(key.name, key.value, key.opens, "nok" if in_nok else "mnok")


def of_lines(tables: Sequence[BarTable]) -> Iterator[Shown]:
    for table in tables:
        for row in table.rows:
            for at, (text, _) in enumerate(row.cells):
                if text:
                    yield Shown(f"{table.title}: {row.label}", text, row.opens[at] if row.opens else "", "mnok")


def overview(context: Context) -> Iterator[Shown]:
    """Oversikt, Fossefall and Fireårsplan."""
    for told in (AGAINST, SINCE):
        yield from of_keys(key_figures(replace(context, told=told)))
    for group in solution_groups(context.baseline):
        yield from of_figure(bridge(context, group))
        yield from of_figure(against_reference(context, group))
        yield from of_figure(drivers(context, group))
        yield from of_lines(details_tables(group, context.baseline, context.texts))
    yield from of_figure(plan(context))
    yield from of_figure(plan(context, "financing_need"))
    if context.baseline.law is not None:
        yield from cells("growth", growth_table(context.baseline.law, context))


def why(context: Context) -> Iterator[Shown]:
    """Hvorfor."""
    yield from of_keys(time_figures(context))
    for quantity in (*QUANTITIES, OSLO, WEST):
        for one_by_one in (False, True):
            found = reasons(context.answer, one_by_one, quantity)
            for year in (None, context.year):
                yield from of_figure(reasons_bridge(found, year, context))
            yield from of_figure(reasons_by_year(found, context))
            yield from of_keys(time_figures_of(found, context))


def payers(context: Context) -> Iterator[Shown]:
    """Hvem betaler."""
    answer, texts, question = context.answer, context.texts, context.question
    mine = Own.of(question.us or WEST, answer)
    yield from of_keys((*own_words.own_key_figures(mine, context), *history.growth_key_figure(mine, context)))
    for figure in (
        *history.history_figure(mine.paid.payer.group, context),
        own.own_figure(mine, context),
        regions.regions_figure(context),
        groups.groups_figure(context),
        *(group_figure(group, context) for group in PAYER_GROUPS),
    ):
        yield from of_figure(figure)
    if answer.history is not None:
        yield from cells("history", history_tables.history_table(answer.history, context), (0, 1))
        yield from cells("own_history", history_tables.own_history_table(mine, answer.history, context))
    yield from cells("net", net.net_table(mine, context))
    if context.baseline.law is not None:
        yield from cells("own_law", law.own_law_table(mine, context))
        yield from cells("groups_law", law.groups_law_table(context), (0, 1))
    yield from cells("burden", burden.burden_table(mine, context))
    other = key_alternatives(
        mine.paid.payer.id,
        answer.result,
        question.scenario,
        question.own.municipal_key,
        question.own.all_vkp_users,
    )
    yield from cells("alternatives", burden.alternatives_table(other, mine, context), (0, 1))
    yield from cells("members", beside.members_table(context))
    yield from cells("pharmacies", beside.pharmacies_table(context))
    memos = beside.memo_table(context)
    yield from cells("memos", memos, (0, 1, len(memos.header) - 1))
    yield from cells("compensation", beside.compensation_table(texts), (0, 1, 4))
    yield from cells("invoice", invoice.invoice_table(texts), (0, 1, 5))
    yield from of_list(municipal.municipal_table(context))


def of_list(table: SortTable) -> Iterator[Shown]:
    """Every fiftieth municipality."""
    for row in table.rows[::50]:
        for column, value in zip(table.columns, row, strict=True):
            if isinstance(value, float):
                opens, unit = column.opens.replace("{row}", str(row[0])), "mnok" if "mill" in column.label else "nok"
                text = f"{value:.{column.decimals}f}".replace(".", ",")
                yield Shown(f"{row[1]}: {column.label}", text, opens, unit)


def costs(context: Context) -> Iterator[Shown]:
    """Enhetskostnader."""
    yield from of_keys(unit_costs.unit_cost_key_figures(context.baseline, context.texts))
    yield from of_figure(unit_costs.per_inhabitant_figure(context))
    yield from cells("unit_costs", unit_costs.unit_cost_table(context.baseline, context.texts), (0, 4, 5))


def money(context: Context) -> Iterator[Shown]:
    """Tidligere års midler."""
    context = spent_alike(context)
    yield from of_keys(settled_numbers.money_key_figures(context))
    for figure in (*settled.settled_figures(context), *story.story_figure(context)):
        yield from of_figure(figure)
    if context.question.us:
        yield from cells("own_money", own_part.own_table(context))
    yield from cells("shares", story_tables.shares_table(context), (0, 2))
    yield from cells("reasons", story_tables.reasons_table(context), (0, 1, 3))
    yield from cells("ties", story_tables.ties_table(context), (0, 4, 5))
    yield from cells("cells", story_tables.cells_table(context), (0, 2, 3))


def development(context: Context) -> Iterator[Shown]:
    """Utvikling."""
    for group in solution_groups(context.baseline):
        for basis in (PRINTED, FIXED, NOMINAL):
            yield from of_keys(summary.development_key_figures(group, context, basis))
            for figure in picture.development_figure(group, context, basis):
                yield from of_figure(figure)
    for figure in track_record.track_record_figure(context):
        yield from cells(figure.name, figure.table, (0, 1, 5))
        yield from of_parts(figure)
    yield from cells("amounts", development_tables.amounts_table(context), (0, 1, 2, 4, 7))
    yield from cells("growth", development_tables.growth_table(context), (0, 1, 2, 3, 5))
    yield from cells("conversion", development_tables.conversion_table(context), (0, 2, 3))
    yield from cells("parts", structure.parts_table(context.texts), (0, 2, 3))
    yield from cells("gap", structure.gap_table(context), (0, 1, 3, 5))
    yield from cells("volumes", structure.volumes_table(context), (0, 2, 3, 4))


def uncertain(context: Context) -> Iterator[Shown]:
    """Usikkerhet; a share of the draws is told as so many of a hundred."""
    for quantity in ("financing_need", context.question.us or "kommuner"):
        asked = Asked(context.question, quantity, ranges=("extra_volume:uniform:0.0:0.01",), draws=1_000)
        doubt = Doubt.of(HowSure(asked), context)
        yield from (each for each in of_keys(doubt_key_figures(doubt)) if not each.text.startswith("færre"))
        for figure in (dots(doubt), fan(doubt), over(doubt), margin_buys(doubt, asked.margins())):
            shares = cells(figure.name, figure.table)
            yield from (each for each in shares if OF_HUNDRED.search(each.text) or not BEYOND.search(each.text))
            yield from of_plane(figure)
        yield from of_figure(made_of(doubt, asked.shares()))
        alone = tornado(doubt, asked.effects())
        yield from cells(alone.name, alone.table, (0, 1, 3))
        yield from of_parts(alone)


PAGES = (overview, why, payers, costs, money, development, uncertain)


def scale(node: Node, unit: str) -> float:
    """What a calculation's value is multiplied by to stand as a figure does."""
    if node.unit == "share":
        return 100.0
    return 1e6 if node.unit == "mnok" and unit == "nok" else 1.0


def number(text: str) -> tuple[float, int]:
    """The number of a text and its decimals; of a range the last, which is what stands without money back."""
    found = NUMBER.findall(text)
    chosen = found[1] if len(found) > 1 and RANGE.search(text) else found[0]
    digits = re.sub(r"[^\d,.+\N{MINUS SIGN}-]", "", chosen).replace("\N{MINUS SIGN}", "-").replace(",", ".")
    return float(digits), len(digits.partition(".")[2])


def fault(figure: Shown, node: Node) -> str:
    """What is wrong with what a figure opens; empty where it is what is shown."""
    value = node.value * scale(node, figure.unit)
    if figure.value is not None:
        is_same = abs(value - figure.value) <= DRAWN * max(1.0, scale(node, figure.unit))
        return "" if is_same else f"drawn {figure.value}, opens {value}"
    written, decimals = number(figure.text)
    return "" if abs(value - written) <= 0.5 * 10.0**-decimals + 1e-6 else f"written {written}, opens {value}"


def faults(figures: Iterable[Shown], calculations: Calculations) -> list[str]:
    """What is wrong with the figures of a page."""
    found = []
    for figure in figures:
        if not figure.opens:
            found.append(f"{figure.place}: {figure.text} opens nothing")
            continue
        problem = fault(figure, calculations.node(figure.opens))
        found += [f"{figure.place}: {figure.text}, {figure.opens}: {problem}"] if problem else []
    return found


INDEX = "kommunenummer;indeks\n" + "\n".join(f"{number};1,0{at % 7}" for at, number in enumerate(municipalities()))
FILES = OwnData(
    municipal_key=municipal_key_from(INDEX.encode(), "key.csv"), vkp_users=frozenset({OSLO, "1103", "4601"})
)
OWN = OwnData(
    deflator_rate=0.03,
    compensations_mnok={WEST: 10.0, OSLO: 2.0},
    service_agreements_mnok={WEST: 4.0, OSLO: 1.0},
    volumes={"helsenorge": 1000.0},
)
SHARED = {"vkp": {"rhf": 0.4, "kommuner": 0.6}, "e_resept": {"kommuner": 1.0}}
MOVED = Scenario(risk_margin=0.03, index_rate=0.031, extra_volume=0.01, underspend_rate=0.02, rhf_key="population")
FROM_LAW = Scenario(
    start="law", index_rate=0.02, extra_efficiency=0.01, keys="proposal_2021", base_year_underspend_returned=1.0
)
VIEWS = {
    "at rest": {"scenario": Scenario(), "us": WEST, "year": 2026},
    "moved, in fixed prices": {"scenario": MOVED, "us": OSLO, "year": 2027, "prices": "faste", "own": OWN},
    "from the law": {"scenario": FROM_LAW, "us": WEST, "year": 2027, "own": OWN},
    "own files": {"scenario": Scenario(keys=SHARED), "us": OSLO, "year": 2028, "own": FILES},
    "another baseline": {"scenario": Scenario(figures=spring_2026(), risk_margin=0.02), "us": OSLO, "year": 2028},
}


def unsound(node: Node, seen: set[int]) -> Iterator[str]:
    """The steps under a calculation that are not their operation over their terms, and the leaves without a source."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if node.op in LEAVES:
        source = node.source
        if source is None or not any((source.document, source.table, source.place, source.record)):
            yield f"{node.name} has no source"
        return
    given = outcome_of(node.op, [term.value for term in node.terms])
    if node.op != SIMULATED and abs(given - node.value) > NOISE * max(1.0, abs(given)):
        yield f"{node.name} is {node.value}, its terms give {given}"
    for term in node.terms:
        yield from unsound(term, seen)


def unnamed(node: Node, context: Context, seen: set[str]) -> Iterator[str]:
    """The names of steps that no catalogue has."""
    if node.name not in seen:
        seen.add(node.name)
        try:
            title(node, context)
        except KeyError as error:
            yield str(error)
    for term in node.terms:
        if f"{node.name}/{term.name}" not in seen:
            seen.add(f"{node.name}/{term.name}")
            yield from unnamed(term, context, seen)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
@pytest.mark.parametrize("view", VIEWS)
def test_every_figure_opens_what_it_shows(page: Callable[[Context], Iterator[Shown]], view: str) -> None:
    context = shown(**VIEWS[view])
    calculations, seen = Calculations.of(context.answer), set[int]()
    figures = list(page(context))
    assert not faults(figures, calculations)
    for each in dict.fromkeys(figure.opens for figure in figures):
        assert not [*unsound(calculations.node(each), seen)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_step_has_a_name_in_every_language(view: str, language: str) -> None:
    context = shown(language=language, **VIEWS[view])
    calculations, seen = Calculations.of(context.answer), set[str]()
    for page in PAGES:
        for each in dict.fromkeys(figure.opens for figure in page(context)):
            assert not [*unnamed(calculations.node(each), context, seen)]


@pytest.mark.parametrize("quantity", ["financing_need", "kommuner", WEST])
@pytest.mark.parametrize("view", ["at rest", "moved, in fixed prices"])
def test_a_needed_value_opens_what_it_gives(view: str, quantity: str) -> None:
    answer = shown(**VIEWS[view]).answer
    scenario, calculations, year = answer.question.scenario, Calculations.of(answer), 2028
    present = calculations.node(quantity_address(quantity, year)).value
    goal = Goal(quantity, year, round(0.99 * present, 1), answer.is_fixed, answer.question.own)
    takes = what_it_takes(scenario, goal, candidates(scenario), Texts("nb"))
    assert takes.reached
    for each in takes.reached:
        node = calculations.node(each.opens)
        assert goal.is_met(node.value) and not [*unsound(node, set())]


@pytest.mark.parametrize("quantity", ["financing_need", WEST])
def test_each_year_of_a_path_opens_what_it_becomes(quantity: str) -> None:
    """With the levers that work after the year that is held; what the scenario itself gives opens too."""
    context = shown(**VIEWS["moved, in fixed prices"])
    answer, calculations, texts = context.answer, Calculations.of(context.answer), Texts("nb")
    present = calculations.node(quantity_address(quantity, 2028)).value
    goal = Goal(quantity, 2027, round(0.97 * present, 1), answer.is_fixed, answer.question.own, to=2029, held=2026)
    before = holding(answer.question.scenario, goal)
    takes = what_a_path_takes(before, goal, candidates(before), texts)
    for year in (year for row in takes.reached for year in row.of_years):
        assert texts.amount(calculations.node(year.opens).value, goal.fewest) == year.amount
    for key in path_figures(goal, context)[1]:
        assert texts.amount(calculations.node(key.opens).value, goal.fewest) == key.value


def test_compared_scenarios_open_each_their_own() -> None:
    contexts = [shown(Scenario(), year=2027), shown(MOVED, year=2027)]
    calculations = [Calculations.of(each.answer) for each in contexts]
    table, figures = differences(contexts), comparison_figures(contexts)
    named = [of_keys(comparison_key_figures(contexts)), cells("differences", table), *map(of_figure, figures)]
    found = [each for part in named for each in part if table.row_units or each]
    for each in (each for each in found if each.unit in ("", "mnok")):
        beside, place, address = each.opens.split("/", 2)
        assert beside == BESIDE
        assert not fault(each, calculations[int(place) - 1].node(address)), each
