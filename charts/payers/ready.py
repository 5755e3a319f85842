"""The ready scenarios in words: what each changes, what that gives, and where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from charts.payers.paid import daggered
from charts.records.figure import Table
from charts.words.context import SAME, TENTH
from charts.words.names import paid_name, solution_name, source
from charts.words.prices import price_words
from charts.words.settings import Departure, departures
from model import Preset, Question, Result, Scenario, run
from model.baseline.axes import PAYER_GROUPS
from model.baseline.law import Law
from model.payers import PayerKeys, group_payments
from model.payers.search_keys import plain
from texts import Texts


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready scenario, ready to print.

    years: what it does to the need in each year of the plan, and total: in all; empty where it does nothing to it.
    effect: the same, or what it does else, in a sentence. beside: what its document sets beside what the scenario
    gives, or None. found_by: plain words.
    """

    name: str
    label: str
    changes: tuple[str, ...]
    years: tuple[str, ...]
    total: str
    effect: str
    note: str
    source: str
    beside: Table | None
    found_by: str


def ready(preset: Preset, texts: Texts) -> Ready:
    """A ready scenario in words: what it changes, what that gives, where it comes from."""
    scenario, language = preset.scenario, texts.language
    result, reference = run(scenario), run(Scenario(index_rate=scenario.index_rate, figures=scenario.figures))
    law = scenario.figures.law
    is_regulation = law is not None and preset.source == law.document
    implied = texts("payers.implied") if is_regulation else ""
    changes, by_year = tuple(_changes(scenario, texts)), _by_year(result, reference)
    moves = any(abs(change) >= SAME for change in by_year)
    note = " ".join(filter(None, (preset.note[language], _untouched(preset, result, reference, texts), implied)))
    return Ready(
        name=preset.name,
        label=preset.label[language],
        changes=changes,
        years=tuple(map(texts.change, by_year)) if moves else (),
        total=texts.change(sum(by_year)) if moves else "",
        effect=_effect(scenario, result, reference, texts) if scenario.departures() else "",
        note=note,
        source=source(preset.source, preset.where, texts),
        beside=_regulation(law, result, texts) if law is not None and is_regulation else None,
        found_by=plain(" ".join((preset.label[language], *changes, note))),
    )


def _changes(scenario: Scenario, texts: Texts) -> Iterator[str]:
    """What it changes, a measure in one phrase: «EHDS, økt kostnadsnivå: 10,0 mill. kr, 2 år senere»."""
    measures: dict[str, dict[str, Departure]] = {}
    for change in departures(scenario, texts):
        first, *rest = change.path.split(".")
        if first == "measures":
            measures.setdefault(rest[0], {})[rest[1]] = change
        else:
            yield f"{change.label}: {change.value}"
    for name, settings in measures.items():
        yield _of_measure(name, settings, scenario, texts)


def _of_measure(name: str, settings: Mapping[str, Departure], scenario: Scenario, texts: Texts) -> str:
    measure = scenario.figures.measures[name].label[texts.language]
    if "enabled" in settings and not scenario.value(f"measures.{name}.enabled"):
        return texts("ready.without", measure=measure)
    size = [
        f"{measure}: {settings[each].value}" for each in ("amount_mnok", "scale", "state_share") if each in settings
    ]
    said = size or ([texts("ready.with", measure=measure)] if "enabled" in settings else [measure])
    later = [texts("ready.later", time=settings["delay"].value)] if "delay" in settings else []
    return ", ".join((*said, *later))


def _by_year(result: Result, reference: Result) -> list[float]:
    """What the scenario does to the need in each year of the plan, MNOK."""
    found: list[float] = (result.financing_need - reference.financing_need).sum(axis=1)[:, 0].tolist()
    return found


def _moved_between_groups(scenario: Scenario, result: Result, reference: Result, texts: Texts) -> str:
    """«Mellom gruppene i 2026: RHF +14,0, Kommuner −14,0 mill. kr.» where keys are what changes; else empty."""
    keys, before = PayerKeys.of(scenario), PayerKeys.of(Scenario(figures=scenario.figures))
    moved = (group_payments(result, keys) - group_payments(reference, before))[0, :, 0]
    groups = [
        f"{texts(f'payer_group.{group}')} {texts.change(float(amount))}"
        for group, amount in zip(PAYER_GROUPS, moved, strict=True)
        if abs(amount) >= TENTH
    ]
    return texts("ready.between", year=result.years[0], groups=", ".join(groups)) if groups else ""


def _effect(scenario: Scenario, result: Result, reference: Result, texts: Texts) -> str:
    """«Finansieringsbehov mot tallgrunnlaget: 2026 +10,0 · … · sum 2026–2029, 2025-kroner: +100,0»."""
    changes = _by_year(result, reference)
    if all(abs(change) < SAME for change in changes):
        return _moved_between_groups(scenario, result, reference, texts) or texts("ready.no_effect")
    years = " · ".join(f"{year} {texts.change(c)}" for year, c in zip(result.years, changes, strict=True))
    first, last = result.years[0], result.years[-1]
    summed = texts("view.sum", first=first, last=last, prices=price_words(Question(scenario), texts))
    return texts("ready.effect", years=years, sum=summed, total=texts.change(sum(changes)))


def _untouched(preset: Preset, result: Result, reference: Result, texts: Texts) -> str:
    """The solutions that a lever for all leaves as they are: they have nothing planned."""
    if not any(path.endswith("_realisation") for path in preset.scenario.departures()):
        return ""
    baseline = result.baseline
    moved = np.abs(result.cost_level - reference.cost_level).max(axis=(0, 2)) >= SAME
    still = [s for s, m in zip(baseline.solutions, moved, strict=True) if not m and s in baseline.open_solutions]
    names = ", ".join(solution_name(solution, baseline, texts) for solution in still)
    return texts("ready.untouched", solutions=names) if names else ""


def _regulation(law: Law, result: Result, texts: Texts) -> Table:
    """The regulation's amounts beside the scenario's, by solution; marked where not all is its own."""
    baseline, of_law = result.baseline, law.by_group()
    need = dict(zip(baseline.solutions, result.financing_need[0, :, 0].tolist(), strict=True))
    pairs: dict[str, tuple[float, float]] = {
        name: (sum(of_law.get(name, {}).values()), sum(need[solution] for solution in solutions))
        for name, solutions in baseline.law_solutions.items()
    }
    implied = {solution for (solution, _), amount in law.amounts.items() if amount.implied}
    pairs["sum"] = (sum(amount for amount, _ in pairs.values()), sum(computed for _, computed in pairs.values()))
    return Table(
        header=tuple(texts(f"ready.{column}") for column in ("solution", "law", "computed", "difference")),
        rows=tuple(
            (
                paid_name(name, baseline, texts),
                daggered(texts.amount(amount), name in implied or (name == "sum" and bool(implied))),
                texts.amount(computed),
                texts.change(computed - amount),
            )
            for name, (amount, computed) in pairs.items()
        ),
    )
