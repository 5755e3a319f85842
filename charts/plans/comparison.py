"""Scenarios side by side: their figures on one scale, their key figures, and in what they differ."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from charts.bridges.bridge import CHARGED, bridge, with_common_scale
from charts.plans.plan import plan
from charts.records.bridge import Bridge
from charts.records.figure import Figure, KeyFigure, Table
from charts.records.stack import Stack
from charts.scale import axis
from charts.words import addresses
from charts.words.addresses import beside
from charts.words.context import TENTH, Context, sum_words
from charts.words.need_range import need_in_words, open_return
from charts.words.settings import default, departures, label, settings, shown
from model import Baseline, Scenario, parameters
from model.answers.quantities import by_solution
from texts import Texts

ROOM_FOR_NEEDS = 3  # scenarios beside each other that leave room for the needs under a plan's years

NOTHING: Final = "–"
"""What stands where a scenario has no such setting or year."""


def comparison_figures(compared: Sequence[Context]) -> tuple[Figure, ...]:
    """A bridge of the year for each scenario, then a plan for each; bridges on one scale, plans on one."""
    bridges = [bridge(each) for each in compared]
    bridges = [
        replace(figure, difference=figure.difference.split(" (")[0], note=_set_note(figure.context))
        for figure in bridges
    ]
    plans = [plan(each) for each in compared]
    if len(compared) > ROOM_FOR_NEEDS:
        plans = [replace(each, columns=tuple(replace(c, sublabel="") for c in each.columns)) for each in plans]
    scale = axis(end for figure in plans for end in figure.scale)
    drawn: list[Bridge | Stack] = [*with_common_scale(tuple(bridges)), *(replace(each, scale=scale) for each in plans)]
    return tuple(_named(figure, at, len(compared)) for at, figure in enumerate(drawn))


def _set_note(context: Context) -> str:
    """Where the year is set by the law: that the bridge's need is computed, and what the law has; else nothing."""
    law = context.law_payment
    if law is None or not context.is_set_by_law:
        return ""
    return context.texts("compare.set_note", total=context.texts.amount(law.total))


def _named(figure: Bridge | Stack, at: int, count: int) -> Bridge | Stack:
    """The figure with the scenario's name in its title and text alternative, and an id of its own; one of ``count``."""
    what, _, when = figure.title
    name = figure.context.scenario
    figure = figure.opening(lambda address: beside(at % count, address))
    return replace(figure, name=f"{figure.name}_{at}", title=(what, name, when), alt=f"{name}: {figure.alt}")


def comparison_key_figures(compared: Sequence[Context]) -> tuple[KeyFigure, ...]:
    """For each scenario the need of the year, under it the difference and the cost level."""
    return tuple(_key(context, at) for at, context in enumerate(compared))


def _key(context: Context, at: int) -> KeyFigure:
    texts, need = context.texts, _need(context)
    change = need - context.answer.reference_charged[0].need(context.year)
    parts = [texts("compare.cost", amount=texts.amount(_total(context, "cost_level", context.year)))]
    if abs(change) >= TENTH:
        parts.insert(0, _against(texts.change(change), context))
    shown = need_in_words(need, context.year, context)
    opens = beside(at, addresses.of(CHARGED, context.year))
    return KeyFigure(f"scenario_{at}", context.scenario, shown, ". ".join(parts), abs(change) >= TENTH, opens)


def _against(change: str, context: Context) -> str:
    """What the need differs by, and from what; the plan that both have from the law is called that."""
    if context.question.against is not None:
        return context.texts("compare.change_forste", change=change)
    if context.law_payment is not None:
        return context.texts("key.against", difference=change, reference=context.the_reference)
    return context.texts("compare.change_tallgrunnlaget", change=change)


def comparison_headline(compared: Sequence[Context]) -> str:
    """Which scenario has the lowest and which the highest need in the year."""
    low, high = min(compared, key=_need), max(compared, key=_need)
    texts, year = low.texts, low.year
    if _need(high) - _need(low) < TENTH:
        return texts("compare.alike", year=year, need=need_in_words(_need(low), year, low))
    return texts(
        "compare.headline",
        year=year,
        low=low.scenario,
        low_need=need_in_words(_need(low), year, low),
        high=high.scenario,
        high_need=need_in_words(_need(high), year, high),
    )


def _need(context: Context) -> float:
    """The financing need of the year that is looked at, MNOK."""
    return _total(context, "financing_need", context.year)


def differences(compared: Sequence[Context]) -> Table:
    """What differs between the scenarios, value by value: their settings, then what these give by year.

    Scenarios of several baselines are compared in what their baselines share: «–» stands where one has no such thing.
    """
    scenarios = [each.question.scenario for each in compared]
    header = ("", *(each.scenario for each in compared))
    settings = [*_baselines(compared), *_settings(scenarios, compared[0].texts)]
    amounts, opens = _amounts(compared)
    units = (*["count"] * len(settings), *["mnok"] * len(amounts))
    nothing = tuple("" for _ in header)
    return Table(
        header=header,
        rows=(*settings, *amounts),
        row_units=units,
        opens=(*(nothing for _ in settings), *opens),
    )


def _baselines(compared: Sequence[Context]) -> list[tuple[str, ...]]:
    """What the scenarios depart from and in which kroner they are, where that is not the same in all."""
    texts = compared[0].texts
    titles = tuple(each.baseline.title[texts.language] for each in compared)
    if len({each.baseline for each in compared}) == 1:
        return []
    name = parameters(compared[0].baseline)["baseline"].label[texts.language]
    return [(name, *titles), (texts("view.prices"), *(each.prices for each in compared))]


def _settings(scenarios: Sequence[Scenario], texts: Texts) -> list[tuple[str, ...]]:
    """A row for each setting that is not the same in all."""
    baselines: dict[str, Baseline] = {}
    for scenario in scenarios:
        for change in departures(scenario, texts):
            baselines.setdefault(change.path, scenario.figures)
    rows = []
    for path, baseline in baselines.items():
        values = tuple(_shown(scenario, path, texts) for scenario in scenarios)
        if len(set(values)) > 1:
            rows.append((label(path, baseline, texts), *values))
    return rows


def _shown(scenario: Scenario, path: str, texts: Texts) -> str:
    """What stands at a path, or the default; a measure that is off has neither size nor delay."""
    measure, _, setting = path.rpartition(".")
    if not _has(scenario.figures, path):
        return NOTHING
    if measure.startswith("measures.") and setting != "enabled" and not scenario.value(f"{measure}.enabled"):
        return NOTHING
    value = settings(scenario).get(path)
    return shown(path, default(path, scenario) if value is None else value, scenario.figures, texts)


def _has(baseline: Baseline, path: str) -> bool:
    """Whether a baseline has the solution or measure that a path names."""
    group, _, rest = path.partition(".")
    known = {
        "by_solution": baseline.open_solutions,
        "measures": tuple(baseline.measures),
        "keys": tuple(baseline.key_solutions),
    }
    return not rest or group not in known or rest.split(".")[0] in known[group]


def _amounts(compared: Sequence[Context]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Cost level and need of each year that any scenario has, and their sums where all have the same years, MNOK.

    Beside them the addresses of their calculations.
    """
    rows: list[tuple[str, ...]] = []
    opens: list[tuple[str, ...]] = []
    texts = compared[0].texts
    years = sorted({year for each in compared for year in each.answer.result.years})
    spans = [([year], str(year)) for year in years]
    if len({each.answer.result.years for each in compared}) == 1:
        spans.append((years, _sum_words(compared, years)))
    for quantity in ("cost_level", "financing_need"):
        for span, words in spans:
            rows.append((texts(f"key.{quantity}", year=words), *(_amount(each, quantity, span) for each in compared)))
            name = CHARGED if quantity == "financing_need" else quantity
            opens.append(_opens(rows[-1], span, lambda year, name=name: addresses.of(name, year)))  # type: ignore[misc]
            if quantity == "financing_need" and any(_returned(each, span) >= TENTH for each in compared):
                rows.append(_with_the_money_back(compared, span, words))
                opens.append(_opens(rows[-1], span, addresses.lower_end))
    return rows, opens


def _opens(row: tuple[str, ...], span: Sequence[int], address: Callable[[addresses.Year], str]) -> tuple[str, ...]:
    """The address of each amount of a row, of one year or of several added."""
    whole = address(span[0]) if len(span) == 1 else addresses.over_years(span, address(addresses.EACH_YEAR))
    return ("", *("" if cell == NOTHING else beside(side, whole) for side, cell in enumerate(row[1:])))


def _with_the_money_back(compared: Sequence[Context], span: Sequence[int], words: str) -> tuple[str, ...]:
    """The lower end of a need that is a range, in a row of its own: a table's cells are amounts."""
    name = compared[0].texts("compare.need_returned", year=words, base_year=compared[0].baseline.base_year)
    return (name, *(_amount(each, "financing_need", span, _returned(each, span)) for each in compared))


def _returned(context: Context, span: Sequence[int]) -> float:
    """How much lower the need of some years is where the base year's unspent money comes back, MNOK."""
    return sum(open_return(context, year) for year in span)


def _sum_words(compared: Sequence[Context], years: Sequence[int]) -> str:
    """«sum 2026–2029, 2025-kroner»; the prices of each stand above where they are not the same."""
    first, last = years[0], years[-1]
    if len({each.prices for each in compared}) == 1:
        return sum_words(first, last, compared[0])
    return f"{first}–{last}"


def _amount(context: Context, quantity: str, span: Sequence[int], returned: float = 0.0) -> str:
    """The quantity of some years together less what comes back, MNOK; a dash where the scenario lacks one of them."""
    if not set(span) <= set(context.answer.result.years):
        return NOTHING
    return context.texts.amount(sum(_total(context, quantity, year) for year in span) - returned)


def _total(context: Context, quantity: str, year: int) -> float:
    """The quantity of a year, all solutions, MNOK; a need that the law has set is the law's."""
    result = context.answer.charged[0]
    return float(by_solution(quantity, result)[result.years.index(year), :, 0].sum())
