"""What does most to the need, and how much: the message of a difference in one sentence."""

from typing import Final

from charts.bridges.why import Reasons, the_group
from charts.words.context import Context

MARGIN: Final = "margin"
"""The lever group that is told with its direction."""


def effect(reasons: Reasons, year: int, context: Context) -> str:
    """«Lavere risikomargin senker behovet i 2027 med 21,3 mill. kr.»; of several groups what the largest does most.

    Empty where none does as much in that year as is shown.
    """
    texts, of_group = context.texts, dict[str, float]()
    for group, amount in zip(reasons.groups, reasons.of(year).amounts[0].tolist(), strict=True):
        of_group[group] = of_group.get(group, 0.0) + amount
    seen = {group: amount for group, amount in of_group.items() if abs(amount) >= reasons.hidden}
    if not seen:
        return ""
    largest = max(seen, key=lambda group: abs(seen[group]))
    first = _called(largest, reasons, year, context)
    key = f"reasons.{'lowers' if seen[largest] < 0 else 'raises'}{'' if len(seen) == 1 else '_most'}"
    said = texts(key, first=first, year=year, amount=reasons.amount(abs(seen[largest]), texts))
    return said[0].upper() + said[1:]


def _called(group: str, reasons: Reasons, year: int, context: Context) -> str:
    """The group inside a sentence; a margin that is moved says which way."""
    margin, other = (side.risk_margin for side in (context.question.scenario, context.question.reference))
    if group == MARGIN and margin != other:
        return context.texts(f"reason.{'lower' if margin < other else 'higher'}_margin")
    return the_group(group, reasons, year, context)
