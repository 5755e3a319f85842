"""What of the reconciliation is looked at: a document or table, what is searched for, and one of its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from charts.reconciliation.places import LOOKED_AT, table_key
from model import Baseline
from model.baseline.kept import kept_with_baseline
from model.checks.reconcile import reconcile
from model.checks.things import things
from pages.visit.problems import Refused

PARAMETERS: Final[Mapping[str, str]] = {"table": "tabell", "search": "sok", "check": LOOKED_AT}
"""Field → its parameter in the address."""

LONGEST: Final = 60
"""Characters of what is searched for."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is chosen; each empty for all.

    table: as ``table_key`` names it. search: as it was typed. check: a thing or a check, by id.
    """

    table: str = ""
    search: str = ""
    check: str = ""

    def of(self, baseline: Baseline) -> Self:
        """What of it has a meaning where ``baseline`` is shown."""
        return self if self == EVERYTHING else replace(self, **dict.fromkeys(_unusable(self, baseline), ""))

    def to_query(self) -> dict[str, str]:
        """The address's parameters."""
        return {parameter: value for field, parameter in PARAMETERS.items() if (value := getattr(self, field))}


EVERYTHING: Final = Narrowed()


def parsed_narrowed(query: Mapping[str, str], baseline: Baseline, unusable: list[Refused]) -> Narrowed:
    """What an address that is about ``baseline`` says; what could not be used is added to ``unusable``."""
    asked = Narrowed(**{field: query.get(parameter, "") for field, parameter in PARAMETERS.items()})
    narrowed = asked.of(baseline)
    unusable.extend(differing(asked, narrowed))
    return narrowed


def differing(asked: Narrowed, usable: Narrowed) -> tuple[Refused, ...]:
    """Each field that could not be used, with what was found."""
    return tuple(
        Refused(field, {"found": getattr(asked, field)})
        for field in PARAMETERS
        if getattr(asked, field) != getattr(usable, field)
    )


def _unusable(narrowed: Narrowed, baseline: Baseline) -> list[str]:
    """The fields that say nothing of a baseline."""
    is_usable = {
        "table": narrowed.table in ("", *_tables(baseline)),
        "search": len(narrowed.search) <= LONGEST and narrowed.search.isprintable(),
        "check": narrowed.check in ("", *_rows(baseline)),
    }
    return [field for field, usable in is_usable.items() if not usable]


@kept_with_baseline
def _tables(baseline: Baseline) -> frozenset[str]:
    checks = reconcile(baseline)
    documents = (table_key(each.document) for each in checks)
    return frozenset((*documents, *(table_key(each.document, each.table) for each in checks)))


@kept_with_baseline
def _rows(baseline: Baseline) -> frozenset[str]:
    """Every check by its id, and every thing by its."""
    checks = reconcile(baseline)
    return frozenset((*(each.id for each in checks), *(each.id for each in things(checks))))
