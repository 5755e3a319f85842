"""The baselines that tests use: the present one as it is installed, and invented ones made from its sheets."""

import csv
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.installed import FOLDER, baseline
from model.baseline.making import baseline_of
from model.reading.sheets import Sheet, Sheets, folder_sheets

PRESENT_ID: Final = "tallgrunnlag-2025-var"
PRESENT: Final[Baseline] = baseline(PRESENT_ID)
SHEETS: Final[Sheets] = folder_sheets(FOLDER / PRESENT_ID)
REQUIRED: Final = ("baseline", "bridge", "plan")
SOLUTIONS: Final = PRESENT.solutions
PLAN_YEARS: Final = PRESENT.plan_years
OPEN_SOLUTIONS: Final = PRESENT.open_solutions

Rows = dict[str, dict[str, str]]


def figure(table: str, row: str, column: str) -> float:
    """A printed figure of the present baseline, such as ``figure("Tabell 2", "sum", "2025")``."""
    return PRESENT.cells[table, row, column].value


def changed(sheets: Sheets, name: str, change: Callable[[Rows], Rows]) -> Sheets:
    """The sheets with another content of one; columns follow the rows."""
    rows = change({row: dict(cells) for row, cells in sheets[name].rows.items()})
    columns = tuple(dict.fromkeys(column for cells in rows.values() for column in cells))
    whole = {row: dict.fromkeys(columns, "") | cells for row, cells in rows.items()}
    return {**sheets, name: Sheet(name, columns, whole)}


def as_folder(sheets: Sheets, folder: Path) -> Path:
    """``folder``, made with a file for each sheet."""
    folder.mkdir()
    for name, sheet in sheets.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(("row", *sheet.columns))
            writer.writerows((row, *(cells[column] for column in sheet.columns)) for row, cells in sheet.rows.items())
    return folder


def with_facts(sheets: Sheets, facts: Mapping[str, str]) -> Sheets:
    """The sheets with other values in the sheet ``baseline``."""
    return changed(sheets, "baseline", lambda rows: rows | {name: {"value": value} for name, value in facts.items()})


def spring_2026_sheets() -> Sheets:
    """An invented tallgrunnlag one year on: every amount half as large again as it was, no regulation yet, no lines."""
    facts = {"id": "oppdiktet-2026-var", "base_year": "2026", "last_year": "2031"}
    titles = {"nb": "Oppdiktet våren 2026", "nn": "Oppdikta våren 2026", "en": "Invented spring 2026"}
    sheets: Sheets = {
        name: SHEETS[name] for name in (*REQUIRED, "measures", "groups", "tables", "tabell_1", "tabell_2")
    }
    sheets = with_facts(sheets, facts | {f"title_{language}": title for language, title in titles.items()})
    sheets = changed(sheets, "bridge", lambda rows: {row: _half_more(cells) for row, cells in rows.items()})
    sheets = changed(sheets, "plan", _half_more_a_year_on)
    sheets = changed(sheets, "measures", _measures_moved)
    for name in ("tabell_1", "tabell_2"):
        sheets = changed(sheets, name, _half_more_a_year_on)
    return changed(sheets, "tables", lambda rows: {name: rows[name] for name in ("tabell_1", "tabell_2")})


def spring_2026() -> Baseline:
    """The invented tallgrunnlag of spring 2026."""
    return baseline_of(spring_2026_sheets())


def one_more_one_less_sheets() -> Sheets:
    """An invented one without VKP and with a solution that the catalogues do not know, paid as Grunndata og HelseID."""
    sheets = with_facts({name: SHEETS[name] for name in REQUIRED}, {"id": "oppdiktet-ny-losning"})
    return changed(changed(sheets, "bridge", _other_solutions), "plan", _other_plan)


def bare_sheets() -> Sheets:
    """An invented one that has nothing but what every baseline must have; no clearing line, no underspend."""
    sheets = with_facts({name: SHEETS[name] for name in REQUIRED}, {"id": "oppdiktet-bar", "base_year_underspend": "0"})
    empty = {"clearing": "", "underspend_weight": "", "returned_funds": ""}
    return changed(sheets, "bridge", lambda rows: {row: cells | empty for row, cells in rows.items()})


def moved_by(years: int) -> Baseline:
    """The present one some years earlier or later, with nothing optional."""
    facts = {name: str(int(SHEETS["baseline"].rows[name]["value"]) + years) for name in ("base_year", "last_year")}
    sheets = with_facts({name: SHEETS[name] for name in REQUIRED}, {**facts, "id": f"flyttet-{years}"})
    return baseline_of(changed(sheets, "plan", lambda rows: {row: _moved(cells, years) for row, cells in rows.items()}))


def sheets_of_one_table() -> Sheets:
    """The present one with a single printed table."""
    kept = {"tabell_16"}
    sheets = {name: SHEETS[name] for name in (*REQUIRED, "measures", "groups", "tables", *kept)}
    return changed(sheets, "tables", lambda rows: {name: rows[name] for name in kept})


def adding_up() -> Baseline:
    """The same, whose table is as the model has it."""
    return baseline_of(sheets_of_one_table())


def _made(make: Callable[[], Sheets]) -> Baseline:
    return baseline_of(make())


INVENTED_SHEETS: Final[Mapping[str, Callable[[], Sheets]]] = {
    "a year on": spring_2026_sheets,
    "one solution more, one less": one_more_one_less_sheets,
    "nothing optional": bare_sheets,
}
INVENTED: Final[Mapping[str, Callable[[], Baseline]]] = {
    name: partial(_made, make) for name, make in INVENTED_SHEETS.items()
}


def _half_more_a_year_on(rows: Rows) -> Rows:
    return {row: _half_more(_moved(cells)) for row, cells in rows.items()}


def _half_more(cells: dict[str, str]) -> dict[str, str]:
    text = {"clearing", "key", "document", "place"}
    return {c: t if not t or c in text else f"{1.5 * float(t):.1f}" for c, t in cells.items()}


def _moved(cells: dict[str, str], years: int = 1) -> dict[str, str]:
    """The columns of years one year on, or some."""
    return {str(int(column) + years) if column.isdecimal() else column: text for column, text in cells.items()}


def _measures_moved(rows: Rows) -> Rows:
    """The measures a year on, without an amount that the bridge no longer has: those that are published fall away."""
    optional = {row: cells for row, cells in rows.items() if cells["component"] == "added_measures"}
    for cells in optional.values():
        cells["year"] = str(int(cells["year"]) + 1) if cells["year"].isdecimal() else cells["year"]
    return optional


def _other_solutions(rows: Rows) -> Rows:
    new = dict.fromkeys(rows["vkp"], "") | {
        "available": "40.0",
        "investment": "2.5",
        "key": "grunndata_helseid",
    }
    names = {
        "label_nb": "Pasientens legemiddelliste",
        "label_nn": "Pasientens legemiddelliste",
        "label_en": "Medication list",
    }
    kept = {row: cells | dict.fromkeys(names, "") for row, cells in rows.items() if row != "vkp"}
    return {"pasientens_legemiddelliste": new | names, **kept}


def _other_plan(rows: Rows) -> Rows:
    kept = {row: cells for row, cells in rows.items() if not row.startswith("vkp.")}
    blank = dict.fromkeys(next(iter(kept.values())), "")
    new = {f"pasientens_legemiddelliste.{step}": blank for step in PUBLISHED_STEPS}
    return {**new, "pasientens_legemiddelliste.efficiency": blank | {"2028": "-1.5"}, **kept}
