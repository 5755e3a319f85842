"""What projects cost in a year, all together, in the question's prices: of the sector, the state, or one that pays.

«project/<part>/<year>/<payer>»: the part is one of ``PARTS``, «investment» for all but operation, or «all»; «each» is
that by inhabitant, «with_need» it and the need, «with_computed» it and the need that the equations give, also where the
regulation has set another, «everybody» what sector and state pay together. The payer is «sector»,
«stat» or the id of one that pays.
"""

from dataclasses import dataclass
from typing import Final

from model.answers.quantities import FINANCING_NEED
from model.baseline.axes import MUNICIPALITIES
from model.explaining.asked import Asked, Kinds, address
from model.explaining.burden import LAW_RATE, growth
from model.explaining.levers import lever as lever_of
from model.explaining.node import Node
from model.explaining.operations import (
    COUNT,
    FACTOR,
    INDEX,
    MNOK,
    NOK,
    SHARE,
    definition,
    difference,
    lever,
    product,
    quotient,
    total,
)
from model.explaining.payments import CHARGED, COMPUTED, PAYMENT, SUM, in_kroner
from model.explaining.project_shares import share_of_project
from model.explaining.shares import INHABITANTS
from model.investment import PARTS, STATE
from model.payers import payers
from model.scenario.fields import LAW
from model.scenario.project import Project
from model.scenario.project_fields import ANNUITY, AUTHORITY

Year = int | str
PROJECT, SECTOR, INVESTMENT, ALL = "project", "sector", "investment", "all"
CONTRIBUTION, INSTALMENT, INTEREST, OPERATION = PARTS
OF_INVESTMENT: Final = (CONTRIBUTION, INSTALMENT, INTEREST)
EACH, EVERYBODY = "each", "everybody"
WITH_NEED, WITH_COMPUTED = "with_need", "with_computed"
NEEDS: Final = {WITH_NEED: (CHARGED, PAYMENT), WITH_COMPUTED: (FINANCING_NEED, COMPUTED)}
"""Part → whose need it is added to: that of all, and what one pays of it."""
TOGETHER: Final = {ALL: (INVESTMENT, OPERATION), INVESTMENT: OF_INVESTMENT}
"""A part that is others added → those."""


def project_address(part: str, year: Year, payer: str = SECTOR) -> str:
    """The address of what is paid of all projects in a year."""
    return address(PROJECT, part, year, payer)


def project(asked: Asked) -> Node:
    """What is paid of a part in a year, of all projects."""
    part, written, payer = asked.take(3)
    known = {SECTOR, STATE, *(each.id for each in payers())}
    if part not in (*PARTS, *TOGETHER, EACH, *NEEDS, EVERYBODY) or not written.isdecimal() or payer not in known:
        raise asked.refused()
    year = int(written)
    if part == EVERYBODY:
        both = [asked.node(PROJECT, ALL, year, each) for each in (SECTOR, STATE)]
        return total("project.everybody", both, year=year, address=asked.address)
    if part in NEEDS:
        of_all, of_one = NEEDS[part]
        need = asked.node(of_all, year, SUM) if payer == SECTOR else asked.node(of_one, year, SUM, payer)
        both = [need, asked.node(PROJECT, ALL, year, payer)]
        return total(f"project.{WITH_NEED}", both, year=year, payer=_named(payer), address=asked.address)
    if part == EACH:
        paid = asked.node(PROJECT, ALL, year, SECTOR)
        count = asked.node(INHABITANTS, MUNICIPALITIES)
        return quotient("project.each", in_kroner(paid), count, NOK, year=year, address=asked.address)
    if part in TOGETHER:
        terms = [asked.node(PROJECT, each, year, payer) for each in TOGETHER[part]]
        return total(f"project.{part}", terms, year=year, payer=_named(payer), address=asked.address)
    listed = asked.answer.divided.items()
    terms = [_Paid(asked, place, each, year).of(part, payer) for place, each in listed]
    return total(f"project.{part}", terms, year=year, payer=_named(payer), address=asked.address)


def _named(payer: str) -> str:
    """The payer that a step is of; the sector is nobody in particular."""
    return "" if payer in (SECTOR, STATE) else payer


def one() -> Node:
    """All of it."""
    return definition("one", 1.0)


@dataclass(frozen=True, slots=True)
class _Paid:
    """What is paid of one project in a year; the numbers are those of docs/model.md, «Projects»."""

    asked: Asked
    place: int
    project: Project
    year: int

    def of(self, part: str, payer: str) -> Node:
        """In the question's prices."""
        fixed = self._charged(part, payer == STATE)
        shares = () if payer in (SECTOR, STATE) else (share_of_project(self.asked, self.project, payer),)
        name, prices = f"project.{part}_of_one", self._prices(part)
        if isinstance(prices, Node) and self._is_divided(part):
            return quotient(name, product(name, fixed, *shares, year=self.year), prices, MNOK, year=self.year)
        return product(name, fixed, *([prices] if prices else []), *shares, year=self.year)

    def _path(self, field: str) -> str:
        return f"projects.{self.place}.{field}"

    def _lever(self, field: str, unit: str) -> Node:
        return lever(self._path(field), float(getattr(self.project, field)), unit)

    def _spent(self, year: str) -> Node:
        return lever(self._path(f"investment_mnok.{year}"), self.project.investment_mnok[year], MNOK)

    def _all_spent(self) -> Node:
        return total("project.spent", [self._spent(year) for year in self.project.investment_mnok])

    @property
    def _of_state(self) -> Node:
        return one() if self.project.task == AUTHORITY else self._lever("state_share", SHARE)

    def _others(self) -> Node:
        """What the state does not pay of the investment, as a share."""
        return difference("project.not_state", one(), self._of_state, unit=SHARE)

    @property
    def _before(self) -> int:
        """How many years it has been in use."""
        return self.year - self.project.go_live

    def _is_in_use(self) -> bool:
        return 0 <= self._before < self.project.lifetime

    def _charged(self, part: str, is_state: bool) -> Node:
        """In fixed kroner of the base year, by the sector or the state."""
        nothing = definition("project.none", 0.0, MNOK)
        if part == CONTRIBUTION:
            return self._contribution(is_state) or nothing
        amount = {INSTALMENT: self._instalment, INTEREST: self._interest, OPERATION: self._operation}[part]()
        if amount is None:
            return nothing
        borne = self._borne()
        share = difference("project.not_borne", one(), borne, unit=SHARE) if is_state else borne
        return product(f"project.{part}_fixed", amount, share)

    def _contribution(self, is_state: bool) -> Node | None:
        year = str(self.year)
        if year not in self.project.investment_mnok or (self.project.is_repaid and not is_state):
            return None
        return product("project.contribution_fixed", self._of_state if is_state else self._others(), self._spent(year))

    def _debt(self) -> Node:
        return product("project.debt", self._others(), self._all_spent())

    def _instalment(self) -> Node | None:
        if not self.project.is_repaid or not self._is_in_use() or not self.project.investment_mnok:
            return None
        return self._instalment_after(self._before)

    def _instalment_after(self, years: int) -> Node:
        """The instalment after some years in use."""
        if self.project.repayment == ANNUITY and self.project.interest_rate:
            powers = [self._power(each) for each in range(self.project.lifetime)]
            part = quotient("project.part_of_debt", powers[years], total("project.powers", powers, FACTOR))
            return product("project.one_instalment", self._debt(), part)
        return quotient("project.one_instalment", self._debt(), self._lever("lifetime", COUNT), MNOK)

    def _power(self, years: int) -> Node:
        """What a krone becomes at the interest, after some years."""
        rate = total("project.with_interest", (one(), self._lever("interest_rate", SHARE)), FACTOR)
        return product("project.power", one(), *[rate] * years, unit=FACTOR)

    def _interest(self) -> Node | None:
        if self._instalment() is None or not self.project.interest_rate:
            return None
        before = [self._instalment_after(each) for each in range(self._before)]
        left = difference("project.left", self._debt(), *before)
        return product("project.one_interest", self._lever("interest_rate", SHARE), left)

    def _operation(self) -> Node | None:
        planned, factor = self._planned_operation(), self._of_actual()
        if planned is None or factor is None:
            return planned if factor is None and not self.project.operation_in_plan else None
        return product("project.operation_after", planned, factor)

    def _of_actual(self) -> Node | None:
        """What operation is multiplied by to follow what was invested in fact: all of it, or what the plan lacks."""
        if self.project.actual_mnok is None or self._before < 1:
            return None
        share = quotient("project.of_assumed", self._lever("actual_mnok", MNOK), self._all_spent(), FACTOR)
        return difference("project.beside_plan", share, one(), unit=FACTOR) if self.project.operation_in_plan else share

    def _planned_operation(self) -> Node | None:
        """As it is given, whether or not the published figures hold it."""
        if not self._is_in_use():
            return None
        given = self.project.operation_mnok
        if given is None:
            if not self.project.investment_mnok:
                return None
            return product("project.one_operation", self._lever("operation_share", SHARE), self._all_spent())
        if isinstance(given, float):
            return lever(self._path("operation_mnok"), given, MNOK)
        year = str(self.year)
        return lever(self._path(f"operation_mnok.{year}"), given[year], MNOK) if year in given else None

    def _borne(self) -> Node:
        """The share of what is charged that the sector bears."""
        if self.project.task == AUTHORITY:
            return definition("nothing", 0.0)
        steps = self._before + 1
        if steps > self.project.phase_in_years:
            return one()
        whole = total("project.steps", (one(), self._lever("phase_in_years", COUNT)), COUNT)
        return quotient("project.borne", definition("project.years_in_use", float(steps), COUNT), whole)

    def _is_divided(self, part: str) -> bool:
        """Whether fixed kroner are what is nominal by the index."""
        return self.asked.answer.is_fixed and self._is_nominal(part)

    def _is_nominal(self, part: str) -> bool:
        return part in (INSTALMENT, INTEREST) and not self.project.indexed

    def _prices(self, part: str) -> Node | None:
        """I(t) where amounts are multiplied by it, or divided; None up to the base year and where they are not."""
        base, scenario = self.asked.baseline.base_year, self.asked.answer.question.scenario
        if self.year <= base or self.asked.answer.is_fixed != self._is_nominal(part):
            return None
        rates = [lever_of(scenario, "index_rate")] * (self.year - base)
        if scenario.start == LAW:
            rates[0] = self.asked.node(LAW_RATE)
        return product("price_index", *map(growth, rates), unit=INDEX, year=self.year)


KINDS: Kinds = {PROJECT: project}
