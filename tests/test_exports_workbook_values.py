"""The workbook where nothing calculates, as in a preview: every formula has its value, every chart its numbers.

What the values must be is said by LibreOffice, which is given the same formulas without them.
"""

import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from lxml import etree

from exports.subject import Subject, subject_of
from exports.workbook import workbook
from exports.workbook.calculation import Calculation, FormulaError
from exports.workbook.equations import QUANTITY_OF
from exports.workbook.grid import ROWS, SCALARS, Grid
from model import Question, Scenario, run
from model.explaining.expressions import Reference
from model.explaining.tree import Tree
from tests.baselines import INVENTED, PRESENT
from tests.export_subject import CREATED, at_rest, proposal
from tests.programs import LIBREOFFICE, find
from tests.strategies import scenarios
from tests.test_exports_workbook import opened
from texts import LANGUAGES, Texts

SAME = 1e-9
RANDOM = 3
ANOTHER_SOLUTION = INVENTED["one solution more, one less"]()
SUBJECTS = {
    "default": at_rest(),
    "proposal": proposal(),
    "nynorsk": proposal("nn", year=2029),
    "english": proposal("en", prices="faste"),
    "from the law": subject_of(
        Question(Scenario(start="law", risk_margin=0.03, repayment_lag=1, figures=PRESENT), year=2027), CREATED
    ),
    "another solution": subject_of(Question(Scenario(extra_volume=0.01, figures=ANOTHER_SOLUTION)), CREATED),
    "half a thousandth": subject_of(Question(Scenario(index_rate=0.0315, risk_margin=0.0)), CREATED),
}


def random_subjects() -> dict[str, Subject]:
    """Some scenarios that nobody chose, in every language."""
    found: list[Scenario] = []

    @settings(max_examples=RANDOM * 3, derandomize=True, database=None, phases=[Phase.generate])
    @given(scenarios())
    def drawn(scenario: Scenario) -> None:
        found.append(scenario)

    drawn()
    return {
        f"random {at}": subject_of(Question(scenario, year=year), CREATED, language)
        for at, (scenario, language, year) in enumerate(
            zip(found[-RANDOM:], LANGUAGES, PRESENT.plan_years, strict=False)
        )
    }


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return {name: workbook(subject) for name, subject in (SUBJECTS | random_subjects()).items()}


@pytest.fixture(scope="module")
def calculated(written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The same workbooks as LibreOffice works them out: openpyxl takes the values away."""
    folder = tmp_path_factory.mktemp("workbooks")
    for name, content in written.items():
        opened(content).save(folder / f"{name}.xlsx")
    return {name: opened(content, data_only=True) for name, content in by_libreoffice(folder, list(written)).items()}


def by_libreoffice(folder: Path, names: list[str]) -> dict[str, bytes]:
    profile, given = (folder / "profile").as_uri(), [str(folder / f"{name}.xlsx") for name in names]
    command = [str(find(LIBREOFFICE)), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(folder / "out"), *given], check=True, capture_output=True, timeout=300)
    return {name: (folder / "out" / f"{name}.xlsx").read_bytes() for name in names}


def formulas(content: bytes) -> Iterator[tuple[str, str]]:
    """Sheet and address of every cell with a formula."""
    for sheet in opened(content).worksheets:
        for row in sheet.iter_rows():
            yield from ((sheet.title, cell.coordinate) for cell in row if cell.data_type == "f")


def in_one_format(value: object) -> object:
    """A text with numbers as LibreOffice in English writes them: only their signs differ."""
    if not isinstance(value, str):
        return value
    without_thousands = re.sub(r"(?<=\d)[\u202f,](?=(\d{3}[\u202f,])*\d{3}[.,]\d)", "", value)
    return re.sub(r"(?<=\d),(?=\d)", ".", without_thousands)


def test_every_formula_has_the_value_that_libreoffice_gives(
    written: dict[str, bytes], calculated: dict[str, Any]
) -> None:
    for name, content in written.items():
        stored, count = opened(content, data_only=True), 0
        for sheet, cell in formulas(content):
            found, expected = stored[sheet][cell].value, calculated[name][sheet][cell].value
            assert found not in (None, ""), (name, sheet, cell)
            if isinstance(expected, str):
                assert in_one_format(found) == in_one_format(expected), (name, sheet, cell)
            else:
                assert found == pytest.approx(expected, rel=SAME, abs=SAME), (name, sheet, cell)
            count += 1
        assert count > 1000


def test_the_values_are_the_tools_own(written: dict[str, bytes]) -> None:
    for name, subject in (SUBJECTS | random_subjects()).items():
        stored, result = opened(written[name], data_only=True), subject.answer.result
        need = float(result.financing_need[result.years.index(subject.question.year), :, 0].sum())
        assert stored[subject.texts("export.sheet_bridge")]["B16"].value == pytest.approx(need, abs=1e-6)
        assert stored[subject.texts("export.sheet_front")]["B4"].value == subject.texts("export.check_agrees")


def test_every_cell_of_the_model_is_the_node_of_its_calculation(written: dict[str, bytes]) -> None:
    """One description of the equations: what a formula gives, and what the tree of the same quantity gives."""
    for name, subject in (SUBJECTS | random_subjects()).items():
        scenario, baseline = subject.question.scenario, subject.baseline
        grid, tree = (
            Grid(subject.texts("export.sheet_model"), baseline.plan_years, baseline.solutions),
            Tree.of(scenario),
        )
        sheet, amounts = opened(written[name], data_only=True)[grid.sheet], run(scenario).amounts()
        for at, year in enumerate(grid.years):
            for row in (row for row in ROWS if row != "deflator"):
                quantity = QUANTITY_OF.get(row, row)
                for place, solution in enumerate([""] if row in SCALARS else grid.solutions):
                    stored = sheet[grid.here(year, row, place).replace("$", "")].value
                    node = tree.node(Reference(quantity, year, solution))
                    assert stored == pytest.approx(node.value, rel=SAME, abs=SAME), (name, row, year, solution)
                    if quantity in amounts:
                        assert stored == pytest.approx(amounts[quantity][at, place, 0], rel=SAME, abs=SAME)


def test_every_chart_has_the_numbers_of_its_cells(written: dict[str, bytes]) -> None:
    for content in written.values():
        stored, bars = opened(content, data_only=True), 0.0
        for part, reference in references(content):
            sheet, cells = reference.findtext("{*}f").replace("'", "").split("!")
            found = [point.findtext("{*}v") for point in reference.iterfind(".//{*}pt")]
            area = stored[sheet][cells.replace("$", "")]
            expected = [cell.value for row in area for cell in row] if isinstance(area, tuple) else [area.value]
            assert len(found) == len(expected), (part, cells)
            for text, value in zip(found, expected, strict=True):
                if isinstance(value, str):
                    assert text == value
                else:
                    assert float(text) == pytest.approx(value, rel=SAME, abs=SAME)
                    bars += abs(value)
        assert bars > 0


def references(content: bytes) -> Iterator[tuple[str, Any]]:
    """Everything that a chart takes from cells: numbers and texts, with what it holds of them."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/charts/chart"):
                tree = etree.fromstring(parts.read(name))
                yield from ((name, found) for kind in ("numRef", "strRef") for found in tree.iter(f"{{*}}{kind}"))


def test_the_price_growth_is_said_with_the_decimals_it_has(written: dict[str, bytes]) -> None:
    stored = opened(written["half a thousandth"], data_only=True)
    assert stored["Bro"]["A1"].value.endswith("løpende kroner, 3,15\u00a0% per år")


@pytest.mark.parametrize("formula", ["=VLOOKUP(1,2)", "=1+", "=$A$1", "=1 2", "={1}", "=unknown", "=(1,2"])
def test_what_is_not_read_stops_the_workbook(formula: str) -> None:
    """Never a guess: a formula of a new kind is noticed by whoever writes it."""
    place = ("Sheet", 4, 4)
    with pytest.raises(FormulaError):
        Calculation({}, {place: formula}, {}, Texts("nb").amount).value(place)
