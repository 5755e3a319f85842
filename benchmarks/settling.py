"""How fast the way of the money is, against the run of the plan's years: python -m benchmarks.settling [--rounds 5]."""

from collections.abc import Callable

from benchmarks.model_speed import columns, seconds
from benchmarks.rounds import arguments, interleaved, table
from model import Batch, Scenario, run
from model.answers.settling import LONGEST, settle

THOUSANDS = 10
TIMES = 50  # of one scenario, which takes less than a millisecond


def turns(asked: Scenario | Batch, times: int) -> dict[str, Callable[[], float]]:
    """What is timed, milliseconds: the plan's years, and the way of the money over the longest time."""
    last = Scenario().figures.first_year + LONGEST

    def milliseconds(answer: Callable[[], object]) -> float:
        return 1000 * seconds(lambda: [answer() for _ in range(times)]) / times

    return {
        "run with every component, the plan's years": lambda: milliseconds(lambda: run(asked)),
        f"settle, {LONGEST + 1} years": lambda: milliseconds(lambda: settle(asked, last)),
    }


def measure(rounds: int, thousands: int = THOUSANDS) -> str:
    """Two tables: one scenario, and some thousands."""
    size = 1000 * thousands
    asked: dict[str, tuple[Scenario | Batch, int]] = {
        "1 scenario": (Scenario(underspend_rate=0.083, risk_margin=0.03), TIMES),
        f"{size:,} scenarios": (Batch.from_columns(columns(size), size), 1),
    }
    each = {title: turns(*what) for title, what in asked.items()}
    return "\n\n".join(
        table(title, interleaved(found, rounds), base=next(iter(found))) for title, found in each.items()
    )


if __name__ == "__main__":
    given = arguments(__doc__, thousands=THOUSANDS)
    print(measure(given.rounds, given.thousands))
