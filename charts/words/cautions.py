"""Cautions in words: a short one for the line, a whole sentence behind it."""

from dataclasses import dataclass

from charts.words.context import Context
from model import published
from model.answers.cautions import Caution


@dataclass(frozen=True, slots=True)
class CautionText:
    """A caution ready to print."""

    kind: str
    short: str
    sentence: str


def caution_texts(context: Context) -> tuple[CautionText, ...]:
    """The answer's cautions, in the context's language."""
    return tuple(_text(caution, context) for caution in context.answer.cautions)


def _text(caution: Caution, context: Context) -> CautionText:
    texts = context.texts
    values = {
        "amount": texts.amount(caution.amount),
        "change": texts.change(caution.amount),
        "solution": texts(f"solution.{caution.solution}") if caution.solution else "",
        "year": caution.year,
        "frame": texts.amount(published().figure("Tabell 8", "sum", "financing_need")),
    }
    return CautionText(
        caution.kind,
        texts(f"warning.{caution.kind}_short", **values),
        texts(f"warning.{caution.kind}", **values),
    )
