"""What every figure of an answer shares: the answer, the language, and the words for scenario, reference and prices."""

from dataclasses import dataclass
from typing import Final

from charts.words.foreign import printable
from charts.words.prices import nominal_prices, price_words
from charts.words.scenario_names import name_of
from model import Answer, Baseline, Question
from model.answers import cautions
from model.answers.law_payment import LawPayment
from texts import Texts

SAME: Final = cautions.SAME
"""MNOK: five hundred kroner is not a move."""

TENTH: Final = cautions.TENTH
"""MNOK: what one printed decimal hides."""

AGAINST, SINCE = "tallgrunnlaget", "fjoraaret"
"""The difference that is told of a year's need: from the reference, or from the year before. Links write them so."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """An answer in words; made by ``context``.

    scenario, reference: what they are called. the_reference: the reference inside a sentence, «tallgrunnlaget».
    prices: the price basis in words. told: the difference that is told, ``AGAINST`` or ``SINCE``; empty where nobody
    has chosen one, see ``is_against``.
    """

    answer: Answer
    texts: Texts
    scenario: str
    reference: str
    the_reference: str
    prices: str
    told: str = ""

    @property
    def question(self) -> Question:
        """The question that the answer is to."""
        return self.answer.question

    @property
    def baseline(self) -> Baseline:
        """The baseline of the scenario."""
        return self.answer.baseline

    @property
    def is_first_year(self) -> bool:
        """Whether the year that is looked at is the plan's first, which is printed and which a law sets."""
        return self.year == self.baseline.first_year

    @property
    def year(self) -> int:
        """The year that the question looks at."""
        return self.question.year

    @property
    def is_against(self) -> bool:
        """Whether headline, key figures and bridge tell the difference from the reference, not from the year before."""
        return self.told_name == AGAINST

    @property
    def told_name(self) -> str:
        """The difference that is told, by its name."""
        return self.told or self.told_by_itself

    @property
    def told_by_itself(self) -> str:
        """What is told where nobody has chosen: from the reference once amounts move, and always another scenario's."""
        is_moved = self.question.against is not None or self.question.moves_amounts
        return AGAINST if is_moved else SINCE

    @property
    def indexed(self) -> bool:
        """Whether the amounts include the same price growth in both."""
        return self.question.is_indexed and self.question.grows_alike

    @property
    def nominal_prices(self) -> str:
        """The price basis of the scenario's own kroner in words, whichever the question asks for."""
        return nominal_prices(self.question, self.texts)

    @property
    def difference_row(self) -> str:
        """What the row of a table is called that says how much the scenario differs, «Mot tallgrunnlaget»."""
        return self.texts("figure.against", reference=self.the_reference)

    @property
    def law_payment(self) -> LawPayment | None:
        """The regulation's payment of the first year, where the scenario starts from it."""
        return self.answer.law_payment

    @property
    def is_set_by_law(self) -> bool:
        """Whether the year that is looked at is the one that the scenario starts from, as the regulation has set it."""
        return self.starts_from(self.year)

    def starts_from(self, year: int) -> bool:
        """Whether a year's payment is the regulation's because the scenario starts from it."""
        return self.law_payment is not None and year == self.law_payment.year

    def star(self, year: int) -> str:
        """«*» after a financing need that is computed: the first year's is published where nothing moves it, or set."""
        is_printed = self.question.is_published and year == self.baseline.first_year
        return "" if is_printed or self.starts_from(year) else "*"

    def header(self, with_reference: bool) -> tuple[str, ...]:
        """Column heads of a figure's table: row, amount, and where compared: reference and difference."""
        head = ("", self.scenario if with_reference else self.reference)
        return (*head, self.reference, self.texts("figure.difference")) if with_reference else head


def context(answer: Answer, texts: Texts, scenario: str = "", reference: str = "", told: str = "") -> Context:
    """The answer in the language of ``texts``; the names are the scenarios' own where none are given.

    told: the difference that is told, see ``Context``.
    """
    question = answer.question
    published_title = answer.baseline.title[texts.language]
    the_reference = texts("headline.reference")
    if answer.law_payment is not None:
        year = answer.law_payment.year
        published_title = texts("from_law.reference", title=published_title, year=year)
        the_reference = texts("from_law.the_reference", year=year)
    if question.against is not None:
        published_title = reference or name_of(question.against, texts)
        the_reference = f"«{published_title}»"
    return Context(
        answer=answer,
        texts=texts,
        scenario=scenario or printable(question.scenario.name) or texts("figure.scenario"),
        reference=published_title,
        the_reference=the_reference,
        prices=price_words(question, texts),
        told=told,
    )


def sum_words(first: int, last: int, context: Context) -> str:
    """«sum 2026–2029, 2025-kroner»: what amounts of several years added are."""
    return context.texts("view.sum", first=first, last=last, prices=context.prices)
