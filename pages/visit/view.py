"""What is looked at: year, language, prices and the choices of a page.

What a scenario is compared with is the *reference*: the tallgrunnlag, or another scenario that the visitor chose. Two
fields choose it, each on its page, and are named as their controls and texts are: ``base`` on Hvorfor, ``against`` on
Sammenlign.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from charts.bridges.bridge import solution_groups
from charts.sources.uses import is_address
from charts.words.context import AGAINST, SINCE
from model import Baseline
from model.answers.quantities import BURDEN, COST_LEVEL, FINANCING_NEED, burden_of
from model.answers.question import PRICES
from model.baseline.axes import PAYER_GROUPS
from model.baseline.kept import kept_with_baseline
from model.history.development import FIXED as FIXED_KRONER
from model.history.development import NOMINAL as OWN_KRONER
from model.history.development import PRINTED as AS_PRINTED
from model.payers import organisations
from model.uncertainty.asked import DRAWS
from pages.visit import state, uncertain
from pages.visit.memory import Place
from pages.visit.narrowed import EVERYTHING, Narrowed
from pages.visit.side_by_side import (
    FEWEST,
    FIRST_COMPARED,
    TALLGRUNNLAG,
    is_comparable,
    is_reference,
    usual,
)
from texts import LANGUAGES, Texts

SIX, SIX_APART = "samme_skala", "egen_skala"
"""What ``figure`` is on Fossefall, where it is not one of the six: all, on one scale or each on its own."""
ONE_YEAR, WHOLE_PLAN = "aar", "samlet"
"""What ``span`` is on Hvorfor: what changed in the chosen year, or in all years together."""
GROUPED, ONE_BY_ONE = "grupper", "enkeltvis"
"""What ``unfold`` is on Hvorfor: measures and earlier funds as groups, or each lever in them."""
CHARTS: Final = ("fossefall", "plan", "behov", "hvorfor", "betalere", "midler", "utvikling", "usikkerhet", "tiltak")
"""What ``chart`` is in a meeting; the last is chosen where a scenario has projects."""
BRIDGE, PLAN, NEED, REASONS, WHO_PAYS, MONEY, DEVELOPMENT, UNCERTAINTY, PROJECTS = CHARTS
HISTORY_BASES: Final[Mapping[str, str]] = {"faste": FIXED_KRONER, "trykt": AS_PRINTED, "lopende": OWN_KRONER}
"""What ``history`` is on Utvikling: in whose kroner the years before the plan are shown."""
MATERIAL_CHECKS, ALL_CHECKS = "viktige", "alle"
"""What ``checks`` is on Avstemming: what matters, or every check."""
DOTS, FAN = "prikker", "vifte"
"""What ``certainty`` is on Usikkerhet: the chosen year's draws as dots, or all years as a fan."""
SOLID, HATCHED = "fylt", "skravert"
"""What ``surfaces`` is: how a scenario's bars are filled; hatched for print in one colour."""
EVERY_YEAR, YEAR_ALONE = "alle", "ett"
"""What ``path`` is on Hva skal til?: a target for every year after the plan's first, or for the chosen one."""
US: Final = "oss"
"""What ``quantity`` is where it is what the organisation pays that is looked at."""
QUANTITIES: Final = (FINANCING_NEED, COST_LEVEL, US, *PAYER_GROUPS)
"""What can be aimed at, and asked why it changed."""
OUR_BURDEN: Final = burden_of(US)
"""What ``quantity`` is where it is what the organisation bears of need and projects."""
WITHOUT_PROJECTS: Final[Mapping[str, str]] = {BURDEN: FINANCING_NEED, OUR_BURDEN: US}
"""What can be asked why it changed, and not be aimed at → what is looked at instead where it is aimed."""
WITHOUT_US: Final[Mapping[str, str]] = {US: FINANCING_NEED, OUR_BURDEN: BURDEN}
"""What is somebody's → what is shown instead as long as nobody has said who."""
ASKED_BY_ITSELF: Final = ""
"""What ``quantity`` is where nobody has chosen one: the need; where it is aimed, what we pay, see ``View.aiming``."""
TOLD_BY_ITSELF: Final = ""
"""What ``difference`` is where nobody has chosen one: see ``Context.is_against``."""
NOBODY: Final = ""
"""What ``payer`` is as long as no visitor has said who they are."""
PAYERS: Final = organisations()
"""Those that one can be: names of the RHF, numbers of the municipalities."""


PARAMETERS: Final[Mapping[str, str]] = {
    "language": "sprak",
    "year": "aar",
    "prices": "priser",
    "figure": "figur",
    "solution": "losning",
    "difference": "forskjell",
    "against": "mot",
    "span": "periode",
    "unfold": "vis",
    "chart": "diagram",
    "quantity": "storrelse",
    "path": "bane",
    "payer": "hvem",
    "history": "historie",
    "checks": "kontroller",
    "certainty": "visning",
    "draws": "trekk",
    "surfaces": "flater",
}
"""Every field that has a few options, by its name in ``View`` → its parameter in the address."""


@kept_with_baseline
def options(baseline: Baseline) -> Mapping[str, tuple[Any, ...]]:
    """What each field of ``PARAMETERS`` may be where ``baseline`` is shown, the default first."""
    groups = tuple(solution_groups(baseline))
    return {
        "language": LANGUAGES,
        "year": baseline.plan_years,
        "prices": PRICES,
        "figure": (SIX, SIX_APART, *groups),
        "solution": groups,
        "difference": (TOLD_BY_ITSELF, AGAINST, SINCE),
        "against": (TALLGRUNNLAG, FIRST_COMPARED),
        "span": (ONE_YEAR, WHOLE_PLAN),
        "unfold": (GROUPED, ONE_BY_ONE),
        "chart": CHARTS,
        "quantity": (ASKED_BY_ITSELF, *QUANTITIES, *WITHOUT_PROJECTS),
        "path": (EVERY_YEAR, YEAR_ALONE) if len(baseline.plan_years) > 1 else (YEAR_ALONE,),
        "payer": (NOBODY, *PAYERS),
        "history": tuple(HISTORY_BASES),
        "checks": (MATERIAL_CHECKS, ALL_CHECKS),
        "certainty": (DOTS, FAN),
        "draws": DRAWS,
        "surfaces": (SOLID, HATCHED),
    }


@dataclass(frozen=True, slots=True)
class View:
    """One value per field of ``PARAMETERS``; what the baseline that is shown does not have is its default, see ``of``.

    year: 0 is the plan's first. difference: which is told of a year's need. payer: who the visitor is, of ``PAYERS``,
    or ``NOBODY``. base: the reference on Hvorfor, and compared: the scenarios side by side, as texts, see
    ``side_by_side.py``; none are the usual ones. target: the amount that is aimed at, None where the page chooses
    one. calculation: the path of the calculation that is open, empty for none. narrowed: what of the reconciliation is
    shown. source: what the page of sources leads to. ranges: those of the levers that differ from the baseline's own,
    as texts (``pages/visit/uncertain.py``). above: the amount whose probability is asked for, MNOK in the view's
    prices; None where the page chooses one.
    """

    language: str = LANGUAGES[0]
    year: int = 0
    prices: str = PRICES[0]
    figure: str = SIX
    solution: str = "all"
    difference: str = TOLD_BY_ITSELF
    against: str = TALLGRUNNLAG
    span: str = ONE_YEAR
    unfold: str = GROUPED
    chart: str = BRIDGE
    base: str = TALLGRUNNLAG
    quantity: str = ASKED_BY_ITSELF
    path: str = EVERY_YEAR
    target: float | None = None
    payer: str = NOBODY
    history: str = next(iter(HISTORY_BASES))
    source: str = ""
    calculation: str = ""
    checks: str = MATERIAL_CHECKS
    certainty: str = DOTS
    draws: int = DRAWS[0]
    surfaces: str = SOLID
    ranges: tuple[str, ...] = ()
    above: float | None = None
    narrowed: Narrowed = EVERYTHING
    compared: tuple[str, ...] = ()

    @property
    def texts(self) -> Texts:
        """The texts of the view's language."""
        return Texts(self.language)

    @property
    def asked_quantity(self) -> str:
        """The quantity by the name that the model knows; of a burden what is need."""
        return self.known_quantity(self.without_burden().quantity)

    def known_quantity(self, quantity: str) -> str:
        """Any quantity by the name that the model knows: «oss» is the organisation that is looked at.

        Of nobody it is that of all.
        """
        ours = {US: self.payer, OUR_BURDEN: burden_of(self.payer)} if self.payer else WITHOUT_US
        return ours.get(quantity, quantity) or FINANCING_NEED

    @property
    def is_about_us(self) -> bool:
        """Whether what the chosen organisation pays is looked at."""
        return bool(self.payer) and self.quantity == US

    @property
    def asks_who(self) -> bool:
        """Whether something is looked at that only somebody pays, and nobody has said who."""
        return not self.payer and self.quantity in WITHOUT_US

    def without_burden(self) -> "View":
        """The view as the pages look at it that know no burden."""
        return replace(self, quantity=WITHOUT_PROJECTS.get(self.quantity, self.quantity))

    def aiming(self) -> "View":
        """The view as it is looked at where something is aimed at: what we pay, where nobody has chosen what."""
        first = US if self.payer and self.target is None else FINANCING_NEED
        return replace(self, quantity=self.quantity or first).without_burden()

    def of(self, baseline: Baseline) -> "View":
        """The view of ``baseline``: what has a meaning there stays, the rest is the default."""
        allowed = options(baseline)
        foreign: dict[str, Any] = {
            field: allowed[field][0] for field in PARAMETERS if getattr(self, field) not in allowed[field]
        }
        side_by_side = tuple(text for text in self.compared if is_comparable(text, baseline))
        enough = side_by_side if len(side_by_side) >= FEWEST else usual(baseline)
        base = self.base if is_reference(self.base, baseline) else TALLGRUNNLAG
        source = self.source if is_source(self.source, baseline) else ""
        narrowed, ranges = self.narrowed.of(baseline), uncertain.usable(self.ranges, baseline)
        foreign |= {"narrowed": narrowed, "ranges": ranges}
        return replace(self, **foreign, compared=enough, base=base, source=source)


VIEW: Final = Place("view", View)


def current() -> View:
    """The visit's view, of the baseline that is shown."""
    return VIEW.value().of(state.figures())


def show(view: View) -> None:
    """Puts another view in place."""
    VIEW.put(view)


def change(**fields: Any) -> None:
    """Replaces fields of the view; an amount of one quantity is none of another, nor of other prices."""
    before = current()
    after = replace(before, **fields)
    is_another = after.asked_quantity != before.asked_quantity
    if is_another and "target" not in fields:
        after = replace(after, target=None)
    if (is_another or after.prices != before.prices) and "above" not in fields:
        after = replace(after, above=None)
    VIEW.put(after)


def is_source(text: str, baseline: Baseline) -> bool:
    """Whether the page of sources has what an address leads to; nothing is everything."""
    return not text or is_address(text, baseline)
