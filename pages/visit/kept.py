"""What is computed once and kept: for every visit where it is about what is installed, else for this visit alone.

What a visitor has uploaded must be gone with the visit, so nothing that outlives it may hold what was made of it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, Generic, ParamSpec, TypeVar

from pages.visit.memory import Place

Asked = ParamSpec("Asked")
Made = TypeVar("Made")
MOST: Final = 64
"""The results that are kept, those that were asked for last."""


class Kept(Generic[Asked, Made]):
    """``make``, called once for the same arguments as long as they are among the last."""

    def __init__(self, make: Callable[Asked, Made], is_own: Callable[Asked, bool]) -> None:
        self._is_own = is_own
        shared = lru_cache(maxsize=MOST)(make)
        self._of_all: Callable[..., Made] = shared
        self.cache_clear = shared.cache_clear
        self._of_visit: Place[Callable[..., Made]] = Place(f"kept {make.__qualname__}", lambda: lru_cache(MOST)(make))

    def __call__(self, *asked: Asked.args, **named: Asked.kwargs) -> Made:
        """What ``make`` gives."""
        kept = self._of_visit.value() if self._is_own(*asked, **named) else self._of_all
        return kept(*asked, **named)


def kept(is_own: Callable[Asked, bool]) -> Callable[[Callable[Asked, Made]], Kept[Asked, Made]]:
    """Keeps what a function gives; ``is_own`` says of its arguments whether they are about what is the visit's own."""
    return lambda make: Kept(make, is_own)
