"""The model: a scenario and the published figures in, cost levels, financing needs and bridges out.

Pure: NumPy arrays and small records, no screen. The command line is ``python -m model``.
"""

from model.answers.answer import Answer, answer
from model.answers.attribution import Attribution, attribute
from model.answers.own_data import OwnData
from model.answers.quantities import QUANTITIES
from model.answers.question import Question
from model.answers.settling import Settlement, settle
from model.answers.solving import Solved, solve
from model.baseline.axes import COMPONENTS, STEPS
from model.baseline.baseline import Baseline
from model.baseline.details import DetailLine, DetailTable
from model.baseline.installed import baseline, installed, newest
from model.baseline.measures import Measure
from model.baseline.parameters import Parameter, parameters
from model.checks.printed_cells import Cell, Difference, checked_cells, known_differences
from model.equations.result import Result
from model.equations.steps import run
from model.reading.errors import ModelError, ScenarioError, TableError
from model.scenario.batch import Batch
from model.scenario.presets import Preset, presets
from model.scenario.scenario import Scenario
from model.uncertainty.default_ranges import default_ranges
from model.uncertainty.importance import importance
from model.uncertainty.margin_curve import margin_curve
from model.uncertainty.quantity_rows import Figure, Wanted
from model.uncertainty.ranges import Ranges
from model.uncertainty.sensitivity import sensitivity
from model.uncertainty.simulating import Simulated, simulate

__all__ = [
    "COMPONENTS",
    "QUANTITIES",
    "STEPS",
    "Answer",
    "Attribution",
    "Baseline",
    "Batch",
    "Cell",
    "DetailLine",
    "DetailTable",
    "Difference",
    "Figure",
    "Measure",
    "ModelError",
    "OwnData",
    "Parameter",
    "Preset",
    "Question",
    "Ranges",
    "Result",
    "Scenario",
    "ScenarioError",
    "Settlement",
    "Simulated",
    "Solved",
    "TableError",
    "Wanted",
    "answer",
    "attribute",
    "baseline",
    "checked_cells",
    "default_ranges",
    "importance",
    "installed",
    "known_differences",
    "margin_curve",
    "newest",
    "parameters",
    "presets",
    "run",
    "sensitivity",
    "settle",
    "simulate",
    "solve",
]
