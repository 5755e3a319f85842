"""The price basis of amounts in words; a start from the regulation is said in one place, here."""

from dataclasses import replace

from model import Question, Scenario
from model.answers.question import FIXED, NOMINAL
from model.scenario.fields import LAW
from texts import Texts


def price_words(question: Question, texts: Texts) -> str:
    """«2025-kroner», «løpende kroner, 3,1 % per år»; both rates where scenario and reference grow differently.

    From the law prices grow as the regulation's do into its year, and as the scenario's after it.
    """
    if question.prices == FIXED or not question.is_indexed:
        return fixed_prices(question.scenario, texts)
    sides = (question.scenario, question.reference)
    after, before = (_growth(side, texts.percent_in_full(side.index_rate), texts) for side in sides)
    if not question.grows_alike:
        return texts("reasons.two_rates", before=before, after=after)
    return current_prices(question.scenario, texts.percent_in_full(question.scenario.index_rate), texts)


def fixed_prices(scenario: Scenario, texts: Texts) -> str:
    """«2025-kroner»; from the law it is said that the scenario starts from it."""
    words = texts("view.in_faste", base_year=scenario.figures.base_year)
    return texts("from_law.prices", prices=words, year=scenario.figures.first_year) if scenario.start == LAW else words


def current_prices(scenario: Scenario, rate: str, texts: Texts) -> str:
    """«løpende kroner, 3,1 % per år» of a scenario whose price growth is ``rate`` in words."""
    key = "from_law.prices_current" if scenario.start == LAW else "view.in_lopende"
    return texts(key, rate=_growth(scenario, rate, texts), year=scenario.figures.first_year)


def _growth(scenario: Scenario, rate: str, texts: Texts) -> str:
    """«3,1 %»; from the law «3,1 % til 2026, deretter 0,0 %» where the two are not the same."""
    law = scenario.figures.law
    if scenario.start != LAW or law is None or scenario.index_rate == law.index_rate:
        return rate
    return texts("from_law.rates", first=texts.percent_in_full(law.index_rate), year=law.year, rate=rate)


def nominal_prices(question: Question, texts: Texts) -> str:
    """The price basis of the scenario's own kroner, whichever the question asks for."""
    return price_words(replace(question, prices=NOMINAL, against=None), texts)


def prices_after_law(question: Question, texts: Texts) -> str:
    """The price basis of a sentence that names the regulation itself: «2025-kroner», «2026-kroner» of its year."""
    baseline = question.baseline
    if question.prices == FIXED:
        return texts("view.in_faste", base_year=baseline.base_year)
    if baseline.is_set(question.year):
        return texts("view.in_faste", base_year=question.year)
    if not question.grows_alike:
        return price_words(question, texts)
    rate = texts.percent_in_full(question.scenario.index_rate)
    return texts("payers.headline_prices", rate=rate, year=baseline.first_year)
