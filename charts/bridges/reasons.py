"""What changed and why: the difference between two scenarios, lever group by lever group."""

from dataclasses import dataclass

import numpy as np

from charts.records import Bridge, BridgeRow, Column, Scale, Span, Stack, Table
from charts.scale import axis
from charts.segments import SERIES_TONES, segments, series_tone
from charts.words.context import SAME, TENTH, Context, sum_words
from charts.words.settings import label
from model import Answer, Baseline
from model.answers.attribution import LEVER_GROUPS
from model.baseline.axes import Array
from texts import Texts

TONES = {group: series_tone(at) if at < SERIES_TONES else f"driver{at - 4}" for at, group in enumerate(LEVER_GROUPS)}


@dataclass(frozen=True, slots=True, eq=False)
class Reasons:
    """The needs of two scenarios and what makes the difference, all solutions, MNOK in the prices that are shown.

    scenario, reference: (year,). amounts: (year, lever), adding up to the difference. levers and their groups.
    """

    years: tuple[int, ...]
    scenario: Array
    reference: Array
    amounts: Array
    levers: tuple[str, ...]
    groups: tuple[str, ...]

    def of(self, year: int | None) -> "Reasons":
        """One year alone, or all years as one where it is None."""
        at = slice(None) if year is None else slice(self.years.index(year), self.years.index(year) + 1)
        years = (self.years[0],) if year is None else (year,)
        scenario, reference, parts = (
            a[at].sum(axis=0, keepdims=True) for a in (self.scenario, self.reference, self.amounts)
        )
        return Reasons(years, scenario, reference, parts, self.levers, self.groups)


def reasons(answer: Answer, one_by_one: bool = False) -> Reasons:
    """What makes the difference between scenario and reference: lever groups, or some of them unfolded."""
    attribution = answer.why_one_by_one if one_by_one else answer.why
    scenario, reference = (result.financing_need[:, :, 0].sum(axis=1) for result in (answer.result, answer.reference))
    return Reasons(
        attribution.years, scenario, reference, attribution.amounts.sum(axis=1), attribution.levers, attribution.groups
    )


def reasons_bridge(reasons: Reasons, year: int | None, context: Context) -> Bridge:
    """From the reference's need to the scenario's, in ``year`` or over the whole plan."""
    texts, chosen = context.texts, reasons.of(year)
    first, last = float(chosen.reference[0]), float(chosen.scenario[0])
    moved = bool(np.abs(chosen.amounts).max() >= SAME)
    rows = _rows(chosen, context)
    spans = [row.scenario for row in rows]
    when = _when(reasons, year, context)
    return Bridge(
        name="reasons",
        title=(
            texts("reasons.title"),
            texts("reasons.whom", first=context.reference, last=context.scenario),
            f"{when} · {context.prices}" if year else when,
        ),
        alt=texts(
            "reasons.alt", first=texts.amount(first), last=texts.amount(last), cause=cause(reasons, year, context)
        ),
        note=texts("reasons.note"),
        table=_table(reasons, context),
        moved=moved,
        context=context,
        rows=rows,
        scale=Scale(axis(end for s in spans for end in (s.start, s.end)), axis(s.amount for s in spans[1:-1])),
        panels=(texts("bridge.panel_levels"), texts("reasons.panel_steps")),
        difference=texts(
            "bridge.difference",
            amount=texts.change(last - first),
            percent=texts.percent_change((last - first) / first) if first else "",
            base=texts.amount(first),
        ),
        difference_label=texts("figure.difference"),
    )


def _rows(chosen: Reasons, context: Context) -> tuple[BridgeRow, ...]:
    """The reference's need, a step for each lever, the scenario's need."""
    first, last = float(chosen.reference[0]), float(chosen.scenario[0])
    rows = [_total("reference", context.reference, first, context, fact=True)]
    level = first
    for lever, amount in zip(chosen.levers, chosen.amounts[0].tolist(), strict=True):
        if lever in LEVER_GROUPS or abs(amount) >= SAME:
            rows.append(_step(lever, level, amount, context))
        level += amount
    return (*rows, _total("scenario", context.scenario, last, context))


def _total(component: str, name: str, amount: float, context: Context, fact: bool = False) -> BridgeRow:
    text, span = context.texts.amount(amount), Span(0.0, amount)
    return BridgeRow(component, name, True, span, span if fact else Span(0.0, 0.0), text, f"{name}: {text}", fact)


def _step(lever: str, level: float, amount: float, context: Context) -> BridgeRow:
    texts = context.texts
    arrow = "" if abs(amount) < TENTH else "▲ " if amount > 0 else "▼ "
    name, text = lever_name(lever, context.baseline, texts), texts.change(amount)
    span = Span(level, level + amount)
    return BridgeRow(lever, name, False, span, Span(level, level), arrow + text, f"{name}: {text}")


def lever_name(lever: str, baseline: Baseline, texts: Texts) -> str:
    """A group's name, or that of a measure or a field."""
    return texts(f"reason.{lever}") if lever in LEVER_GROUPS else label(lever, baseline, texts)


def _table(reasons: Reasons, context: Context) -> Table:
    """Both needs, then levers down, years across, and the sum over the years."""
    texts = context.texts
    header = ("", *map(str, reasons.years), _when(reasons, None, context))
    rows = [
        (name, *(texts.amount(v) for v in (*needs.tolist(), float(needs.sum()))))
        for name, needs in ((context.reference, reasons.reference), (context.scenario, reasons.scenario))
    ]
    rows += [
        (
            lever_name(lever, context.baseline, texts),
            *(texts.change(v) for v in (*amounts.tolist(), float(amounts.sum()))),
        )
        for lever, amounts in zip(reasons.levers, reasons.amounts.T, strict=True)
    ]
    whole = reasons.scenario - reasons.reference
    rows.append((texts("figure.difference"), *(texts.change(v) for v in (*whole.tolist(), float(whole.sum())))))
    return Table(header, tuple(rows))


def reasons_by_year(reasons: Reasons, context: Context) -> Stack:
    """Each year's difference by lever group: what is saved now and comes back later."""
    texts = context.texts
    groups = [group for group in LEVER_GROUPS if group in reasons.groups]
    amounts = np.stack(
        [reasons.amounts[:, [g == group for g in reasons.groups]].sum(axis=1) for group in groups], axis=-1
    )
    names = tuple(texts(f"reason.{group}") for group in groups)
    whole = amounts.sum(axis=1)
    columns = tuple(
        _column(year, parts.tolist(), names, context) for year, parts in zip(reasons.years, amounts, strict=True)
    )
    return Stack(
        name="reasons_by_year",
        title=(
            texts("reasons.title_years"),
            context.scenario,
            f"{reasons.years[0]}–{reasons.years[-1]} · {context.prices}",
        ),
        alt=texts("reasons.alt_years", total=texts.change(float(whole.sum())), when=_when(reasons, None, context)),
        note=texts("reasons.note_years"),
        table=_table(reasons, context),
        moved=bool(np.abs(amounts).max() >= SAME),
        context=context,
        series=tuple((name, TONES[group]) for name, group in zip(names, groups, strict=True)),
        columns=columns,
        scale=axis(end for column in columns for s in column.segments for end in (s.span.start, s.span.end)),
        named=False,
    )


def _column(year: int, parts: list[float], names: tuple[str, ...], context: Context) -> Column:
    shown_segments = tuple(s for s in segments(parts, str(year), names, context) if abs(s.span.amount) >= SAME)
    top = max([0.0, *(s.span.end for s in shown_segments)])
    return Column(str(year), "", top, context.texts.change(sum(parts)), False, shown_segments)


def _when(reasons: Reasons, year: int | None, context: Context) -> str:
    """The year; where it is None, that all are added, and in which prices."""
    return str(year) if year else sum_words(reasons.years[0], reasons.years[-1], context)


def cause(reasons: Reasons, year: int | None, context: Context) -> str:
    """What the difference from the reference in ``year`` is due to, in one sentence; empty where there is none."""
    texts, whose = context.texts, {"reference": context.the_reference, "when": _when(reasons, year, context)}
    amounts = reasons.of(year).amounts[0]
    totals = {group: float(amounts[[g == group for g in reasons.groups]].sum()) for group in LEVER_GROUPS}
    parts = sorted(((a, group) for group, a in totals.items() if abs(a) >= TENTH), key=lambda part: -abs(part[0]))
    if not parts:
        return ""
    named = [(amount, texts(f"reason.the_{group}")) for amount, group in parts]
    (largest, first), total = named[0], sum(amount for amount, _ in parts)
    if len(parts) == 1:
        return texts("reasons.all", first=first, **whose)
    if all(amount * total > 0 for amount, _ in parts):
        return texts("reasons.share", percent=texts.percent(largest / total, 0), first=first, **whose)
    second_amount, second = named[1]
    return texts(
        "reasons.mixed",
        first=first,
        first_amount=texts.change(largest),
        second=second,
        second_amount=texts.change(second_amount),
        **whose,
    )
