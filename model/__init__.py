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
from model.answers.solving_path import SolvedPath, solve_path
from model.baseline.axes import COMPONENTS, STEPS
from model.baseline.baseline import Baseline
from model.baseline.details import DetailLine, DetailTable
from model.baseline.installed import baseline, installed, newest
from model.baseline.measures import Measure
from model.baseline.parameters import Parameter, parameters
from model.checks.causes import Difference, known_differences
from model.checks.printed_cells import Cell, checked_cells
from model.equations.result import Result
from model.equations.steps import run
from model.reading.errors import ModelError, ScenarioError, TableError
from model.scenario.batch import Batch
from model.scenario.presets import Preset, presets
from model.scenario.scenario import Scenario

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
    "Measure",
    "ModelError",
    "OwnData",
    "Parameter",
    "Preset",
    "Question",
    "Result",
    "Scenario",
    "ScenarioError",
    "Settlement",
    "Solved",
    "SolvedPath",
    "TableError",
    "answer",
    "attribute",
    "baseline",
    "checked_cells",
    "installed",
    "known_differences",
    "newest",
    "parameters",
    "presets",
    "run",
    "settle",
    "solve",
    "solve_path",
]
