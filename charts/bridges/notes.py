"""What is said of a bridge: from where it grows, what the print says otherwise, and what the regulation has set."""

from collections.abc import Mapping

from charts.words.context import Context
from charts.words.from_law import growth_sentence, law_note
from charts.words.need_range import is_open, need_in_words, range_note
from model.baseline.printed import AVAILABLE, BRIDGE, COST_LEVEL, SUM
from texts import Texts


def percent_of(change: float, first: float, base: str, texts: Texts) -> str:
    """«+1,3 % av 1 119,6», with what it is of as a text; nothing where it is of nothing, or of what is not told of."""
    return texts("bridge.percent_of", percent=texts.percent_change(change / first), base=base) if first else ""


def bridge_note(amounts: Mapping[str, float], moved: bool, tells_growth: bool, context: Context) -> str:
    """The need's range; what is printed otherwise.

    tells_growth: whether the growth from the regulation is told, where the bridge is not from it and there is room.
    """
    law, year, said = context.baseline.law, context.year, list[str]()
    if is_open(context, year):
        need = need_in_words(amounts["financing_need"], year, context)
        said.append(range_note("need_range.bridge", year, context, need=need))
    if law is not None and tells_growth:
        said.append(growth_sentence(law, context.baseline, context.texts))
    if said:
        return " ".join(said)
    return _print_note(amounts, context) if context.is_first_year and not moved else ""


def _print_note(amounts: Mapping[str, float], context: Context) -> str:
    """Where the printed bridge's sums differ from the sum of their parts; nothing where no bridge is printed.

    From the law: what the regulation has set, and what the bridge ends at.
    """
    baseline, texts = context.baseline, context.texts
    if context.law_payment is not None:
        return law_note(context.law_payment, texts)
    available, cost = (baseline.figure(BRIDGE, SUM, column) for column in (AVAILABLE, COST_LEVEL))
    if available is None or cost is None or context.question.is_indexed:
        return ""
    return texts(
        "bridge.note_first",
        table=baseline.table_name(BRIDGE),
        first_printed=texts.amount(available),
        cost_printed=texts.amount(cost),
        first=texts.amount(amounts["previous_level"]),
        cost=texts.amount(amounts["cost_level"]),
    )
