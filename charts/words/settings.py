"""A scenario's settings in words: what each is called, and its value as the reader writes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts.words import projects
from charts.words.foreign import short
from charts.words.names import key_name, solution_name
from model import Baseline, Question, Scenario, parameters
from model.baseline.axes import NOK_PER_MNOK
from model.payers import municipalities, organisation
from texts import Texts
from texts.numbers import FINEST, own_decimals

CHOSEN_BY_NAME = ("keys", "municipal_key", "rhf_key")
OWN_KEYS = "own"
"""What a choice of key sets shows where the scenario has keys of its own."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A setting that departs from the published figures, ready to print; ``default``: what stands there in them."""

    path: str
    label: str
    value: str
    default: str


def departures(scenario: Scenario, texts: Texts) -> tuple[Departure, ...]:
    """Everything in which ``scenario`` departs from the published figures, its name left out."""
    baseline = scenario.figures
    published = Scenario(figures=baseline)
    departing = {path: value for path, value in settings(scenario).items() if path != "name"}
    return tuple(
        Departure(
            path,
            label(path, baseline, texts),
            shown(path, value, baseline, texts),
            shown(path, default(path, published), baseline, texts),
        )
        for path, value in departing.items()
    )


def own_data(question: Question, texts: Texts) -> tuple[Departure, ...]:
    """What somebody has given of their own that works on payments: files, users of VKP, rate and amounts.

    It works in the scenario and in what it is compared with, so ``default`` is the same.
    """
    own = question.own
    pairs: dict[str, tuple[str, str]] = {}
    if own.municipal_key is not None:
        pairs["municipal_key"] = texts("given.municipal_key"), f"«{short(own.municipal_key.name)}»"
    if own.vkp_users is not None:
        pairs["vkp_users"] = texts("given.vkp_users"), f"«{short(own.vkp_file)}» ({len(own.vkp_users)})"
    elif own.without_vkp:
        names = ", ".join(municipalities()[number].label for number in sorted(own.without_vkp))
        pairs["vkp_users"] = texts("given.vkp_users"), texts("given.all_but", names=names)
    if own.deflator_rate is not None:
        pairs["deflator_rate"] = texts("given.deflator_rate"), texts.percent_in_full(own.deflator_rate)
    for name, amounts in (
        ("compensation", own.compensations_mnok),
        ("service_agreements", own.service_agreements_mnok),
    ):
        if question.us in amounts:
            label = texts(f"given.{name}", name=organisation(question.us)[0].name)
            amount = texts.amount(amounts[question.us] * NOK_PER_MNOK, 0)
            pairs[name] = label, f"{amount} {texts('given.nok_a_year')}"
    return tuple(Departure(f"own.{field}", label, value, value) for field, (label, value) in pairs.items())


def settings(scenario: Scenario) -> dict[str, Any]:
    """Path → value of everything that differs from the default; a solution's key and a project are one setting."""
    departing = scenario.departures()
    listed = {f"projects.{at}": project for at, project in enumerate(scenario.projects)}
    keys = {} if isinstance(scenario.keys, str) else {f"keys.{name}": shares for name, shares in scenario.keys.items()}
    inside = ("keys.", "projects.")
    return {path: value for path, value in departing.items() if not path.startswith(inside)} | keys | listed


def default(path: str, scenario: Scenario) -> Any:
    """What stands at ``path`` when nothing is set there: for a solution the lever's general value."""
    first, *rest = path.split(".")
    if first == "keys" and rest:
        shares = scenario.figures.key_sets[scenario.figures.default_keys].get(rest[0], {})
        return shares.get(rest[1], 0.0) if len(rest) > 1 else shares
    if first == "by_solution":
        return scenario.value(rest[-1])
    if first == "projects":
        return None
    if first == "measures":
        return scenario.figures.measures[rest[0]].default(rest[-1])
    return None if rest else parameters(scenario.figures)[first].default


def label(path: str, baseline: Baseline, texts: Texts) -> str:
    """«Risikomargin», «Helsenorge: ekstra effektivisering», «Pasientens prøvesvar: utsatt», «Nytt tiltak 1»."""
    first, *rest = path.split(".")
    if projects.is_of_project(path):
        return projects.label(path, texts)
    if first == "keys" and rest:
        name = texts("payer_key.of", solution=solution_name(rest[0], baseline, texts))
        return f"{name}: {texts(f'payer_group.{rest[1]}')}" if len(rest) > 1 else name
    if first not in ("by_solution", "measures") or not rest:
        return parameters(baseline)[first].short[texts.language]
    if first == "by_solution":
        outer = solution_name(rest[0], baseline, texts)
    else:
        outer = baseline.measures[rest[0]].label[texts.language]
    return f"{outer}: {_setting_name(rest[1], baseline, texts).lower()}" if len(rest) > 1 else outer


def _setting_name(name: str, baseline: Baseline, texts: Texts) -> str:
    """What a lever of one solution, or a setting of a measure, is called."""
    field = parameters(baseline).get(name)
    return texts(f"setting.{name}") if field is None else field.short[texts.language]


def is_share(path: str, baseline: Baseline) -> bool:
    """Whether the value at ``path`` is a share, shown as percent."""
    first, *rest = path.split(".")
    known = parameters(baseline).get(rest[-1] if rest else first)
    return (
        (first == "keys" and len(rest) > 1)
        or path.endswith((".scale", ".state_share"))
        or bool(known and known.unit.startswith("share"))
    )


def shown(path: str, value: Any, baseline: Baseline, texts: Texts) -> str:
    """The value at ``path`` with its unit: «3,0 %», «på», «10,0 mill. kr», «1 år»."""
    last = path.rsplit(".", maxsplit=1)[-1]
    if projects.is_of_project(path):
        return projects.shown(path, value, baseline, texts)
    if value is None:
        return texts("setting.none")
    if isinstance(value, Mapping):
        return ", ".join(_part(group, share, texts) for group, share in value.items() if share)
    if path == "start" or last in (*CHOSEN_BY_NAME, "enabled"):
        return _chosen(last, value, baseline, texts)
    if is_share(path, baseline):
        return texts.percent_in_full(value)
    if last == "amount_mnok":
        return texts("setting.mnok", amount=texts.in_full(value))
    if last in ("delay", "repayment_lag"):
        return texts("setting.years", count=value)
    return str(value)


def _chosen(name: str, value: Any, baseline: Baseline, texts: Texts) -> str:
    """One of a few values in words."""
    if name == "enabled":
        return texts("setting.on" if value else "setting.off")
    return texts(f"first_year_is.{value}", year=baseline.first_year) if name == "start" else key_name(value, texts)


def _part(group: str, share: float, texts: Texts) -> str:
    """«RHF 50,0 %»: a payer group's share in a key; one without end, such as a third, in two decimals."""
    endless = own_decimals(100 * share) >= FINEST
    return f"{texts(f'payer_group.{group}')} {texts.percent(share, 2) if endless else texts.percent_in_full(share)}"
