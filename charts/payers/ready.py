"""The ready scenarios in words: what each changes, what that gives, and where it comes from."""

from dataclasses import dataclass

import numpy as np

from charts.payers.paid import daggered
from charts.records import Table
from charts.words.context import SAME
from charts.words.settings import departures
from model import SOLUTIONS, Preset, Result, Scenario, run
from model.baseline.documents import documents
from model.baseline.keys import KEY_SOLUTIONS
from model.baseline.regulation import law_amounts, regulation_2026
from model.payers.regulation import LAW_SOLUTIONS
from model.scenario.fields import OPEN_SOLUTIONS
from texts import Texts

REGULATION = "FOR-2015-07-01-853"


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready scenario, ready to print. ``beside``: what its document sets beside what the scenario gives, or None."""

    name: str
    label: str
    changes: tuple[str, ...]
    effect: str
    note: str
    source: str
    beside: Table | None


def ready(preset: Preset, texts: Texts) -> Ready:
    """A ready scenario in words: what it changes, what that gives, where it comes from."""
    scenario, language = preset.scenario, texts.language
    result, reference = run(scenario), run(Scenario(index_rate=scenario.index_rate))
    is_regulation = preset.source == REGULATION
    implied = texts("payers.implied") if is_regulation else ""
    return Ready(
        name=preset.name,
        label=preset.label[language],
        changes=tuple(f"{change.label}: {change.value}" for change in departures(scenario, texts)),
        effect=_effect(result, reference, texts) if scenario != Scenario() else "",
        note=" ".join(filter(None, (preset.note[language], _untouched(preset, result, reference, texts), implied))),
        source=f"{documents(language)[preset.source].title}, {preset.where}",
        beside=_regulation(result, texts) if is_regulation else None,
    )


def _effect(result: Result, reference: Result, texts: Texts) -> str:
    """«Finansieringsbehov mot tallgrunnlaget: 2026 +10,0 · … · samlet +100,0»."""
    changes = (result.financing_need - reference.financing_need).sum(axis=1)[:, 0]
    if np.abs(changes).max() < SAME:
        return texts("ready.no_effect")
    years = " · ".join(f"{year} {texts.change(float(c))}" for year, c in zip(result.years, changes, strict=True))
    return texts("ready.effect", years=years, total=texts.change(float(changes.sum())))


def _untouched(preset: Preset, result: Result, reference: Result, texts: Texts) -> str:
    """The solutions that a lever for all leaves as they are: they have nothing planned."""
    if not any(path.endswith("_realisation") for path in preset.scenario.departures()):
        return ""
    moved = np.abs(result.cost_level - reference.cost_level).max(axis=(0, 2)) >= SAME
    names = [texts(f"solution.{s}") for s, m in zip(SOLUTIONS, moved, strict=True) if not m and s in OPEN_SOLUTIONS]
    return texts("ready.untouched", solutions=", ".join(names)) if names else ""


def _regulation(result: Result, texts: Texts) -> Table:
    """The regulation's amounts for 2026 beside the scenario's, by solution; marked where not all is its own."""
    need = dict(zip(SOLUTIONS, result.financing_need[0, :, 0].tolist(), strict=True))
    pairs: dict[str, tuple[float, float]] = {
        solution: (sum(regulation_2026()[solution].values()), sum(need[part] for part in KEY_SOLUTIONS[solution]))
        for solution in LAW_SOLUTIONS
    }
    implied = {solution for (solution, _), amount in law_amounts().items() if amount.implied} | {"sum"}
    pairs["sum"] = (sum(law for law, _ in pairs.values()), sum(computed for _, computed in pairs.values()))
    return Table(
        header=tuple(texts(f"ready.{column}") for column in ("solution", "law", "computed", "difference")),
        rows=tuple(
            (
                texts(f"solution.{solution}"),
                daggered(texts.amount(law), solution in implied),
                texts.amount(computed),
                texts.change(computed - law),
            )
            for solution, (law, computed) in pairs.items()
        ),
    )
