"""A scenario's settings in words: what each is called, and its value as the reader writes it."""

from dataclasses import dataclass
from typing import Any

from model import Scenario, measures, parameters
from texts import Texts


@dataclass(frozen=True, slots=True)
class Departure:
    """A setting that differs from the default, ready to print."""

    path: str
    label: str
    value: str
    default: str


def departures(scenario: Scenario, texts: Texts) -> tuple[Departure, ...]:
    """Everything in which ``scenario`` departs from the published figures, its name left out."""
    found = {path: value for path, value in scenario.departures().items() if path != "name"}
    return tuple(
        Departure(path, label(path, texts), shown(path, value, texts), shown(path, default(path, scenario), texts))
        for path, value in found.items()
    )


def default(path: str, scenario: Scenario) -> Any:
    """What stands at ``path`` when nothing is set there: for a solution the lever's general value."""
    first, *rest = path.split(".")
    if first == "by_solution":
        return scenario.value(rest[-1])
    if first == "measures":
        return measures()[rest[0]].default(rest[-1])
    return None if rest else parameters()[first].default


def label(path: str, texts: Texts) -> str:
    """«Risikomargin», «Helsenorge: ekstra effektivisering», «Pasientens prøvesvar: utsatt»."""
    first, *rest = path.split(".")
    if first == "by_solution" and len(rest) == 2:
        return f"{texts(f'solution.{rest[0]}')}: {texts(f'setting.{rest[1]}').lower()}"
    if first == "measures" and len(rest) == 2:
        return f"{measures()[rest[0]].label[texts.language]}: {texts(f'setting.{rest[1]}').lower()}"
    return texts(f"setting.{first}")


def is_share(path: str) -> bool:
    """Whether the value at ``path`` is a share, shown as percent."""
    first, *rest = path.split(".")
    known = parameters().get(rest[-1] if rest else first)
    return (first == "keys" and bool(rest)) or path.endswith(".scale") or bool(known and known.unit.startswith("share"))


def shown(path: str, value: Any, texts: Texts) -> str:
    """The value at ``path`` with its unit: «3,0 %», «på», «10,0 mill. kr», «1 år»."""
    last = path.split(".")[-1]
    if value is None:
        return texts("setting.none")
    if last == "enabled":
        return texts("setting.on" if value else "setting.off")
    if is_share(path):
        return texts.percent(value, 2 if round(value * 1000, 6) % 1 else 1)
    if last == "amount_mnok":
        return texts("setting.mnok", amount=texts.amount(value))
    if last in ("delay", "repayment_lag"):
        return texts("setting.years", count=value)
    return str(value)
