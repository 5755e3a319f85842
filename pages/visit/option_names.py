"""What the options of the view's choices are called, on the page and in a sentence about a link."""

from typing import Any

from charts.bridges.bridge import ALL, solution_groups
from charts.words.names import solution_name
from charts.words.quantities import quantity_name
from pages.visit import state
from pages.visit.compared import title_of
from pages.visit.view import WITHOUT_US, View
from texts import KNOWN


def option_name(field: str, option: Any, looked_at: View) -> str:
    """What an option is called: a year, scenario or language by its own name, the others by their text."""
    if field == "base":
        return title_of(option, looked_at.texts)
    if field == "language":
        return KNOWN[option].name
    figures = state.figures()
    if option in solution_groups(figures) and (field, option) != ("figure", ALL):
        return solution_name(option, figures, looked_at.texts)
    if field == "year":
        return str(option)
    if field == "draws":
        return looked_at.texts.amount(option, 0)
    if field == "quantity" and option in WITHOUT_US and not looked_at.payer:
        return looked_at.texts(f"view.quantity_{option.replace('.', '_')}")
    if field == "quantity":
        return quantity_name(looked_at.known_quantity(option), looked_at.texts)
    return looked_at.texts(f"view.{field}_{option}", base_year=figures.base_year)
