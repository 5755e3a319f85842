"""What there is to take along, in its order: the one list that data, slides, workbook, report and archive read."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from exports.sections import (
    bridges,
    development,
    earlier_funds,
    money,
    payers,
    plan,
    reconciliation,
    settings,
    short,
    sources,
    uncertainty,
    why,
)
from exports.sections.section import Section
from exports.subject import Subject

CONTENTS: Final[tuple[Callable[[Subject], Section], ...]] = (
    short.section,
    settings.section,
    bridges.total,
    bridges.solutions,
    plan.section,
    why.section,
    uncertainty.section,
    uncertainty.counted,
    uncertainty.of_levers,
    earlier_funds.section,
    money.section,
    payers.section,
    development.section,
    reconciliation.section,
    sources.section,
)
"""A section more is a function more here."""


def sections(subject: Subject) -> tuple[Section, ...]:
    """Every section of a subject.

    The last ones stay, for several files are made of one subject; not those of a baseline that somebody has given.
    """
    return _kept(subject) if subject.baseline.folder is not None else _sections(subject)


def _sections(subject: Subject) -> tuple[Section, ...]:
    return tuple(make(subject) for make in CONTENTS)


_kept = lru_cache(maxsize=2)(_sections)
