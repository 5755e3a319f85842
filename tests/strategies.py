"""Any valid scenario, as hypothesis strategies."""

from typing import Any

from hypothesis import strategies as st

from model import Baseline, Scenario, parameters
from model.baseline.axes import PAYER_GROUPS
from model.scenario.fields import LEVERS_BY_SOLUTION, limits
from model.scenario.project_fields import CHOICES, LARGE, LARGEST_MNOK, LONGEST_NAME, OUTSIDE, YEARS_BACK
from tests.baselines import PRESENT


def values(path: str, baseline: Baseline = PRESENT) -> st.SearchStrategy[Any]:
    """Any allowed value of a numeric path, the limits and the default among them."""
    limit = limits(baseline)[path]
    if limit.kind == "boolean":
        return st.booleans()
    if limit.kind == "integer":
        return st.integers(int(limit.low), int(limit.high))
    return st.sampled_from([limit.low, limit.high]) | st.floats(limit.low, limit.high, allow_nan=False)


def numeric_fields(baseline: Baseline = PRESENT) -> list[str]:
    """The names of the scenario's own numeric fields."""
    return [path for path in limits(baseline) if "." not in path]


def overrides(baseline: Baseline = PRESENT) -> st.SearchStrategy[dict[str, dict[str, float]]]:
    """Any ``by_solution``."""
    levers = {
        solution: st.fixed_dictionaries(
            {}, optional={lever: values(f"by_solution.{solution}.{lever}", baseline) for lever in LEVERS_BY_SOLUTION}
        )
        for solution in baseline.open_solutions
    }
    return st.fixed_dictionaries({}, optional=levers)


def measure_settings(name: str, baseline: Baseline = PRESENT) -> st.SearchStrategy[dict[str, Any]]:
    """Any settings of a measure; where the sources give no amount, an enabled measure has one."""
    paths = {path.split(".")[2]: path for path in limits(baseline) if path.startswith(f"measures.{name}.")}
    optional = {setting: values(path, baseline) for setting, path in paths.items()}
    measure = baseline.measures[name]
    if measure.takes_amount and measure.amount_mnok is None:
        return st.fixed_dictionaries({"amount_mnok": optional.pop("amount_mnok")}, optional=optional)
    return st.fixed_dictionaries({}, optional=optional)


@st.composite
def shares(draw: st.DrawFn) -> dict[str, float]:
    """Shares of some payer groups that add up to 1."""
    groups = draw(st.lists(st.sampled_from(PAYER_GROUPS), min_size=1, unique=True))
    weights = draw(st.lists(st.integers(1, 100), min_size=len(groups), max_size=len(groups)))
    return {group: weight / sum(weights) for group, weight in zip(groups, weights, strict=True)}


def keys(baseline: Baseline = PRESENT) -> st.SearchStrategy[Any]:
    """Any ``keys``: a key set, or shares for some solutions."""
    own = st.dictionaries(st.sampled_from(baseline.solutions), shares())
    return st.sampled_from(list(baseline.key_sets)) | own


@st.composite
def projects(draw: st.DrawFn, baseline: Baseline = PRESENT) -> dict[str, Any]:
    """Any project."""
    amounts = st.floats(0, LARGEST_MNOK, allow_nan=False)
    years = st.integers(baseline.base_year - YEARS_BACK, baseline.base_year + 10)
    investment = draw(st.dictionaries(years.map(str), amounts, max_size=3))
    first = max([int(year) for year, amount in investment.items() if amount], default=baseline.base_year)
    size, task = draw(st.sampled_from(CHOICES["size"])), draw(st.sampled_from(CHOICES["task"]))
    found: dict[str, Any] = {
        "name": draw(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=LONGEST_NAME)),
        "solution": draw(st.sampled_from(baseline.open_solutions)),
        "investment_mnok": investment,
        "go_live": draw(st.integers(first, first + 10)),
        "lifetime": draw(st.integers(1, 30)),
        "size": size,
        "task": task,
    }
    operation = draw(st.sampled_from(["share", "amount", "amounts"]))
    if operation == "share":
        found["operation_share"] = draw(st.floats(0, 1))
    else:
        amount = draw(amounts)
        found["operation_mnok"] = amount if operation == "amount" else {str(found["go_live"]): amount}
    if size == LARGE:
        found["interest_rate"] = draw(st.floats(0, 0.15))
        found["repayment"] = draw(st.sampled_from(CHOICES["repayment"]))
    if task == OUTSIDE:
        found["users"] = draw(st.lists(st.sampled_from(["0301", "1103", "Helse Vest"]), unique=True))
    optional = {
        "state_share": st.floats(0, 1),
        "indexed": st.booleans(),
        "operation_in_plan": st.booleans(),
        "phase_in_years": st.integers(0, 5),
    }
    if sum(investment.values()) > 1:
        optional["actual_mnok"] = amounts
    return found | draw(st.fixed_dictionaries({}, optional=optional))


def starts(baseline: Baseline) -> tuple[str, ...]:
    """What the first year can be: the law, where the baseline has one."""
    choices = parameters(baseline)["start"].choices
    return choices if baseline.law else choices[:1]


def mappings(baseline: Baseline = PRESENT) -> st.SearchStrategy[dict[str, Any]]:
    """Any mapping that describes a scenario."""
    fields: dict[str, st.SearchStrategy[Any]] = {name: values(name, baseline) for name in numeric_fields(baseline)}
    settings = {name: measure_settings(name, baseline) for name in baseline.measures}
    fields |= {
        "name": st.text(max_size=80),
        "start": st.sampled_from(starts(baseline)),
        "by_solution": overrides(baseline),
        "measures": st.fixed_dictionaries({}, optional=settings),
        "keys": keys(baseline),
        "municipal_key": st.sampled_from(parameters(baseline)["municipal_key"].choices),
        "rhf_key": st.sampled_from(parameters(baseline)["rhf_key"].choices),
        "projects": st.lists(projects(baseline), max_size=3),
    }
    return st.fixed_dictionaries({}, optional=fields)


def scenarios(baseline: Baseline = PRESENT) -> st.SearchStrategy[Scenario]:
    """Any valid scenario of a baseline."""
    return mappings(baseline).map(lambda mapping: Scenario.from_mapping(mapping, baseline))


def from_the_law(baseline: Baseline = PRESENT) -> st.SearchStrategy[Scenario]:
    """Any valid scenario that starts from the law."""
    return scenarios(baseline).map(lambda scenario: scenario.with_value("start", "law"))


@st.composite
def numbers_of_ranges(draw: st.DrawFn, baseline: Baseline = PRESENT) -> dict[str, Any]:
    """Ranges of some numeric levers, of every kind, and fixed values of some other fields."""
    number = {path: limit for path, limit in limits(baseline).items() if limit.kind == "number" and "." not in path}
    ranges: dict[str, Any] = {}
    for path in draw(st.lists(st.sampled_from(sorted(number)), min_size=1, max_size=4, unique=True)):
        low, mode, high = sorted(draw(st.tuples(*[values(path, baseline)] * 3)))
        width = number[path].high - number[path].low
        ranges[path] = draw(
            st.sampled_from(
                [
                    {"uniform": [low, high]},
                    {"triangular": [low, mode, high]},
                    {"pert": [low, mode, high]},
                    {"normal": [mode, width * draw(st.floats(0.01, 10))]},
                    {"fixed": mode},
                ]
            )
        )
    return ranges
