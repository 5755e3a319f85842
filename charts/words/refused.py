"""A refused value in words: what was found and what is allowed, without an end mark, for a sentence of the page."""

from collections.abc import Sequence

from charts.words import projects
from charts.words.foreign import short, whole
from charts.words.settings import label, shown
from model import QUANTITIES, Baseline, ScenarioError, parameters
from model.baseline.axes import PAYER_GROUPS
from model.payers import KeyFileError, organisation, organisations, volumes
from model.scenario.fields import Limits, limits
from model.scenario.versions import renamed_path
from texts import Texts
from texts.reading import NumberError

NUMERIC = ("range", "number", "integer", "required", "small", "without")
YEARS = ("year", "go_live")
MOST = 3  # refusals that a sentence holds


def refused(error: ScenarioError, baseline: Baseline, texts: Texts) -> str:
    """«Risikomargin er 40,0 %; tillatt er 0,0 % til 15,0 %»."""
    numeric = _limit(error, baseline) is not None and error.problem in NUMERIC
    allowed = [_allowed(value, numeric, error, baseline, texts) for value in error.allowed]
    return texts(
        f"refused.{error.problem}",
        label=_name(error, baseline, texts),
        found=_found(error, baseline, texts) if numeric else _amount(error, texts),
        low=allowed[0] if allowed else "",
        high=allowed[-1] if allowed else "",
        names=_names(error, allowed, baseline, texts),
    )


def _limit(error: ScenarioError, baseline: Baseline) -> Limits | None:
    """What the number that was refused may be; None where it is no number of a scenario."""
    return projects.limit(error.field) if projects.is_of_project(error.field) else limits(baseline).get(error.field)


def choices_named(choices: Sequence[tuple[str, str]], texts: Texts) -> str:
    """«published» (tallgrunnlaget) eller «law» (vedtatt forskrift 2026): values as written, and their names."""
    words = [
        texts("refused.choice_plain", written=written)
        if written == name
        else texts("refused.choice_named", written=written, name=name)
        for written, name in choices
    ]
    *most, last = words
    return texts("refused.either", most=", ".join(most), last=last) if most else last


def _names(error: ScenarioError, allowed: list[str], baseline: Baseline, texts: Texts) -> str:
    """What is allowed: of a choice each value with what it is called, of anything else the names."""
    if error.problem != "choice":
        return ", ".join(allowed)
    return choices_named([(value, shown(error.field, value, baseline, texts)) for value in allowed], texts)


def _allowed(value: object, numeric: bool, error: ScenarioError, baseline: Baseline, texts: Texts) -> str:
    """A limit in the field's unit, a count, or a name."""
    if numeric and isinstance(value, int | float):
        return shown(error.field, value, baseline, texts)
    if error.problem in ("no_share", "users_twice"):
        return texts(f"payer_group.{value}")
    if isinstance(value, int | float) and error.problem not in YEARS:
        return texts.amount(value, 1 if error.problem.startswith("reach") else 0)
    return str(value)


def all_refused(errors: tuple[ScenarioError, ...], baseline: Baseline, texts: Texts) -> str:
    """The first refusals, and how many more there are."""
    sentences = [refused(error, baseline, texts) for error in errors[:MOST]]
    if len(errors) > MOST:
        sentences.append(texts("refused.more", count=len(errors) - MOST))
    return "; ".join(sentences)


def _name(error: ScenarioError, baseline: Baseline, texts: Texts) -> str:
    """What the setting is called; what is no setting by what was written."""
    quantity, _, year = error.field.partition(" in ")
    if quantity in PAYER_GROUPS:
        return f"{texts(f'payer_group.{quantity}')} {year}"
    if year and quantity in organisations():
        return f"{organisation(quantity)[0].name} {year}"
    if quantity in QUANTITIES:
        return texts(f"key.{quantity}", year=year)
    path = renamed_path(error.field)
    is_setting = path.split(".")[0] in parameters(baseline) and error.problem != "unknown"
    return label(path, baseline, texts) if is_setting else whole(error.field)


def _found(error: ScenarioError, baseline: Baseline, texts: Texts) -> str:
    """The value in the field's unit where it is a number."""
    try:
        value = float(error.found)
    except ValueError:
        return texts("setting.none") if error.problem == "required" else short(error.found)
    limit = _limit(error, baseline)
    whole = limit is not None and limit.kind == "integer" and value.is_integer()
    return (
        shown(error.field, int(value) if whole else value, baseline, texts) if abs(value) < 1e6 else short(error.found)
    )


def _amount(error: ScenarioError, texts: Texts) -> str:
    """A target out of reach as an amount, a sum of shares in percent; what is no amount as it was written."""
    if error.problem == "sum":
        return texts("refused.percent", amount=texts.as_written(100 * float(error.found)))
    if error.found == "None":
        return texts("setting.none")
    return texts.amount(float(error.found)) if error.problem.startswith("reach") else short(error.found)


def refused_file(error: KeyFileError, texts: Texts) -> str:
    """«linje 359, kommunenummer: «1103x» er ikke en kommune i 2026»."""
    values = {
        name: texts.as_written(value) if isinstance(value, int | float) else short(str(value))
        for name, value in error.values.items()
    }
    place = [texts("key_file.row", row=error.row)] if error.row is not None else []
    place += [short(error.column)] if error.column is not None else []
    sentence = texts(f"key_file.{error.problem}", **values | {"municipal_year": municipal_year()})
    return f"{', '.join(place)}: {sentence}" if place else sentence


def municipal_year() -> int:
    """The year of the municipalities that are known."""
    return volumes()["inhabitants"].year


def refused_number(error: NumberError, label: str, texts: Texts) -> str:
    """«385.000» and what it can mean, or what is allowed for what ``label`` says, in the field's unit."""
    written = short(error.found)
    if error.problem == "either":
        thousands, decimals = error.readings
        names = {"thousands": texts.amount(thousands, 0), "decimals": texts.as_written(decimals, fewest=1)}
        return texts("number.either", found=written, **names)
    low, high = texts.as_written(error.low), texts.as_written(error.high)
    if error.unit == "kr":
        said = "number.small" if error.problem == "unit" else "number.refused_nok"
        return texts(said, found=written, label=label, low=low, high=high)
    return texts("number.refused", found=written, label=label, low=low, high=high)
