"""What can be asked for by name, in words: cost level, financing need, and what somebody pays; with its decimals."""

import math
from typing import Final

from model import Answer
from model.answers.quantities import is_burden, is_payment, payer_of
from model.baseline.axes import MUNICIPALITIES, PAYER_GROUPS
from model.payers import organisation
from texts import Texts

DIGITS: Final = 3
"""What an approximate amount is shown with; a municipality's share of the payment is seldom known better."""

FEWEST, MOST = 1, 4
"""Decimals of an approximate amount, MNOK."""


def decimals_of_size(mnok: float) -> int:
    """The decimals that give an amount of a size three digits: one at least, four at most."""
    size = math.floor(math.log10(mnok)) if mnok > 0 else 1
    return min(max(DIGITS - 1 - size, FEWEST), MOST)


def decimals_of(quantity: str, mnok: float) -> int:
    """The decimals of amounts of a quantity that reach ``mnok``: one, and more for one municipality's."""
    payer = payer_of(quantity)
    if not payer or payer in PAYER_GROUPS or organisation(payer)[0].group != MUNICIPALITIES:
        return FEWEST
    return decimals_of_size(mnok)


def is_approximate(quantity: str, answer: Answer) -> bool:
    """Whether amounts of a quantity must be shown as «tilnærmet», for the keys of scenario or reference."""
    if quantity in PAYER_GROUPS:
        return groups_are_approximate(answer)
    payer = payer_of(quantity)
    return bool(payer) and divides_approximately(organisation(payer)[0].group, answer)


def groups_are_approximate(answer: Answer) -> bool:
    """Whether what payer groups pay is «tilnærmet», for the keys of scenario or reference in some year."""
    return any(keys.is_approximate() for keys in (answer.keys, answer.reference_keys))


def divides_approximately(group: str, answer: Answer) -> bool:
    """The same of what each member of a group pays."""
    return any(keys.is_approximate(group) for keys in (answer.keys, answer.reference_keys))


def quantity_name(quantity: str, texts: Texts) -> str:
    """«Finansieringsbehov», «Betaling: Helse Vest», «Hele belastningen: Helse Vest»."""
    if not is_payment(quantity):
        return texts(f"quantity.{quantity}")
    return texts("quantity.burden_of" if is_burden(quantity) else "quantity.payment", payer=_payer(quantity, texts))


def quantity_of(quantity: str, when: object, texts: Texts) -> str:
    """«finansieringsbehovet i 2027», «det Helse Vest ville betalt i 2027», inside a sentence."""
    if is_payment(quantity):
        said = "quantity.of_burden_of" if is_burden(quantity) else "quantity.of_payment"
        return texts(said, payer=_payer(quantity, texts), when=when)
    return texts(f"quantity.of_{quantity}", when=when)


def target_of(quantity: str, when: str, texts: Texts) -> str:
    """«finansieringsbehovet i 2027», «betalingen fra Helse Vest i 2027»: what is to be as a sentence says."""
    if is_payment(quantity):
        return texts("quantity.target_payment", payer=_payer(quantity, texts), when=when)
    return quantity_of(quantity, when, texts)


def _payer(quantity: str, texts: Texts) -> str:
    payer = payer_of(quantity)
    return texts(f"quantity.the_{payer}") if payer in PAYER_GROUPS else organisation(payer)[0].name
