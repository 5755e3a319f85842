"""How fast the calculation behind a figure is, against a run: python -m benchmarks.explaining [--rounds 5]."""

from benchmarks.model_speed import seconds
from benchmarks.rounds import arguments, interleaved, table
from model import Scenario, run
from model.explaining.explain import explain

TIMES = 10
BASE = "run with every component, the plan's years"
MOVED = Scenario(
    risk_margin=0.03,
    index_rate=0.031,
    extra_efficiency=0.01,
    underspend_rate=0.04,
    measures={"sikkerhet": {"enabled": True, "state_share": 0.5}, "fm_avvikling": {"delay": 1}},
)


def measure(rounds: int) -> str:
    """A table: the need of the last year, of one solution and of all."""
    year, solution = MOVED.figures.plan_years[-1], MOVED.figures.solutions[0]

    def milliseconds(*place: str) -> float:
        return 1000 * seconds(lambda: [explain(MOVED, "financing_need", year, *place) for _ in range(TIMES)]) / TIMES

    turns = {
        BASE: lambda: 1000 * seconds(lambda: [run(MOVED) for _ in range(TIMES)]) / TIMES,
        "explain the need of the last year, one solution": lambda: milliseconds(solution),
        "the same, all solutions": milliseconds,
    }
    return table("1 scenario", interleaved(turns, rounds), base=BASE)


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
