"""The bridge of one year: from what was paid last year to this year's financing need."""

from collections.abc import Mapping

from charts.bridges.notes import bridge_note, percent_of
from charts.records.bridge import Bridge, BridgeRow
from charts.records.figure import Scale, Span, Table
from charts.scale import axis
from charts.words import addresses
from charts.words.context import SAME, TENTH, Context
from charts.words.growth import growth_note
from charts.words.names import solution_name
from charts.words.need_range import need_in_words
from charts.words.told import follows_law
from model import COMPONENTS, Baseline, Result
from model.answers.changes import LAPSED_STATE_FUNDING, LAW_ROUNDING, SHOWN_WHERE_NOT_ZERO, payment_bridge
from model.answers.quantities import FINANCING_NEED
from texts import Texts

ALL = "all"
TOTALS = ("previous_level", "previous_need", "cost_level", "financing_need")
CHARGED = "charged"
"""What an address calls the need that is paid: in the year that the regulation has set, what it has."""


def solution_groups(baseline: Baseline) -> Mapping[str, tuple[int, ...]]:
    """The groups that a bridge is drawn of, all solutions first: id → the places of its solutions on the axis."""
    groups = {ALL: baseline.solutions, **baseline.bridge_groups}
    return {group: tuple(baseline.at(solution) for solution in solutions) for group, solutions in groups.items()}


def bridge(context: Context, group: str = ALL, is_alone: bool = False) -> Bridge:
    """The solutions of ``group`` together in the year that is looked at, the scenario drawn over the reference.

    It starts from last year's payment, the first year's from what was available: that is the printed bridge.
    ``is_alone``: whether it has the page, and room for all that is to be said.
    """
    answer, year = context.answer, context.year
    of_both = ((answer.result, answer.charged[0]), (answer.reference, answer.reference_charged[0]))
    amounts, reference_amounts = _drawn(*(_amounts(*results, year, group) for results in of_both))
    values, reference_values = list(amounts.values()), list(reference_amounts.values())
    moved = max(abs(a - b) for a, b in zip(values, reference_values, strict=True)) >= SAME
    rows = tuple(
        _row(component, spans, address_of(component, year, group), context)
        for component, *spans in zip(amounts, _spans(amounts), _spans(reference_amounts), strict=True)
    )
    texts, change = context.texts, values[-1] - values[0]
    is_from_frame = follows_law(context)
    return Bridge(
        name=figure_name(group),
        title=(
            texts(f"bridge.title_{'first' if context.is_first_year else 'payment'}", previous=year - 1, year=year),
            solution_name(group, context.baseline, texts),
            f"{year} · {context.prices}",
        ),
        alt=texts(
            "bridge.alt",
            previous=year - 1,
            year=year,
            first=texts.amount(values[0]),
            cost=texts.amount(amounts["cost_level"]),
            need=need_in_words(values[-1], year, context) if group == ALL else texts.amount(values[-1]),
            largest=_largest(rows, context),
        ),
        note=bridge_note(amounts, moved, is_from_frame and is_alone, context)
        if group == ALL
        else growth_note(group, context, is_alone),
        table=_table(rows, moved, context),
        moved=moved,
        context=context,
        rows=rows,
        scale=scale_of(rows),
        panels=(texts("bridge.panel_levels"), texts("bridge.panel_steps")),
        difference=texts.change(change),
        difference_of=percent_of(change, 0.0 if is_from_frame else values[0], texts.amount(values[0]), texts),
        difference_label=texts("bridge.difference_label", previous=year - 1, year=year),
        difference_opens=addresses.more(rows[-1].opens, rows[0].opens),
    )


def address_of(component: str, year: int, group: str) -> str:
    """The address of a component's amount in the year's bridge; what lapses is of the year before."""
    before = {
        "previous_need": addresses.of(CHARGED, year - 1, group),
        "lapsed_return": addresses.of("returned", year - 1, group),
        LAPSED_STATE_FUNDING: addresses.of("state", year - 1, group),
        LAW_ROUNDING: addresses.more(
            addresses.of(FINANCING_NEED, year - 1, group), addresses.of(CHARGED, year - 1, group)
        ),
    }
    return before.get(component) or addresses.of(component, year, group)


def figure_name(group: str) -> str:
    """The id of a group's bridge: ``bridge`` for all solutions, else ``bridge_helsenorge`` and so on."""
    return "bridge" if group == ALL else f"bridge_{group}"


def scale_of(rows: tuple[BridgeRow, ...]) -> Scale:
    """The axes that hold every bar of the rows."""
    spans = [(row, span) for row in rows for span in (row.scenario, row.reference)]
    return Scale(
        level=axis(end for _, span in spans for end in (span.start, span.end)),
        steps=axis(span.amount for row, span in spans if not row.total),
    )


def _amounts(result: Result, charged: Result, year: int, group: str) -> dict[str, float]:
    """Component → MNOK in ``year``, the group's solutions added, of the first scenario."""
    at, places = result.years.index(year), list(solution_groups(result.baseline)[group])
    if at:
        component_amounts = payment_bridge(result, year, charged)
    else:
        component_amounts = {component: result.amounts()[component][at] for component in COMPONENTS}
    return {component: float(amount[places, 0].sum()) for component, amount in component_amounts.items()}


def _drawn(*amounts: dict[str, float]) -> list[dict[str, float]]:
    """The components that are drawn: all but those that only stand where they are something, in any of ``amounts``."""
    nothing = {name for name in SHOWN_WHERE_NOT_ZERO if not any(each.get(name) for each in amounts)}
    return [{name: amount for name, amount in each.items() if name not in nothing} for each in amounts]


def _spans(amounts: Mapping[str, float]) -> list[Span]:
    """Where each bar lies: totals stand on zero, steps start where the row before ended."""
    spans, level = [], 0.0
    for component, amount in amounts.items():
        start = 0.0 if component in TOTALS else level
        level = start + amount
        spans.append(Span(start, level))
    return spans


def _row(component: str, spans: list[Span], opens: str, context: Context) -> BridgeRow:
    """A row with its label, amount and hover text; ``spans`` are the scenario's and the reference's."""
    year = context.year
    scenario, reference = spans
    texts, total = context.texts, component in TOTALS
    number = texts.amount if total else texts.change
    is_after_law = component == "previous_need" and context.starts_from(year - 1)
    label = component_name("law_need" if is_after_law else component, year, context.baseline, texts)
    arrow = "" if total or abs(scenario.amount) < TENTH else "▲ " if scenario.amount > 0 else "▼ "
    return BridgeRow(
        component=component,
        label=label,
        total=total,
        scenario=scenario,
        reference=reference,
        text=arrow + number(scenario.amount),
        hover=texts(
            "figure.hover",
            label=label,
            name=context.reference,
            scenario=number(scenario.amount),
            reference=number(reference.amount),
            difference=texts.change(scenario.amount - reference.amount),
        ),
        opens=opens,
        is_nothing=not total and max(abs(scenario.amount), abs(reference.amount)) < TENTH,
    )


def component_name(component: str, year: int, baseline: Baseline, texts: Texts) -> str:
    """What a component is called in ``year``; the plan's first starts from what was available (Tabell 8)."""
    if component == "previous_level" and year == baseline.first_year:
        return texts("component.available", previous=year - 1)
    return texts(f"component.{component}", previous=year - 1, year=year)


def largest_steps(drawn: Bridge) -> str:
    """The two largest steps of a bridge in words."""
    return _largest(drawn.rows, drawn.context)


def _largest(rows: tuple[BridgeRow, ...], context: Context) -> str:
    steps = sorted((row for row in rows if not row.total), key=lambda row: -abs(row.scenario.amount))
    return context.texts.listed([_named(step, context) for step in steps[:2]])


def _named(row: BridgeRow, context: Context) -> str:
    """«effektivisering (−29,8)»."""
    return f"{row.label.lower()} ({context.texts.change(row.scenario.amount)})"


def _table(rows: tuple[BridgeRow, ...], moved: bool, context: Context) -> Table:
    """The rows of the bridge as a table; the comparison only where there is one."""
    texts = context.texts
    body = []
    for row in rows:
        number = texts.amount if row.total else texts.change
        cells = [row.label, number(row.scenario.amount)]
        if moved:
            difference = row.scenario.amount - row.reference.amount
            cells += [number(row.reference.amount), texts.change(difference)]
        body.append(tuple(cells))
    opens = tuple(("", *addresses.compared(row.opens, moved)) for row in rows)
    return Table(header=context.header(moved), rows=tuple(body), opens=opens)
