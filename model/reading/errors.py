"""The errors of the model. Everything is checked once, at the edge, and ends as one of these."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

LONGEST_FOUND: Final = 60
MOST_DECIMALS: Final = 9
SAME: Final = 1e-9  # a share: numbers so close are the same limit

MESSAGES: Final = {
    "range": "{field} is {found}; it must lie between {low} and {high}.",
    "number": "{field} is {found}; it must be a number between {low} and {high}.",
    "integer": "{field} is {found}; it must be a whole number from {low} to {high}.",
    "boolean": "{field} is {found}; it must be true or false.",
    "text": "{field} is {found}; it must be text of at most {high} characters.",
    "choice": "{field} is {found}; it must be one of {names}.",
    "unknown": "{field} is {found}, but there is no such field; allowed are {names}.",
    "mapping": "{field} is {found}; it must be an object of names and values.",
    "sum": "{field} is {found}, the sum of its shares; they must add up to 1.",
    "version": "{field} is {found}; it must be one of {names}.",
    "required": "{field} is {found}; it must lie between {low} and {high} when the measure is enabled.",
    "published": "{field} is {found}; it must be left out, for the amount is part of the published figures.",
    "planned": "{field} is {found}; it must be left out, for the state pays of optional measures only.",
    "newer": "{field} is {found}; it must be left out, or the version be {high}: version {low} has no such field.",
    "repeated": "{field} is {found} and stands twice; it must stand once.",
    "json": "{field} is {found}; it must be JSON in UTF-8.",
    "utf_8": "{field} is {found}, which is no text in UTF-8; save it as UTF-8.",
    "quantity": "{field} is {found}; it must be one of {names}, an RHF's name or the number of a municipality.",
    "year": "{field} is {found}; it must be a year from {low} to {high}.",
    "go_live": "{field} is {found}; it must be a year from {low}, the last of the investment, to {high}.",
    "both": "{field} is {found}; it must be left out, or {names}: one of them says what operation costs.",
    "small": "{field} is {found}; it must be left out or {low}, for a small project is not repaid.",
    "without": "{field} is {found}; it must be left out where nothing is invested: give {names} too.",
    "list": "{field} is {found}; it must be a list.",
    "users_list": "{field} is {found}; it must be a list of payer groups, RHF and municipalities' numbers.",
    "projects": "{field} has {found} projects; it must have at most {high}.",
    "users": "{field} is {found}; it must be left out, for only a project whose task is {names} has users of its own.",
    "user": "{field} is {found}; it must be one of {names}, an RHF's name or the number of a municipality.",
    "users_twice": "{field} is {found}, whose payer group {names} stands there too; it must be left out.",
    "no_share": "{field} is {found}, who have no share of the solution's costs; the key gives one to {names}.",
    "lever": "{field} is {found}; it must be the path of a number, such as {names}.",
    "amount": "{field} is {found}; it must be a number, in MNOK.",
    "reach_number": "{field} cannot be {found} MNOK; the lever takes it to between {low} and {high} MNOK.",
    "reach_integer": "{field} cannot be {found} MNOK; the lever takes it to {names} MNOK.",
    "v": "{field} is {found}; it must be one of {names}, the versions of links.",
    "grunnlag": "{field} is {found}; the published figures here are {names}.",
    "no_link": "{field} is {found}; it must be an address that this tool has made.",
    "cut": "{field} is {found}, the beginning of an address that this tool has made; it must be whole.",
    "length": "{field} is {found}; it must have at most {high} characters.",
    "workbook": "{field} is {found}, a workbook; it must be JSON.",
    "folder": "{field} is {found}, a folder that is no baseline; it must hold the sheets {names}, each as a CSV file.",
    "empty": "{field} is empty; it must be one of {names}, a folder or a workbook.",
    "size": "{field} is {found}; it must hold one value, or one for each of {high} scenarios.",
}
"""What is wrong and what is allowed, by the kind of problem."""


class ModelError(Exception):
    """Anything that the model refuses; its text says what was found and what is allowed."""


class ScenarioError(ModelError):
    """A scenario that cannot be: which field, what was found and what is allowed.

    field: path of the field, such as ``by_solution.helsenorge.extra_volume``.
    found: what was there, as text of at most 60 characters.
    problem: a key of ``MESSAGES``, from which a page can say the same in another language.
    allowed: the lowest and highest value, or the accepted names.
    """

    def __init__(self, field: str, found: object, problem: str, allowed: Sequence[object] = ()) -> None:
        self.field = shown_name(field)
        self.found = shown(found)
        self.problem = problem
        self.allowed = tuple(allowed)
        names = [written(name) if isinstance(name, float) else str(name) for name in self.allowed]
        low, high = (names[0], names[-1]) if names else ("", "")
        message = MESSAGES[problem]
        super().__init__(message.format(field=self.field, found=self.found, low=low, high=high, names=", ".join(names)))


def written(value: float) -> str:
    """A limit as it is typed: what floating point adds to a computed one is left out."""
    rounded = round(value, MOST_DECIMALS)
    return repr(rounded if abs(rounded - value) < abs(value) * SAME else value).removesuffix(".0")


class TableError(ModelError):
    """A data file that is damaged: which file, row and column, and what is wrong there."""

    def __init__(self, file: Path, row: int | None, column: str | None, problem: str) -> None:
        self.file, self.row, self.column = file, row, column
        place = f", row {row}" if row is not None else ""
        place += f", column {column}" if column is not None else ""
        super().__init__(f"{file.name}{place}: {problem}.")


def shown(value: object) -> str:
    """A value as one line of at most 60 characters, whatever it is."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # integers of thousands of digits; nesting without end
        text = f"a very large {type(value).__name__}"
    text = "".join(character if character.isprintable() else " " for character in text)
    return text if len(text) <= LONGEST_FOUND else text[: LONGEST_FOUND - 1] + "…"


def shown_name(name: str) -> str:
    """A field's path as one line of at most 60 characters."""
    return shown(name)[1:-1] if not name.isprintable() or len(name) > LONGEST_FOUND else name
