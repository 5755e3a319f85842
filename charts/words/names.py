"""What the things of a baseline are called: its solutions and groups, its key sets, measures and printed tables."""

from collections.abc import Iterator, Sequence

from model import Baseline
from model.baseline.documents import documents
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


def paid_name(name: str, baseline: Baseline, texts: Texts) -> str:
    """What is paid under one name of the regulation: a solution that others are paid with is named with them."""
    parts = baseline.law_solutions.get(name, ())
    named = parts if name in parts else (name,)
    return " + ".join(solution_name(each, baseline, texts) for each in named)


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
    """Printed tables in one phrase, in their order; numbers that follow each other as one: «Tabell 8 og 15–21»."""
    phrases: list[str] = []
    word_before = ""
    for word, numbers in _runs(labels):
        name = "–".join(dict.fromkeys((numbers[0], numbers[-1])))
        phrases.append(name if word and word == word_before else f"{word} {name}".strip())
        word_before = word
    return texts.listed(phrases)


def _runs(labels: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Word and numbers of the labels that follow each other; a label that ends in no number is alone."""
    run: list[str] = []
    for at, label in enumerate(labels):
        word, _, number = label.rpartition(" ")
        run.append(number)
        after = f"{word} {int(number) + 1}" if number.isdecimal() else ""
        if not after or list(labels[at + 1 : at + 2]) != [after]:
            yield word, run
            run = []


def source(document: str, place: str, texts: Texts) -> str:
    """A document's title in the reader's language, or the id of one that is not known, and the place in it."""
    known = documents(texts.language).get(document)
    return ", ".join(filter(None, (known.title if known else document, place)))
