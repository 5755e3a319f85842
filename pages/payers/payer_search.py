"""«Min virksomhet»: the RHF or municipality that is looked at, found by name or number."""

from functools import cache
from typing import Final

from model.payers import municipalities
from pages.payers.finding import finding_keys
from pages.payers.messages import Look, PayerSearchMessage
from pages.visit import asking, view
from pages.visit.components import component
from pages.visit.view import PAYERS, View

KEY: Final = "payer_search"
WIDTH: Final = 250
"""Pixels: the row above the figures fits a meeting room's screen."""


def payer_search(looked_at: View) -> None:
    """Draws the search with the chosen organisation in it."""
    texts = looked_at.texts
    labels = {name: texts(f"payers.search_{name}") for name in ("label", "none", "more", "former")}
    component(PayerSearchMessage, "payer_search", "payers/payer_search", made=finding_keys())(
        key=KEY,
        width=WIDTH,
        data={
            "payers": listed(),
            "chosen": looked_at.payer,
            "labels": labels,
            **asking.listen(KEY, DEEDS, place=asking.GENERAL),
        },
        on_asked_change=apply,
    )


def apply() -> None:
    """Looks at the organisation that was chosen."""
    asking.serve(KEY, DEEDS, place=asking.GENERAL)


def _look(asked: Look) -> None:
    if asked.get("payer") not in PAYERS:
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
