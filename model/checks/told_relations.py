"""What figures must give for each other beyond the sums of their tables, from the file beside a baseline."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NoReturn

from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.checks.all_figures import Place, all_figures
from model.checks.figure import Figure
from model.checks.relations import KINDS, PERCENT_OF, SAME, Relation, Signed
from model.checks.told_figures import ID, ToldFigure, told_figures
from model.reading.errors import TableError
from model.reading.tables import ColumnRule, Row, table_rows

FILE: Final = Path("beside") / "relations.csv"
NAMED, BETWEEN, MINUS = "#", ";", "-"


@kept_with_baseline
def told_relations(baseline: Baseline) -> tuple[Relation, ...]:
    """The relations beside a baseline, in the order of the file; none where it has no such file.

    Raises TableError where the file is damaged or names a figure that is not printed.
    """
    path = baseline.beside(FILE)
    return () if path is None else read_relations(path, all_figures(baseline), told_figures(baseline))


def read_relations(path: Path, printed: Mapping[Place, Figure], told: Mapping[str, ToldFigure]) -> tuple[Relation, ...]:
    """The relations of a CSV file. Raises TableError, naming row and column."""
    columns = {
        "id": ColumnRule(),
        "kind": ColumnRule(allowed=KINDS),
        "of": ColumnRule(),
        "terms": ColumnRule(),
        "note": ColumnRule(blank=True),
    }
    named = _Named(path, printed, told)
    rows = table_rows(path, columns, ("id",))
    return tuple(named.relation(number, row) for number, row in enumerate(rows, start=2))


class _Named:
    """The figures that references name: ``#id``, or ``000:Tabell 8/sum/available`` with a document's first digits."""

    def __init__(self, path: Path, printed: Mapping[Place, Figure], told: Mapping[str, ToldFigure]) -> None:
        self.path, self.told = path, told
        short = {(place[0].partition("_")[0], *place[1:]): figure for place, figure in printed.items()}
        self.printed = {**short, **printed}

    def relation(self, number: int, row: Row) -> Relation:
        """The relation of a row of the file."""
        if not ID.fullmatch(row["id"]):
            self._refuse(number, "id", f"found {row['id'][:60]!r}, expected small letters, digits, _ and .")
        total = self._figure(number, "of", row["of"].strip())
        terms = tuple(self._signed(number, text.strip()) for text in row["terms"].split(BETWEEN))
        if (len(terms) == 1) != (row["kind"] == SAME):
            self._refuse(number, "terms", f"found {len(terms)}; same has one, {', '.join(KINDS[:-1])} have more")
        if row["kind"] == PERCENT_OF and terms[-1][1].value == 0:
            self._refuse(number, "terms", "the last one is what it is a percentage of and must not be 0")
        return Relation(row["id"], row["kind"], total, terms)

    def _signed(self, number: int, text: str) -> Signed:
        sign = -1 if text.startswith(MINUS) else 1
        return sign, self._figure(number, "terms", text.removeprefix(MINUS).strip())

    def _figure(self, number: int, column: str, text: str) -> Figure:
        """The figure that a reference names; a row's name may hold a slash itself."""
        if text.startswith(NAMED):
            told = self.told.get(text.removeprefix(NAMED))
            found = None if told is None else told.figure
        else:
            document, _, place = text.partition(":")
            table, _, rest = place.partition("/")
            row, _, of_column = rest.rpartition("/")
            found = self.printed.get((document, table, row, of_column))
        if found is None:
            self._refuse(number, column, f"found {text[:80]!r}; there is no such printed figure")
        return found

    def _refuse(self, number: int, column: str, problem: str) -> NoReturn:
        raise TableError(self.path, number, column, problem)
