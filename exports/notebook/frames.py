"""An answer as tidy pandas tables: a row for each figure, unrounded, MNOK in the question's prices."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from itertools import product
from typing import Any, Final

import pandas as pd

from charts.words.settings import settings
from model import COMPONENTS, Answer, Attribution, Scenario
from model.answers.cautions import Caution
from model.baseline.axes import Array
from model.commands.invest import LABELS
from model.commands.invest import row_amounts as burden_amounts
from model.commands.invest import row_labels as burden_labels
from model.commands.run import ROW_COMPONENTS, row_amounts
from model.investment import Burden
from model.payers import payers, payments
from model.scenario.project import Project

AMOUNTS: Final = ["amount_mnok", "reference_mnok", "difference_mnok"]
LEVELS: Final = ("cost_level", "financing_need", "returned_funds", "unspent", "shortfall")
"""What of a run's rows says how high something is."""


def frames(answer: Answer) -> dict[str, pd.DataFrame]:
    """The tables by name.

    run: the rows of ``python -m model run``, with the reference's. levels: those of ``LEVELS``, by year, all solutions
    together. bridge: the question's year, step by step, all solutions together. payers: everyone, by year;
    payer_groups: the groups. projects, reference_projects: what the scenario's and the reference's projects cost, the
    rows of ``python -m model invest``. why: the difference from the reference by lever group, year and solution;
    why_one_by_one: some groups divided on. settings: what departs from the published figures. cautions: what must be
    told. ``attrs`` of each says unit, prices and baseline.
    """
    run = _run(answer)
    together = run.groupby(["year", "component"], sort=False).sum(numeric_only=True).reset_index()
    everyone = _payers(answer)
    tables = {
        "run": run,
        "levels": together[together["component"].isin(LEVELS)],
        "bridge": together[(together["year"] == answer.question.year) & together["component"].isin(COMPONENTS)],
        "payers": everyone,
        "payer_groups": everyone.groupby(["year", "payer_group"], sort=False)[AMOUNTS].sum().reset_index(),
        "projects": _projects(answer.burden),
        "reference_projects": _projects(answer.reference_burden),
        "why": _why(answer.why, answer.baseline.solutions),
        "why_one_by_one": _why(answer.why_one_by_one, answer.baseline.solutions),
        "settings": pd.DataFrame(_settings(answer.question.scenario), columns=["path", "value"]),
        "cautions": pd.DataFrame(
            [asdict(caution) for caution in answer.cautions], columns=[f.name for f in fields(Caution)]
        ),
    }
    facts = {"unit": "MNOK", "prices": answer.question.prices, "baseline": answer.baseline.id}
    return {name: _marked(frame, facts) for name, frame in tables.items()}


def _settings(scenario: Scenario) -> list[tuple[str, Any]]:
    """Path and value of what departs; a project is what its file would be."""
    found = settings(scenario).items()
    return [(path, value.to_mapping() if isinstance(value, Project) else value) for path, value in found]


def _marked(frame: pd.DataFrame, facts: dict[str, str]) -> pd.DataFrame:
    """The same with numbered rows, and what must be known of its figures."""
    numbered = frame.reset_index(drop=True)
    numbered.attrs.update(facts)
    return numbered


def _compared(names: list[str], labels: Iterable[tuple[Any, ...]], amounts: Array, reference: Array) -> pd.DataFrame:
    """Labels with the scenario's amount, the reference's and their difference."""
    frame = pd.DataFrame(list(labels), columns=names)
    columns = (amounts.ravel() + 0.0, reference.ravel() + 0.0, (amounts - reference).ravel() + 0.0)
    return frame.assign(**dict(zip(AMOUNTS, columns, strict=True)))


def _run(answer: Answer) -> pd.DataFrame:
    labels = product(answer.result.years, answer.baseline.solutions, ROW_COMPONENTS)
    names = ["year", "solution", "component"]
    return _compared(names, labels, row_amounts(answer.result), row_amounts(answer.reference))


def _payers(answer: Answer) -> pd.DataFrame:
    paid, reference = payments(*answer.charged), payments(*answer.reference_charged)
    labels = (
        (year, payer.group, payer.id, payer.name, payer.population)
        for year, payer in product(answer.result.years, payers())
    )
    names = ["year", "payer_group", "payer", "payer_name", "population"]
    everyone = _compared(names, labels, paid.by_payer(), reference.by_payer())
    return everyone.astype({"population": "Int64"})


def _projects(burden: Burden) -> pd.DataFrame:
    frame = pd.DataFrame(burden_labels(burden), columns=list(LABELS))
    return frame.assign(amount_mnok=burden_amounts(burden).ravel() + 0.0)


def _why(attribution: Attribution, solutions: tuple[str, ...]) -> pd.DataFrame:
    labels = product(attribution.years, solutions, zip(attribution.groups, attribution.levers, strict=True))
    rows = [(year, solution, group, lever) for year, solution, (group, lever) in labels]
    frame = pd.DataFrame(rows, columns=["year", "solution", "group", "lever"])
    return frame.assign(amount_mnok=attribution.amounts.ravel() + 0.0)
