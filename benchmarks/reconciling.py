"""How fast a whole reconciliation is: python -m benchmarks.reconciling [--rounds 5]."""

from time import perf_counter

from benchmarks.rounds import arguments, interleaved, table
from model import Baseline, baseline, newest
from model.baseline.installed import FOLDER, baseline_in
from model.baseline.workbook import workbook_baseline
from model.checks.reconcile import reconcile
from model.reading.sheets import folder_sheets
from model.template import template


def milliseconds(made: Baseline) -> float:
    """A reconciliation of a baseline that keeps nothing yet."""
    start = perf_counter()
    reconcile(made)
    return 1000 * (perf_counter() - start)


def again(made: Baseline) -> float:
    """The same of one that has been reconciled before, as every page after the first finds it."""
    reconcile(made)
    return milliseconds(made)


def measure(rounds: int) -> str:
    """A table: the installed baseline, the same read from an uploaded workbook, and one that is kept."""
    folder = FOLDER / newest()
    workbook = template(folder_sheets(folder), filled=True)
    count = len(reconcile(baseline(newest())))
    turns = {
        f"reconcile, {count:,} checks": lambda: milliseconds(baseline_in(folder)),
        "reconcile, an uploaded workbook": lambda: milliseconds(workbook_baseline(workbook)),
        "reconcile, once more": lambda: again(baseline(newest())),
    }
    return table("The reconciliation", interleaved(turns, rounds), base=next(iter(turns)))


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
