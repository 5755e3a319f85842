"""What a step of a calculation is called: the quantity, its year, of which solutions, and who pays it."""

from charts.bridges.bridge import component_name
from charts.words.names import key_name, short_measure_name, solution_name
from charts.words.settings import label
from model import Baseline, parameters
from model.baseline.axes import PAYER_GROUPS
from model.baseline.printed import BRIDGE_COLUMNS
from model.explaining.node import LEVER, Node
from model.payers import organisation
from texts import Texts

SUM = "sum"
"""What all solutions together are called in an address."""

ALL = ("", SUM, "all")


def title(node: Node, baseline: Baseline, texts: Texts) -> str:
    """The whole name: «Kostnadsnivå 2027, Helsenorge»."""
    name = quantity_name(node, baseline, texts)
    whole = SUM if node.solution == SUM and not node.payer else node.solution
    return _joined(_with_year(name, node), _solution(whole, baseline, texts), payer_name(node.payer, texts))


def label_in(parent: Node, node: Node, baseline: Baseline, texts: Texts) -> str:
    """What a term is called inside a step: only what tells it from the whole, and from the other terms."""
    if node.op == LEVER:
        return title(node, baseline, texts)
    differs = {field: getattr(node, field) != getattr(parent, field) for field in ("name", "year", "solution", "payer")}
    solution = _solution(node.solution, baseline, texts) if differs["solution"] else ""
    payer = payer_name(node.payer, texts) if differs["payer"] else ""
    same_apart = [each for each in parent.terms if each.name == node.name]
    is_one_of_many = len(same_apart) > 1 or not differs["name"]
    if is_one_of_many and not differs["year"] and (solution or payer):
        return _joined(solution, payer)
    name = quantity_name(node, baseline, texts)
    return _joined(_with_year(name, node) if differs["year"] else name, solution, payer)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _with_year(name: str, node: Node) -> str:
    """The name with its year, where it does not say it already."""
    return name if node.year is None or str(node.year) in name else f"{name} {node.year}"


def _solution(solution: str, baseline: Baseline, texts: Texts) -> str:
    """A solution or a group of some; all of them together are «alle løsninger»."""
    if solution == SUM:
        return texts("calculation.all_solutions")
    return solution_name(solution, baseline, texts) if solution and solution not in ALL else ""


def payer_name(payer: str, texts: Texts) -> str:
    """A payer group, or one that pays; nothing where it is of none."""
    if not payer:
        return ""
    return texts(f"payer_group.{payer}") if payer in PAYER_GROUPS else organisation(payer)[0].name


def quantity_name(node: Node, baseline: Baseline, texts: Texts) -> str:
    """The quantity, lever or constant alone, without year, solution and payer.

    Raises KeyError for a name that no catalogue has: a figure that nobody can read is a fault of ours.
    """
    name, year = node.name, node.year
    if node.op == LEVER:
        return label(name, baseline, texts)
    if f"calculation.name.{name}" in texts:
        return texts(f"calculation.name.{name}", **_numbers(baseline, year))
    if f"component.{name}" in texts and year is not None:
        return component_name(name, year, baseline, texts)
    if name in BRIDGE_COLUMNS:
        return texts(f"bridge_column.{name}", base_year=baseline.base_year, first_year=baseline.first_year)
    return _by_its_kind(name, baseline, texts)


def _numbers(baseline: Baseline, year: int | None) -> dict[str, object]:
    """What a name in the catalogue may say."""
    before = baseline.base_year if year is None else year - 1
    return {
        "year": baseline.first_year if year is None else year,
        "previous": before,
        "base_year": baseline.base_year,
        "first_year": baseline.first_year,
    }


def _by_its_kind(name: str, baseline: Baseline, texts: Texts) -> str:
    """A quantity, a measure, what the regulation has of one, a key or a field of the scenario."""
    first, _, rest = name.partition(".")
    if f"quantity.{name}" in texts:
        return texts(f"quantity.{name}")
    if first == "measures":
        return short_measure_name(rest.split(".")[0], baseline, texts)
    if first == "law" and rest.split(".")[0] in baseline.measures:
        what = short_measure_name(rest.split(".")[0], baseline, texts)
        return texts("calculation.of_law", what=what, part=texts(f"calculation.law_part.{rest.split('.')[-1]}"))
    if name in parameters(baseline):
        return parameters(baseline)[name].short[texts.language]
    found = key_name(name, texts)
    if found == name:
        raise KeyError(f"calculation.name.{name}")
    return found
