"""What a chart folds stands still while a lever moves: what has a row keeps it until the lever rests."""

from collections.abc import Mapping

from charts.records.figure import Figure
from pages.visit.memory import Place

STEPS: Place[Mapping[str, frozenset[str]]] = Place("steps", dict)
"""The steps that each chart had rows for when it was last drawn, by the drawing's name."""


def steady(figures: tuple[Figure, ...], moving: bool) -> tuple[Figure, ...]:
    """The figures with the rows that they had, while a lever is ``moving``; at rest with those that they have."""
    before = STEPS.value() if moving else {}
    drawn = tuple(figure.unfolding(before.get(figure.drawing, frozenset())) for figure in figures)
    STEPS.put({figure.drawing: figure.steps for figure in drawn})
    return drawn
