"""What the visitor has given, told to the page: it gives it back to a server that has started anew.

The page keeps it in its memory, never in the browser's storage, where others could read it.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from model import ModelError
from pages.parts import given_fields, take_along, volume_fields
from pages.parts.given import given, stamps
from pages.parts.typed import TypedError
from texts import Texts

FILES: Final = ("municipal_key", "vkp_users", "theme")
TAKERS: Final[dict[str, Callable[[Any], None]]] = {
    "municipal_key": given_fields.take,
    "vkp_users": given_fields.take,
    "theme": take_along.take_theme,
    "without_vkp": given_fields.mark_without_vkp,
    "deflator_rate": given_fields.take_deflator_rate,
    "compensations_mnok": given_fields.take_compensations,
    "volumes": volume_fields.take_volumes,
}
"""What takes each part again, the files before the numbers."""


def told(texts: Texts) -> dict[str, Any]:
    """Numbers as they are, of a file the stamp by which the page knows its own copy, and what each is called."""
    found = given()
    values = {
        "without_vkp": sorted(found.without_vkp),
        "deflator_rate": found.deflator_rate,
        "compensations_mnok": dict(found.compensations_mnok),
        "volumes": {name: volume for name, volume in volume_fields.volumes_given().items() if volume is not None},
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
    for name, take in TAKERS.items():
        kept = _part(own, "files" if name in FILES else "numbers").get(name)
        try:
            if kept is not None:
                take({**kept, "id": name} if name in FILES else kept)
        except (ModelError, TypedError, TypeError, ValueError, AttributeError):  # no page of ours kept that
            refused.append(name)
    return tuple(refused)


def _part(own: object, kind: str) -> Mapping[str, Any]:
    """The files or the numbers that a page sent; none where it sent something else."""
    found = own.get(kind) if isinstance(own, Mapping) else None
    return found if isinstance(found, Mapping) else {}
