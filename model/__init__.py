"""The model: a scenario and the published figures in, cost levels, financing needs and bridges out.

Pure: NumPy arrays and small records, no screen. The command line is ``python -m model``.
"""

from model.answer import Answer, answer
from model.attribution import Attribution, attribute
from model.axes import BASE_YEAR, COMPONENTS, PLAN_YEARS, SOLUTIONS, STEPS
from model.batch import Batch
from model.comparison import Cell, Difference, checked_cells, known_differences
from model.details import DetailLine, DetailTable, details
from model.errors import ModelError, ScenarioError, TableError
from model.measures import Measure, measures
from model.own_data import OwnData
from model.parameters import Parameter, parameters
from model.presets import Preset, presets
from model.published import Published, published
from model.quantities import QUANTITIES
from model.question import Question
from model.result import Result
from model.scenario import Scenario
from model.solving import Solved, solve
from model.steps import run

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
