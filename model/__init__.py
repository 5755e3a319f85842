"""The model: a scenario and the published figures in, cost levels, financing needs and bridges out.

Pure: NumPy arrays and small records, no screen. The command line is ``python -m model``.
"""

from model.axes import BASE_YEAR, COMPONENTS, PLAN_YEARS, SOLUTIONS, STEPS
from model.batch import Batch
from model.comparison import Cell, Difference, checked_cells, known_differences
from model.details import DetailLine, DetailTable, details
from model.errors import ModelError, ScenarioError, TableError
from model.measures import Measure, measures
from model.parameters import Parameter, parameters
from model.published import Published, published
from model.result import Result
from model.scenario import Scenario
from model.steps import run

__all__ = [
    "BASE_YEAR",
    "COMPONENTS",
    "PLAN_YEARS",
    "SOLUTIONS",
    "STEPS",
    "Batch",
    "Cell",
    "DetailLine",
    "DetailTable",
    "Difference",
    "Measure",
    "ModelError",
    "Parameter",
    "Published",
    "Result",
    "Scenario",
    "ScenarioError",
    "TableError",
    "checked_cells",
    "details",
    "known_differences",
    "measures",
    "parameters",
    "published",
    "run",
]
