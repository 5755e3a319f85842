"""The baselines that a visit can look at: those that are installed, and one of the visit's own."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from model import Baseline, baseline, installed
from model.baseline.installed import title
from model.scenario import link
from model.scenario.link import Opened
from pages.visit import state
from pages.visit.memory import Place
from pages.visit.uploaded import uploaded

OWN: Final[Place[Baseline | None]] = Place("own_baseline", lambda: None)
"""The one that the visitor has given and uses, for this visit alone."""


def own() -> Baseline | None:
    """The visit's own: the one that is shown, where that is not installed, else the one that is given.

    Back among the steps stands also one that is not used any more.
    """
    shown = state.figures()
    return shown if is_own(shown) else OWN.value()


def given(name: object) -> Baseline | None:
    """The visit's own of an id, for what names it: the one in use, or the one uploaded last where none is installed."""
    file = None if not isinstance(name, str) or name in installed() else uploaded().baseline
    return next((each for each in (own(), file) if each is not None and each.id == name), None)


def is_own(baseline: Baseline) -> bool:
    """Whether a baseline is a visitor's own: what is installed was read in a folder."""
    return baseline.folder is None


def titles(language: str) -> Mapping[str, str]:
    """Id → title of every baseline that can be looked at, the newest first; one of the visit's own before all.

    Two with one title have their ids beside it: a menu cannot tell them apart otherwise.
    """
    used = own()
    first = {} if used is None else {used.id: used.title[language]}
    found = first | {name: title(name)[language] for name in installed() if name not in first}
    count = Counter(found.values())
    return {name: words if count[words] == 1 else f"{words} ({name})" for name, words in found.items()}


def named(name: str) -> Baseline:
    """The baseline of an id of ``titles``. Raises ScenarioError where there is none."""
    used = own()
    return used if used is not None and used.id == name else baseline(name)


def decoded(text: str, shown: Baseline) -> Opened:
    """The scenario that a text stands for where ``shown`` is looked at: of the baseline that it names, or of this."""
    opened = link.decoded(text, shown)
    named_there = given(opened.missing)
    return opened if named_there is None else link.decoded(text, named_there)
