"""The page's copy of what the visitor has given: it gives it back to a server that has started anew.

The page keeps the copy in its memory, never in the browser's storage, where others could read it.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from model import ModelError
from model.baseline.axes import NOK_PER_MNOK
from model.scenario.fields import is_number
from pages.visit import own_data, state
from pages.visit.messages import OwnCopy
from pages.visit.problems import Asked, Refused
from pages.visit.view import PAYERS
from texts import Texts


def copy_for_page(texts: Texts) -> OwnCopy:
    """What the page is to keep: numbers as they are, of a file its stamp, for the page has the file; and all names."""
    data, stamps = own_data.about_payers(), own_data.stamps()
    values = {
        "without_vkp": sorted(data.without_vkp),
        "deflator_rate": data.deflator_rate,
        "compensations_mnok": dict(data.compensations_mnok),
        "service_agreements_mnok": dict(data.service_agreements_mnok),
        "volumes": dict(data.volumes),
    }
    numbers = {name: value for name, value in values.items() if value not in (None, [], {})}
    return {
        "files": dict(stamps),
        "numbers": numbers,
        "names": {name: texts(f"own.{name}") for name in (*stamps, *numbers)},
    }


def give_back(copy: object) -> tuple[str, ...]:
    """Takes what the page kept, each part checked as when it was given; the names of those that cannot be used."""
    refused = []
    for kind, takers in PARTS.items():
        kept = copy.get(kind) if isinstance(copy, Mapping) else None
        for name, take in takers.items():
            part = kept.get(name) if isinstance(kept, Mapping) else None
            try:
                if part is not None:
                    take(part)
            except (ModelError, Refused, TypeError, ValueError, AttributeError):  # no page of ours kept that
                refused.append(name)
    return tuple(refused)


def _take_without_vkp(numbers: list[object]) -> None:
    own_data.change(without_vkp=frozenset(map(str, numbers)))


def _take_deflator_rate(rate: object) -> None:
    limit = own_data.rate_limits()
    own_data.change(deflator_rate=_within(rate, limit.low, limit.high))


def _take_compensations(amounts: Mapping[str, object]) -> None:
    own_data.change(compensations_mnok=_of_payers(amounts))


def _take_service_agreements(amounts: Mapping[str, object]) -> None:
    own_data.change(service_agreements_mnok=_of_payers(amounts))


def _of_payers(amounts: Mapping[str, object]) -> dict[str, float]:
    """Amounts of organisations that exist. Raises ValueError for one that is none from 0 to the highest."""
    highest = own_data.HIGHEST_AMOUNT / NOK_PER_MNOK
    return {payer: _within(amounts[payer], 0.0, highest) for payer in PAYERS if payer in amounts}


def _take_volumes(volumes: Mapping[str, object]) -> None:
    low, high = own_data.VOLUMES.low, own_data.VOLUMES.high
    usable = {
        name: _within(volumes[name], low, high) for name in own_data.without_volume(state.figures()) if name in volumes
    }
    own_data.change(volumes=usable)


def _within(value: object, low: float, high: float) -> float:
    """A number that a page sent as one. Raises ValueError where it is none from ``low`` to ``high``."""
    if not is_number(value) or not low <= value <= high:
        raise ValueError(value)
    return float(value)


FILES: Final[dict[str, Callable[[Asked], None]]] = {
    "municipal_key": own_data.take_municipal_key,
    "vkp_users": own_data.take_vkp_users,
    "theme": own_data.take_theme,
}
NUMBERS: Final[dict[str, Callable[[Any], None]]] = {
    "without_vkp": _take_without_vkp,
    "deflator_rate": _take_deflator_rate,
    "compensations_mnok": _take_compensations,
    "service_agreements_mnok": _take_service_agreements,
    "volumes": _take_volumes,
}
PARTS: Final[dict[str, Mapping[str, Callable[[Any], None]]]] = {"files": FILES, "numbers": NUMBERS}
"""What takes each part again, the files first: a file of users takes away who was marked as being without VKP."""
