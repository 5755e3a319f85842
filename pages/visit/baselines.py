"""The baselines that a visit can look at: those that are installed, and one of the visit's own."""

from collections.abc import Mapping
from typing import Final

from model import Baseline, baseline, installed
from model.baseline.installed import title
from model.scenario import link
from model.scenario.link import Opened
from pages.visit.memory import Place

OWN: Final[Place[Baseline | None]] = Place("own_baseline", lambda: None)
"""The one that the visitor has given, for this visit alone."""


def titles(language: str) -> Mapping[str, str]:
    """Id → title of every baseline that can be looked at, the newest first; one of the visit's own before all."""
    own = OWN.value()
    first = {} if own is None else {own.id: own.title[language]}
    return first | {name: title(name)[language] for name in installed() if name not in first}


def named(name: str) -> Baseline:
    """The baseline of an id of ``titles``. Raises ScenarioError where there is none."""
    own = OWN.value()
    return own if own is not None and own.id == name else baseline(name)


def decoded(text: str, shown: Baseline) -> Opened:
    """The scenario that a text stands for where ``shown`` is looked at: of the baseline that it names, or of this."""
    opened, own = link.decoded(text, shown), OWN.value()
    return link.decoded(text, own) if own is not None and opened.missing == own.id else opened
