"""One price basis in a sentence, on every page and in every file; sums over years say what they are."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from charts.bridges.bridge import bridge
from charts.bridges.reasons import reasons_bridge, reasons_by_year
from charts.bridges.why import cause, reasons
from charts.plans.differences import differences
from charts.plans.time_figures import time_figures
from charts.words.context import Context, context
from charts.words.headline import headline
from exports.contents import sections
from exports.subject import subject_of
from model import Question, Scenario, answer
from pages.visit.navigation import PAGES
from tests.every_word import visit
from tests.export_subject import CREATED
from tests.test_pages import message
from texts import LANGUAGES, Texts

BASES = re.compile(r"(\d{4})[- ]kroner|kroner of (\d{4})|(løpende|løpande|current|nominal) kroner")
SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n| · ")
CHARTED = tuple(page for page in PAGES if page not in ("eksport", "kilder", "avstemming", "nytt_tallgrunnlag", "ord"))
SCENARIOS: dict[str, dict[str, Any]] = {
    "at rest": {},
    "growth": {"index_rate": 0.031},
    "moved": {"index_rate": 0.031, "risk_margin": 0.0, "underspend_rate": 0.03, "extra_volume": 0.02},
    "law": {"start": "law", "index_rate": 0.02},
}
SKIPPED = ("spec", "proportions", "plotly")
"""Of a message: what the browser draws with, which repeats the words."""


def words(scenario: dict[str, Any], prices: str = "lopende", year: int = 2027, language: str = "nb") -> Context:
    return context(answer(Question(Scenario.from_mapping(scenario), None, prices, year)), Texts(language))


def strings(value: object) -> Iterator[str]:
    """Every text of a message."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in SKIPPED:
                yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def mixed(texts: Iterator[str]) -> list[str]:
    """The sentences that name more than one price basis."""
    sentences = [sentence for text in texts for sentence in SENTENCE.split(text)]
    return [each for each in sentences if len({"".join(basis) for basis in BASES.findall(each)}) > 1]


@pytest.mark.parametrize(("page", "prices"), [*product(CHARTED, ("lopende", "faste"))])
def test_no_sentence_of_a_page_has_two_price_bases(page: str, prices: str) -> None:
    for scenario in SCENARIOS.values():
        at = visit(page, scenario, priser=prices, aar="2027")
        shown = [*strings(message(at)), *(each.value for each in (*at.markdown, *at.caption, *at.warning))]
        assert not mixed(iter(shown))


@pytest.mark.parametrize(("name", "language"), [*product(SCENARIOS, LANGUAGES)])
def test_no_sentence_of_a_file_has_two_price_bases(name: str, language: str) -> None:
    question = Question(Scenario.from_mapping(SCENARIOS[name]), year=2027)
    for section in sections(subject_of(question, CREATED, language)):
        figures = [text for figure in section.figures for text in (*figure.title, figure.alt, figure.note)]
        keys = [text for key in section.key_figures for text in (key.label, key.note)]
        assert not mixed(iter([*section.sentences, *figures, *keys]))


def test_a_mixture_is_found() -> None:
    assert mixed(iter(["Det er 3 i 2025-kroner og 4 i 2026-kroner."])) and mixed(iter(["2025-kroner, løpende kroner"]))
    assert not mixed(iter(["Det er 3 i 2025-kroner. Det er 4 i løpende kroner."]))


def test_printed_sums_do_not_stand_beside_sums_with_price_growth() -> None:
    assert "1\u202f099,2" in bridge(words({}, year=2026)).note
    assert "1\u202f099,2" in bridge(words({"index_rate": 0.031}, "faste", 2026)).note
    assert not bridge(words({"index_rate": 0.031}, year=2026)).note


@pytest.mark.parametrize(
    ("prices", "said"),
    [("faste", "sum 2026–2029, 2025-kroner"), ("lopende", "sum 2026–2029, løpende kroner, 3,1\u00a0% per år")],
)
def test_sums_over_years_say_which_years_and_prices(prices: str, said: str) -> None:
    found = words(SCENARIOS["moved"], prices)
    why = reasons(found.answer)
    labels = {key.name: key.label.lower() for key in time_figures(found)}
    assert all(said in labels[name] for name in ("whole", "unspent", "shortfall"))
    assert said in reasons_bridge(why, None, found).title[2] and said in reasons_by_year(why, found).alt
    assert said in cause(why, None, found) and said in reasons_by_year(why, found).table.header[-1]
    assert any(said in row[0] for row in differences([found, found]).rows)


def test_two_price_growths_beside_each_other_are_named() -> None:
    question = Question(Scenario(index_rate=0.031), Scenario())
    said = headline(context(answer(question), Texts("nb")))
    assert said.endswith("Beløpene er i løpende kroner, 0,0\u00a0% og 3,1\u00a0% per år.")


def test_every_rate_of_price_growth_is_per_year() -> None:
    for language, per_year in zip(LANGUAGES, ("per år", "per år", "per year"), strict=True):
        assert per_year in words({"index_rate": 0.031}, language=language).prices
