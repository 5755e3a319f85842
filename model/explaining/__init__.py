"""The calculation behind a figure, as a tree down to printed cells, levers and constants.

``description`` is the one description of the equations; a ``Tree`` puts a scenario's levers into it, and the workbook
makes formulas of it. ``calculation`` leads from the address of a figure that is shown to its tree.
"""

from model.explaining.calculation import calculation
from model.explaining.explain import explain
from model.explaining.node import Node, Source

__all__ = ["Node", "Source", "calculation", "explain"]
