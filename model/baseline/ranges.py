"""The ranges of a scenario's fields that hold for every baseline, and so for what a baseline says of the same."""

from typing import Final

from model.reading.entries import entries
from model.reading.tables import DATA

PARAMETERS: Final = DATA / "parameters.toml"


def highest(name: str) -> float:
    """The largest value of a numeric field. Raises TableError."""
    return entries(PARAMETERS)[name].number("high")
