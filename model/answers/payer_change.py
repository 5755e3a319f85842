"""What the change of one payment from a year to the next consists of."""

from dataclasses import dataclass

from model.answers.answer import Answer
from model.answers.changes import LAPSED_STATE_FUNDING, LAW_ROUNDING, payment_bridge
from model.baseline.axes import STATE_FUNDING, STEPS
from model.payers import payer_shares


@dataclass(frozen=True, slots=True)
class PayerChange:
    """The change of a payment into a year, MNOK in the answer's prices; positive is an increase.

    The parts add up to it. Amounts are divided by the year's shares: cost: steps of the cost level, a changed margin
    too. prices: price growth of last year's level. lapsed: money returned last year, that lowers no payment again.
    returned: what is returned this year, below zero. state: what the state pays more, below zero. rounding: of the
    regulation's amounts where they are last year's. keys: last year's payment of all × what the shares change by.
    """

    cost: float
    prices: float
    lapsed: float
    returned: float
    state: float
    rounding: float
    keys: float

    @property
    def whole(self) -> float:
        """The change in all."""
        return sum((self.cost, self.prices, self.lapsed, self.returned, self.state, self.rounding, self.keys))


def payer_change(payer: str, answer: Answer, year: int) -> PayerChange:
    """The change into ``year`` of what a payer group or an organisation pays, by the first scenario.

    Raises ScenarioError for a year without a year before it, ModelError for who does not pay.
    """
    charged, keys = answer.charged
    bridge = payment_bridge(answer.result, year, charged)
    at = charged.years.index(year)
    of_years = payer_shares(payer, keys, answer.baseline, len(charged.years))[:, :, 0]
    before, shares = of_years[at - 1], of_years[at]

    def part(*components: str) -> float:
        return sum(float((bridge[component][:, 0] * shares).sum()) for component in components)

    return PayerChange(
        cost=part(*STEPS),
        prices=part("indexation"),
        lapsed=part("lapsed_return"),
        returned=part("returned_funds"),
        state=part(LAPSED_STATE_FUNDING, STATE_FUNDING),
        rounding=part(LAW_ROUNDING),
        keys=float((bridge["previous_need"][:, 0] * (shares - before)).sum()),
    )


def payer_open_return(payer: str, answer: Answer, year: int) -> float:
    """How much less a payer group or an organisation pays where the base year's unspent money comes back, MNOK.

    0 where the need of the year is no range. Raises ModelError for who does not pay.
    """
    years = answer.result.years
    shares = payer_shares(payer, answer.charged[1], answer.baseline, len(years))[:, :, 0]
    return float((answer.open_return_by_solution * shares)[years.index(year)].sum())
