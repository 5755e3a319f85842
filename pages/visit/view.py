"""What is looked at: year, language, prices and the choices of a page.

What a scenario is compared with is the *reference*: the tallgrunnlag, or another scenario that the visitor chose. Two
fields choose it, each on its page, and are named as their controls and texts are: ``base`` on Hvorfor, ``against`` on
Sammenlign.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from charts.bridges.bridge import FROM_COST, FROM_PAYMENT, SOLUTION_GROUPS
from charts.goals.goal_targets import linked
from model import PLAN_YEARS, presets
from model.answers.question import PRICES
from model.payers import organisations
from model.scenario.link import decoded
from pages.visit.memory import Place
from pages.visit.problems import Refused
from texts import LANGUAGES, Texts

SIX, SIX_ALIKE = "alle", "samme_skala"
"""What ``figure`` is on Fossefall, where it is not one of the six: all of them, on scales of their own or on one."""
ONE_YEAR, WHOLE_PLAN = "aar", "samlet"
"""What ``span`` is on Hvorfor: what changed in the chosen year, or in all years together."""
GROUPED, ONE_BY_ONE = "grupper", "enkeltvis"
"""What ``unfold`` is on Hvorfor: measures and earlier funds as groups, or each lever in them."""
BRIDGE, PLAN, NEED, REASONS = "fossefall", "plan", "behov", "hvorfor"
"""What ``chart`` is in a meeting."""
TALLGRUNNLAG, FIRST_COMPARED = "tallgrunnlaget", "forste"
"""What can be the reference on Sammenlign: the published figures, or the first of the scenarios that stand there."""
PRESENT: Final = "gjeldende"
"""The visit's scenario, as one of those that stand side by side."""
BASE_PARAMETER: Final = "utgangspunkt"
"""The parameter of the reference on the page Hvorfor, written like one of the comparison."""
COMPARED_PARAMETER: Final = "med"
"""The parameter that stands once for each scenario of the comparison: ``PRESENT``, a ready one's id, or written out."""
FEWEST, MOST = 2, 4
"""Scenarios that can stand side by side."""
TARGET_PARAMETER: Final = "maal"
"""The parameter of the amount that is aimed at, MNOK in the view's prices."""
PAYERS: Final = organisations()
"""Those that can be looked at: names of the RHF, numbers of the municipalities."""


class Field(NamedTuple):
    """A field of the view: its parameter in the address, and what it may be, the default first."""

    parameter: str
    options: tuple[Any, ...]


FIELDS: Final[Mapping[str, Field]] = {
    "language": Field("sprak", LANGUAGES),
    "year": Field("aar", PLAN_YEARS),
    "prices": Field("priser", PRICES),
    "figure": Field("figur", (SIX, SIX_ALIKE, *SOLUTION_GROUPS)),
    "solution": Field("losning", tuple(SOLUTION_GROUPS)),
    "start": Field("fra", (FROM_COST, FROM_PAYMENT)),
    "against": Field("mot", (TALLGRUNNLAG, FIRST_COMPARED)),
    "span": Field("periode", (ONE_YEAR, WHOLE_PLAN)),
    "unfold": Field("vis", (GROUPED, ONE_BY_ONE)),
    "chart": Field("diagram", (BRIDGE, PLAN, NEED, REASONS)),
    "quantity": Field("storrelse", ("financing_need", "cost_level")),
    "payer": Field("hvem", PAYERS),
}
"""Every field that has a few options, by its name in ``View``."""
ALWAYS: Final = ("language", "year", "prices")
"""Fields that every link names, so that an old one keeps its meaning when a default changes. They stand last: a link
that was cut lacks them, and is known by that."""
CLOSING: Final = {FIELDS[field].parameter: tuple(map(str, FIELDS[field].options)) for field in ALWAYS}
"""The parameters that a whole link ends with, and what each may be."""


@dataclass(frozen=True, slots=True)
class View:
    """One value per field of ``FIELDS``, one of those that stand there.

    base: the reference on Hvorfor, and compared: the scenarios side by side, as texts, see ``COMPARED_PARAMETER``.
    target: the amount that is aimed at, None where the page chooses one.
    """

    language: str = LANGUAGES[0]
    year: int = PLAN_YEARS[0]
    prices: str = PRICES[0]
    figure: str = SIX
    solution: str = "all"
    start: str = FROM_COST
    against: str = TALLGRUNNLAG
    span: str = ONE_YEAR
    unfold: str = GROUPED
    chart: str = BRIDGE
    base: str = TALLGRUNNLAG
    quantity: str = "financing_need"
    target: float | None = None
    payer: str = PAYERS[0]
    compared: tuple[str, ...] = (TALLGRUNNLAG, PRESENT, "margin_3")

    @property
    def texts(self) -> Texts:
        """The texts of the view's language."""
        return Texts(self.language)

    def to_query(self) -> dict[str, str | list[str]]:
        """The address's parameters."""
        values = {field: getattr(self, field) for field in FIELDS}
        chosen = {f: str(v) for f, v in values.items() if f not in ALWAYS and v != FIELDS[f].options[0]}
        always = {FIELDS[field].parameter: str(values[field]) for field in ALWAYS}
        free: dict[str, str | list[str]] = {}
        if self.base != TALLGRUNNLAG:
            free[BASE_PARAMETER] = self.base
        if self.target is not None:
            free[TARGET_PARAMETER] = str(self.target)
        if self.compared != View().compared:
            free[COMPARED_PARAMETER] = list(self.compared)
        return {FIELDS[field].parameter: value for field, value in chosen.items()} | free | always


VIEW: Final = Place("view", View)


def current() -> View:
    """The visit's view."""
    return VIEW.value()


def show(view: View) -> None:
    """Puts another view in place."""
    VIEW.put(view)


def change(**fields: Any) -> None:
    """Replaces fields of the view."""
    VIEW.put(replace(current(), **fields))


def parsed(query: Mapping[str, str], compared: Sequence[str] = ()) -> tuple[View, tuple[Refused, ...]]:
    """The view of an address, and each field that could not be used as a ``Refused``, which holds what was found.

    compared: every value of the parameter ``COMPARED_PARAMETER``.
    """
    view, unusable = View(), []
    for field, (parameter, allowed) in FIELDS.items():
        text = query.get(parameter)
        usable = {str(value): value for value in allowed}
        if text in usable:
            view = replace(view, **{field: usable[text]})
        elif text is not None:
            unusable.append(Refused(field, {"found": text}))
    base = query.get(BASE_PARAMETER, TALLGRUNNLAG)
    if is_comparable(base) and base != PRESENT:
        view = replace(view, base=base)
    else:
        unusable.append(Refused("base", {"found": base}))
    amount = query.get(TARGET_PARAMETER)
    target = None if amount is None else linked(amount)
    if amount is not None and target is None:
        unusable.append(Refused("target", {"found": amount}))
    side_by_side = _compared(compared, unusable)
    return replace(view, target=target, compared=side_by_side), tuple(unusable)


def _compared(texts: Sequence[str], unusable: list[Refused]) -> tuple[str, ...]:
    """The scenarios side by side; what could not be used is added to ``unusable``.

    One that is left alone stands beside the tallgrunnlag, or this beside the present one.
    """
    usable = tuple(text for text in texts if is_comparable(text))
    unusable.extend(Refused("compared", {"found": text}) for text in texts if not is_comparable(text))
    if len(usable) > MOST or (len(usable) < FEWEST and usable == tuple(texts) != ()):
        unusable.append(Refused("count", {}))
    if len(usable) == 1:
        return tuple(dict.fromkeys((TALLGRUNNLAG, *usable, PRESENT)))[:FEWEST]
    return usable[:MOST] or View().compared


def is_comparable(text: str) -> bool:
    """Whether a text stands for a scenario, whole and valid."""
    return text == PRESENT or text in presets() or ("=" in text and not decoded(text).refused)
