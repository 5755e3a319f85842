"""Figures of draws in words: what is asked of how many draws, and in which kroner."""

from dataclasses import replace
from typing import Final

from charts.calculation.values import amount, written
from charts.words.context import Context
from charts.words.prices import price_words
from charts.words.quantities import quantity_name, quantity_of
from charts.words.settings import label, shown
from model import Question
from model.answers.question import FIXED
from model.explaining.node import SIMULATED, Node
from model.explaining.other_answers import BETWEEN_RANGES, DEFAULT_RANGES, DRAWN_FROM, OTHERS
from model.explaining.simulated import EFFECT, IMPORTANCE, INDEX, Place
from model.uncertainty import at_share, ranges_with
from model.uncertainty.ranges import FIXED as FIXED_VALUE
from model.uncertainty.sensitivity import HIGH, LOW
from model.uncertainty.written import PART
from texts import Texts

DRAWS: Final = "draws"
PERCENT: Final = 100.0
VALUE_DECIMALS: Final = 3
"""Decimals of a lever's value at an end of its range: a tenth of a per cent, or a thousandth of its unit."""


def is_of_draws(node: Node) -> bool:
    """Whether a step is a figure of draws, or what one of the levers does."""
    return node.op == SIMULATED or (node.name == EFFECT and SIMULATED in node.address.split("/"))


def drawn_title(node: Node, context: Context) -> str:
    """«Finansieringsbehov 2027: 85,0 % av trekkene er under»."""
    return context.texts(f"calculation.simulated.title_{node.name}", **_said(node, context))


def drawn_words(node: Node, context: Context) -> str:
    """«Av 10 000 trekk ligger 8 500 under 1 253,8 mill. kr», and what a draw is."""
    return context.texts(f"calculation.simulated.words_{node.name}", **_said(node, context))


def _said(node: Node, context: Context) -> dict[str, object]:
    """What the words may say: of what, of how many draws, and how many of these they are."""
    place, baseline, texts = Place.at(node.address.split("/")), context.baseline, context.texts
    named = {term.name: term for term in node.terms}
    said = {
        "what": f"{quantity_name(place.quantity, texts)} {place.year}",
        "of_what": quantity_of(place.quantity, place.year, texts),
        "year": place.year,
        "value": written(node, baseline, texts),
    }
    if node.name in (IMPORTANCE, EFFECT):
        said["lever"] = label(place.of[0], baseline, texts)
    if node.name == EFFECT:
        said["setting"] = setting_words(place.of[0], place.number, context)
    elif node.name != IMPORTANCE and place.of:
        asked_of = node.terms[0]
        said["asked"] = written(asked_of, baseline, texts)
    if DRAWS in named:
        draws = named[DRAWS]
        share = place.number if node.unit != "share" and place.of else node.value
        said |= {
            "draws": written(draws, baseline, texts),
            "count": amount(round(share * draws.value), draws, baseline, texts),
        }
    return said


def setting_words(path: str, value: float, context: Context) -> str:
    """A lever's value at an end of its range."""
    return shown(path, round(value, VALUE_DECIMALS), context.baseline, context.texts)


def base_words(name: str, ranges: str, context: Context) -> str:
    """What draws are made from: with which lever somewhere else, or as it is. ranges: as an address has them."""
    texts = context.texts
    fixed = [text.split(PART) for text in ranges.split(BETWEEN_RANGES) if f"{PART}{FIXED_VALUE}{PART}" in text]
    if not fixed:
        return texts("calculation.drawn_from", what=name)
    path, _, value = fixed[-1]
    number = {"true": 1.0, "false": 0.0}.get(value)
    words = setting_words(path, float(value) if number is None else number, context)
    return texts("calculation.with", what=name, lever=label(path, context.baseline, texts), value=words)


def drawn_prices(place: Place, question: Question, texts: Texts) -> str:
    """In which kroner amounts of draws are: where price growth is drawn too, from where to where."""
    ranges = BETWEEN_RANGES.join(place.ranges) or DEFAULT_RANGES
    levers = ranges_with(place.ranges, question.baseline).levers
    if place.of[:1] == (INDEX,) and place.what == EFFECT and question.prices != FIXED:
        return ""
    if question.prices == FIXED or INDEX not in levers or place.what == EFFECT:
        base = OTHERS[DRAWN_FROM].of(question, ranges)
        return price_words(replace(base, against=base.scenario), texts)
    low, high = (at_share(levers[INDEX], share) for share in (LOW, HIGH))
    return texts("uncertainty.prices", low=texts.amount(low * PERCENT), high=texts.percent(high))
