"""How sure a figure is: ranges instead of values for levers, and what the model's figures then may be.

Ranges are read and checked (``ranges``, ``default_ranges``), drawn from (``drawing``), and run in chunks whose figures
are counted in histograms (``simulating``); ``sensitivity``, ``importance`` and ``margin_curve`` say where the
uncertainty comes from and what the margin buys. It may know ``answers`` and everything below. It is not among what
``model`` itself gives: most runs draw nothing, and random numbers take their time to import.
"""

from model.uncertainty.asked import DRAWS, Asked
from model.uncertainty.cluster import on_cluster
from model.uncertainty.default_ranges import DefaultRange, DefaultRanges, default_ranges, has_default_ranges
from model.uncertainty.errors import RangesError
from model.uncertainty.histogram import Histogram
from model.uncertainty.how_sure import HowSure
from model.uncertainty.importance import LeverShare, importance
from model.uncertainty.margin_curve import MarginCurve, margin_curve
from model.uncertainty.quantity_rows import Figure, Wanted
from model.uncertainty.ranges import Ranges, at_share
from model.uncertainty.sensitivity import LeverEffect, sensitivity
from model.uncertainty.simulating import QUANTILES, Simulated, in_turn, simulate
from model.uncertainty.written import ranges_with, written

__all__ = [
    "DRAWS",
    "QUANTILES",
    "Asked",
    "DefaultRange",
    "DefaultRanges",
    "Figure",
    "Histogram",
    "HowSure",
    "LeverEffect",
    "LeverShare",
    "MarginCurve",
    "Ranges",
    "RangesError",
    "Simulated",
    "Wanted",
    "at_share",
    "default_ranges",
    "has_default_ranges",
    "importance",
    "in_turn",
    "margin_curve",
    "on_cluster",
    "ranges_with",
    "sensitivity",
    "simulate",
    "written",
]
