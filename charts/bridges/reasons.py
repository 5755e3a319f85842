"""What changed and why: the difference between two scenarios, lever group by lever group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from charts.bridges.bridge import ALL, figure_name
from charts.bridges.margin import margin_in_words, of_all
from charts.bridges.notes import percent_of
from charts.bridges.reasons_table import difference_address, lever_address, reasons_table
from charts.bridges.why import Reasons, cause, lever_name, moves, reasons
from charts.records.bridge import Bridge, BridgeRow
from charts.records.figure import Scale, Span
from charts.records.stack import Column, Stack
from charts.scale import axis, fine_axis
from charts.segments import DRIVER_TONES, segments
from charts.words import addresses
from charts.words.context import AGAINST, Context
from charts.words.names import solution_name
from charts.words.quantities import quantity_name
from model.answers.mixtures import ALL_GROUPS, UNSPENT
from model.answers.quantities import is_burden, is_payment, payer_of

TONES = {group: f"driver{at % DRIVER_TONES}" for at, group in enumerate(ALL_GROUPS)}


def reasons_bridge(reasons: Reasons, year: int | None, context: Context) -> Bridge:
    """From what the quantity is by the reference to what it is by the scenario, in ``year`` or over the whole plan."""
    texts, chosen = context.texts, reasons.of(year)
    first, last = float(chosen.reference[0]), float(chosen.scenario[0])
    rows = _rows(chosen, year, reasons, context)
    spans = [row.scenario for row in rows]
    axis_of = _axis(reasons)
    return Bridge(
        name="reasons",
        title=(
            texts("reasons.title"),
            _whom(reasons, context),
            reasons.when_in_prices(year, context),
        ),
        alt=texts(
            "reasons.alt",
            first=reasons.amount(first, texts),
            last=reasons.amount(last, texts),
            cause=cause(reasons, year, context),
        ),
        note=texts("reasons.note"),
        table=reasons_table(reasons, context),
        moved=moves(chosen),
        context=context,
        rows=rows,
        scale=Scale(axis_of(end for s in spans for end in (s.start, s.end)), axis_of(s.amount for s in spans[1:-1])),
        panels=(texts("bridge.panel_levels"), texts("reasons.panel_steps")),
        difference=reasons.change(last - first, texts),
        difference_of=percent_of(last - first, first, reasons.amount(first, texts), texts),
        difference_label=texts("figure.difference"),
        difference_opens=difference_address(reasons, year),
        payer=_payer(reasons),
    )


def against_reference(context: Context, group: str = ALL) -> Bridge:
    """The same bridge of a group's need in the year that is looked at, where it stands for the year's own bridge."""
    drawn = reasons_bridge(reasons(context.answer, solutions=group), context.year, context)
    return replace(
        drawn,
        name=figure_name(group),
        drawn_as=f"{figure_name(group)}_{AGAINST}",
        title=(
            context.texts("bridge.title_against", year=context.year, reference=context.the_reference),
            solution_name(group, context.baseline, context.texts),
            drawn.title[2],
        ),
        note=drawn.note if group == ALL else "",
        difference_label=context.difference_row,
    )


def _payer(reasons: Reasons) -> str:
    """Whose payment the reasons are of; empty for cost level and need."""
    return payer_of(reasons.quantity)


def _whom(reasons: Reasons, context: Context) -> str:
    what = quantity_name(reasons.quantity, context.texts)
    return context.texts("reasons.whom", what=what, first=context.reference, last=context.scenario)


def _axis(reasons: Reasons) -> Callable[[Iterable[float]], tuple[float, float]]:
    """What gives the ends of an axis: what somebody pays can be of any size."""
    return fine_axis if is_payment(reasons.quantity) else axis


def _rows(chosen: Reasons, year: int | None, whole: Reasons, context: Context) -> tuple[BridgeRow, ...]:
    """What the reference has, a step for each lever, what the scenario has; each opens its calculation."""
    first, last = float(chosen.reference[0]), float(chosen.scenario[0])
    amount_opens = whole.address(year)
    rows = [
        replace(
            _total("reference", context.reference, first, chosen, context),
            opens=whole.address(year, addresses.reference),
        )
    ]
    level = first
    for lever, amount in zip(chosen.levers, chosen.amounts[0].tolist(), strict=True):
        if lever in ALL_GROUPS or abs(amount) >= chosen.same:
            step = _step(lever, level, amount, chosen, context)
            rows.append(replace(step, opens=lever_address(whole, lever, year)))
        level += amount
    return (*rows, replace(_total("scenario", context.scenario, last, chosen, context), opens=amount_opens))


def _total(component: str, name: str, amount: float, chosen: Reasons, context: Context) -> BridgeRow:
    """A bar from zero; the reference's is a fact."""
    text, span, fact = chosen.amount(amount, context.texts), Span(0.0, amount), component == "reference"
    return BridgeRow(component, name, True, span, span if fact else Span(0.0, 0.0), text, f"{name}: {text}", fact)


def _step(lever: str, level: float, amount: float, chosen: Reasons, context: Context) -> BridgeRow:
    texts = context.texts
    arrow = "" if abs(amount) < chosen.hidden else "▲ " if amount > 0 else "▼ "
    name, text = lever_name(lever, context.baseline, texts), chosen.change(amount, texts)
    span = Span(level, level + amount)
    hover, is_nothing = f"{name}: {text}", abs(amount) < chosen.hidden
    return BridgeRow(lever, name, False, span, Span(level, level), arrow + text, hover, is_nothing=is_nothing)


def reasons_by_year(reasons: Reasons, context: Context) -> Stack:
    """Each year's difference by lever group: what is saved now and comes back later."""
    texts = context.texts
    groups = [group for group in ALL_GROUPS if group in reasons.groups]
    amounts = np.stack(
        [reasons.amounts[:, [g == group for g in reasons.groups]].sum(axis=1) for group in groups], axis=-1
    )
    names = tuple(texts(f"reason.{group}") for group in groups)
    whole, is_named = amounts.sum(axis=1), is_payment(reasons.quantity) or is_burden(reasons.quantity)
    columns = tuple(
        _column(year, parts.tolist(), names, groups, reasons, context)
        for year, parts in zip(reasons.years, amounts, strict=True)
    )
    return Stack(
        name="reasons_by_year",
        title=(
            texts("reasons.title_years"),
            quantity_name(reasons.quantity, texts) if is_named else context.scenario,
            f"{reasons.years[0]}–{reasons.years[-1]} · {reasons.basis(context)}",
        ),
        alt=texts(
            "reasons.alt_years", total=reasons.change(float(whole.sum()), texts), when=reasons.when(None, context)
        ),
        note=_years_note(reasons, context),
        table=reasons_table(reasons, context),
        moved=moves(reasons),
        context=context,
        series=tuple((name, TONES[group]) for name, group in zip(names, groups, strict=True)),
        columns=columns,
        scale=_axis(reasons)(end for column in columns for s in column.segments for end in (s.span.start, s.span.end)),
        named=False,
        decimals=reasons.decimals,
        payer=_payer(reasons),
    )


def _years_note(reasons: Reasons, context: Context) -> str:
    """That a margin is no saving, year by year; where only unspent money moves, that it comes back; else nothing."""
    told = margin_in_words(context)
    if not told:
        unspent = reasons.amounts[:, [group == UNSPENT for group in reasons.groups]]
        return context.texts("reasons.note_years") if (np.abs(unspent) >= reasons.hidden).any() else ""
    return of_all(told, context) if is_payment(reasons.quantity) else told


def _column(
    year: int, parts: list[float], names: tuple[str, ...], groups: Sequence[str], reasons: Reasons, context: Context
) -> Column:
    opens = [lever_address(reasons, group, year) for group in groups]
    drawn = segments(parts, str(year), names, context, reasons.decimals, opens)
    shown_segments = tuple(s for s in drawn if abs(s.span.amount) >= reasons.same)
    top = max([0.0, *(s.span.end for s in shown_segments)])
    text, whole = reasons.change(sum(parts), context.texts), difference_address(reasons, year)
    return Column(str(year), "", top, text, False, shown_segments, opens=whole)
