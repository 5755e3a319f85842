"""What a figure needs to know beside the figures: language, name of the reference, prices."""

from dataclasses import dataclass

from texts import Texts

TENTH = 0.05  # MNOK: what one printed decimal hides
SAME = 0.0005  # MNOK: five hundred kroner is not a move


def price_words(index_rate: float, fixed: bool, texts: Texts) -> str:
    """The price basis: «2025-kroner», also where there is no price growth, or «løpende kroner, 3,15 % per år»."""
    if fixed or index_rate == 0:
        return texts("view.in_2025")
    return texts("view.in_lopende", rate=texts.percent_in_full(index_rate))


@dataclass(frozen=True, slots=True)
class Context:
    """Texts of one language, what scenario and reference are called, the price basis in words.

    ``against``: the reference inside a sentence, «tallgrunnlaget». ``indexed``: the amounts include the same price
    growth in both.
    """

    texts: Texts
    scenario: str
    reference: str
    prices: str
    against: str = ""
    indexed: bool = False

    def header(self, compared: bool) -> tuple[str, ...]:
        """Column heads of a figure's table: row, amount, and where compared: reference and difference."""
        head = ("", self.scenario if compared else self.reference)
        return (*head, self.reference, self.texts("figure.difference")) if compared else head
