"""The reconciliation: every printed total, difference and percentage recomputed, and what stands twice compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.checks.between_tables import between_tables
from model.checks.causes import Causes, known_differences
from model.checks.check import MODEL, Check, checked
from model.checks.funds_checks import checked_ties
from model.checks.line_relations import line_relations
from model.checks.model_checks import of_the_model
from model.checks.nearness import nearness_to
from model.checks.readings import repeated
from model.checks.relations import Relation
from model.checks.table_relations import table_relations
from model.checks.told_relations import told_relations


@kept_with_baseline
def reconcile(baseline: Baseline) -> tuple[Check, ...]:
    """Every check of a baseline: what is material first, then what else rounding does not explain.

    Each of the two by nearness, and what is equally near by weight.

    What agrees stands in the order of the tables. Raises TableError where a file beside the baseline is damaged.
    """
    causes = Causes(known_differences(baseline).values())
    every = [*map(checked, _relations(baseline)), *(each.check for each in checked_ties(baseline))]
    every += of_the_model(baseline)
    nearness = nearness_to(baseline)
    found = _once([replace(causes.given(check), nearness=nearness(check)) for check in _told_apart(_each_once(every))])
    return tuple(sorted(found, key=_order))


def _order(check: Check) -> tuple[bool, bool, int, float]:
    """What agrees stays in the order of the tables."""
    is_fine = check.explained_by_rounding
    return not check.material, is_fine, 0 if is_fine else check.nearness, -check.weight


def _relations(baseline: Baseline) -> Iterator[Relation]:
    """What the figures must give, table by table, between the tables, and as the file beside them says."""
    for table in baseline.tables:
        yield from table_relations(table, baseline)
    for details in baseline.details:
        yield from line_relations(details)
    yield from between_tables(baseline)
    yield from repeated(baseline)
    yield from told_relations(baseline)


def _once(checks: Sequence[Check]) -> list[Check]:
    """The checks, those of the model not material where the print contradicts the same figure itself."""
    found = [check for check in checks if check.material and check.kind != MODEL]
    contradicted = {(check.table, check.row, check.column) for check in found}
    contradicted |= {(term.table, term.row, term.column) for check in found for term in check.terms}
    return [
        replace(check, material=False)
        if check.kind == MODEL and (check.table, check.row, check.column) in contradicted
        else check
        for check in checks
    ]


def _each_once(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks without those that hold a figure against what it was held against already."""
    seen: set[object] = set()
    for check in checks:
        of = sorted((term.sign, term.document, term.table, term.row, term.column) for term in check.terms)
        same = check.document, check.table, check.row, check.column, check.kind, tuple(of)
        if check.kind == MODEL or same not in seen:
            yield check
        seen.add(same)


def _told_apart(checks: Iterable[Check]) -> Iterator[Check]:
    """Each check with an id of its own: figures whose places read alike are counted."""
    seen: Counter[str] = Counter()
    for check in checks:
        seen[check.id] += 1
        yield check if seen[check.id] == 1 else replace(check, id=f"{check.id}_{seen[check.id]}")
