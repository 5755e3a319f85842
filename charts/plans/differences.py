"""Scenarios side by side: in what they differ, value by value."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from charts.bridges.bridge import CHARGED
from charts.plans.comparison import any_projects, total
from charts.records.figure import Table
from charts.words import addresses
from charts.words.addresses import beside
from charts.words.context import TENTH, Context, sum_words
from charts.words.need_range import open_return
from charts.words.settings import default, departures, label, settings, shown
from model import Baseline, Scenario, parameters
from model.answers.mixtures import PROJECTS
from model.answers.quantities import BURDEN, COST_LEVEL, FINANCING_NEED
from model.explaining.projects import ALL, WITH_NEED, project_address
from texts import Texts

NOTHING: Final = "–"
"""What stands where a scenario has no such setting or year."""

ADDRESSES: Final[Mapping[str, Callable[[addresses.Year], str]]] = {
    COST_LEVEL: partial(addresses.of, COST_LEVEL),
    FINANCING_NEED: partial(addresses.of, CHARGED),
    PROJECTS: partial(project_address, ALL),
    BURDEN: partial(project_address, WITH_NEED),
}
"""What is compared year by year, and the address of its calculation."""


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

    Where any has projects, what the sector pays for them too, and the whole burden. Beside them the addresses of their
    calculations.
    """
    rows: list[tuple[str, ...]] = []
    opens: list[tuple[str, ...]] = []
    texts = compared[0].texts
    years = sorted({year for each in compared for year in each.answer.result.years})
    spans = [([year], str(year)) for year in years]
    if len({each.answer.result.years for each in compared}) == 1:
        spans.append((years, _sum_words(compared, years)))
    for quantity, address in ADDRESSES.items():
        if quantity in (PROJECTS, BURDEN) and not any_projects(compared):
            continue
        for span, words in spans:
            rows.append((texts(f"key.{quantity}", year=words), *(_amount(each, quantity, span) for each in compared)))
            opens.append(_opens(rows[-1], span, address))
            if quantity == FINANCING_NEED and any(_returned(each, span) >= TENTH for each in compared):
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
    return context.texts.amount(sum(total(context, quantity, year) for year in span) - returned)
