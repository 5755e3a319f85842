"""How long it takes to make the files that are taken along, each anew and the whole set.

python -m benchmarks.exports [--rounds 5]
"""

from collections.abc import Callable
from datetime import UTC, datetime

from benchmarks.model_speed import seconds
from benchmarks.rounds import arguments, interleaved, spread
from exports.archive import archive
from exports.data import data_files
from exports.deck import deck
from exports.everything import everything
from exports.pictures import figures, png
from exports.report import report
from exports.subject import Subject, subject_of
from exports.workbook import workbook
from model import Question, Scenario

MOVED = {
    "name": "Benchmark",
    "risk_margin": 0.03,
    "index_rate": 0.031,
    "extra_efficiency": 0.01,
    "measures": {"sikkerhet": {"enabled": True}},
}


def moved() -> Subject:
    """A subject that nothing has been made of yet, in which every figure differs from the published one."""
    scenario = Scenario.from_mapping(MOVED)
    return subject_of(Question(scenario, year=scenario.figures.plan_years[1]), datetime.now(UTC))


def measure(rounds: int) -> str:
    """A line per kind of file, seconds from a scenario to bytes; the first of each is not counted."""
    makers: dict[str, Callable[[Subject], object]] = {
        "data (ZIP)": lambda subject: archive(data_files(subject), subject),
        "a picture (PNG)": lambda subject: png(figures(subject)["bridge"], subject),
        "slides": deck,
        "workbook": workbook,
        "report": report,
        "the whole set": lambda subject: archive(everything(subject), subject),
    }
    for make in makers.values():
        make(moved())
    turns = {name: lambda make=make: seconds(lambda: make(moved())) for name, make in makers.items()}  # type: ignore[misc]
    rows = [f"| {name} | {spread(values)} |" for name, values in interleaved(turns, rounds).items()]
    return "\n".join(["| file | s |", "| --- | --- |", *rows])


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
