"""What the fields of a scenario are: label, unit, default, range and source, from ``data/parameters.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.baseline.keys import REGULATION
from model.baseline.ranges import PARAMETERS
from model.reading.entries import Entry, entries
from model.reading.languages import KNOWN, LANGUAGES

Fact = str | int | float
KINDS: Final = ("number", "integer", "choice", "text", "mapping", "list")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One field of a scenario.

    label, short, description: text by language (nb, nn, en); label stands at the lever, short in lists and files.
    default, low, high, step: in ``unit``; shares are fractions. None where the field has none.
    source: a document of ``data/documents.toml``, or ``assumption``; where: the place in it.
    group: the lever group the field belongs to. kind: one of ``KINDS``. choices: what a choice may be.
    """

    name: str
    label: Mapping[str, str]
    short: Mapping[str, str]
    unit: str
    default: float | int | str | None
    low: float | int | None
    high: float | int | None
    step: float | int | None
    source: str
    where: str
    description: Mapping[str, str]
    group: str
    kind: str
    choices: tuple[str, ...] = ()


@kept_with_baseline
def parameters(baseline: Baseline) -> Mapping[str, Parameter]:
    """Every field of a scenario of ``baseline`` by name, in the order of the scenario record."""
    return MappingProxyType(read_parameters(PARAMETERS, baseline))


def read_parameters(path: Path, baseline: Baseline) -> dict[str, Parameter]:
    """The parameters of a TOML file, with the baseline's years and amounts. Raises TableError."""
    facts = {language: _facts(baseline, language) for language in LANGUAGES}
    return {
        name: _parameter(name, Entry(path, name, _filled(entry.values, facts))) for name, entry in entries(path).items()
    }


def _facts(baseline: Baseline, language: str) -> dict[str, Fact]:
    """What the words, defaults and ranges of a parameter may name of a baseline, in a language."""
    decimal = KNOWN[language].decimal
    amounts = {"underspend": baseline.base_year_underspend.sum(), "earlier_funds": baseline.returned.sum()}
    return {
        "baseline": baseline.id,
        "base_year": baseline.base_year,
        "first_year": baseline.first_year,
        "second_year": baseline.plan_years[1],
        "last_plan_year": baseline.plan_years[-1],
        "default_keys": baseline.default_keys,
        "law_year": baseline.default_keys.removeprefix(REGULATION),
        "embedded_margin": baseline.embedded_margin,
        "margin_percent": f"{100 * baseline.embedded_margin:g}".replace(".", decimal),
        **{name: f"{amount:.1f}".replace(".", decimal) for name, amount in amounts.items()},
    }


def _filled(values: Mapping[str, Any], facts: Mapping[str, Mapping[str, Fact]]) -> dict[str, Any]:
    """The values of an entry with a baseline's facts in them; a fact that stands alone keeps its kind."""
    filled: dict[str, Any] = {}
    for field, value in values.items():
        if isinstance(value, dict):
            filled[field] = {language: _with(text, facts.get(language, {})) for language, text in value.items()}
        else:
            filled[field] = _with(value, facts[LANGUAGES[0]])
    return filled


def _with(text: Any, facts: Mapping[str, Fact]) -> Any:
    for name, fact in facts.items() if isinstance(text, str) else ():
        if text == f"{{{name}}}":
            return fact
        text = text.replace(f"{{{name}}}", str(fact))
    return text


def _parameter(name: str, entry: Entry) -> Parameter:
    entry.only(*(field.name for field in fields(Parameter)))
    kind = entry.text("kind", KINDS)
    if kind in ("number", "integer"):
        default: float | int | str | None = entry.number("default")
        low: float | int | None = entry.number("low")
        high: float | int | None = entry.number("high")
        step: float | int | None = entry.number("step")
    else:
        default = entry.values.get("default")
        low, high, step = None, entry.number_if_there("high"), None
    return Parameter(
        name=name,
        label=entry.texts("label"),
        short=entry.texts("short" if entry.has("short") else "label"),
        unit=entry.text("unit"),
        default=default,
        low=low,
        high=high,
        step=step,
        source=entry.text("source"),
        where=entry.text("where"),
        description=entry.texts("description"),
        group=entry.text("group"),
        kind=kind,
        choices=tuple(entry.rows("choices")) if kind == "choice" else (),
    )
