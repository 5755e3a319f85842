"""How much of the print was checked, and how much of it agrees, in sentences."""

from collections.abc import Sequence

from charts.words.names import table_names
from model import Baseline
from model.checks.check import MODEL, Check
from model.checks.reconcile import reconcile
from texts import Texts


def differing(checked: Sequence[Check]) -> tuple[Check, ...]:
    """What rounding does not explain, whether its cause is known or not."""
    return tuple(each for each in checked if not each.explained_by_rounding)


def checked_tables(baseline: Baseline) -> tuple[str, ...]:
    """What the document calls the tables that something was held against, in their order."""
    found = {each.table for each in reconcile(baseline)}
    return tuple(dict.fromkeys(table.label for table in baseline.tables if table.label in found))


def checked_summary(baseline: Baseline, texts: Texts, known: str = "check.explained") -> str:
    """What the model gives for the print, which printed figures agree, and how many differ with and without a cause.

    known: the sentence that says where the causes stand. There must be something checked.
    """
    every, tables = reconcile(baseline), checked_tables(baseline)
    different = differing(every)
    cells = [each for each in every if each.kind == MODEL and each.table in tables]
    others = [each for each in every if each.kind != MODEL or each.table not in tables]
    explained = sum(bool(each.cause) for each in different)
    said = []
    if cells:
        agree = len(cells) - len(differing(cells))
        of_cells = {each.table for each in cells}
        names = table_names([table for table in tables if table in of_cells], texts)
        said.append(texts("check.summary", agree=agree, count=len(cells), tables=names))
    said += [texts("check.sums", agree=len(others) - len(differing(others)), count=len(others))] if others else []
    said += [texts(known, count=explained)] if explained else []
    said += [texts("check.unexplained", count=len(different) - explained)] if explained < len(different) else []
    return " ".join(said)
