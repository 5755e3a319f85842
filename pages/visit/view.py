"""What is looked at: year, language, prices and the choices of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import streamlit as st

from charts.bridges.bridge import FROM_COST, FROM_PAYMENT, SOLUTION_GROUPS
from charts.goals.goal_targets import LARGEST, linked
from charts.words.foreign import short
from model import PLAN_YEARS, presets
from model.answers.question import PRICES
from model.payers import organisations
from model.payers.finding import successors
from model.scenario.link import decoded
from texts import LANGUAGES, Texts

VIEW: Final = "view"
SIX, SIX_ALIKE = "alle", "samme_skala"
ONE_YEAR, WHOLE_PLAN = "aar", "samlet"
BRIDGE, PLAN, NEED, REASONS = "fossefall", "plan", "behov", "hvorfor"
GROUPED, ONE_BY_ONE = "grupper", "enkeltvis"
REFERENCE, FIRST = "tallgrunnlaget", "forste"
PRESENT: Final = "gjeldende"
BASE: Final = "utgangspunkt"
"""The parameter of the scenario that the page of reasons starts from, written like one of the comparison."""
COMPARED: Final = "med"
"""The parameter that stands once for each scenario of the comparison: ``PRESENT``, a ready one's id, or written out."""
FEWEST, MOST = 2, 4
TARGET: Final = "maal"
"""The parameter of the amount that is aimed at, MNOK in the view's prices."""
PAYERS: Final = organisations()
"""Those that can be looked at: names of the RHF, numbers of the municipalities."""
FIELDS: Final[dict[str, tuple[str, tuple[Any, ...]]]] = {
    "language": ("sprak", LANGUAGES),
    "year": ("aar", PLAN_YEARS),
    "prices": ("priser", PRICES),
    "figure": ("figur", (SIX, SIX_ALIKE, *SOLUTION_GROUPS)),
    "solution": ("losning", tuple(SOLUTION_GROUPS)),
    "start": ("fra", (FROM_COST, FROM_PAYMENT)),
    "against": ("mot", (REFERENCE, FIRST)),
    "span": ("periode", (ONE_YEAR, WHOLE_PLAN)),
    "unfold": ("vis", (GROUPED, ONE_BY_ONE)),
    "chart": ("diagram", (BRIDGE, PLAN, NEED, REASONS)),
    "quantity": ("storrelse", ("financing_need", "cost_level")),
    "payer": ("hvem", PAYERS),
}
"""Field → its parameter in the address and what it may be, the default first."""
ALWAYS: Final = ("language", "year", "prices")
"""Written out also when they are the default: an old link must not change its meaning. Last: a cut one lacks them."""
CLOSING: Final = {FIELDS[field][0]: tuple(str(value) for value in FIELDS[field][1]) for field in ALWAYS}
"""The parameters that a whole link ends with, and what each may be."""


@dataclass(frozen=True, slots=True)
class View:
    """One value per field of ``FIELDS``, one of those that stand there; ``compared``: the scenarios side by side.

    ``target``: the amount that is aimed at, None where the page chooses one.
    """

    language: str = LANGUAGES[0]
    year: int = PLAN_YEARS[0]
    prices: str = PRICES[0]
    figure: str = SIX
    solution: str = "all"
    start: str = FROM_COST
    against: str = REFERENCE
    span: str = ONE_YEAR
    unfold: str = GROUPED
    chart: str = BRIDGE
    base: str = REFERENCE
    quantity: str = "financing_need"
    target: float | None = None
    payer: str = PAYERS[0]
    compared: tuple[str, ...] = (REFERENCE, PRESENT, "margin_3")

    @property
    def texts(self) -> Texts:
        """The texts of the view's language."""
        return Texts(self.language)

    def to_query(self) -> dict[str, str | list[str]]:
        """The address's parameters."""
        values = {field: getattr(self, field) for field in FIELDS}
        kept = {f: str(v) for f, v in values.items() if f not in ALWAYS and v != FIELDS[f][1][0]}
        always = {FIELDS[field][0]: str(values[field]) for field in ALWAYS}
        free: dict[str, str | list[str]] = {}
        if self.base != REFERENCE:
            free[BASE] = self.base
        if self.target is not None:
            free[TARGET] = str(self.target)
        if self.compared != View().compared:
            free[COMPARED] = list(self.compared)
        return {FIELDS[field][0]: value for field, value in kept.items()} | free | always


def current() -> View:
    """The visit's view."""
    return cast(View, st.session_state.setdefault(VIEW, View()))


def change(**fields: Any) -> None:
    """Replaces fields of the view."""
    st.session_state[VIEW] = replace(current(), **fields)


def parsed(query: Mapping[str, str], compared: Sequence[str] = ()) -> tuple[View, tuple[str, ...]]:
    """The view of an address, and for each parameter that could not be used what was found and is allowed.

    compared: every value of the parameter ``COMPARED``.
    """
    view, wrong = View(), []
    for field, (parameter, allowed) in FIELDS.items():
        found = query.get(parameter)
        usable = {str(value): value for value in allowed}
        if found in usable:
            view = replace(view, **{field: usable[found]})
        elif found is not None:
            names = _payers_allowed(found, view.texts) if field == "payer" else ", ".join(usable)
            what = view.texts(f"view.{field}").lower()
            wrong.append(view.texts("view.bad", what=what, found=short(found), allowed=names))
    base = query.get(BASE, REFERENCE)
    if is_comparable(base) and base != PRESENT:
        view = replace(view, base=base)
    else:
        wrong.append(view.texts("reasons.bad_base", found=short(base)))
    target = _target(query, view.texts, wrong)
    beside = _compared(compared, view.texts, wrong)
    return replace(view, target=target, compared=beside), tuple(wrong)


def _payers_allowed(found: str, texts: Texts) -> str:
    """What an organisation of a link may be; a number of before is told what it is now."""
    now = successors(found)
    return texts("payers.allowed_former", found=short(found), now=now) if now else texts("payers.allowed")


def _target(query: Mapping[str, str], texts: Texts, wrong: list[str]) -> float | None:
    """The amount that is aimed at; what is none is told in ``wrong``."""
    found = query.get(TARGET)
    target = None if found is None else linked(found)
    if found is not None and target is None:
        wrong.append(texts("solve.bad", found=short(found), high=texts.amount(LARGEST, 0)))
    return target


def _compared(found: Sequence[str], texts: Texts, wrong: list[str]) -> tuple[str, ...]:
    """The scenarios side by side; what could not be used is told in ``wrong``.

    One that is left alone stands beside the tallgrunnlag, or this beside the present one.
    """
    usable = tuple(text for text in found if is_comparable(text))
    wrong.extend(texts("compare.bad_one", found=short(text)) for text in found if not is_comparable(text))
    if len(usable) > MOST or (len(usable) < FEWEST and usable == tuple(found) != ()):
        wrong.append(texts("compare.bad", fewest=FEWEST, most=MOST))
    if len(usable) == 1:
        return tuple(dict.fromkeys((REFERENCE, *usable, PRESENT)))[:FEWEST]
    return usable[:MOST] or View().compared


def is_comparable(text: str) -> bool:
    """Whether a text stands for a scenario, whole and valid."""
    return text == PRESENT or text in presets() or ("=" in text and not decoded(text).refused)
