"""How much of the print was checked, and how much of it agrees, in sentences."""

from collections.abc import Sequence

from charts.words.names import table_names
from model import Baseline
from model.checks.own_sums import MODEL, CheckedSum, check
from texts import Texts


def differing(checked: Sequence[CheckedSum]) -> tuple[CheckedSum, ...]:
    """What rounding does not explain, whether its cause is known or not."""
    return tuple(each for each in checked if not each.explained_by_rounding)


def checked_tables(baseline: Baseline) -> tuple[str, ...]:
    """What the document calls the tables that something was held against, in their order."""
    found = {each.table for each in check(baseline)}
    return tuple(dict.fromkeys(table.label for table in baseline.tables if table.label in found))


def checked_summary(baseline: Baseline, texts: Texts, known: str = "check.explained") -> str:
    """What the model gives for the print, which printed sums add up, and how many differ with and without a cause.

    known: the sentence that says where the causes stand. There must be something checked.
    """
    every = check(baseline)
    different, cells = differing(every), [each for each in every if each.of == MODEL]
    explained = sum(bool(each.cause) for each in different)
    said = []
    if cells:
        tables = table_names(list(dict.fromkeys(each.table for each in cells)), texts)
        said.append(texts("check.summary", agree=len(cells) - len(differing(cells)), count=len(cells), tables=tables))
    sums = [each for each in every if each.of != MODEL]
    said += [texts("check.sums", agree=len(sums) - len(differing(sums)), count=len(sums))] if sums else []
    said += [texts(known, count=explained)] if explained else []
    said += [texts("check.unexplained", count=len(different) - explained)] if explained < len(different) else []
    return " ".join(said)
