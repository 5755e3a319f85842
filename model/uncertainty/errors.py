"""What is wrong with ranges: where, what was found there and what is allowed."""

from collections.abc import Sequence
from typing import Final

from model.reading.errors import ModelError, shown, shown_name, written

MESSAGES: Final = {
    "ranges": "{field} is {found}; it must be an object of paths of levers, each with its range.",
    "kind": "{field} is {found}; it must be an object with one of {names}.",
    "unknown": "{field} is {found}, but there is no such lever; allowed are {names}.",
    "twice": "{field} is {found} and stands twice, once by an older name; it must stand once.",
    "only_fixed": '{field} is {found}; it must be {{"fixed": value}}, as whole numbers, choices and switches must.',
    "numbers": "{field} is {found}; it must be a list of {names}, each a number.",
    "range": "{field} is {found}; it must lie between {low} and {high}.",
    "order": "{field} is {found}; low must not be above high.",
    "mode": "{field} is {found}; it must lie between low and high, {low} and {high}.",
    "spread": "{field} is {found}; it must be more than 0 and at most {high}.",
    "pair": "{field} is {found}; it must be [path, path, r].",
    "pair_unknown": "{field} is {found}; it must be one of the levers that have a range: {names}.",
    "pair_fixed": "{field} is {found}, which is fixed; it must be one of the levers that have a range: {names}.",
    "pair_same": "{field} is {found} both times; it must be two levers.",
    "pair_twice": "{field} is {found}, a pair that stands already; it must stand once.",
    "correlation": "{field} is {found}; it must be a number between -1 and 1.",
    "matrix": "{field} are {found}, which no levers can have at once; the smallest eigenvalue of their matrix, here "
    "{low}, must be 0 or more.",
    "amount": "{field} is {found}; it must be a number, in MNOK.",
    "draws": "{field} is {found}; it must be a whole number from {low} to {high}.",
    "year": "{field} is {found}; it must be one of {names}.",
}
"""What is wrong and what is allowed, by the kind of problem."""


class RangesError(ModelError):
    """Ranges that cannot be: which place, what was found and what is allowed.

    field: the place, such as ``risk_margin.triangular``. found: what was there, as text of at most 60 characters.
    problem: a key of ``MESSAGES``, from which a page can say the same in another language. allowed: the lowest and
    highest value, or the accepted names.
    """

    def __init__(self, field: str, found: object, problem: str, allowed: Sequence[object] = ()) -> None:
        self.field, self.found = shown_name(field), shown(found)
        self.problem, self.allowed = problem, tuple(allowed)
        names = [written(name) if isinstance(name, float) else str(name) for name in self.allowed]
        low, high = (names[0], names[-1]) if names else ("", "")
        message = MESSAGES[problem]
        super().__init__(message.format(field=self.field, found=self.found, low=low, high=high, names=", ".join(names)))
