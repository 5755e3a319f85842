"""What an organisation pays by an answer, and how its amounts are written and marked."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from charts.words.context import SAME, TENTH, Context
from charts.words.names import paid_name
from charts.words.quantities import decimals_of_size
from model import Answer, Baseline, Result
from model.baseline.axes import MUNICIPALITIES, NOK_PER_MNOK, Array
from model.baseline.law import Law
from model.payers import Deflator, OrganisationPayment, Payer, organisation_payment
from model.payers.keys import VKP
from texts import Texts


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """What one organisation pays: by the scenario, by the reference, and the scenario's real burden.

    deflator: its group's, or the rate of the question; None without either. real: (year,), MNOK in the kroner of the
    base year; None without a deflator, and where the amounts have no price growth that it could take out.
    nominal: (year,), MNOK, the payment in the scenario's own kroner.
    """

    paid: OrganisationPayment
    reference: OrganisationPayment
    nominal: Array
    deflator: Deflator | None
    real: Array | None

    @classmethod
    def of(cls, payer_id: str, answer: Answer) -> Self:
        """What one organisation pays. Raises ModelError for an unknown one."""
        paid = organisation_payment(payer_id, *answer.charged)
        reference = organisation_payment(payer_id, *answer.reference_charged)
        nominal = paid if answer.nominal is answer.result else organisation_payment(payer_id, *answer.nominal_charged)
        deflator = answer.deflator(paid.payer.group)
        is_real = deflator is not None and not in_fixed_kroner(answer)
        real = deflator.real(nominal.total)[:, 0] if deflator is not None and is_real else None
        return cls(paid, reference, nominal.total[:, 0], deflator, real)

    @property
    def unit(self) -> "Unit":
        """The unit in which the organisation's amounts are shown."""
        if self.paid.payer.group != MUNICIPALITIES:
            return MNOK
        return in_three_digits(float(self.reference.total.max())) if self.approximate else NOK

    @property
    def approximate(self) -> bool:
        """Whether its share, or that of the regulation's amounts, must be shown as «tilnærmet»."""
        return self.paid.approximate or self.reference.approximate

    @property
    def moved(self) -> bool:
        """Whether the payment differs from the reference's by as much as its unit shows."""
        return bool(np.abs(self.paid.by_solution - self.reference.by_solution).max() >= self.unit.same)


@dataclass(frozen=True, slots=True)
class Unit:
    """How amounts are shown: MNOK with decimals, or whole kroner. name: key of its text; same: MNOK, no move."""

    name: str
    factor: float
    decimals: int
    same: float

    @property
    def key(self) -> str:
        """The unit's name in tables and files: ``mnok`` or ``nok``."""
        return self.name.removeprefix("payers.")

    def amount(self, mnok: float, texts: Texts) -> str:
        """An amount, given in MNOK, as text without its unit."""
        return texts.amount(mnok * self.factor, self.decimals)

    def change(self, mnok: float, texts: Texts) -> str:
        """A change, given in MNOK, as text with its sign and without its unit."""
        return texts.change(mnok * self.factor, self.decimals)

    def with_name(self, mnok: float, texts: Texts) -> str:
        """An amount, given in MNOK, as text with its unit: «49 582 311 kr», «438,7 mill. kr»."""
        return texts(f"{self.name}_amount", amount=self.amount(mnok, texts))


MNOK = Unit("payers.mnok", 1.0, 1, SAME)
NOK = Unit("payers.nok", NOK_PER_MNOK, 0, 0.5 / NOK_PER_MNOK)


def in_three_digits(mnok: float) -> Unit:
    """Million kroner with as many decimals as give an amount of that size three digits."""
    decimals = decimals_of_size(mnok)
    return replace(MNOK, decimals=decimals, same=min(SAME, 0.5 * 10.0**-decimals))


def law_beside(context: Context) -> Law | None:
    """The regulation whose amounts stand beside the computed ones; none where the scenario starts from it."""
    return None if context.law_payment is not None else context.baseline.law


def set_mark(year: int, context: Context) -> str:
    """« §» after the year whose payment is the regulation's because the scenario starts from it."""
    return " §" if context.starts_from(year) else ""


def set_note(context: Context) -> tuple[str, ...]:
    """What «§» after a year means; nothing where the scenario does not start from the law."""
    return () if context.law_payment is None else (context.texts("payers.set_mark"),)


def set_gap_note(context: Context) -> tuple[str, ...]:
    """The same with what the regulation has all pay, and what the computation gives."""
    law, texts = context.law_payment, context.texts
    if law is None:
        return ()
    words = {"year": law.year, "total": texts.amount(law.total), "computed": texts.amount(law.computed, 2)}
    return (texts("payers.set_note", **words),)


def starred(year: int, baseline: Baseline) -> str:
    """«2027*»: a year that is computed; the law, where there is one, has set the first."""
    return f"{year}{'' if baseline.is_set(year) else '*'}"


def year_head(year: int, context: Context) -> str:
    """«2027*», «2026 §»: a year with what it is, as column heads say it."""
    return f"{starred(year, context.baseline)}{set_mark(year, context)}"


def star_note(context: Context, *, in_nominal: bool = False) -> str:
    """What the star means, and what falls away after the first year, which is no growth in cost.

    in_nominal: beside amounts in the scenario's own kroner, whichever the question asks for.
    """
    answer = context.answer
    fallen = lapse(context, answer.nominal if in_nominal else answer.result)
    return context.texts("payers.star_lapse", lapse=fallen) if fallen else context.texts("payers.star")


def lapse(context: Context, result: Result) -> str:
    """«i 2027 faller samlet 83,5 mill. kr i engangsmidler bort»; empty where the first year returns nothing."""
    returned = float(result.amounts()["returned"][0, :, 0].sum())
    if returned < TENTH:
        return ""
    return context.texts("payers.lapse", year=context.baseline.plan_years[1], amount=context.texts.amount(returned))


def vkp_on_all(answer: Answer) -> bool:
    """Whether VKP falls on all municipalities, for want of a list of its users."""
    return answer.keys.members[MUNICIPALITIES].vkp is None


def solution_label(name: str, payer: Payer, context: Context) -> str:
    """What a solution is called in an organisation's table; VKP says where it falls on all municipalities."""
    on_all = name == VKP and payer.group == MUNICIPALITIES and vkp_on_all(context.answer)
    return context.texts("payers.vkp_on_all") if on_all else paid_name(name, context.baseline, context.texts)


def in_fixed_kroner(answer: Answer) -> bool:
    """Whether the amounts have no price growth, by choice or by the scenario, so that no deflator can be taken out."""
    return answer.is_fixed or answer.question.scenario.index_rate == 0


def daggered(text: str, implied: bool) -> str:
    """A text about an amount, marked where the amount is not the regulation's own."""
    return f"{text} †" if implied else text
