"""Whether the contestants show the same after the same key presses: words, and everything Plotly was given."""

from typing import Any

from playwright.sync_api import Browser

from benchmarks.watching import Watched

KEY_PRESSES = (1, 1, 1, -1)
OWN_BUSINESS = (
    "autosize",
    "height",
)  # what Dash adds to a layout, and our bridges' growing with their rows: no figures
TOLERANCE = 1e-9  # MNOK


def check(browser: Browser, addresses: dict[str, str], charts: int) -> None:
    """Raises RuntimeError at the first difference from the first contestant."""
    shown = {name: _shown(browser, address, charts) for name, address in addresses.items()}
    first, *others = shown
    for name in others:
        if difference := _difference(shown[first], shown[name]):
            raise RuntimeError(f"{first} and {name} show different figures: {difference}.")


def _shown(browser: Browser, address: str, charts: int) -> dict[str, Any]:
    with Watched.open(browser, address, charts) as watched:
        for direction in KEY_PRESSES:
            watched.press(direction)
        return watched.shown()


def _difference(one: Any, other: Any, at: str = "page") -> str:
    """The first place where two values differ, with both; empty when they are the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        names = sorted((one.keys() | other.keys()) - set(OWN_BUSINESS))
        pairs = [(f"{at}.{name}", one.get(name), other.get(name)) for name in names]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = [(f"{at}[{i}]", a, b) for i, (a, b) in enumerate(zip(one, other, strict=True))]
    else:
        return "" if _same(one, other) else f"{at} is {one!r} and {other!r}"
    return next((difference for place, a, b in pairs if (difference := _difference(a, b, place))), "")


def _same(one: Any, other: Any) -> bool:
    numbers = (int, float)
    if isinstance(one, numbers) and isinstance(other, numbers):
        return abs(one - other) <= TOLERANCE * max(1.0, abs(one))
    return bool(one == other)
