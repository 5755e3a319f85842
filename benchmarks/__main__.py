"""Runs every benchmark and writes build/benchmarks.md: python -m benchmarks [--rounds 5]."""

from collections.abc import Callable

from benchmarks import (
    attribution,
    command_line,
    comparison,
    crowd,
    drag,
    explaining,
    exports,
    first_paint,
    latency,
    load,
    model_speed,
    payers,
    reconciling,
    settling,
    simulation,
)
from benchmarks.rounds import arguments
from tests.browser.serving import ROOT

FILE = ROOT / "build" / "benchmarks.md"
HEAD = """# Benchmarks
Medians of {rounds} rounds in which every contestant takes its turn, lowest and highest in brackets. Ratios are what
counts: milliseconds belong to the machine they were taken on. What is measured and how: benchmarks/README.md.
"""
PRESSES, DELAY_MS, THOUSANDS = 40, 40, 1000
VISITS, PEOPLE, SECONDS = 120, 40, 10
CROWD, CROWD_SECONDS = 100, 30


def main(rounds: int) -> None:
    """Writes and prints each chapter as soon as it is measured."""
    chapters: dict[str, Callable[[], str]] = {
        "A key press": lambda: latency.measure(rounds, PRESSES, DELAY_MS),
        "Side by side": lambda: comparison.measure(rounds, PRESSES),
        "A drag": lambda: drag.measure(rounds),
        "A first visit": lambda: first_paint.measure(rounds),
        "Many people": lambda: load.measure(rounds, VISITS, PEOPLE, SECONDS),
        "A crowd": lambda: crowd.measure(min(rounds, 3), CROWD, CROWD_SECONDS, 0),
        "The model": lambda: model_speed.measure(rounds, THOUSANDS),
        "What changed and why": lambda: attribution.measure(rounds),
        "Who pays": lambda: payers.measure(rounds),
        "The way of the money": lambda: settling.measure(rounds),
        "How sure it is": lambda: simulation.measure(rounds, THOUSANDS),
        "The calculation behind a figure": lambda: explaining.measure(rounds),
        "The reconciliation": lambda: reconciling.measure(rounds),
        "Files to take along": lambda: exports.measure(rounds),
        "The command line": lambda: command_line.measure(rounds),
    }
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(HEAD.format(rounds=rounds), encoding="utf-8")
    for title, measure in chapters.items():
        chapter = f"\n## {title}\n{measure()}\n"
        print(chapter, flush=True)
        with FILE.open("a", encoding="utf-8") as file:
            file.write(chapter)


if __name__ == "__main__":
    main(arguments(__doc__).rounds)
