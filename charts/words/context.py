"""What every figure of an answer shares: the answer, the language, and the words for scenario, reference and prices."""

from dataclasses import dataclass
from typing import Final

from charts.words.foreign import printable
from charts.words.scenario_names import name_of
from model import Answer, Baseline, Question
from model.answers import cautions
from model.answers.question import FIXED
from texts import Texts

SAME: Final = cautions.SAME
"""MNOK: five hundred kroner is not a move."""

TENTH: Final = cautions.TENTH
"""MNOK: what one printed decimal hides."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """An answer in words; made by ``context``.

    scenario, reference: what they are called. the_reference: the reference inside a sentence, «tallgrunnlaget».
    prices: the price basis in words.
    """

    answer: Answer
    texts: Texts
    scenario: str
    reference: str
    the_reference: str
    prices: str

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
    def indexed(self) -> bool:
        """Whether the amounts include the same price growth in both."""
        return self.question.is_indexed and self.question.grows_alike

    @property
    def difference_row(self) -> str:
        """What the row of a table is called that says how much the scenario differs, «Mot tallgrunnlaget»."""
        return self.texts("figure.against", reference=self.the_reference)

    def star(self, year: int) -> str:
        """«*» after a financing need that is computed: published is the first year's alone, with nothing moved."""
        return "" if self.question.is_published and year == self.baseline.first_year else "*"

    def header(self, with_reference: bool) -> tuple[str, ...]:
        """Column heads of a figure's table: row, amount, and where compared: reference and difference."""
        head = ("", self.scenario if with_reference else self.reference)
        return (*head, self.reference, self.texts("figure.difference")) if with_reference else head


def context(answer: Answer, texts: Texts, scenario: str = "", reference: str = "") -> Context:
    """The answer in the language of ``texts``; the names are the scenarios' own where none are given."""
    question = answer.question
    published_title = answer.baseline.title[texts.language]
    the_reference = texts("headline.reference")
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
    )


def sum_words(first: int, last: int, context: Context) -> str:
    """«sum 2026–2029, 2025-kroner»: what amounts of several years added are."""
    return context.texts("view.sum", first=first, last=last, prices=context.prices)


def price_words(question: Question, texts: Texts) -> str:
    """«2025-kroner», «løpende kroner, 3,1 % per år»; both rates where scenario and reference grow differently."""
    if question.prices == FIXED or not question.is_indexed:
        return texts("view.in_faste", base_year=question.baseline.base_year)
    rate, reference_rate = (
        texts.percent_in_full(scenario.index_rate) for scenario in (question.scenario, question.reference)
    )
    if question.grows_alike:
        return texts("view.in_lopende", rate=rate)
    return texts("reasons.two_rates", before=reference_rate, after=rate)
