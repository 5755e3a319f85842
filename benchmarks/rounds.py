"""Rounds in which every contestant takes its turn, so that a slow moment of the machine falls on all of them."""

import argparse
from collections.abc import Callable, Mapping
from statistics import median
from typing import TypeVar

ROUNDS = 5
Rounds = dict[str, list[float]]
Measured = TypeVar("Measured")


def interleaved(contestants: Mapping[str, Callable[[], Measured]], rounds: int) -> dict[str, list[Measured]]:
    """Contestant → what it gave in each round; every second round runs in the opposite order."""
    measured: dict[str, list[Measured]] = {name: [] for name in contestants}
    for at in range(rounds):
        names = list(contestants)
        for name in names if at % 2 == 0 else reversed(names):
            measured[name].append(contestants[name]())
    return measured


def ratio(measured: Rounds, name: str, base: str) -> list[float]:
    """A contestant's figure over the base's, round by round."""
    return [own / other for own, other in zip(measured[name], measured[base], strict=True)]


def spread(values: list[float], decimals: int = 2) -> str:
    """«0.74 (0.70–0.81)»: the median and, in brackets, the lowest and highest."""
    low, middle, high = (f"{value:.{decimals}f}" for value in (min(values), median(values), max(values)))
    return f"{middle} ({low}–{high})"


def table(title: str, measured: Rounds, base: str, unit: str = "ms") -> str:
    """Markdown: per contestant its ratio to the base, and its figures, as medians with lowest and highest."""
    rows = [f"| {title} | × {base} | {unit} |", "| --- | --- | --- |"]
    for name, values in measured.items():
        rows.append(f"| {name} | {spread(ratio(measured, name, base))} | {spread(values, 1)} |")
    return "\n".join(rows)


def arguments(description: str, **counts: int) -> argparse.Namespace:
    """The command line: --rounds and the given counts, each with its default."""
    parser = argparse.ArgumentParser(description=description)
    for name, default in {"rounds": ROUNDS, **counts}.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()
