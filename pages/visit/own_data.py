"""What the visitor has given, told to the page: it gives it back to a server that has started anew.

The page keeps it in its memory, never in the browser's storage, where others could read it.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from model import ModelError
from model.baseline.axes import NOK_PER_MNOK
from model.scenario.fields import is_number, limits
from pages.files import take_along
from pages.payers import given_fields, volume_fields
from pages.visit import asking, view
from pages.visit.given import give, given, stamps
from texts import Texts

FILES: Final[dict[str, Callable[[asking.Asked], None]]] = {
    **{name: given_fields.DEEDS[name] for name in ("municipal_key", "vkp_users")},
    "theme": take_along.take_theme,
}


def told(texts: Texts) -> dict[str, Any]:
    """Numbers as they are, of a file the stamp by which the page knows its own copy, and what each is called."""
    found = given()
    values = {
        "without_vkp": sorted(found.without_vkp),
        "deflator_rate": found.deflator_rate,
        "compensations_mnok": dict(found.compensations_mnok),
        "volumes": dict(found.volumes),
    }
    numbers = {name: value for name, value in values.items() if value not in (None, [], {})}
    return {
        "files": dict(stamps()),
        "numbers": numbers,
        "names": {name: texts(f"own.{name}") for name in (*stamps(), *numbers)},
    }


def give_back(own: object) -> tuple[str, ...]:
    """Takes what the page kept, each part checked as when it was given; gives the names of those that cannot be."""
    refused = []
    for name, take in {**FILES, **NUMBERS}.items():
        kept = _part(own, "files" if name in FILES else "numbers").get(name)
        try:
            if kept is not None:
                take(kept)
        except (ModelError, asking.Refused, TypeError, ValueError, AttributeError):  # no page of ours kept that
            refused.append(name)
    return tuple(refused)


def _part(own: object, kind: str) -> Mapping[str, Any]:
    """The files or the numbers that a page sent; none where it sent something else."""
    found = own.get(kind) if isinstance(own, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _without_vkp(numbers: list[object]) -> None:
    give(without_vkp=frozenset(map(str, numbers)))


def _deflator_rate(rate: object) -> None:
    limit = limits()["index_rate"]
    give(deflator_rate=_within(rate, limit.low, limit.high))


def _compensations(amounts: Mapping[str, object]) -> None:
    highest = given_fields.HIGHEST_AMOUNT / NOK_PER_MNOK
    give(compensations_mnok={payer: _within(amounts[payer], 0.0, highest) for payer in view.PAYERS if payer in amounts})


def _volumes(found: Mapping[str, object]) -> None:
    ends = volume_fields.LOWEST, volume_fields.HIGHEST
    give(volumes={name: _within(found[name], *ends) for name in volume_fields.WITHOUT if name in found})


def _within(value: object, low: float, high: float) -> float:
    """A number that a page sent as one. Raises ValueError where it is none from ``low`` to ``high``."""
    if not is_number(value) or not low <= value <= high:
        raise ValueError(value)
    return float(value)


NUMBERS: Final[dict[str, Callable[[Any], None]]] = {
    "without_vkp": _without_vkp,
    "deflator_rate": _deflator_rate,
    "compensations_mnok": _compensations,
    "volumes": _volumes,
}
"""What takes each part again, after the files."""
