"""Who pays what in a scenario and in the reference, as the figures and tables of «Hvem betaler» take it."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from charts.context import SAME, TENTH, price_words
from model import Result, Scenario, presets, run
from model.axes import PLAN_YEARS, Array
from model.payers import Deflator, OrganisationPayment, Payer, PayerKeys, organisation_payment
from texts import Texts

NOK_PER_MNOK = 1e6
AS_THE_LAW = "forskrift_2026"
"""The ready scenario that reckons as the regulation of 2026 does."""


@dataclass(frozen=True, slots=True, eq=False)
class Paid:
    """The results and keys of a scenario and of what it is compared with; each holds one scenario.

    result, reference: in the prices that are shown. nominal: the scenario's, in its own kroner. law_keys: the keys of
    the regulation, with the same file and VKP users as ``keys``; the reference is divided by them. compensation: the
    organisation's own a year, MNOK in its own kroner, None where it was not given.
    """

    scenario: Scenario
    result: Result
    reference: Result
    nominal: Result
    keys: PayerKeys
    law_keys: PayerKeys
    deflator: Deflator
    compensation: float | None = None

    def own(self, payer_id: str) -> "Own":
        """What one organisation pays."""
        paid, expected = self.of(payer_id), organisation_payment(payer_id, self.reference, self.law_keys)
        nominal = paid if self.nominal is self.result else organisation_payment(payer_id, self.nominal, self.keys)
        return Own(paid, expected, self.deflator.real(nominal.total)[:, 0])

    def of(self, payer_id: str) -> OrganisationPayment:
        """The organisation's payment in the scenario."""
        return organisation_payment(payer_id, self.result, self.keys)

    @property
    def compensation_shown(self) -> Array | None:
        """(year,), MNOK: the compensation in the prices that are shown."""
        prices = self.result.index[:, 0] / self.nominal.index[:, 0]
        return None if self.compensation is None else self.compensation * prices

    @property
    def vkp_on_all(self) -> bool:
        """Whether VKP falls on all municipalities, for want of a list of its users."""
        return self.keys.members["kommuner"].vkp is None

    @property
    def without_price_growth(self) -> bool:
        """Whether the scenario's payments are not indexed, so that a deflator makes them smaller from year to year."""
        return self.scenario.index_rate == 0


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """An organisation's payment, the reference's, and the real one: (year,), MNOK in the kroner of 2025."""

    paid: OrganisationPayment
    expected: OrganisationPayment
    real: Array

    @property
    def unit(self) -> "Unit":
        """The unit that its amounts are shown in."""
        return unit_of(self.paid.payer)

    @property
    def approximate(self) -> bool:
        """Whether its share, or that of the regulation's amounts, must be shown as «tilnærmet»."""
        return self.paid.approximate or self.expected.approximate

    @property
    def moved(self) -> bool:
        """Whether scenario and reference differ."""
        return bool(np.abs(self.paid.by_solution - self.expected.by_solution).max() >= self.unit.same)


@dataclass(frozen=True, slots=True)
class Unit:
    """How amounts are shown: MNOK with one decimal, or whole kroner. name: key of its text; same: MNOK, no move."""

    name: str
    factor: float
    decimals: int
    same: float

    def amount(self, mnok: float, texts: Texts) -> str:
        """An amount without its unit."""
        return texts.amount(mnok * self.factor, self.decimals)

    def change(self, mnok: float, texts: Texts) -> str:
        """A change, signed, without its unit."""
        return texts.change(mnok * self.factor, self.decimals)

    def with_name(self, mnok: float, texts: Texts) -> str:
        """«49 582 311 kr», «438,7 mill. kr»."""
        return texts(f"{self.name}_amount", amount=self.amount(mnok, texts))


MNOK = Unit("payers.mnok", 1.0, 1, SAME)
NOK = Unit("payers.nok", NOK_PER_MNOK, 0, 0.5 / NOK_PER_MNOK)


def unit_of(payer: Payer) -> Unit:
    """Whole kroner for a municipality, million kroner for the others."""
    return NOK if payer.group == "kommuner" else MNOK


def starred(year: int) -> str:
    """«2027*»: a year that is computed; the law has set 2026."""
    return f"{year}{'' if year == PLAN_YEARS[0] else '*'}"


def star_note(paid: Paid, texts: Texts) -> str:
    """What the star means, and what falls away after 2026, which is no growth in cost."""
    fallen = lapse(paid, texts)
    return texts("payers.star_lapse", lapse=fallen) if fallen else texts("payers.star")


def lapse(paid: Paid, texts: Texts) -> str:
    """«i 2027 faller samlet 83,5 mill. kr i engangsmidler bort»; empty where 2026 returns nothing."""
    returned = float(paid.result.amounts()["returned"][0, :, 0].sum())
    if returned < TENTH:
        return ""
    return texts("payers.lapse", year=PLAN_YEARS[1], amount=texts.amount(returned))


def solution_label(name: str, payer: Payer, paid: Paid, texts: Texts) -> str:
    """What a solution is called in an organisation's table; VKP says where it falls on all municipalities."""
    on_all = name == "vkp" and payer.group == "kommuner" and paid.vkp_on_all
    return texts("payers.vkp_on_all" if on_all else f"solution.{name}")


def nominal_prices(paid: Paid, texts: Texts) -> str:
    """The scenario's own kroner in words."""
    return price_words(paid.scenario.index_rate, False, texts)


def daggered(text: str, implied: bool) -> str:
    """A text about an amount, marked where the amount is not the regulation's own."""
    return f"{text} †" if implied else text


def law_rate() -> float:
    """The price growth of the regulation of 2026."""
    return presets()[AS_THE_LAW].scenario.index_rate


@cache
def as_the_law() -> Result:
    """What the model gives with the regulation's own price growth and scope."""
    return run(presets()[AS_THE_LAW].scenario)
