"""The model: a scenario and the published figures in, cost levels, financing needs and bridges out.

Pure: NumPy arrays and small records, no screen. The command line is ``python -m model``.
"""

from model.answers.answer import Answer, answer
from model.answers.attribution import Attribution, attribute
from model.answers.own_data import OwnData
from model.answers.quantities import QUANTITIES
from model.answers.question import Question
from model.answers.solving import Solved, solve
from model.baseline.axes import BASE_YEAR, COMPONENTS, PLAN_YEARS, SOLUTIONS, STEPS
from model.baseline.details import DetailLine, DetailTable, details
from model.baseline.measures import Measure, measures
from model.baseline.parameters import Parameter, parameters
from model.baseline.published import Published, published
from model.checks.printed_cells import Cell, Difference, checked_cells, known_differences
from model.equations.result import Result
from model.equations.steps import run
from model.reading.errors import ModelError, ScenarioError, TableError
from model.scenario.batch import Batch
from model.scenario.presets import Preset, presets
from model.scenario.scenario import Scenario

__all__ = [
    "BASE_YEAR",
    "COMPONENTS",
    "PLAN_YEARS",
    "QUANTITIES",
    "SOLUTIONS",
    "STEPS",
    "Answer",
    "Attribution",
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
    "Published",
    "Question",
    "Result",
    "Scenario",
    "ScenarioError",
    "Solved",
    "TableError",
    "answer",
    "attribute",
    "checked_cells",
    "details",
    "known_differences",
    "measures",
    "parameters",
    "presets",
    "published",
    "run",
    "solve",
]
