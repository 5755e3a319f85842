"""What the things of a baseline are called: its solutions and groups, its key sets, measures and printed tables."""

from collections.abc import Sequence
from itertools import groupby

from model import Baseline
from model.baseline.keys import REGULATION
from texts import Texts


def solution_name(solution: str, baseline: Baseline, texts: Texts) -> str:
    """A solution, a group of some, or the name that several are paid under.

    What the baseline calls it, else the catalogue; a group that neither has a name for is called by its parts.
    """
    if solution in baseline.labels:
        return baseline.labels[solution][texts.language]
    if f"solution.{solution}" in texts:
        return texts(f"solution.{solution}")
    parts = baseline.groups.get(solution) or baseline.key_solutions.get(solution, ())
    return " + ".join(solution_name(part, baseline, texts) for part in parts if part != solution) or solution


def key_name(key: str, texts: Texts) -> str:
    """A key set, or a key inside a payer group: «Forskriften 2026», «Folketall»."""
    if key.startswith(REGULATION):
        return texts("payer_key.regulation", year=key.removeprefix(REGULATION))
    return texts(f"payer_key.{key}") if f"payer_key.{key}" in texts else key


def short_measure_name(measure: str, baseline: Baseline, texts: Texts) -> str:
    """A measure in a few words, where the catalogue has them; else its label."""
    short = f"measure_short.{measure}"
    return texts(short) if short in texts else baseline.measures[measure].label[texts.language]


def bridge_column_name(column: str, baseline: Baseline, texts: Texts) -> str:
    """A column of the printed bridge into the first year, as the document heads it."""
    return texts(f"bridge_column.{column}", base_year=baseline.base_year, first_year=baseline.first_year)


def table_names(labels: Sequence[str], texts: Texts) -> str:
    """Printed tables in one phrase, in the order given, numbers that follow each other as one: «Tabell 8 og 15–21»."""
    numbered = [
        (word, int(number) if number.isdecimal() else 0, label)
        for label in labels
        for word, _, number in [label.rpartition(" ")]
    ]
    phrases = []
    for _, of_run in groupby(enumerate(numbered), key=lambda each: (each[1][0], each[1][1] - each[0])):
        run = [each for _, each in of_run]
        (word, first, label), (_, last, _) = run[0], run[-1]
        said = label if len(run) == 1 else f"{label}–{last}"
        phrases.append(said.removeprefix(f"{word} ") if phrases and word and phrases[0].startswith(word) else said)
    head, tail = phrases[:-1], phrases[-1:]
    return texts("figure.and", first=", ".join(head), second=tail[0]) if head else "".join(tail)
