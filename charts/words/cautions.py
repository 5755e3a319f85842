"""Cautions in words: a short one for the line, a whole sentence behind it."""

from dataclasses import dataclass

from charts.words.context import Context
from charts.words.names import solution_name
from model.answers.cautions import Caution
from model.baseline.printed import BRIDGE, FINANCING_NEED, SUM


@dataclass(frozen=True, slots=True)
class CautionText:
    """A caution ready to print."""

    kind: str
    short: str
    sentence: str


def caution_texts(context: Context) -> tuple[CautionText, ...]:
    """The answer's cautions, in the context's language; what the first year is moved by only where a law sets it."""
    lawless = context.baseline.law is None
    return tuple(
        _text(caution, context)
        for caution in context.answer.cautions
        if not (lawless and caution.kind == "moves_first")
    )


def _text(caution: Caution, context: Context) -> CautionText:
    texts, baseline = context.texts, context.baseline
    frame = baseline.figure(BRIDGE, SUM, FINANCING_NEED)
    values = {
        "amount": texts.amount(caution.amount),
        "change": texts.change(caution.amount),
        "solution": solution_name(caution.solution, baseline, texts) if caution.solution else "",
        "year": caution.year,
        "frame": "" if frame is None else texts.amount(frame),
        "base_year": baseline.base_year,
        "first_year": baseline.first_year,
        "second_year": baseline.plan_years[1],
    }
    return CautionText(
        caution.kind,
        texts(f"warning.{caution.kind}_short", **values),
        texts(f"warning.{caution.kind}", **values),
    )
