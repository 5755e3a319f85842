"""«Oss»: the RHF or municipality that the visitor is, found by name or number, or nobody."""

from functools import cache
from typing import Final, Literal

from model.payers import municipalities
from pages.payers.finding import finding_keys
from pages.payers.messages import Look, PayerSearchMessage
from pages.visit import asking, view
from pages.visit.components import component
from pages.visit.view import NOBODY, PAYERS, View

KEY: Final = "payer_search"
USUAL: Final = 200
TIGHT: Final = 122
"""Pixels of the chip: a row with many choices fits a meeting room's screen."""

LABELS: Final = ("label", "ask", "remove", "none", "former", "last")


def payer_search(looked_at: View, width: int | Literal["stretch"] = USUAL) -> None:
    """Draws the search with the chosen organisation in it."""
    texts = looked_at.texts
    component(PayerSearchMessage, "payer_search", "payers/payer_search", "payers/start", made=finding_keys())(
        key=KEY,
        width=width,
        data={
            "payers": listed(),
            "chosen": looked_at.payer,
            "labels": {name: texts(f"payers.search_{name}") for name in LABELS},
            **asking.listen(KEY, DEEDS, place=asking.GENERAL),
        },
        on_asked_change=apply,
    )


def apply() -> None:
    """Looks at the organisation that was chosen."""
    asking.serve(KEY, DEEDS, place=asking.GENERAL)


def _look(asked: Look) -> None:
    if asked.get("payer") not in (NOBODY, *PAYERS):
        raise asking.NotUnderstood("payer")
    view.change(payer=asked["payer"])


DEEDS: Final[dict[str, asking.Deed]] = {"look": _look}


@cache
def listed() -> list[tuple[str, str, str]]:
    """Every organisation: id, name, and in small type number and county."""
    known = municipalities()
    return [
        (payer, known[payer].label, f"{payer} {known[payer].county}") if payer in known else (payer, payer, "RHF")
        for payer in PAYERS
    ]
