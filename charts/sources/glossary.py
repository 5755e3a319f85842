"""The words and levers that are explained, as cards that are ready to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from charts.sources.words import document_title, unit_words
from charts.words.lever_facts import lever_facts
from model import Baseline, Measure, Parameter, parameters
from model.payers.search_keys import plain
from texts import Texts

TERMS: Final = (
    "tallgrunnlag",
    "utvalget",
    "forskriften",
    "kostnadsniva",
    "finansieringsbehov",
    "tilgjengelig",
    "beste_estimat",
    "investeringer",
    "endret_finansiering",
    "volum_beredskap",
    "effektivisering",
    "mindreforbruk",
    "tilbakeforing",
    "underdekning",
    "ovre_ramme",
    "sammenlignbar",
    "lopende",
    "faste",
    "deflator",
    "reell_belastning",
    "nokkel",
    "delkostnadsnokkel",
    "basisbevilgning",
    "forslaget_2021",
    "rhf",
    "bandasjister",
    "vkp",
    "fm",
    "preg",
    "provesvar",
    "ehds",
    "fellestjenester",
    "to_utgangspunkt",
    "tegn",
    "avstemming",
    "scenario",
    "spak",
)
"""What readers of the documents and of the pages stop at, in the order in which one meets it."""

LEVERS: Final = ("number", "integer", "choice")
"""Kinds of a scenario's fields that are levers; the field of keys is one too."""

KEPT: Final = 8  # languages times baselines that are looked at in turn


@dataclass(frozen=True, slots=True)
class Explained:
    """A word or a lever: what it is called and means, and of a lever what else is known, each with what it is.

    id: a term's name, or the lever's place in a scenario. found_by: plain words.
    """

    id: str
    name: str
    text: str
    facts: tuple[tuple[str, str], ...]
    found_by: str


@lru_cache(maxsize=KEPT)
def terms(texts: Texts) -> tuple[Explained, ...]:
    """Every word that is explained."""
    return tuple(_explained(name, texts(f"term.{name}"), texts(f"meaning.{name}"), ()) for name in TERMS)


@lru_cache(maxsize=KEPT)
def levers(baseline: Baseline, texts: Texts) -> tuple[Explained, ...]:
    """Every lever of the scenarios of a baseline, then the measures."""
    fields = parameters(baseline)
    made = [
        _field(name, field, baseline, texts) for name, field in fields.items() if field.kind in LEVERS or name == "keys"
    ]
    return (*made, *(_measure(measure, baseline, texts) for measure in baseline.measures.values()))


def entry_of(path: str) -> str:
    """The card of a lever: one of a solution is the general one, and a measure's settings are the measure."""
    first, *rest = path.split(".")
    return rest[-1] if first == "by_solution" and rest else ".".join((first, *rest[:1]))


def _field(name: str, field: Parameter, baseline: Baseline, texts: Texts) -> Explained:
    language = texts.language
    facts = {
        "range": lever_facts(name, baseline, texts),
        "unit": unit_words(field.unit, texts),
        "source": document_title(field.source, texts),
    }
    named = tuple(_named(facts, texts))
    return _explained(name, field.short[language], field.description[language], named)


def _measure(measure: Measure, baseline: Baseline, texts: Texts) -> Explained:
    path, language = f"measures.{measure.name}", texts.language
    facts = {
        "range": lever_facts(f"{path}.enabled", baseline, texts),
        "source": document_title(measure.source, texts),
    }
    return _explained(path, measure.label[language], measure.description[language], tuple(_named(facts, texts)))


def _named(facts: dict[str, str], texts: Texts) -> Iterator[tuple[str, str]]:
    return ((texts(f"glossary.{name}"), value) for name, value in facts.items() if value)


def _explained(name: str, title: str, text: str, facts: tuple[tuple[str, str], ...]) -> Explained:
    found_by = plain(" ".join((title, text, *(value for _, value in facts))))
    return Explained(name, title, text, facts, found_by)
