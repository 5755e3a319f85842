"""Any valid scenario, as hypothesis strategies."""

from typing import Any

from hypothesis import strategies as st

from model import Scenario, measures, parameters
from model.baseline.axes import PAYER_GROUPS
from model.baseline.keys import KEY_SOLUTIONS, key_sets
from model.scenario.fields import LEVERS_BY_SOLUTION, OPEN_SOLUTIONS, limits


def values(path: str) -> st.SearchStrategy[Any]:
    """Any allowed value of a numeric path, the limits and the default among them."""
    limit = limits()[path]
    if limit.kind == "boolean":
        return st.booleans()
    if limit.kind == "integer":
        return st.integers(int(limit.low), int(limit.high))
    return st.sampled_from([limit.low, limit.high]) | st.floats(limit.low, limit.high, allow_nan=False)


def numeric_fields() -> list[str]:
    """The names of the scenario's own numeric fields."""
    return [path for path in limits() if "." not in path]


def overrides() -> st.SearchStrategy[dict[str, dict[str, float]]]:
    """Any ``by_solution``."""
    levers = {
        solution: st.fixed_dictionaries(
            {}, optional={lever: values(f"by_solution.{solution}.{lever}") for lever in LEVERS_BY_SOLUTION}
        )
        for solution in OPEN_SOLUTIONS
    }
    return st.fixed_dictionaries({}, optional=levers)


def measure_settings(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Any settings of a measure; where the sources give no amount, an enabled measure has one."""
    paths = {path.split(".")[2]: path for path in limits() if path.startswith(f"measures.{name}.")}
    optional = {setting: values(path) for setting, path in paths.items()}
    if measures()[name].takes_amount and measures()[name].amount_mnok is None:
        return st.fixed_dictionaries({"amount_mnok": optional.pop("amount_mnok")}, optional=optional)
    return st.fixed_dictionaries({}, optional=optional)


@st.composite
def shares(draw: st.DrawFn) -> dict[str, float]:
    """Shares of some payer groups that add up to 1."""
    groups = draw(st.lists(st.sampled_from(PAYER_GROUPS), min_size=1, unique=True))
    weights = draw(st.lists(st.integers(1, 100), min_size=len(groups), max_size=len(groups)))
    return {group: weight / sum(weights) for group, weight in zip(groups, weights, strict=True)}


def keys() -> st.SearchStrategy[Any]:
    """Any ``keys``: a key set, or shares for some solutions."""
    own = st.dictionaries(st.sampled_from([name for name in KEY_SOLUTIONS if name != "helsenettet"]), shares())
    return st.sampled_from(list(key_sets())) | own


def mappings() -> st.SearchStrategy[dict[str, Any]]:
    """Any mapping that describes a scenario."""
    fields: dict[str, st.SearchStrategy[Any]] = {name: values(name) for name in numeric_fields()}
    fields |= {
        "name": st.text(max_size=80),
        "by_solution": overrides(),
        "measures": st.fixed_dictionaries({}, optional={name: measure_settings(name) for name in measures()}),
        "keys": keys(),
        "municipal_key": st.sampled_from(parameters()["municipal_key"].choices),
        "rhf_key": st.sampled_from(parameters()["rhf_key"].choices),
    }
    return st.fixed_dictionaries({}, optional=fields)


def scenarios() -> st.SearchStrategy[Scenario]:
    """Any valid scenario."""
    return mappings().map(Scenario.from_mapping)
