"""In which kroner a step is, by its address: of the page, of one year, of each year's own, or none that can be said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from charts.calculation.drawn import drawn_prices
from charts.calculation.sides import MONEY
from charts.words.context import Context
from charts.words.prices import price_words
from model import Question
from model.answers.question import FIXED, NOMINAL
from model.explaining.base_year import BASE_YEAR
from model.explaining.beside import MORE, THAN, YEAR, YEARS
from model.explaining.burden import REAL
from model.explaining.changes import MOVED_OUT, YEAR_CHANGE
from model.explaining.compared import CHANGE, LESS_REFERENCE, REFERENCE
from model.explaining.description import EXPLAINED
from model.explaining.funds import FUNDS, TIE, UNSPENT_SHARE
from model.explaining.history import CONVERTED, PRINTED
from model.explaining.net import NET
from model.explaining.node import LEAVES, PRODUCT, QUOTIENT, SIMULATED, Node
from model.explaining.of_run import IN_KRONER_OF_BASE_YEAR
from model.explaining.other_answers import OTHERS
from model.explaining.own_money import OWN_MONEY
from model.explaining.past_payments import PAID, PAID_EACH
from model.explaining.payments import CHARGED, COMPUTED, LAW_AMOUNT, PAYMENT, PER_INHABITANT
from model.explaining.reasons import MIXTURE, REASON
from model.explaining.settled import SETTLED
from model.explaining.simulated import Place
from model.explaining.unit_costs import COST_EACH, NEED_EACH
from model.history.development import FIXED as FIXED_AMOUNTS

AS_ASKED: Final = (
    *(name for name in EXPLAINED if name not in IN_KRONER_OF_BASE_YEAR),
    *(CHARGED, PAYMENT, COMPUTED, PER_INHABITANT, REASON, YEAR_CHANGE, MOVED_OUT, COST_EACH, NEED_EACH),
)
"""Kinds of which the amount is in the prices that are asked for."""

OWN_KRONER: Final = (SETTLED, OWN_MONEY)
"""Kinds that are in the scenario's own kroner in any prices."""

Parts = Sequence[str]
Asked = tuple[Context, Question]
"""The words of the page, and the question that an address is asked of: another one after «reference/»."""


def prices_of(node: Node, context: Context) -> str:
    """The price basis of a step's amount in words; empty for what is no amount, and where kroner are mixed."""
    if node.unit not in MONEY or node.name in IN_KRONER_OF_BASE_YEAR or node.op in LEAVES:
        return ""
    if node.address:
        return _at(node.address.split("/"), (context, context.question))
    amounts = [term for term in node.terms if term.unit in MONEY]
    is_scaled = node.op in (PRODUCT, QUOTIENT)
    if is_scaled and (len(amounts) != 1 or any(term.unit != "share" for term in node.terms if term not in amounts)):
        return ""
    return _alike({prices_of(term, context) for term in amounts})


def _alike(prices: set[str]) -> str:
    """The one basis that all have; empty where they differ."""
    return next(iter(prices)) if len(prices) == 1 else ""


def _at(parts: Parts, asked: Asked) -> str:
    """The basis of an address."""
    first, question = parts[0], asked[1]
    if first in OTHERS:
        count = 1 + OTHERS[first].parts
        return _at(parts[count:], (asked[0], OTHERS[first].of(question, *parts[1:count])))
    if first in AS_ASKED:
        return _of_question(asked)
    if first in OWN_KRONER:
        return _of_question((asked[0], replace(question, prices=NOMINAL)))
    return KINDS[first](parts, asked) if first in KINDS else ""


def _of_question(asked: Asked) -> str:
    """The page's own basis in its words; of another question that of its scenario alone."""
    context, question = asked
    if question == context.question:
        return context.prices
    return price_words(replace(question, against=question.scenario), context.texts)


def _of_year(year: int, asked: Asked) -> str:
    """«2023-kroner»."""
    return asked[0].texts("view.in_faste", base_year=year)


def _of_base_year(_: Parts, asked: Asked) -> str:
    return _of_year(asked[1].baseline.base_year, asked)


def _of_law(_: Parts, asked: Asked) -> str:
    law = asked[1].baseline.law
    return "" if law is None else _of_year(law.year, asked)


def _of_past(year: str, asked: Asked) -> str:
    """The year's own kroner by its regulation; after the last of these the scenario's own."""
    context, question = asked
    law, baseline = question.baseline.law, question.baseline
    if int(year) <= (baseline.base_year if law is None else law.year):
        return _of_year(int(year), asked)
    return _of_question((context, replace(question, prices=NOMINAL)))


def _printed(parts: Parts, asked: Asked) -> str:
    """«printed/<quantity>/<version>.<price year>/…»."""
    return _of_year(int(parts[2].rpartition(".")[2]), asked)


def _converted(parts: Parts, asked: Asked) -> str:
    """«converted/<basis>/<quantity>/<version>/<year>/…»."""
    return _of_base_year(parts, asked) if parts[1] == FIXED_AMOUNTS else _of_year(int(parts[4]), asked)


def _of_each_year(_: Parts, asked: Asked) -> str:
    return asked[0].texts("development.each_year")


def _of_two(parts: Parts, asked: Asked) -> str:
    """What is more than something: the kroner of both, where they are the same."""
    at = len(parts) - 1 - parts[::-1].index(THAN)
    return _alike({_at(parts[1:at], asked), _at(parts[at + 1 :], asked)})


def _less_reference(parts: Parts, asked: Asked) -> str:
    own = _at(parts[1:], asked)
    is_of_page = own == _of_question(asked)
    return own if is_of_page else _alike({own, _at([REFERENCE, *parts[1:]], asked)})


def _from_year_before(parts: Parts, asked: Asked) -> str:
    quantity, year, *rest = parts[1:]
    return _alike({_at([quantity, each, *rest], asked) for each in (year, str(int(year) - 1))})


def _over_years(parts: Parts, asked: Asked) -> str:
    first, _, last = parts[1].partition("-")
    years = range(int(first), int(last) + 1)
    return _alike({_at([str(year) if each == YEAR else each for each in parts[2:]], asked) for year in years})


def _drawn(parts: Parts, asked: Asked) -> str:
    return drawn_prices(Place.at(parts), asked[1], asked[0].texts)


def _mixture(parts: Parts, asked: Asked) -> str:
    """A run between scenario and reference: known where both grow alike."""
    question = asked[1]
    return _at(parts[2:], asked) if question.prices == FIXED or question.grows_alike else ""


KINDS: Final[Mapping[str, Callable[[Parts, Asked], str]]] = {
    PRINTED: _printed,
    CONVERTED: _converted,
    PAID: lambda parts, asked: _of_past(parts[1], asked),
    PAID_EACH: lambda parts, asked: _of_past(parts[1], asked),
    NET: lambda parts, asked: _of_past(parts[2], asked),
    UNSPENT_SHARE: lambda parts, asked: _of_year(int(parts[1]), asked),
    FUNDS: _of_each_year,
    TIE: _of_each_year,
    LAW_AMOUNT: _of_law,
    BASE_YEAR: _of_base_year,
    REAL: _of_base_year,
    MORE: _of_two,
    LESS_REFERENCE: _less_reference,
    CHANGE: _from_year_before,
    YEARS: _over_years,
    MIXTURE: _mixture,
    SIMULATED: _drawn,
}
"""First part of an address → the basis of what it opens."""
