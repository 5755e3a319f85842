"""Warnings in words: a short one for the line, a whole sentence behind it."""

from dataclasses import dataclass

from charts.context import Context
from model import published
from model.warnings import Warning


@dataclass(frozen=True, slots=True)
class Told:
    """A warning ready to print."""

    kind: str
    short: str
    sentence: str


def told(warning: Warning, context: Context) -> Told:
    """``warning`` in the context's language."""
    texts = context.texts
    values = {
        "amount": texts.amount(warning.amount),
        "change": texts.change(warning.amount),
        "solution": texts(f"solution.{warning.solution}") if warning.solution else "",
        "year": warning.year,
        "frame": texts.amount(published().figure("Tabell 8", "sum", "financing_need_2026")),
    }
    return Told(
        warning.kind,
        texts(f"warning.{warning.kind}_short", **values),
        texts(f"warning.{warning.kind}", **values),
    )
