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
    projects,
    reconciliation,
    settings,
    short,
    sources,
    uncertainty,
    why,
)
from exports.sections.section import Section
from exports.subject import Subject

CONTENTS: Final[tuple[Callable[[Subject], Section | None], ...]] = (
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
    projects.section,
    projects.sizes,
    development.section,
    reconciliation.section,
    sources.section,
)
"""A section more is a function more here; what gives None has nothing to say of a subject."""


def sections(subject: Subject) -> tuple[Section, ...]:
    """Every section that there is of a subject.

    The last ones stay, for several files are made of one subject; not those of a baseline that somebody has given.
    """
    return _kept(subject) if subject.baseline.folder is not None else _sections(subject)


def _sections(subject: Subject) -> tuple[Section, ...]:
    return tuple(section for make in CONTENTS if (section := make(subject)) is not None)


_kept = lru_cache(maxsize=2)(_sections)
